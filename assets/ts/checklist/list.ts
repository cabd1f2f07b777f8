/** A table's rows as a list: added to, copied, moved, removed, and what of it is kept. Nothing here knows the page. */
import { MOST_ROWS } from "../caps";
import type { Id, Row } from "../model";
import { trimmed } from "./kind";

export type Cells = Record<Id, string>;

/** Whether nobody has written anything in a row. */
export function isEmpty(row: Row): boolean {
  return !row.example && !Object.values(row.cells).some(Boolean);
}

/** The rows up to the last one that holds something. */
export function keptOf(rows: readonly Row[]): Row[] {
  let end = rows.length;
  while (end && isEmpty(rows[end - 1] as Row)) end--;
  return rows.slice(0, end);
}

/** The row that stands in the form: an example that reads as it did at first is one still. Cells of columns that are gone stay. */
export function rowOf(id: Id, written: Cells, before?: Row, example?: Cells): Row {
  if (example && Object.entries(written).every(([column, value]) => value === (example[column] ?? ""))) {
    return { id, example: true, cells: {} };
  }
  return { id, cells: trimmed({ ...before?.cells, ...written }) };
}

/** So many empty rows, at most as many as there is room for. */
export function emptyAfter(rows: readonly Row[], number: number): Row[] {
  const all = [...rows];
  while (number-- > 0 && all.length < MOST_ROWS) all.push({ id: nextId(all), cells: {} });
  return all.slice(rows.length);
}

/** The list with a copy of one row below it; `written` is what stands in it, which an example does not tell itself. */
export function copied(rows: readonly Row[], at: number, written: Cells): Row[] {
  const list = [...rows];
  list.splice(at + 1, 0, rowOf(nextId(rows), written, rows[at]));
  return list;
}

/** The list with one row moved down (1) or up (-1); the same where there is no further. */
export function moved(rows: readonly Row[], at: number, by: 1 | -1): Row[] {
  const list = [...rows];
  const row = rows[at];
  const other = rows[at + by];
  if (row && other) [list[at], list[at + by]] = [other, row];
  return list;
}

/** Whether a row has this id. */
export function has(rows: readonly { id: Id }[], wanted: Id): boolean {
  return rows.some(({ id }) => id === wanted);
}

/** Each id once: a row whose id stood before gets a new one, since rows from a file may share theirs. */
export function distinct(rows: readonly Row[]): Row[] {
  const found: Row[] = [];
  for (const row of rows) {
    found.push(has(found, row.id) ? { id: nextId([...rows, ...found]), cells: row.cells } : row);
  }
  return found;
}

/** `new-N`, with a number above all that the rows have; the largest numbers come from others and count for nothing. */
export function nextId(rows: readonly { id: Id }[]): Id {
  const numbers = rows.map(({ id }) => Number(/^new-(\d{1,6})$/.exec(id)?.[1] ?? 0));
  let next = Math.max(0, ...numbers) + 1;
  while (has(rows, `new-${next}`)) next++;
  return `new-${next}`;
}
