/** The rows' titles by two choices. */
import { made } from "../dom";
import { t } from "../words";
import { cellsIn } from "./cells";
import type { Line, roles } from "./cells";

/** Draw the titles in the matrix below the table, where there is one. */
export function drawMatrix(form: HTMLFormElement, lines: Line[], by: ReturnType<typeof roles>): void {
  const matrix = form.querySelector<HTMLTableElement>("[data-view='matrix']");
  const { x, y, title } = by;
  if (!matrix || !x || !y || !title) return;
  const rows = lines.map(
    (line, n) => ({ ...cellsIn(line), number: t("row", { number: n + 1 }) }) as Record<string, string>,
  );
  const across = [...matrix.querySelectorAll<HTMLElement>("thead [data-choice]")].map((head) => head.dataset.choice);
  for (const line of matrix.querySelectorAll<HTMLElement>("tbody tr")) {
    const down = line.querySelector<HTMLElement>("[data-choice]")?.dataset.choice;
    line.querySelectorAll("td").forEach((place, n) => {
      const here = rows.filter((row) => row[x] && row[x] === across[n] && row[y] === down);
      const titles = here.map((row) => made("li", "", row[title] || (row.number as string)));
      place.replaceChildren(...(titles.length ? [made("ul", "", ...titles)] : []));
    });
  }
}
