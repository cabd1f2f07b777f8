/** What a table's rows are worked with: buttons at each row and below the table, and Alt with an arrow key. */
import { MOST_ROWS } from "../caps";
import { button, made } from "../dom";
import type { Saved } from "../model";
import { t } from "../words";
import { tellFit } from "./agenda";
import { linesOf } from "./cells";
import type { Line } from "./cells";
import type { Host } from "./kind";

/** The answers that follow from an action at a row (counted from 0); null where there is nothing to do. */
type Change = (host: Host, action: string, at: number) => Saved | null;

/** The buttons of a row, with the words on them and the words that name them. */
const HANDLES: Record<string, [word: () => string, name: (number: number) => string]> = {
  "move-up": [() => t("move_up"), (number) => t("move_row_up", { number })],
  "move-down": [() => t("move_down"), (number) => t("move_row_down", { number })],
  "copy-row": [() => t("copy_it"), (number) => t("copy_row", { number })],
  "remove-row": [() => t("remove_it"), (number) => t("remove_row", { number })],
};

/** What is said when an action is done; `number` is the row's before, counted from 1. */
const SAID: Record<string, (number: number) => string> = {
  "add-row": (number) => t("row_added", { number: number + 1 }),
  "copy-row": (number) => t("row_copied", { number: number + 1 }),
  "remove-row": (number) => t("row_removed", { number }),
  "move-up": (number) => t("row_moved", { number: number - 1 }),
  "move-down": (number) => t("row_moved", { number: number + 1 }),
  "remove-examples": () => t("examples_removed"),
};

/** Give a row its buttons. */
export function equip(line: Line): void {
  const buttons = Object.entries(HANDLES).map(([action, [word]]) => {
    const one = button(action, "", "iv-handle");
    one.append(made("span", "", word()));
    if (action.startsWith("move"))
      one.setAttribute("aria-keyshortcuts", action === "move-up" ? "Alt+ArrowUp" : "Alt+ArrowDown");
    return one;
  });
  line.append(part("td", "cell", made("span", "iv-handles__row", ...buttons)));
}

/** Give a table the head of that column, and the buttons below it. */
export function equipTable(host: Host, change: Change): void {
  const { form } = host;
  form.querySelector("thead tr")?.append(part("th", "columnheader", made("span", "iv-hidden", t("row_handles"))));
  form.querySelector("tfoot tr")?.append(part("td", "cell"));
  const tools = [button("add-row", t("add_row")), button("remove-examples", t("remove_examples"))];
  const most = made("span", "iv-small", t("rows_most", { number: MOST_ROWS }));
  form.querySelector(".iv-scroll")?.after(made("p", "iv-handles__table", ...tools, most));
  form.addEventListener("click", ({ target }) => {
    const one = (target as Element).closest<HTMLElement>("[data-action]");
    if (one) act(host, change, one.dataset.action as string, one.closest("tr"));
  });
  form.addEventListener("keydown", (event) => moveByKey(event, host, change));
}

/** Name a row's buttons by its number, counted from 1 of `all`. */
export function nameHandles(line: Line, number: number, all: number): void {
  for (const one of line.querySelectorAll<HTMLElement>(".iv-handle")) {
    const action = one.dataset.action as string;
    one.title = HANDLES[action]?.[1](number) ?? "";
    one.setAttribute("aria-label", one.title);
    // A disabled button would lose the focus when its row has come to the end.
    const last = (action === "move-up" && number === 1) || (action === "move-down" && number === all);
    one.setAttribute("aria-disabled", String(last));
  }
}

/** Show what can be done with the table as it is. */
export function showTools(form: HTMLFormElement, full: boolean, examples: boolean): void {
  const tools = form.querySelector(".iv-handles__table") as HTMLElement;
  const [add, remove, most] = [...tools.children] as [HTMLButtonElement, HTMLElement, HTMLElement];
  add.disabled = full;
  most.hidden = !full;
  remove.hidden = !examples;
  const note = form.querySelector<HTMLElement>(".iv-rows caption");
  if (note) note.hidden = !examples;
}

function act(host: Host, change: Change, action: string, line: Line | null): void {
  const lines = linesOf(host.form);
  const at = line ? lines.indexOf(line) : lines.length - 1;
  const next = change(host, action, at);
  if (!next) return;
  host.change(next, SAID[action]?.(at + 1));
  if (!action.startsWith("move")) focusAfter(host.form, action, at);
  tellFit(host, SAID[action]?.(at + 1));
}

/** In a new row at its first field; after a row that is gone at the same button of the next; else below the table. */
function focusAfter(form: HTMLFormElement, action: string, at: number): void {
  const lines = linesOf(form);
  const isGone = action === "remove-row";
  const wanted = isGone ? "[data-action='remove-row']" : "textarea, input, select";
  const found =
    lines[isGone ? at : at + 1]?.querySelector<HTMLElement>(wanted) ??
    form.querySelector<HTMLElement>("[data-action='add-row']");
  found?.focus();
}

/** Lists and dates open with Alt and an arrow themselves. */
function moveByKey(event: KeyboardEvent, host: Host, change: Change): void {
  const field = event.target as HTMLElement;
  const line = field.closest<Line>("tr[data-row]");
  const action = { ArrowUp: "move-up", ArrowDown: "move-down" }[event.key];
  if (!event.altKey || !action || !line || field.matches("select, [type='date']")) return;
  event.preventDefault();
  act(host, change, action, line);
}

function part<K extends "td" | "th">(tag: K, role: string, ...children: Node[]): HTMLElementTagNameMap[K] {
  const cell = made(tag, "iv-handles", ...children);
  cell.setAttribute("role", role);
  return cell;
}
