/** What is searched: the data scripts of a language, as macros/search.py makes them. */

/** What a text of an entry is. */
export type Field = "title" | "also" | "other" | "when" | "head" | "item" | "theirs" | "body";

/** A tool, a page, a term, or something that took place. */
export interface Entry {
  /** The tool's id; nothing for what is no tool. */
  id?: string;
  title: string;
  /** The address below the site's root. */
  page: string;
  /** The language of the title, where it is not the site's. */
  lang?: string;
  /** The title in the other languages, by their codes. */
  other?: Record<string, string>;
  /** Other words for it. */
  also?: string[];
  /** What people say when they need it. */
  when?: string[];
  /** Its sections, each with its language where that is not the site's. */
  heads?: [anchor: string, text: string, lang?: string][];
  /** Its items by checklist, likewise. */
  items?: Record<string, [id: string, text: string, lang?: string][]>;
  /** What it is about, in a sentence. */
  about?: string;
  /** The language of that sentence, where it is not the site's. */
  says?: string;
}

/** The first script: all that most readers mean. */
export interface First {
  lang: string;
  /** The address of the second script, below the site's root. */
  more: string;
  /** Words that questions are made of, and that nobody searches for. */
  stop: string;
  /** What words end in when they are inflected. */
  endings: string;
  entries: Entry[];
}

/** The second script: what is said about the entries of the first, further entries, and the words of the texts. */
export interface More {
  /** A sentence about each tool. */
  about: string[];
  /** The languages of these sentences, empty for the site's; absent where all are in that. */
  says?: string[];
  /** Further words for each tool. */
  also: string[][];
  /** What each tool is also called in the other languages. */
  theirs: Record<string, string[]>[];
  entries: Entry[];
  /** The sections whose words are known: the entry, and the number of its heading (-1 before the first). */
  places: [entry: number, head: number][];
  /** The words of the sections in order: how many letters each has in common with the one before, and the rest. */
  words: string;
  /** For each word the steps from one of its places to the next. */
  found: string;
  /** Words that too many pages have for their places to be told, by how many that are. */
  common: Record<number, string>;
}
