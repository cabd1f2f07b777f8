/** A takeaway as an Excel workbook: a sheet per checklist, and last what the file is about. */
import type { CellObject, Feature, Sheet as WrittenSheet } from "write-excel-file/universal";
import { generateXlsxFileSync } from "../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js";
import type { Cell, Sheet, Takeaway } from "../model";
import { t } from "../words";
import { namesOf } from "./names";

/** Characters in a column whose width is 1, and the height of a line in points. */
const CHARACTERS = 11;
const LINE = 15;
/** Excel's highest row. */
const HIGHEST = 409;
/** Days as they are mostly written, where CLDR says otherwise; in English nobody could tell them from months. */
const DATES: Record<string, string> = { da: "dd-mm-yyyy", en: "yyyy-mm-dd" };
type Filling = CellObject | null;
const BODY = { alignVertical: "top", wrap: true } as const;
const HEAD = { ...BODY, fontWeight: "bold", bottomBorderStyle: "medium" } as const;

/** The workbook, ready to be downloaded. */
export function workbookOf(takeaway: Takeaway): Promise<Blob> {
  const names = namesOf([...takeaway.sheets.map(({ title }) => title), t("about_file")]);
  const format = DATES[takeaway.lang] ?? daysIn(takeaway.lang);
  const sheets = [...takeaway.sheets.map((sheet) => sheetOf(sheet, format)), aboutOf(takeaway)];
  const named = sheets.map((sheet, n) => ({ ...sheet, sheet: names[n] }));
  return generateXlsxFileSync(named, { fontFamily: "Calibri", fontSize: 11, features: [FITTED] });
}

/** How a language writes days, in Excel's codes: `dd.mm.yyyy`. */
function daysIn(lang: string): string {
  const codes: Partial<Record<string, string>> = { day: "dd", month: "mm", year: "yyyy" };
  const format = new Intl.DateTimeFormat(lang, { day: "2-digit", month: "2-digit", year: "numeric" });
  return format
    .formatToParts()
    .map(({ type, value }) => codes[type] ?? value)
    .join("");
}

/** All columns on one page's width; and rows that grow again when somebody writes in them. */
const FITTED: Feature<Blob> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) =>
          xml
            .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace("<pageSetup ", '<pageSetup fitToHeight="0" ')
            .replace(/ customHeight="1"/g, ""),
      },
    },
  },
};

function sheetOf({ columns, rows }: Sheet, format: string): WrittenSheet<Blob> {
  const widths = columns.map(({ head, width }) => Math.max(width * CHARACTERS, longestWord(head) + 2));
  const heads = columns.map(({ head, type }) => text(head, type === "number" ? { ...HEAD, align: "right" } : HEAD));
  return laidOut([heads, ...rows.map((row) => row.map((cell) => written(cell, format)))], widths);
}

function aboutOf({ title, site, head, sheets }: Takeaway): WrittenSheet<Blob> {
  const lines = [...head, ...sheets.map((sheet) => [sheet.title, sheet.summary])];
  const rows = lines.map((line) => line.map((value) => text(value)));
  return laidOut([[text(title, HEAD), text(site, HEAD)], ...rows], [3 * CHARACTERS, 7 * CHARACTERS]);
}

function laidOut(rows: Filling[][], widths: number[]): WrittenSheet<Blob> {
  return {
    data: rows.map((row) => grown(row, widths)),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape",
  };
}

function written(cell: Cell, format: string): Filling {
  if (cell === null) return null;
  if (typeof cell === "number") return { ...BODY, type: Number, value: cell };
  // Checkboxes of new Excel show as FALSE elsewhere.
  if (typeof cell === "boolean") return text(cell ? "☑" : "☐", { ...BODY, align: "center" });
  if (typeof cell === "string") return text(cell);
  // Excel's calendar begins in 1900, with a day too many.
  if (cell.date < "1900-03-01") return text(cell.date);
  return { ...BODY, align: "left", type: Date, value: new Date(`${cell.date}T00:00:00Z`), format };
}

/** A cell of text stays text, whatever it begins with. */
function text(value: string, style: object = BODY): Filling {
  return value ? { ...style, type: String, value } : null;
}

/** A row as high as its texts: not every program works that out when it opens a file. */
function grown(row: Filling[], widths: number[]): Filling[] {
  const lines = row.map((cell, n) => linesOf(cell?.type === String ? String(cell.value) : "", widths[n] ?? CHARACTERS));
  const height = Math.min(Math.max(1, ...lines) * LINE, HIGHEST);
  return row.map((cell) => cell && { ...cell, height });
}

function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - 1))), 0);
}

function longestWord(head: string): number {
  return Math.max(0, ...head.split(/\s/).map((word) => word.length));
}
