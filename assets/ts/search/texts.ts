/** The index: every text of every entry, and in which of them each word stands. */
import { decoded } from "./coded";
import { fold, plain, stemmer, wordsOf, type Stemmer } from "./fold";
import type { Entry, Field, First, More } from "./shape";
import { Vocabulary } from "./vocabulary";

/** One text of an entry. */
export interface Text {
  /** The number of its entry. */
  entry: number;
  field: Field;
  text: string;
  /** Where on the page it stands; empty for what is said of the whole. */
  anchor: string;
  /** The language, where it is not the site's. */
  lang: string;
  /** How many words it has, without those of grammar. */
  length: number;
}

/** So many words a section counts for, since only which words it has is known. */
const SECTION = 30;

export class Texts {
  readonly entries: Entry[] = [];
  readonly vocabulary: Vocabulary;
  private readonly texts: Text[] = [];
  /** The numbers of the texts that have a word, by the word's number. */
  private readonly postings: number[][] = [];
  private readonly stop: Set<string>;
  private readonly stem: Stemmer;
  private readonly common = new Map<string, number>();

  constructor(first: First) {
    this.stop = new Set(first.stop.split(" ").map(plain));
    this.stem = stemmer(first.endings.split(" "));
    this.vocabulary = new Vocabulary(this.stem);
    first.entries.forEach((entry) => this.#enter(entry));
  }

  /** Take in the second script. */
  extend(more: More): void {
    more.about.forEach((text, n) => {
      Object.assign(this.entries[n] as Entry, { about: text, says: more.says?.[n] });
      this.#take(n, "body", text);
    });
    more.also.forEach((texts, n) => texts.forEach((text) => this.#take(n, "also", text)));
    more.theirs.forEach((words, n) => {
      for (const [lang, texts] of Object.entries(words))
        for (const text of texts) this.#take(n, "theirs", text, "", lang);
    });
    more.entries.forEach((entry) => this.#enter(entry));
    const sections = more.places.map(([entry, head]) => this.#section(entry, head));
    for (const [word, places] of decoded(more))
      for (const place of places) this.#post(plain(word), word, sections[place] as number);
    // In the order of the numbers: of a stem's words the most common counts.
    for (const [number, words] of Object.entries(more.common))
      for (const word of words.split(" ")) this.common.set(this.#stemOf(plain(word)), Number(number));
  }

  /** A text by its number. */
  text(number: number): Text {
    return this.texts[number] as Text;
  }

  /** The numbers of the texts that have a word of the vocabulary. */
  having(term: number): readonly number[] {
    return this.postings[term] ?? [];
  }

  /** Whether a plain word only holds sentences together. */
  isGrammar(word: string): boolean {
    return this.stop.has(word);
  }

  /** How many pages have a plain word that too many have for their places to be told; 0 for all other words. */
  timesCommon(word: string): number {
    return this.common.get(this.#stemOf(word)) ?? 0;
  }

  #stemOf(word: string): string {
    return this.stem(fold(word));
  }

  #enter(entry: Entry): void {
    const n = this.entries.push(entry) - 1;
    this.#take(n, "title", entry.title);
    for (const [lang, text] of Object.entries(entry.other ?? {})) this.#take(n, "other", text, "", lang);
    for (const text of entry.also ?? []) this.#take(n, "also", text);
    for (const text of entry.when ?? []) this.#take(n, "when", text);
    for (const [anchor, text, lang] of entry.heads ?? []) this.#take(n, "head", text, anchor, lang);
    for (const [list, items] of Object.entries(entry.items ?? {}))
      for (const [id, text, lang] of items) this.#take(n, "item", text, `${entry.id}--${list}--${id}`, lang);
    if (entry.about) this.#take(n, "body", entry.about);
  }

  #take(entry: number, field: Field, text: string, anchor = "", lang = ""): void {
    const words = new Map(wordsOf(text).map((word) => [plain(word), word]));
    const length = [...words.keys()].filter((word) => !this.stop.has(word)).length || words.size;
    const number = this.texts.push({ entry, field, text, anchor, lang, length }) - 1;
    for (const [word, written] of words) this.#post(word, written, number);
  }

  #section(entry: number, head: number): number {
    const [anchor, text, lang = ""] = this.entries[entry]?.heads?.[head] ?? ["", ""];
    return this.texts.push({ entry, field: "body", text, anchor, lang, length: SECTION }) - 1;
  }

  #post(word: string, written: string, text: number): void {
    const term = this.vocabulary.add(word, written);
    (this.postings[term] ??= []).push(text);
  }
}
