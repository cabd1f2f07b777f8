/** Sheets on paper: tables whose header rows repeat and whose rows do not split; very wide ones as entries. */
import {
  BorderStyle,
  CheckBox,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ITableBordersOptions, ParagraphChild } from "docx";
import type { Cell, SheetColumn } from "../model";
import { decimal, t, told } from "../words";
import { CELL, INK } from "./type";
import { widthsOf } from "./widths";

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "9A9087" };
const BOLD_RULE = { style: BorderStyle.SINGLE, size: 12, color: INK };
const BORDERS: ITableBordersOptions = {
  top: NONE,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
  bottom: RULE,
  insideHorizontal: RULE,
};
const AIR = { top: 60, bottom: 60, left: 60, right: 60 };

/** A table as wide as the text, in twentieths of a point. */
export function table(columns: SheetColumn[], rows: Cell[][], width: number): Table {
  const widths = widthsOf(columns, rows, width);
  return new Table({
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: AIR,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, n) => headCell(head, widths[n] ?? 0)),
      }),
      ...rows.map((row) => rowOf(row, columns, widths)),
    ],
  });
}

/** Each row as its first text in bold, and below it a line with the others by the names of their columns. */
export function entries(columns: SheetColumn[], rows: Cell[][]): Paragraph[] {
  return rows.flatMap(([name = null, ...cells]) => {
    const filled = cells.flatMap((cell, n) =>
      cell === null || cell === "" ? [] : [[columns[n + 1]?.head ?? "", cell] as const],
    );
    const line = filled.flatMap(([head, cell], n) => [...runs(`${n ? " · " : ""}${head}: `), ...content(cell, head)]);
    return [
      new Paragraph({ style: CELL, keepNext: true, spacing: { before: 160 }, children: content(name, "", true) }),
      new Paragraph({ style: CELL, children: line }),
    ];
  });
}

/** A text as it was typed: its line breaks stay. Unless it is `bold`, the style of its paragraph says how it looks. */
export function runs(text: string, bold = false): TextRun[] {
  return text.split("\n").map((line, n) => new TextRun({ text: line, ...(bold && { bold }), ...(n && { break: 1 }) }));
}

function headCell(head: string, size: number): TableCell {
  return new TableCell({
    width: { size, type: WidthType.DXA },
    borders: { bottom: BOLD_RULE },
    children: [new Paragraph({ style: CELL, keepNext: true, children: runs(head, true) })],
  });
}

function rowOf(row: Cell[], columns: SheetColumn[], widths: number[]): TableRow {
  const cells = row.map((cell, n) => {
    const paragraph = new Paragraph({ style: CELL, children: content(cell, columns[n]?.head ?? "") });
    return new TableCell({ width: { size: widths[n] ?? 0, type: WidthType.DXA }, children: [paragraph] });
  });
  return new TableRow({ cantSplit: true, children: cells });
}

function content(cell: Cell, alias: string, bold = false): ParagraphChild[] {
  if (cell === null) return [];
  if (typeof cell === "boolean") return [new CheckBox({ checked: cell, alias: alias || t("yes") })];
  if (typeof cell === "number") return runs(decimal(cell), bold);
  return runs(typeof cell === "string" ? cell : shortDate(cell.date), bold);
}

/** As in “22. nov. 2026”, in one piece: columns are narrow. */
function shortDate(date: string): string {
  const format = new Intl.DateTimeFormat(told().lang, { dateStyle: "medium", timeZone: "UTC" });
  return format.format(new Date(`${date}T00:00:00Z`)).replace(/ /g, "\u00A0");
}
