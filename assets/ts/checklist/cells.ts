/** The rows of a table as they stand in the page: what their fields hold, and new ones like them. */
import { made } from "../dom";
import type { Column, Id } from "../model";
import { t } from "../words";
import { put } from "./kind";
import type { Cells } from "./list";

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
export type Line = HTMLTableRowElement;

/** The rows of a form, from the top. */
export function linesOf(form: HTMLFormElement): Line[] {
  return [...form.querySelectorAll<Line>("tr[data-row]")];
}

export function idOf(line: Line): Id {
  return line.dataset.row as Id;
}

/** The columns that the views need, by their role. */
export function roles(form: HTMLFormElement): Partial<Record<NonNullable<Column["role"]>, Id>> {
  const heads = form.querySelectorAll<HTMLElement>("th[data-role]");
  return Object.fromEntries([...heads].map(({ dataset }) => [dataset.role, dataset.column]));
}

/** The field of a row in one column. */
export function fieldIn(line: Line, column?: Id): Field | null {
  return line.querySelector<Field>(`[data-column="${column}"] :is(textarea, input, select)`);
}

/** What stands in a row's cells, by column. */
export function cellsIn(line: Line): Cells {
  return Object.fromEntries(fieldsIn(line).map(([column, field]) => [column, valueOf(field)]));
}

/** Whether anything stands in a row. */
export function isWritten(line: Line): boolean {
  return Object.values(cellsIn(line)).some(Boolean);
}

/** Give a row of text the fields of an empty one. What it says, by column, for {@link fill} to write into them. */
export function awaken(line: Line, empty: Line): Cells {
  const told = [...line.querySelectorAll<HTMLElement>("[data-column]")];
  line.className = "";
  line.replaceChildren(...lineLike(empty, idOf(line)).children);
  const cells = told.map((cell) => {
    const { column, value } = cell.dataset;
    const foreign = cell.firstElementChild as HTMLElement | null;
    if (foreign && !value) (fieldIn(line, column) as Field).lang = foreign.lang;
    return [column, value ?? (cell.textContent as string).trim()];
  });
  return Object.fromEntries(cells);
}

/** Write cells into a row; what is not given becomes empty. */
export function fill(line: Line, cells: Cells): void {
  for (const [column, field] of fieldsIn(line)) {
    const value = cells[column] ?? "";
    if (field.type === "checkbox") (field as HTMLInputElement).checked = value === "true";
    else put(field, value);
  }
}

/** An empty row like another, with names of its own. */
export function lineLike(line: Line, id: Id): Line {
  const copy = line.cloneNode(true) as Line;
  identify(copy, id);
  fill(copy, {});
  return copy;
}

/** Give a row another id, and its fields the names that follow. */
export function identify(line: Line, id: Id): void {
  for (const [, field] of fieldsIn(line)) {
    field.name = field.name.replace(`--${idOf(line)}--`, `--${id}--`);
    field.removeAttribute("lang");
  }
  line.dataset.row = id;
}

/** Name a row's fields by its number, counted from 1. */
export function number(line: Line, number: number): void {
  for (const [, field] of fieldsIn(line)) {
    const column = field.closest("td")?.dataset.label ?? "";
    field.ariaLabel = t("row_cell", { column, number });
  }
}

/** Say at a field what is wrong with it; nothing where `said` is empty. */
export function remark(field: Field | null, said: string): void {
  if (!field) return;
  const id = `${field.name}--remark`;
  document.getElementById(id)?.remove();
  field.ariaInvalid = null;
  field.removeAttribute("aria-describedby");
  if (!said) return;
  const told = made("small", "iv-remark", said);
  told.id = id;
  field.ariaInvalid = "true";
  field.setAttribute("aria-describedby", id);
  field.after(told);
}

/** What the style sheet cannot see: which dates are filled in, for paper, and how high a text is where browsers do not grow its field. */
export function dress(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[type="date"], [type="time"]')) {
    field.toggleAttribute("data-filled", Boolean(field.value));
  }
  if (CSS.supports("field-sizing", "content")) return;
  for (const area of form.querySelectorAll<HTMLTextAreaElement>("textarea.iv-cell")) {
    area.rows = 1;
    area.rows = Math.floor(area.scrollHeight / parseFloat(getComputedStyle(area).lineHeight)) || 1;
  }
}

function fieldsIn(line: Line): [column: Id, field: Field][] {
  const fields = line.querySelectorAll<Field>("[data-column] :is(textarea, input, select)");
  return [...fields].map((field) => [field.closest("td")?.dataset.column as Id, field]);
}

function valueOf(field: Field): string {
  if (field.type === "checkbox") return (field as HTMLInputElement).checked ? "true" : "";
  return field.value.trim();
}
