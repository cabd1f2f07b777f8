/** What stands beside a checklist: how far it is, what can be done with it, and where the answers are kept. */
import { wireActions } from "../actions";
import { made, tell } from "../dom";
import { fillPaper } from "../paper";
import { currentOn, placesIn } from "../projects";
import { Said } from "../said";
import type { Undo } from "../said";
import type { Shelf } from "../shelf";
import { handingLines, toolLines } from "../tools";
import type { ToolLine } from "../tools";
import { t } from "../words";
import type { KitChecklist } from "./element";
import type { Progress } from "./kind";
import { showLarge } from "./large";
import { thread } from "./thread";

/** Remembers that the reader was once told to keep a file too. */
const TOLD = "told";

export class Toolbar {
  readonly #host: KitChecklist;
  readonly #shelf: Shelf;
  readonly #figure = made("strong", "iv-progress__figure");
  readonly #line = made("span");
  readonly #more = made("span", "iv-small");
  readonly #said = new Said(() => this.#button(this.#host.canUndo ? "undo" : "clear"));
  readonly #hint = made("p", "iv-status");
  readonly #kept = made("p", "iv-kept");
  readonly #tools: HTMLElement;

  constructor(host: KitChecklist, shelf: Shelf) {
    this.#host = host;
    this.#shelf = shelf;
    this.#tools = toolLines(LINES());
    this.#build();
    this.#tools.addEventListener("click", (event) => this.#own((event.target as HTMLElement).dataset?.action));
    wireActions(this.#tools, {
      scope: () => ({ project: currentOn(shelf), place: host.place }),
      announce: (said, undo) => this.say(said, undo),
    });
  }

  /** Show how far the form is. */
  show(progress: Progress): void {
    tell(this.#figure, progress.said);
    // On paper a blank form says nothing of how far it is.
    const { items, rows } = this.#host.saved;
    this.#figure.toggleAttribute("data-blank", !rows && !Object.keys(items).length);
    this.#line.replaceChildren(thread(progress.done, progress.total));
    tell(this.#more, progress.more);
    this.#button("undo").disabled = !this.#host.canUndo;
  }

  /** Say something politely, with a way back where there is one. */
  say(said: string, undo?: Undo): void {
    this.#said.say(said, undo, this.#figure.textContent ?? "");
  }

  /** After a change: whether it was kept; the first time ever, that a file is a good thing to have too. */
  savedNow(): void {
    this.showProject();
    if (!this.#shelf.kept || this.#shelf.get(TOLD)) return;
    this.#shelf.set(TOLD, "1");
    tell(this.#hint, t("keep_a_file"));
  }

  /** Where the answers are kept, and in which project. */
  showProject(): void {
    const project = currentOn(this.#shelf);
    const name = project.name || t("own_project");
    tell(this.#kept, this.#shelf.kept ? t("kept_here", { project: name }) : t("not_kept"));
    this.#kept.classList.toggle("iv-kept--not", !this.#shelf.kept);
    // Nothing is kept any more where all was deleted.
    if (!this.#shelf.get(TOLD)) tell(this.#hint);
    fillPaper(project, placesIn(this.#shelf, project.id).length > 0);
  }

  #own(action = ""): void {
    if (action === "projector") showLarge(this.#host.form).catch(() => this.say(t("not_loaded")));
    if (action === "undo") this.#host.undo();
    else if (action === "clear") this.#host.clear();
    else return;
    // A disabled button would drop the focus to the page's beginning.
    if (this.#button("undo").disabled) this.#button("clear").focus();
  }

  #build(): void {
    const { form } = this.#host;
    const bar = made("div", "iv-bar", made("p", "iv-progress", this.#figure, this.#line, this.#more), this.#kept);
    bar.role = "group";
    bar.ariaLabel = t("state_and_tools");
    const tools = made("div", "iv-bar__tools", this.#tools, this.#hint);
    // Within sight wherever in the form something was done.
    form.append(this.#said.block);
    [...form.querySelectorAll(":scope > .iv-form__title, :scope > .iv-form__intro")].at(-1)?.after(bar);
    if (form.classList.contains("iv-form--wide")) form.append(tools);
    else this.#beside(bar, tools);
  }

  /** In a wide window the tools stand in the margin, below the progress; in a narrow one after the last item. */
  #beside(bar: HTMLElement, tools: HTMLElement): void {
    const wide = matchMedia("(min-width: 72em)");
    const place = (): void => (wide.matches ? bar : this.#host.form).append(tools);
    bar.classList.add("iv-margin", "iv-margin--stay");
    wide.addEventListener("change", place);
    place();
  }

  #button(action: string): HTMLButtonElement {
    return this.#tools.querySelector(`[data-action="${action}"]`) as HTMLButtonElement;
  }
}

const LINES = (): ToolLine[] => [
  ...handingLines(),
  [
    t("correct_about"),
    [
      ["undo", t("undo")],
      ["clear", t("clear")],
      ["delete", t("delete_all")],
    ],
  ],
  [t("meeting_about"), [["projector", t("show_large")]]],
];
