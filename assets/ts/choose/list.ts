/** The list of all tools, narrowed to what the reader looks for. */
import { tell } from "../dom";
import { count, t } from "../words";
import { isChosen } from "./chosen";
import type { Chosen } from "./chosen";
import { leftBy, narrowed } from "./fits";
import { Asking } from "./form";
import { listedIn } from "./listed";
import type { Listed } from "./listed";

export class List {
  readonly #items: readonly HTMLElement[];
  readonly #groups: readonly HTMLElement[];
  readonly #tools: readonly Listed[];
  /** The answers with a number behind them, which the page has to begin with, by the element that says their words. */
  readonly #counted: ReadonlyMap<HTMLElement, { name: string; value: string; words: string }>;
  readonly #status: HTMLElement;
  readonly #all: HTMLElement;
  readonly #empty: HTMLElement;

  constructor(main: HTMLElement, details: HTMLDetailsElement) {
    const part = (selector: string): HTMLElement => main.querySelector(selector) as HTMLElement;
    const form = details.querySelector("form") as HTMLFormElement;
    this.#items = [...main.querySelectorAll<HTMLElement>("li[data-tool-id]")];
    this.#groups = [...main.querySelectorAll<HTMLElement>(".iv-group")];
    this.#tools = this.#items.map((item) => listedIn(item, item.firstElementChild?.textContent ?? ""));
    this.#counted = countedIn(form);
    this.#status = part('.iv-shown [role="status"]');
    this.#all = part(".iv-shown button");
    this.#empty = part(".iv-empty");
    const asking = new Asking(form, (chosen) => this.#show(chosen));
    this.#all.addEventListener("click", () => {
      asking.clear();
      // The button that was pressed is gone.
      const summary = details.querySelector("summary");
      (summary?.getClientRects().length ? summary : form.querySelector("input"))?.focus();
    });
  }

  #show(chosen: Chosen): void {
    const left = new Set(narrowed(this.#tools, chosen).map(({ id }) => id));
    for (const item of this.#items) item.hidden = !left.has(item.dataset.toolId ?? "");
    for (const group of this.#groups) group.hidden = isChosen(chosen) && !group.querySelector("li:not([hidden])");
    for (const [element, { name, value, words }] of this.#counted) {
      element.textContent = `${words} (${leftBy(this.#tools, chosen, name, value)})`;
    }
    const total = this.#tools.length;
    this.#all.hidden = !isChosen(chosen);
    this.#empty.hidden = left.size > 0;
    tell(this.#status, isChosen(chosen) ? t("tools_of", { number: left.size, total }) : count("tools", total));
  }
}

function countedIn(form: HTMLFormElement): Map<HTMLElement, { name: string; value: string; words: string }> {
  const counted = new Map<HTMLElement, { name: string; value: string; words: string }>();
  const add = (element: HTMLElement, name: string, value: string): void => {
    if (!value) return;
    const foreign = element.querySelector<HTMLElement>("[lang]");
    if (foreign) element.lang = foreign.lang;
    counted.set(element, { name, value, words: (element.textContent ?? "").replace(/ \(\d+\)$/, "") });
  };
  for (const span of form.querySelectorAll<HTMLElement>("label > span")) {
    const box = span.previousElementSibling as HTMLInputElement;
    add(span, box.name, box.value);
  }
  for (const option of form.querySelectorAll("option")) {
    add(option, (option.parentElement as HTMLSelectElement).name, option.value);
  }
  return counted;
}
