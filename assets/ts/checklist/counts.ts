/** How many rows have each of the four answers. */
import { cellsIn } from "./cells";
import type { Line, roles } from "./cells";

/** Write the numbers in the table of answers, where there is one. */
export function drawCounts(form: HTMLFormElement, lines: Line[], by: ReturnType<typeof roles>): void {
  for (const row of form.querySelectorAll<HTMLElement>("[data-view='status'] [data-answer]")) {
    const place = row.querySelector("td");
    const own = lines.filter((line) => cellsIn(line)[by.status ?? ""] === row.dataset.answer);
    if (place) place.textContent = String(own.length);
  }
}
