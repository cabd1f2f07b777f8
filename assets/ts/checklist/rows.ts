/** The table: rows of the readers' own, among examples, with the views that follow from them. */
import { MOST_ROWS } from "../caps";
import type { Id, Row, Saved } from "../model";
import { count } from "../words";
import { beginAgenda, drawAgenda, showAgenda } from "./agenda";
import { awaken, cellsIn, dress, fill, identify, idOf, isWritten, lineLike, linesOf, number, roles } from "./cells";
import type { Line } from "./cells";
import { drawCounts } from "./counts";
import { equip, equipTable, nameHandles, showTools } from "./handles";
import type { FormKind, Host } from "./kind";
import { copied, distinct, emptyAfter, has, isEmpty, keptOf, moved, rowOf } from "./list";
import type { Cells } from "./list";
import { drawMatrix } from "./matrix";
import { drawTimeline } from "./timeline";

/** A form as the page was made. */
interface Blank {
  rows: Row[];
  /** What the examples say in the page's language. */
  examples: Map<Id, Cells>;
  /** A row to make others like. */
  line: Line;
}

const blanks = new WeakMap<HTMLFormElement, Blank>();
/** The empty rows below the kept ones: they are not saved, but undoing must find them again. */
const spare = new WeakMap<readonly Row[], Row[]>();

export const rows: FormKind = {
  begin(host) {
    const { form } = host;
    // The page leaves out all empty rows but one or two.
    append(form, linesOf(form).at(-1) as Line, Number(form.dataset.more ?? 0));
    delete form.dataset.more;
    // What was written before this is a row of its own: below those that are saved, not in one of them.
    linesOf(form).forEach((line, n) => {
      if (isWritten(line)) identify(line, `new-${Date.now() + n}`);
    });
    blanks.set(form, blankOf(linesOf(form)));
    equipTable(host, change);
    if (form.querySelector(".iv-agenda")) beginAgenda(host);
  },

  show(form, saved) {
    const { examples, line } = blanks.get(form) as Blank;
    const body = form.querySelector("tbody") as HTMLElement;
    const focused = document.activeElement as HTMLElement;
    const old = new Map(linesOf(form).map((one) => [idOf(one), one]));
    listFor(form, saved).forEach((row, n) => {
      const own = old.get(row.id) ?? lineLike(line, row.id);
      old.delete(row.id);
      fill(own, row.example ? (examples.get(row.id) as Cells) : row.cells);
      if (body.children[n] !== own) body.insertBefore(own, body.children[n] ?? null);
    });
    for (const one of old.values()) one.remove();
    // Moving a row within the page takes the focus away from what is in it.
    if (form.contains(focused)) focused.focus({ preventScroll: true });
    showAgenda(form, saved);
    nameAll(form);
  },

  take(form, before) {
    return keep(listIn(form, before), before);
  },

  progress(form) {
    const done = linesOf(form).filter((line) => !("example" in line.dataset) && isWritten(line)).length;
    return { done, total: done, said: count("rows_filled", done), more: "" };
  },

  draw(form, saved) {
    topUp(form);
    const { examples } = blanks.get(form) as Blank;
    const list = listIn(form, saved);
    const lines = linesOf(form);
    lines.forEach((line, n) => line.toggleAttribute("data-example", Boolean((list[n] as Row).example)));
    showTools(form, lines.length >= MOST_ROWS, examples.size > 0 && list.some((row) => row.example));
    const by = roles(form);
    drawAgenda(form, lines, by, saved);
    drawTimeline(form, lines, by);
    drawMatrix(form, lines, by);
    drawCounts(form, lines, by);
    dress(form);
  },
};

/** Do what a button says. The answers that follow from it; null where there is nothing to do. */
function change({ form, saved }: Host, action: string, at: number): Saved | null {
  const list = listIn(form, saved);
  const room = list.length < MOST_ROWS;
  const line = linesOf(form)[at] as Line;
  const deeds: Record<string, () => Row[] | false> = {
    "add-row": () => room && [...list, ...emptyAfter(list, 1)],
    "copy-row": () => room && copied(list, at, cellsIn(line)),
    "remove-row": () => list.filter((_, n) => n !== at),
    "move-up": () => at > 0 && moved(list, at, -1),
    "move-down": () => at < list.length - 1 && moved(list, at, 1),
    "remove-examples": () => list.filter((row) => !row.example),
  };
  const next = deeds[action]?.();
  return next ? keep(next, saved) : null;
}

/** Add so many empty rows below the others, as long as there is room. */
function append(form: HTMLFormElement, like: Line, number: number): void {
  const list = linesOf(form).map((line): Row => ({ id: idOf(line), cells: {} }));
  for (const { id } of emptyAfter(list, number)) {
    form.querySelector("tbody")?.append(lineLike(like, id));
  }
}

/** Give the examples fields, and all rows their buttons. */
function blankOf(lines: Line[]): Blank {
  const line = lines.at(-1) as Line;
  const told = lines.filter((one) => one.matches(".iv-told"));
  const examples = new Map(told.map((one) => [idOf(one), awaken(one, line)]));
  for (const one of lines) equip(one);
  const rows = lines.map(idOf).map((id): Row => ({ id, ...(examples.has(id) && { example: true }), cells: {} }));
  return { rows, examples, line: line.cloneNode(true) as Line };
}

function keep(list: readonly Row[], before: Saved): Saved {
  const kept = keptOf(list);
  spare.set(kept, list.slice(kept.length));
  return { ...before, rows: kept };
}

/** What the form shows for what is saved: as many empty rows as on the blank one, unless the reader chose otherwise. */
function listFor(form: HTMLFormElement, { rows }: Saved): Row[] {
  const blank = blanks.get(form) as Blank;
  if (!rows) return blank.rows;
  const list = distinct(rows.filter((row) => !row.example || blank.examples.has(row.id)));
  const empty = spare.get(rows) ?? blank.rows.filter(isEmpty);
  const all = [...list, ...empty.filter(({ id }) => !has(list, id))].slice(0, MOST_ROWS);
  return [...all, ...emptyAfter(all, list.length + empty.length - all.length)];
}

/** What stands in the form. */
function listIn(form: HTMLFormElement, saved: Saved): Row[] {
  const { examples } = blanks.get(form) as Blank;
  const before = new Map(saved.rows?.map((row) => [row.id, row]));
  return linesOf(form).map((line) =>
    rowOf(idOf(line), cellsIn(line), before.get(idOf(line)), examples.get(idOf(line))),
  );
}

/** There is always an empty row to write in, as long as there is room. */
function topUp(form: HTMLFormElement): void {
  const last = linesOf(form).at(-1);
  if (last && !isWritten(last)) return;
  append(form, (blanks.get(form) as Blank).line, 1);
  nameAll(form);
}

function nameAll(form: HTMLFormElement): void {
  const lines = linesOf(form);
  lines.forEach((line, n) => {
    number(line, n + 1);
    nameHandles(line, n + 1, lines.length);
  });
}
