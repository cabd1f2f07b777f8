/** What changed in a checklist since the reader's answers were saved: items that are new, and answers whose items are gone. */
import type { Answer, Saved } from "../model";
import { made } from "../dom";
import { count, dateInWords, t, told } from "../words";
import { itemsOf } from "./kind";

/** Point out the items that the reader has not had before them; none before anything is saved. */
export function markNew(form: HTMLFormElement, seen: readonly string[]): void {
  for (const old of form.querySelectorAll(".iv-new, .iv-news")) old.remove();
  const fresh = itemsOf(form).filter(([id]) => !seen.includes(id));
  for (const [, item] of fresh) {
    const mark = made("span", "iv-new", t("new_item"));
    (item.querySelector("legend") ?? item).append(" ", mark);
  }
  if (fresh.length)
    form.querySelector(".iv-form__title")?.after(made("p", "iv-news", count("new_items", fresh.length)));
}

/** Show the answers that stay although their items were taken out of the checklist. */
export function showRetired(place: HTMLElement, saved: Saved, ids: readonly string[]): void {
  place.querySelector(".iv-retired")?.remove();
  const gone = [...Object.entries(saved.items).filter(([id]) => !ids.includes(id)), ...goneCells(place, saved)];
  if (!gone.length) return;
  const list = made("ul", "iv-terms");
  for (const [id, answer] of gone) list.append(entry(id, answer));
  const block = made("details", "iv-retired");
  block.append(made("summary", "", count("retired_answers", gone.length)), list);
  place.append(block);
}

/** What stands in columns that the table no longer has. */
function goneCells(place: HTMLElement, { rows = [] }: Saved): [id: string, answer: Answer][] {
  const columns = new Set([...place.querySelectorAll<HTMLElement>("[data-column]")].map((one) => one.dataset.column));
  const cells = rows.flatMap((row) => Object.entries(row.cells));
  return cells.filter(([id, value]) => value && !columns.has(id)).map(([id, value]) => [id, { value }]);
}

function entry(id: string, answer: Answer): HTMLElement {
  const item = made("li");
  const light = answer.answer ? told().answers[answer.answer] : "";
  const due = answer.due ? dateInWords(answer.due) : "";
  const parts = [light, answer.rating, answer.value, answer.note, answer.owner, due];
  item.append(made("b", "", answer.text ?? id), `: ${parts.filter(Boolean).join(" · ")}`);
  return item;
}
