/** A table's rows as a list: added to, copied, moved, removed, and what of it is kept. Nothing here knows the page. */
import { MOST_ROWS } from "../caps";
import type { Id, Row } from "../model";

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
  const cells = Object.entries({ ...before?.cells, ...written }).filter(([, value]) => value);
  return { id, cells: Object.fromEntries(cells) };
}

/** So many empty rows, at most as many as there is room for. */
export function emptyAfter(rows: readonly Row[], number: number): Row[] {
  const made: Row[] = [];
  const room = Math.min(number, MOST_ROWS - rows.length);
  while (made.length < room) made.push({ id: nextId([...rows, ...made]), cells: {} });
  return made;
}

/** The list with a copy of one row below it; `written` is what stands in it, which an example does not tell itself. */
export function copied(rows: readonly Row[], at: number, written: Cells): Row[] {
  const copy = rowOf(nextId(rows), written, rows[at]);
  return [...rows.slice(0, at + 1), copy, ...rows.slice(at + 1)];
}

/** The list with one row moved down (1) or up (-1); the same where there is no further. */
export function moved(rows: readonly Row[], at: number, by: 1 | -1): Row[] {
  const list = [...rows];
  const [row, other] = [rows[at], rows[at + by]];
  if (row && other) [list[at], list[at + by]] = [other, row];
  return list;
}

/** Each id once: a row whose id stood before gets a new one, since rows from a file may share theirs. */
export function distinct(rows: readonly Row[]): Row[] {
  const ids = new Set<Id>();
  const found: Row[] = [];
  for (const row of rows) {
    const { id } = ids.has(row.id) ? { id: nextId([...rows, ...found]) } : row;
    ids.add(id);
    found.push(id === row.id ? row : { id, cells: row.cells });
  }
  return found;
}

/** `new-N`, with a number above all that the rows have; the largest numbers come from others and count for nothing. */
export function nextId(rows: readonly { id: Id }[]): Id {
  const numbers = rows.map(({ id }) => Number(/^new-(\d{1,6})$/.exec(id)?.[1] ?? 0));
  let next = Math.max(0, ...numbers) + 1;
  while (rows.some(({ id }) => id === `new-${next}`)) next++;
  return `new-${next}`;
}
