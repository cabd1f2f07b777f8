/** A table as a sheet: its own columns; an agenda also gets its clock times and its total. */
import { lasting } from "../checklist/agenda";
import type { Cell, Column, Sheet, SheetColumn } from "../model";
import { dateInWords, t, told } from "../words";
import { columnsOf, own, rowsOf } from "./filled";
import type { Filled } from "./filled";
import { clock, meetingIn } from "./meeting";
import type { Meeting } from "./meeting";
import { dayOf, numberOf } from "./text";

/** The reader's rows. */
export function tableSheet(filled: Filled): Sheet {
  const columns = columnsOf(filled);
  const rows = rowsOf(filled).map(({ cells }) => columns.map((column) => cellOf(column, own(cells, column.id))));
  const sheet = { title: filled.checklist.title, summary: "", columns: columns.map(columnOf), rows };
  const meeting = meetingIn(filled);
  return meeting ? withTimes(sheet, meeting, columns) : sheet;
}

/** What a cell says in words: a choice and a status in theirs. */
export function wordsOf({ type, choices }: Column, value = ""): string {
  const light = type === "status" ? own(told().answers, value) : undefined;
  return light ?? choices?.find(({ id }) => id === value)?.text ?? value;
}

function cellOf(column: Column, value = ""): Cell {
  if (column.type === "check") return value === "true";
  if (column.type === "date") return dayOf(value);
  if (column.type === "number" || column.type === "minutes") return numberOf(value);
  return wordsOf(column, value);
}

const TYPES: Partial<Record<Column["type"], SheetColumn["type"]>> = {
  check: "check",
  date: "date",
  minutes: "number",
  number: "number",
};
const WIDTHS: Record<Column["type"], number> = {
  check: 1,
  choice: 1.4,
  date: 1.7,
  long: 4,
  minutes: 0.8,
  number: 1,
  status: 1.6,
  text: 2.2,
};

function columnOf({ text, type, role }: Column): SheetColumn {
  return { head: text, type: TYPES[type] ?? "text", width: role === "title" ? 3.5 : WIDTHS[type] };
}

/** The clock stands before the row, the total below the minutes. */
function withTimes(sheet: Sheet, { day, begins, start, minutes }: Meeting, columns: Column[]): Sheet {
  if (!sheet.rows.length) return { ...sheet, summary: day && dateInWords(day) };
  const at = columns.findIndex(({ role }) => role === "minutes");
  const beside = columns.findIndex(({ type }) => type === "text" || type === "long");
  const sum = columns.map((_, n): Cell => (n === at ? minutes : n === beside ? t("total") : null));
  const rows = [...sheet.rows, sum];
  const span = start === null ? "" : `${t("clock")} ${clock(start)}–${clock(start + minutes)}`;
  const summary = [day && dateInWords(day), span, minutes ? lasting(minutes) : ""].filter(Boolean).join(" · ");
  if (start === null) return { ...sheet, summary, rows };
  const times: SheetColumn = { head: t("clock"), type: "text", width: 0.8 };
  const timed = rows.map((row, n): Cell[] => [clock(begins[n] ?? start + minutes), ...row]);
  return { ...sheet, summary, columns: [times, ...sheet.columns], rows: timed };
}
