/** What stands in place of a plan: nothing yet, why, and one way on. */
import { button, made } from "../dom";
import { t, told } from "../words";

/** Nobody has answered anything: how the plan comes about. `tools` leads to the tools. */
export function nothingYet(tools: HTMLElement): HTMLElement {
  const { part, none } = told().answers;
  const words = t("plan_empty", { part: part.toLowerCase(), none: none.toLowerCase() });
  return empty(words, tools, button("open-file", t("open_file"), "iv-button"));
}

/** There are answers, and all is well. */
export function nothingOpen(tools: HTMLElement): HTMLElement {
  return empty(t("plan_done"), tools);
}

/** The reader's choice leaves nothing. */
export function nothingChosen(showAll: () => void): HTMLElement {
  const all = button("show-all", t("plan_show_all"), "iv-button");
  all.addEventListener("click", showAll);
  return empty(t("plan_none_match"), all);
}

/** What the plan is made from could not be loaded. */
export function notLoaded(again: () => void): HTMLElement {
  const retry = button("retry", t("try_again"), "iv-button");
  retry.addEventListener("click", again);
  return empty(t("not_loaded"), retry);
}

function empty(words: string, ...ways: HTMLElement[]): HTMLElement {
  return made("div", "iv-empty", made("p", "", words), made("p", "iv-begin", ...ways));
}
