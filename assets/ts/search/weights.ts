/** What counts how much; found by trying on queries that people wrote, over both languages (`make bench` shows how they fare). */
import type { Field } from "./shape";

/** What a word is worth by the text that it stands in. */
export const WEIGHTS: Record<Field, number> = {
  title: 5,
  also: 4,
  other: 4,
  when: 3,
  head: 2,
  item: 1.4,
  theirs: 3,
  body: 1,
};

/** How alike words are that are not the same. A share is that of the shorter in the longer. */
export const WORTH = {
  same: 0.97,
  other: 0.5,
  inflected: 0.93,
  begins: 0.5,
  beginsShare: 0.45,
  ends: 0.5,
  endsShare: 0.4,
  inside: 0.35,
  insideShare: 0.4,
  stem: 0.9,
  head: 0.3,
  headShare: 0.45,
  tail: 0.3,
  tailShare: 0.45,
  middle: 0.1,
  middleShare: 0.4,
  typo: 0.9,
  slip: 0.15,
  coming: 0.4,
  comingShare: 0.35,
};

/** How words and texts add up. */
export const TUNE = {
  // How much less a word counts that is not the very one that was typed.
  power: 2,
  titlePower: 1.2,
  // How much less one word counts in a longer text.
  length: 0.12,
  // How much more an entry's other texts with the word add, and at most.
  second: 0.15,
  cap: 6,
  // How much it counts that an entry has all words of the query.
  cover: 0.5,
  // How much more a text counts that the query says in whole.
  whole: 0.6,
  // How much more a text counts that has several words of the query.
  together: 0.5,
  // How much each half of a compound counts, beside the compound.
  halves: 0.6,
  // How alike words must be to be counted when it is asked how rare one is.
  strong: 0.7,
  idf: 0.5,
  common: 1,
  rare: 1,
  least: 0.1,
};
