/** Wide tables and long lines of code: a stop for the keyboard while there is something to scroll to, and none else. */

/** Whether some of it lies outside its frame; browsers round to whole pixels. */
export function overflows(frame: { scrollWidth: number; clientWidth: number }): boolean {
  return frame.scrollWidth > frame.clientWidth;
}

/** Keep the frames' tab stops right while windows and tables change their size. */
export function watchOverflow(frames: Iterable<HTMLElement>): void {
  for (const frame of frames) {
    const observer = new ResizeObserver(() => {
      if (overflows(frame)) frame.tabIndex = 0;
      else frame.removeAttribute("tabindex");
    });
    for (const box of [frame, ...frame.children]) observer.observe(box);
  }
}
