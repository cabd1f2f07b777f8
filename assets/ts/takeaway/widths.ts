/** How wide the columns of a table on paper are. */
import type { Cell, SheetColumn } from "../model";

/** A character of a table's text, and the air beside it, in twentieths of a point. */
const CHARACTER = 108;
const AIR = 150;
/** Longer words break; and dates do not. */
const LONGEST = 20;
const DATE = 12;

/** Each column's share of the whole; those whose longest word would break take from those that have room. */
export function widthsOf(columns: SheetColumn[], rows: Cell[][], whole: number): number[] {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const shares = columns.map(({ width }) => (width / sum) * whole);
  const least = columns.map(({ head }, n) => leastOf([head, ...rows.map((row) => row[n] ?? null)]));
  const over = shares.map((share, n) => share - (least[n] ?? 0));
  const room = over.reduce((total, one) => total + Math.max(0, one), 0);
  const need = over.reduce((total, one) => total + Math.max(0, -one), 0);
  const given = need ? Math.min(1, need / (room || 1)) : 0;
  const met = need ? Math.min(1, room / need) : 0;
  return shares.map((share, n) => Math.floor(share - (over[n] ?? 0) * ((over[n] ?? 0) > 0 ? given : met)));
}

function leastOf([head, ...cells]: Cell[]): number {
  // Heads are bold.
  const longest = Math.max(lengthOf(head ?? "") * 1.15, ...cells.map(lengthOf));
  return Math.min(longest, LONGEST) * CHARACTER + AIR;
}

function lengthOf(cell: Cell): number {
  if (typeof cell === "string") return cell.split(/[\s-]/).reduce((most, word) => Math.max(most, word.length), 0);
  return cell !== null && typeof cell === "object" ? DATE : 0;
}
