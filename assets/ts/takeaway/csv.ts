/** Sheets as CSV that Danish and Swedish spreadsheets open as they are: semicolons, a byte order mark, decimal commas. */
import type { Cell, Sheet, Takeaway } from "../model";
import { t } from "../words";

/**
 * One sheet begins with its columns; several have their titles above them. The head lines come last, below an
 * empty line, so that a program finds the columns in the first line.
 */
export function csvOf({ sheets, head }: Takeaway): string {
  const blocks = sheets.map((sheet) => (sheets.length > 1 ? [[sheet.title], ...linesOf(sheet)] : linesOf(sheet)));
  const lines = [...blocks, head].flatMap((block, n) => (n ? [[], ...block] : block));
  return `\uFEFF${lines.map((line) => line.map(field).join(";")).join("\r\n")}\r\n`;
}

function linesOf({ columns, rows }: Sheet): Cell[][] {
  return [columns.map(({ head }) => head), ...rows];
}

function field(cell: Cell): string {
  if (cell === null || cell === false) return "";
  if (cell === true) return t("yes");
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (typeof cell === "object") return cell.date;
  const text = harmless(cell);
  return /[;"\n\t]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** What a spreadsheet would run as a formula gets an apostrophe. Source: OWASP, “CSV Injection”. */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\n]/.test(text) ? `'${text}` : text;
}
