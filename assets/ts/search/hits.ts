/** The answers of the search as elements. */
import { address } from "../catalogue";
import { made } from "../dom";
import { count, t, told } from "../words";
import type { Reason } from "./engine";
import { cut, type Answer, type Shown } from "./shown";

/** Keeps a place in a sentence; no text has it. */
const HERE = "\n";

/** How many there are, in words. */
export function numberOf({ tools, others }: Answer): string {
  return count("hits", tools.length + others.length);
}

/** The answers as lists: tools, then what else there is below its `head`, which is no heading above a page's own. */
export function lists({ tools, others }: Answer, head: "h2" | "p"): HTMLElement[] {
  const first = tools.length ? [made("ol", "iv-hits__list", ...tools.map(item))] : [];
  if (!others.length) return first;
  return [...first, made(head, "iv-hits__head", t("other_pages")), made("ol", "iv-hits__list", ...others.map(item))];
}

function item(shown: Shown): HTMLLIElement {
  const { entry, reasons } = shown.hit;
  const link = linkTo(entry.page, entry.title, reasons, entry.lang);
  link.className = "iv-hits__title";
  const one = made("li", "iv-hits__hit", link);
  if (entry.id) one.dataset.toolId = entry.id;
  if (shown.why) one.append(made("p", "iv-hits__why", ...whyOf(shown.why)));
  if (entry.about) one.append(about(entry.about, entry.says, reasons));
  if (shown.places.length) {
    const places = shown.places.map((reason) => made("li", "", ...placeOf(entry.page, reason)));
    one.append(made("ul", "iv-hits__places", ...places));
  }
  return one;
}

function about(text: string, lang = "", reasons: readonly Reason[]): HTMLElement {
  const line = made("p", "iv-hits__about", ...marked(text, reasons));
  if (lang) line.lang = lang;
  return line;
}

/** Why an entry is there that does not bear the word in its title. */
function whyOf(reason: Reason): (Node | string)[] {
  const { field, lang, text } = reason.text;
  if (reason.how === "typo") return around(t("hit_like", { words: HERE }), made("mark", "", reason.written));
  const words = made("span", "", ...marked(text, [reason]));
  if (lang) words.lang = lang;
  if (lang) return around(t("hit_in_language", { language: languageName(lang), words: HERE }), words);
  return around(field === "when" ? t("hit_when", { words: HERE }) : t("hit_also", { words: HERE }), words);
}

/** A sentence with an element in the place that is kept for it. */
function around(sentence: string, words: HTMLElement): (Node | string)[] {
  const [before = "", after = ""] = sentence.split(HERE);
  return [before, words, after];
}

function placeOf(page: string, reason: Reason): (Node | string)[] {
  const { anchor, field, lang, text } = reason.text;
  const link = linkTo(`${page}#${anchor}`, text, field === "body" ? [] : [reason], lang);
  if (field !== "body") return [link];
  return [link, " ", ...around(t("hit_mentions", { words: HERE }), made("mark", "", reason.written))];
}

function linkTo(page: string, text: string, reasons: readonly Reason[], lang = ""): HTMLAnchorElement {
  const link = made("a", "", ...marked(text, reasons));
  link.href = address(page);
  if (lang) link.lang = lang;
  return link;
}

function marked(text: string, reasons: readonly Reason[]): (Node | string)[] {
  return cut(text, reasons).map((piece, n) => (n % 2 ? made("mark", "", piece) : piece));
}

function languageName(code: string): string {
  return new Intl.DisplayNames(told().lang, { type: "language" }).of(code) ?? code;
}
