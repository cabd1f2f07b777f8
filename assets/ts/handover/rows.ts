/** Which rows of two tables are the same one: tables are kept by several people, and each adds rows of their own. */
import { nextId } from "../checklist/list";
import type { Id, Row } from "../model";

/** One of their rows, and the row of ours that it is; null where we have none. */
export type Match = readonly [theirs: Row, ours: Row | null];

/** Find our row for each of theirs: by the same cells, first under the same id; else by id where the title agrees. No row is used twice. */
export function matched(ours: readonly Row[], theirs: readonly Row[], title?: Id): Match[] {
  const free = new Set(ours);
  const found = new Map<Row, Row>();
  const named = (mine: Row, row: Row): boolean => mine.id === row.id;
  for (const isSame of [
    (mine: Row, row: Row) => named(mine, row) && alike(mine, row),
    alike,
    (mine: Row, row: Row) => named(mine, row) && agrees(mine, row, title),
  ]) {
    for (const row of theirs.filter((one) => !found.has(one))) {
      const mine = [...free].find((one) => isSame(one, row));
      if (mine && free.delete(mine)) found.set(row, mine);
    }
  }
  return theirs.map((row) => [row, found.get(row) ?? null] as const);
}

/** Their rows laid into ours: changed where `cells` says so, new ones behind the row that they follow there. */
export function mergedRows(
  ours: readonly Row[],
  matches: readonly Match[],
  cells: (ours: Row, theirs: Row) => Record<Id, string>,
): Row[] {
  const rows = [...ours];
  let at = rows.length;
  for (const [theirs, mine] of matches) {
    if (mine) {
      at = rows.findIndex(({ id }) => id === mine.id);
      rows[at] = filled(mine, theirs, cells);
      at++;
    } else if (Object.values(theirs.cells).some(Boolean)) {
      const isTaken = rows.some((row) => row.id === theirs.id);
      const id = isTaken ? nextId([...rows, ...matches.map(([row]) => row)]) : theirs.id;
      rows.splice(at++, 0, { ...theirs, id });
    }
  }
  return rows;
}

/** An example that nobody changed; where we have taken it out, it must not come back. */
export function isUntouched(row: Row): boolean {
  return Boolean(row.example) && !Object.values(row.cells).some(Boolean);
}

/** A cell's text; empty where there is none. */
export function cell(row: Row, column: Id): string {
  return Object.hasOwn(row.cells, column) ? (row.cells[column] as string) : "";
}

/** The columns that either row has cells in. */
export function columnsOf(a: Row, b: Row): Id[] {
  return [...new Set([...Object.keys(a.cells), ...Object.keys(b.cells)])];
}

function filled(mine: Row, theirs: Row, cells: (ours: Row, theirs: Row) => Record<Id, string>): Row {
  if (isUntouched(mine)) return isUntouched(theirs) ? mine : { ...theirs, id: mine.id };
  return { ...mine, cells: cells(mine, theirs) };
}

function alike(a: Row, b: Row): boolean {
  if (isUntouched(a) || isUntouched(b)) return a.id === b.id;
  return columnsOf(a, b).every((column) => cell(a, column) === cell(b, column));
}

function agrees(a: Row, b: Row, title?: Id): boolean {
  return title !== undefined && cell(a, title) !== "" && cell(a, title) === cell(b, title);
}
