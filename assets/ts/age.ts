/** The badge on what is more than a year old, decided on the day the page is read. */

/** Whether more than twelve months lie between a date such as `2023-10-17` and today; the hour does not count. */
export function isAged(since: string, now: Date): boolean {
  const due = new Date(`${since}T00:00:00`);
  due.setFullYear(due.getFullYear() + 1);
  return due < new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

/** Show the badges (`data-since`) of all dates that are more than a year old. */
export function markAged(root: ParentNode, now: Date): void {
  for (const badge of root.querySelectorAll<HTMLElement>("[data-since]")) {
    badge.hidden = !isAged(badge.dataset.since ?? "", now);
  }
}
