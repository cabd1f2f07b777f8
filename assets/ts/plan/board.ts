/** What surrounds the plan: its figures, what can be done with it, and what is said politely. */
import { wireActions } from "../actions";
import type { Scope } from "../actions";
import { made } from "../dom";
import { Said } from "../said";
import type { Undo } from "../said";
import { handingLines, toolLines } from "../tools";
import type { ToolLine } from "../tools";
import { t } from "../words";
import { ONLY } from "./choice";
import type { Task } from "./tasks";

export class Board {
  readonly facts = made("dl", "iv-facts iv-facts--wide");
  readonly tools = made("div", "iv-bar__tools");
  readonly #acts = toolLines(LINES());
  readonly #said = new Said(() => this.#acts.querySelector<HTMLElement>('[data-action="delete"]'));

  constructor() {
    this.facts.hidden = true;
    this.tools.append(this.#acts, this.#said.block);
  }

  /** Let the buttons below `root` act. */
  wire(root: HTMLElement, scope: () => Scope): void {
    wireActions(root, { scope, announce: (said, undo) => this.say(said, undo) });
  }

  /** Count all open points, whatever is shown of them. */
  show(tasks: readonly Task[]): void {
    const figures: [string, Task[]][] = [
      [t("plan_open"), [...tasks]],
      [t("plan_overdue"), tasks.filter(ONLY.overdue)],
      [t("plan_no_due"), tasks.filter(ONLY["no-due"])],
      [t("plan_no_owner"), tasks.filter(ONLY["no-owner"])],
    ];
    this.facts.replaceChildren(
      ...figures.flatMap(([name, found]) => [made("dt", "", name), made("dd", "", String(found.length))]),
    );
    this.facts.hidden = !tasks.length;
  }

  /** Say something politely, with a way back where there is one. */
  say(said: string, undo?: Undo): void {
    this.#said.say(said, undo);
  }
}

const LINES = (): ToolLine[] => {
  const save: [string, string] = ["save-all", t("save_file")];
  return [...handingLines(), [t("all_projects"), [save, ["delete", t("delete_all")]]]];
};
