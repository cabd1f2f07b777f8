/** How many rows have each of the four answers. */
import { cellsIn } from "./cells";
import type { Line, roles } from "./cells";

/** Write the numbers in the table of answers, where there is one. */
export function drawCounts(form: HTMLFormElement, lines: Line[], by: ReturnType<typeof roles>): void {
  const rows = [...form.querySelectorAll<HTMLElement>("[data-view='status'] [data-answer]")];
  const states = rows.length ? lines.map((line) => cellsIn(line)[by.status ?? ""]) : [];
  for (const row of rows) {
    const place = row.querySelector("td");
    if (place) place.textContent = String(states.filter((state) => state === row.dataset.answer).length);
  }
}
