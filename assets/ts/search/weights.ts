/** What counts how much; found by trying on queries that people wrote, over both languages (`make bench` shows how they fare). */
import type { Field } from "./shape";

/** What a word is worth by the text that it stands in. */
export const WEIGHTS: Record<Field, number> = {
  title: 5,
  also: 3.4,
  other: 4.09,
  when: 2.26,
  head: 1.22,
  item: 1.33,
  theirs: 2.2,
  body: 1.93,
};

/** How alike words are that are not the same. A share is that of the shorter in the longer. */
export const WORTH = {
  same: 0.95,
  other: 0.38,
  inflected: 0.78,
  begins: 0.5,
  beginsShare: 0.52,
  ends: 0.24,
  endsShare: 0.4,
  inside: 0.2,
  insideShare: 0.39,
  stem: 0.85,
  head: 0.08,
  headShare: 0.56,
  tail: 0.15,
  tailShare: 0.24,
  middle: 0.05,
  middleShare: 0.61,
  typo: 0.98,
  slip: 0.11,
  coming: 0.72,
  comingShare: 0.3,
};

/** How words and texts add up. */
export const TUNE = {
  // How much less a word counts that is not the very one that was typed.
  power: 2.35,
  titlePower: 0.43,
  // How much less one word counts in a longer text.
  length: 0.24,
  // How much more an entry's other texts with the word add, and at most.
  second: 0.16,
  cap: 7.14,
  // How much it counts that an entry has all words of the query.
  cover: 0.47,
  // How much more a text counts that the query says in whole.
  whole: 0.68,
  // How much more a text counts that has several words of the query.
  together: 0.3,
  // How much each half of a compound counts, beside the compound.
  halves: 0.6,
  // How alike words must be to be counted when it is asked how rare one is.
  strong: 0.56,
  idf: 0.79,
  common: 0.85,
  rare: 1.05,
  least: 0.16,
};
