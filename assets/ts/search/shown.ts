/** What of an engine's answer is shown, and why each entry is there. */
import type { Engine, Hit, Reason } from "./engine";
import { plain, wordsOf } from "./fold";
import type { Text } from "./texts";

/** An entry as it is shown. */
export interface Shown {
  hit: Hit;
  /** What the entry was found by, where its title does not say it; null where it does. */
  why: Reason | null;
  /** Places on its page: each with a heading or an item, and what was met there. */
  places: Reason[];
}

export interface Answer {
  tools: Shown[];
  others: Shown[];
}

/** An entry is shown when it is worth at least this share of the best. */
const SHARE = 0.15;
/** Pages that are no tools have to answer better: most readers want a tool. */
const OTHERS = 0.45;
/** Where no word is more like one that was typed than this, it is chance. */
const LEAST = 0.25;

/** What to show of a query's answer: at most so many tools, and half as many other pages. */
export function answer(engine: Engine, query: string, most: number): Answer {
  const hits = engine.search(query).filter((hit) => hit.reasons.some((reason) => reason.alike >= LEAST));
  const best = hits[0]?.score ?? 0;
  const tools = hits.filter((hit) => hit.entry.id && hit.score >= SHARE * best);
  const others = hits.filter((hit) => !hit.entry.id && hit.score >= OTHERS * best);
  return { tools: tools.slice(0, most).map(shown), others: others.slice(0, most / 2).map(shown) };
}

function shown(hit: Hit): Shown {
  const [first] = hit.reasons;
  const why = first && !first.text.anchor && (first.how === "typo" || !saysSo(first.text)) ? first : null;
  const places = new Map<string, Reason>();
  for (const reason of hit.reasons) {
    const { anchor } = reason.text;
    if (anchor && !places.has(anchor)) places.set(anchor, reason);
  }
  return { hit, why, places: [...places.values()].slice(0, 2) };
}

/** Whether the text stands in what is shown of every entry. */
function saysSo(text: Text): boolean {
  return text.field === "title" || (text.field === "body" && !text.anchor);
}

/** A text cut at the words that were met: every second piece is one. */
export function cut(text: string, reasons: readonly Pick<Reason, "word">[]): string[] {
  const met = new Set(reasons.map((reason) => reason.word));
  const pieces = [""];
  let at = 0;
  for (const word of wordsOf(text)) {
    const start = text.indexOf(word, at);
    if (start < 0 || !met.has(plain(word))) continue;
    pieces[pieces.length - 1] += text.slice(at, start);
    pieces.push(word, "");
    at = start + word.length;
  }
  pieces[pieces.length - 1] += text.slice(at);
  return pieces;
}

/** Words of the site that a query without an answer may have meant. */
export function meant(engine: Engine, query: string): string[] {
  const words = wordsOf(query)
    .map(plain)
    .filter((word) => !engine.texts.isGrammar(word));
  return [...new Set(words.flatMap((word) => engine.texts.vocabulary.nearest(word) ?? []))];
}
