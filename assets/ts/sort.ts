/** Sorts the rows of a table by one of its columns; the first choice is the order that they came in. */
import { made } from "./dom";

for (const place of document.querySelectorAll<HTMLElement>(".iv-sort")) sortable(place);

function sortable(place: HTMLElement): void {
  const select = place.querySelector("select");
  const body = place.querySelector("tbody");
  if (!select || !body) return;
  const given = [...body.rows];
  const heads = [...place.querySelectorAll("thead th")];
  heads.forEach((head, n) => {
    const option = made("option", "", head.textContent ?? "");
    option.value = String(n);
    select.append(option);
  });
  select.onchange = () => {
    const column = select.value === "" ? -1 : Number(select.value);
    heads.forEach((head, n) => {
      if (n === column) head.setAttribute("aria-sort", "ascending");
      else head.removeAttribute("aria-sort");
    });
    body.append(...(column < 0 ? given : sorted(given, column)));
  };
}

/** Rows by what a column says to sort by, else by its words; those that are alike stay in the order they came in. */
function sorted(rows: HTMLTableRowElement[], column: number): HTMLTableRowElement[] {
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const keys = new Map(rows.map((row) => [row, keyOf(row.cells[column])]));
  return [...rows].sort((one, other) => {
    const [mine, theirs] = [keys.get(one) ?? "", keys.get(other) ?? ""];
    const [a, b] = [Number(mine), Number(theirs)];
    return Number.isNaN(a) || Number.isNaN(b) ? compare(mine, theirs) : a - b;
  });
}

function keyOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.dataset["key"] ?? cell?.textContent?.trim() ?? "";
}
