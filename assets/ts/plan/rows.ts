/** The rows of a table that somebody has to finish: those with an owner, a date or a status that is still open. */
import type { Checklist, Column, Row, Saved } from "../model";
import type { Found } from "./tasks";

/** A table's open rows. Examples are the site's own words, and an agenda's rows a meeting's points: neither is a task. */
export function rowTasks(answers: Saved, table: Checklist): Found[] {
  if (table.views.includes("agenda")) return [];
  return (answers.rows ?? []).flatMap((row) => (row.example ? [] : openRow(row, table.columns)));
}

function openRow(row: Row, columns: Column[]): Found[] {
  const of = (role: Column["role"]): string => {
    const column = columns.find((one) => one.role === role);
    return column ? wordsIn(row, column) : "";
  };
  const [owner, end, status] = [of("owner"), dateIn(of("end")), of("status")];
  if (!(owner || end || status) || status === "done" || status === "skip") return [];
  const text = of("title") || firstWords(row, columns) || row.id;
  const light = status === "none" || status === "part" ? status : "";
  return [{ id: row.id, kind: "row", text, light, owner, due: end, helps: [], milestone: of("milestone") === "true" }];
}

function firstWords(row: Row, columns: Column[]): string {
  const worded = columns.filter(({ type }) => type === "text" || type === "long" || type === "choice");
  return worded.map((column) => wordsIn(row, column)).find(Boolean) ?? "";
}

/** What a cell says: a choice in its own words. */
function wordsIn(row: Row, column: Column): string {
  const value = (row.cells[column.id] ?? "").trim();
  return column.choices?.find(({ id }) => id === value)?.text ?? value;
}

/** A cell is any text: only a date is a deadline. */
function dateIn(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : "";
}
