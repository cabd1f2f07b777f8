/** Find your tool: the questions, and what is suggested while they are answered. */
import { made, tell } from "../dom";
import { t } from "../words";
import { isChosen } from "./chosen";
import type { Chosen } from "./chosen";
import { Asking } from "./form";
import { listedIn } from "./listed";
import type { Listed } from "./listed";
import { listed, reason } from "./reason";
import type { Said } from "./reason";
import { suggested } from "./suggest";

export class Guide {
  readonly #rows: ReadonlyMap<string, HTMLElement>;
  readonly #tools: readonly Listed[];
  readonly #said: Said;
  readonly #status: HTMLElement;
  readonly #ways: HTMLElement;
  readonly #found: HTMLElement;
  readonly #first: HTMLElement;
  readonly #others: HTMLElement;

  constructor(main: HTMLElement, form: HTMLFormElement) {
    const rows = [...main.querySelectorAll<HTMLElement>("tr[data-tool-id]")];
    const part = (selector: string): HTMLElement => main.querySelector(selector) as HTMLElement;
    this.#tools = rows.map((row) => listedIn(row));
    this.#rows = new Map(rows.map((row) => [row.dataset.toolId ?? "", row]));
    this.#said = saidIn(form);
    this.#status = part('.iv-ask [role="status"]');
    this.#ways = part(".iv-ask__ways");
    this.#found = part(".iv-found");
    this.#first = part(".iv-found ol");
    this.#others = part(".iv-found__others");
    const asking = new Asking(form, (chosen) => this.#show(chosen));
    this.#ways.querySelector("button")?.addEventListener("click", () => {
      asking.clear();
      // The button that was pressed is gone.
      form.querySelector<HTMLElement>(":checked")?.focus();
    });
  }

  #show(chosen: Chosen): void {
    const { first, others } = suggested(this.#tools, chosen);
    this.#found.hidden = this.#ways.hidden = !isChosen(chosen);
    this.#others.hidden = !others.length;
    this.#first.replaceChildren(...first.map((tool) => this.#knot(tool, chosen)));
    this.#others.querySelector("ul")?.replaceChildren(...others.map((tool) => this.#line(tool, chosen)));
    const titles = first.map((tool) => this.#link(tool).textContent ?? "");
    if (isChosen(chosen)) tell(this.#status, t("guide_said", { tools: listed(titles) }));
    else if (this.#status.textContent) tell(this.#status, t("guide_all"));
  }

  #knot(tool: Listed, chosen: Chosen): HTMLElement {
    const title = made("h3", "iv-knots__title", this.#link(tool));
    const why = made("p", "", reason(tool, chosen, this.#said));
    const summary = made("p", "iv-quiet", this.#copy(tool, "[data-summary]"));
    const time = this.#row(tool).querySelector("[data-time]")?.textContent ?? "";
    return made("li", "iv-task", made("div", "", title, why, summary), made("p", "iv-task__when iv-task__facts", time));
  }

  #line(tool: Listed, chosen: Chosen): HTMLElement {
    return made("li", "", this.#link(tool), made("p", "iv-quiet", reason(tool, chosen, this.#said)));
  }

  #link(tool: Listed): HTMLElement {
    return this.#copy(tool, "a");
  }

  /** A part of the tool's row, to stand elsewhere too. */
  #copy(tool: Listed, selector: string): HTMLElement {
    const copy = this.#row(tool).querySelector(selector)?.cloneNode(true) as HTMLElement;
    copy.hidden = false;
    return copy;
  }

  #row(tool: Listed): HTMLElement {
    return this.#rows.get(tool.id) as HTMLElement;
  }
}

function saidIn(form: HTMLFormElement): Said {
  const said: Record<string, Record<string, string>> = {};
  for (const { name, value, dataset } of form.querySelectorAll("input"))
    (said[name] ??= {})[value] = dataset.said ?? "";
  return said;
}
