/** The engine: which entries answer a query, and what in them does. */
import { plain, wordsOf } from "./fold";
import type { How } from "./likeness";
import type { Entry, First, More } from "./shape";
import { Texts, type Text } from "./texts";
import type { Match } from "./vocabulary";
import { TUNE, WEIGHTS } from "./weights";

/** Why an entry was found: the word that was typed, the one that it met, and the text where that stands. */
export interface Reason {
  typed: string;
  /** The word that it met: plain, and as it is written. */
  word: string;
  written: string;
  how: How;
  /** How alike the two are. */
  alike: number;
  text: Text;
  worth: number;
}

/** An entry that answers; its reasons come with the weightiest first. */
export interface Hit {
  entry: Entry;
  score: number;
  reasons: Reason[];
}

/** A word of the query, or half of one. */
interface Term {
  typed: string;
  word: string;
  weight: number;
  matches: readonly Match[];
}

/** What is known of an entry while the words of a query are gone through. */
interface Tally {
  score: number;
  covered: number;
  whole: number;
  together: number;
  reasons: Reason[];
}

/** How much of the query a text says: in words, in what they are worth, and how many of them there are. */
interface Said {
  words: number;
  worth: number;
  terms: number;
}

export class Engine {
  readonly texts: Texts;

  constructor(first: First) {
    this.texts = new Texts(first);
  }

  /** Take in the second script. */
  extend(more: More): void {
    this.texts.extend(more);
  }

  /** The entries that answer, the best first. */
  search(query: string): Hit[] {
    const terms = this.#terms(query);
    const tallies = new Map<number, Tally>();
    const said = new Map<number, Said>();
    let total = 0;
    for (const term of terms) total += this.#count(term, tallies, said);
    const asked = terms.reduce((sum, term) => sum + term.weight, 0);
    for (const [number, { words, worth, terms }] of said) {
      const { entry, field, length } = this.texts.text(number);
      const tally = tallies.get(entry) as Tally;
      if (terms > 1)
        tally.together = Math.max(tally.together, (worth * WEIGHTS[field]) / (1 + TUNE.length * (length - 1)));
      if (field === "body" || field === "item") continue;
      const share = Math.min(1, words / length) * Math.min(1, words / asked);
      tally.whole = Math.max(tally.whole, (share * WEIGHTS[field]) / WEIGHTS.title);
    }
    const hits = [...tallies].map(([number, tally]): Hit => {
      const cover = 1 - TUNE.cover + (TUNE.cover * tally.covered) / total;
      const score = (tally.score + TUNE.together * tally.together) * cover * (1 + TUNE.whole * tally.whole);
      tally.reasons.sort((a, b) => b.worth - a.worth);
      return { entry: this.texts.entries[number] as Entry, score, reasons: tally.reasons };
    });
    return hits.sort((a, b) => b.score - a.score);
  }

  /** What a query is about: its words without those of grammar, and compounds with their halves. */
  #terms(query: string): Term[] {
    const words = new Map(wordsOf(query).map((word) => [plain(word), word]));
    const telling = [...words.keys()].filter((word) => !this.texts.isGrammar(word));
    return (telling.length ? telling : [...words.keys()]).flatMap((whole) => {
      const { vocabulary } = this.texts;
      const halves = vocabulary.halves(whole);
      const weight = halves.length ? TUNE.halves : 1;
      const typed = words.get(whole) as string;
      return [whole, ...halves].map((word) => ({ typed, word, weight, matches: vocabulary.matches(word) }));
    });
  }

  /** Count one word of the query towards all entries that have it; return what it is worth at most. */
  #count(term: Term, tallies: Map<number, Tally>, said: Map<number, Said>): number {
    const best = new Map<number, Reason>();
    const sums = new Map<number, number>();
    const likest = new Map<number, number>();
    const strong = new Set<number>();
    for (const match of term.matches) {
      for (const number of this.texts.having(match.term)) {
        const text = this.texts.text(number);
        const alike = match.alike ** (text.field === "title" ? TUNE.titlePower : TUNE.power);
        const worth = (WEIGHTS[text.field] * alike) / (1 + TUNE.length * (text.length - 1));
        if (match.alike >= TUNE.strong && (text.field !== "body" || match.how !== "part")) strong.add(text.entry);
        if (alike > (likest.get(number) ?? 0)) likest.set(number, alike);
        sums.set(text.entry, (sums.get(text.entry) ?? 0) + worth);
        if (worth > (best.get(text.entry)?.worth ?? 0)) {
          const { plain: word, written } = this.texts.vocabulary.word(match.term);
          best.set(text.entry, { typed: term.typed, word, written, how: match.how, alike: match.alike, text, worth });
        }
      }
    }
    const rarity = term.weight * this.#rarity(term, strong.size);
    for (const [number, alike] of likest) {
      const known = said.get(number) ?? { words: 0, worth: 0, terms: 0 };
      const { words, worth, terms } = known;
      said.set(number, {
        words: words + alike * term.weight,
        worth: worth + alike * rarity,
        terms: terms + term.weight,
      });
    }
    for (const [entry, reason] of best) {
      let tally = tallies.get(entry);
      if (!tally) tallies.set(entry, (tally = { score: 0, covered: 0, whole: 0, together: 0, reasons: [] }));
      const others = Math.min((sums.get(entry) as number) - reason.worth, TUNE.cap);
      reason.worth = rarity * (reason.worth + TUNE.second * others);
      tally.score += reason.worth;
      tally.covered += rarity;
      tally.reasons.push(reason);
    }
    return rarity;
  }

  /** How much a word tells that so many entries have. */
  #rarity(term: Term, having: number): number {
    const all = this.texts.entries.length;
    const known = Math.max(having, this.texts.timesCommon(term.word) * TUNE.common);
    return Math.max(TUNE.least, Math.log(1 + Math.max(0, all - known + TUNE.idf) / (known + TUNE.idf)) ** TUNE.rare);
  }
}
