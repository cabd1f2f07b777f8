/** Answers that no checklist of the site belongs to any more: shown in the words they were saved in, never lost. */
import { made } from "../dom";
import type { Answer, Id, Place, Saved, Tool } from "../model";
import { count, dateInWords, t, told } from "../words";
import { checklistAt } from "./tasks";

export class Gone {
  readonly block = made("div");
  readonly #list = made("div");
  readonly #details = made("details", "iv-retired", made("summary", "", t("plan_gone")), this.#list);

  /** `stored` is how many places there are in storage: what is more than is read cannot be read. */
  show(saved: Record<Place, Saved>, tools: Record<Id, Tool>, stored: number): void {
    const gone = Object.entries(saved).filter(([place]) => !checklistAt(place, tools));
    const unread = stored - Object.keys(saved).length;
    this.#list.replaceChildren(made("p", "", t("plan_gone_kept")), ...gone.flatMap(entry));
    this.block.replaceChildren(...(gone.length ? [this.#details] : []));
    if (unread) this.block.append(made("p", "iv-retired", count("plan_unread", unread)));
  }
}

function entry([place, { items, rows = [] }]: [Place, Saved]): HTMLElement[] {
  const answered = Object.entries(items).map(([id, answer]) => line(answer.text ?? id, partsOf(answer)));
  const list = [...answered, ...rows.map(({ id, cells }) => line(id, Object.values(cells)))];
  return [made("h3", "", place), made("ul", "iv-terms", ...list)];
}

function partsOf({ answer, rating, value, note, owner, due }: Answer): (string | undefined)[] {
  const light = answer && told().answers[answer];
  return [light, rating?.toString(), value, note, owner, due && dateInWords(due)];
}

function line(name: string, parts: (string | undefined)[]): HTMLElement {
  const words = parts.filter(Boolean).join(" · ");
  return made("li", "", made("b", "", name), words && `: ${words}`);
}
