/** The engine: which entries answer a query, and what in them does. */
import { Counting } from "./counting";
import { plain, wordsOf } from "./fold";
import type { How } from "./likeness";
import type { Entry, First, More } from "./shape";
import { Texts, type Text } from "./texts";
import type { Match } from "./vocabulary";
import { TUNE } from "./weights";

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
export interface Term {
  typed: string;
  word: string;
  weight: number;
  matches: readonly Match[];
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
    const counting = new Counting(this.texts);
    for (const term of this.#terms(query)) counting.add(term);
    return counting.hits();
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
}
