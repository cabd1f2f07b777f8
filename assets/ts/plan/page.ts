/** The plan page: what is open in the project that is worked on, in step with what the reader saves and chooses. */
import { savedIn } from "../actions";
import { button, made, tell } from "../dom";
import { fillPaper } from "../paper";
import { currentOn, LIST, placesIn } from "../projects";
import type { Shelf } from "../shelf";
import { count, t } from "../words";
import { Board } from "./board";
import { choiceFrom, chosen, FIRST, queryOf } from "./choice";
import type { Choice } from "./choice";
import { Controls } from "./controls";
import { dataOf, isAnswered, NOTHING } from "./data";
import { nothingChosen, nothingOpen, nothingYet, notLoaded } from "./empty";
import { Gone } from "./gone";
import { groupsOf } from "./groups";
import { tied, titleOf } from "./tied";

export class PlanPage {
  readonly #shelf: Shelf;
  readonly #ways: HTMLElement;
  readonly #lead = document.querySelector<HTMLElement>(".iv-lead");
  readonly #summary = this.#lead?.textContent ?? "";
  readonly #board = new Board();
  readonly #controls = new Controls((choice) => this.#choose(choice));
  readonly #shown = made("p", "iv-status");
  readonly #list = made("div");
  readonly #gone = new Gone();
  readonly #kept = made("p", "iv-quiet iv-section iv-screen");
  #choice = choiceFrom(location.search);
  #data = NOTHING;
  /** The newest reading; an older one that comes late is dropped. */
  #reading = 0;

  constructor(root: HTMLElement, shelf: Shelf) {
    this.#shelf = shelf;
    this.#ways = root.querySelector("a") ?? made("span");
    this.#shown.role = "status";
    this.#kept.hidden = true;
    const aside = made("aside", "iv-margin iv-screen", this.#controls.form, this.#shown);
    aside.ariaLabel = t("state_and_tools");
    root.replaceChildren(this.#board.facts, aside, this.#list, this.#gone.block, this.#kept);
    this.#board.wire(root, () => ({ project: currentOn(shelf) }));
    this.#placeTools(aside);
    addEventListener("popstate", () => this.#show(choiceFrom(location.search)));
    shelf.watch((name) => {
      if (name === null || name === LIST || name.startsWith(`${currentOn(shelf).id}:`)) void this.read();
    });
  }

  /** Say something politely. */
  readonly say: Board["say"] = (said, undo) => this.#board.say(said, undo);

  /** Read what is saved, load what it needs, and show it. */
  async read(): Promise<void> {
    const reading = ++this.#reading;
    const saved = savedIn({ project: currentOn(this.#shelf) });
    const data = await dataOf(saved, new Date()).catch(() => null);
    if (reading !== this.#reading) return;
    this.#data = data ?? NOTHING;
    this.#shown.textContent = "";
    this.#draw();
    if (!data) this.#list.replaceChildren(notLoaded(() => void this.#again()));
  }

  async #again(): Promise<void> {
    await this.read();
    this.#list.querySelector<HTMLElement>("button, a")?.focus();
  }

  #draw(): void {
    const { saved, tools, tasks } = this.#data;
    this.#head();
    this.#board.show(tasks);
    this.#gone.show(saved, tools, placesIn(this.#shelf, currentOn(this.#shelf).id).length);
    this.#drawList();
  }

  /** Whose plan it is, and where it lies. */
  #head(): void {
    const project = currentOn(this.#shelf);
    const [name, answered, kept] = [project.name || t("own_project"), isAnswered(this.#data), this.#shelf.kept];
    if (this.#lead) tell(this.#lead, answered ? t("plan_lead", { project: name }) : this.#summary);
    fillPaper(project, true);
    tell(this.#kept, kept ? t("plan_kept") : t("not_kept"), " ", button("save-file", t("save_file")));
    this.#kept.hidden = !answered;
  }

  #drawList(): void {
    const { tasks, entries } = this.#data;
    const focused = this.#focused;
    this.#controls.show(this.#choice, tasks, entries);
    this.#list.replaceChildren(this.#body());
    if (focused) [...this.#list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
  }

  #body(): HTMLElement {
    const { entries, tools, tasks } = this.#data;
    if (!isAnswered(this.#data)) return nothingYet(this.#ways);
    if (!tasks.length) return nothingOpen(this.#ways);
    const left = chosen(tasks, this.#choice);
    if (!left.length) return nothingChosen(() => this.#showAll());
    const { by } = this.#choice;
    return tied(
      groupsOf(left, by, (tool) => titleOf(tool, entries), new Date()),
      { by, entries, tools },
    );
  }

  #show(choice: Choice): void {
    this.#choice = choice;
    this.#drawList();
    tell(this.#shown, count("plan_shown", chosen(this.#data.tasks, choice).length));
  }

  #choose(choice: Choice): void {
    try {
      history.pushState(null, "", location.pathname + queryOf(choice, location.search));
    } catch {
      // A page that was opened from a folder may not change its address.
    }
    this.#show(choice);
  }

  #showAll(): void {
    this.#choose({ ...FIRST, by: this.#choice.by });
    // The button that was pressed is gone.
    this.#controls.focus();
  }

  /** The address of the link in the list that has the focus, if one has. */
  get #focused(): string {
    const active = document.activeElement;
    return active instanceof HTMLAnchorElement && this.#list.contains(active) ? active.href : "";
  }

  /** In a wide window the tools stand in the margin, below the choices; in a narrow one after the plan. */
  #placeTools(aside: HTMLElement): void {
    const wide = matchMedia("(min-width: 72em)");
    const place = (): void => {
      if (wide.matches) aside.append(this.#board.tools);
      else this.#gone.block.after(this.#board.tools);
    };
    wide.addEventListener("change", place);
    place();
  }
}
