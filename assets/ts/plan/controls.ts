/** The choices beside the plan: what it is gathered by, and what is left out. */
import { made } from "../dom";
import type { Id, ToolEntry } from "../model";
import { t, told } from "../words";
import { FIRST } from "./choice";
import type { Choice } from "./choice";
import type { Task } from "./tasks";
import { titleOf } from "./tied";

type Option = readonly [value: string, words: string];

export class Controls {
  readonly form = made("form", "iv-plan__choice", made("h2", "iv-margin__title", t("plan_show")));
  readonly #fields: Record<keyof Choice, HTMLSelectElement>;

  /** `changed` is told what the reader chooses. */
  constructor(changed: (choice: Choice) => void) {
    const { part, none } = told().answers;
    this.#fields = {
      by: this.#field("by", t("plan_by"), [
        ["owner", t("responsible")],
        ["tool", t("tool")],
        ["due", t("deadline")],
      ]),
      light: this.#field("light", t("plan_light"), [
        ["", t("plan_all")],
        ["none", none],
        ["part", part],
      ]),
      tool: this.#field("tool", t("tool"), []),
      only: this.#field("only", t("plan_only"), [
        ["", t("plan_all")],
        ["overdue", t("plan_overdue")],
        ["no-due", t("plan_no_due")],
        ["no-owner", t("plan_no_owner")],
      ]),
    };
    this.form.hidden = true;
    this.form.ariaLabel = t("plan_show");
    this.form.addEventListener("change", () => changed(this.#chosen));
    // Enter must not send the form, which would load the page anew.
    this.form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Show what is chosen; the tools to choose between are those that have tasks. */
  show(choice: Choice, tasks: readonly Task[], entries: Record<Id, ToolEntry>): void {
    const ids = [...new Set([...tasks.map(({ tool }) => tool), choice.tool])].filter(Boolean);
    const named = ids.map((id): Option => [id, titleOf(id, entries)]);
    named.sort(([, a], [, b]) => a.localeCompare(b, told().lang));
    this.#fields.tool.replaceChildren(...options([["", t("plan_all")], ...named]));
    for (const name of NAMES) this.#fields[name].value = choice[name];
    this.form.hidden = !tasks.length;
  }

  /** Put the focus on the first choice that leaves something out. */
  focus(): void {
    this.#fields.light.focus();
  }

  get #chosen(): Choice {
    return Object.fromEntries(NAMES.map((name) => [name, this.#fields[name].value])) as unknown as Choice;
  }

  #field(name: keyof Choice, words: string, choices: readonly Option[]): HTMLSelectElement {
    const select = made("select", "iv-input", ...options(choices));
    select.name = name;
    this.form.append(made("label", "iv-field", words, select));
    return select;
  }
}

const NAMES = Object.keys(FIRST) as (keyof Choice)[];

function options(choices: readonly Option[]): HTMLOptionElement[] {
  return choices.map(([value, words]) => new Option(words, value));
}
