/** What taking a bundle in would change, in words: numbers for each checklist and, folded, each difference. */
import { made } from "../dom";
import type { Saved } from "../model";
import { count, t } from "../words";
import { stateOf, statesOf } from "./difference";
import type { Leaf, State } from "./difference";
import { labelOf, valueOf } from "./labels";
import type { Known } from "./labels";
import { phrase } from "./phrase";

/** How many are shown: nobody reads on behind these. */
const MOST = 200;

/** One checklist that came, against ours. */
export interface Change {
  known: Known;
  theirs: Saved;
  leaves: Leaf[];
  /** Ours lies there but cannot be read. */
  isUnreadable: boolean;
}

/** As in “3 nye svar · 2 forskellige · 12 ens”; `withOurs` adds those that only we have. */
export function numbersOf(changes: readonly Change[], withOurs: boolean): string {
  const states = changes.flatMap(({ leaves }) => statesOf(leaves));
  const number = (state: State): number => states.filter((one) => one === state).length;
  const said = [count("take_new", number("new"))];
  if (number("different")) said.push(count("take_different", number("different")));
  if (number("same")) said.push(count("take_same", number("same")));
  if (withOurs && number("ours")) said.push(count("take_ours", number("ours")));
  return said.join(" · ");
}

/** The checklists, each with its numbers and its differences. */
export function listOf(changes: readonly Change[], withOurs: boolean): HTMLElement {
  const list = made("ul", "iv-terms");
  for (const change of changes.slice(0, MOST)) list.append(entryOf(change, withOurs));
  if (changes.length > MOST) list.append(made("li", "", count("take_more", changes.length - MOST)));
  return list;
}

function entryOf(change: Change, withOurs: boolean): HTMLElement {
  const unreadable = change.isUnreadable ? [made("br"), t("take_unreadable")] : [];
  const numbers = numbersOf([change], withOurs);
  const entry = made("li", "", made("b", "", change.known.title), made("br"), numbers, ...unreadable);
  const shown = change.leaves.filter((leaf) => stateOf(leaf) !== "same" && (withOurs || stateOf(leaf) !== "ours"));
  if (shown.length) entry.append(folded(change, shown));
  return entry;
}

/** The differences, made when somebody unfolds them. */
function folded(change: Change, leaves: readonly Leaf[]): HTMLElement {
  const list = made("ul", "iv-dialog__list");
  const details = made("details", "iv-dialog__more", made("summary", "", t("take_show")), list);
  const fill = (): void => {
    for (const leaf of leaves.slice(0, MOST)) list.append(lineOf(change, leaf));
    if (leaves.length > MOST) list.append(made("li", "", count("take_more", leaves.length - MOST)));
  };
  details.addEventListener("toggle", fill, { once: true });
  return details;
}

function lineOf({ known, theirs }: Change, leaf: Leaf): HTMLElement {
  const sentence = { new: t("take_only_new"), ours: t("take_only_ours"), different: t("take_pair"), same: "" }[
    stateOf(leaf)
  ];
  const values = { ours: valueOf(leaf, known, leaf.ours), theirs: valueOf(leaf, known, leaf.theirs) };
  const label = made("bdi", "iv-dialog__label", labelOf(leaf, known, theirs));
  return made("li", "", label, " ", ...phrase(sentence, values));
}
