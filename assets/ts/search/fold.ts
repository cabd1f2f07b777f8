/** Words as they are compared. */

const SAME: readonly [RegExp, string][] = [
  [/æ/g, "ä"],
  [/ø|œ/g, "ö"],
];
const SPELT: readonly [RegExp, string][] = [
  [/ae|ä/g, "a"],
  [/oe|ö/g, "o"],
  [/aa|å/g, "a"],
];
const MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** The shortest stem that is left of a word. */
const LEAST = 4;

/** A text's words, as they are written; soft hyphens are none of theirs. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .replace(/\u00ad/g, "")
      .match(WORD) ?? []
  );
}

/** A word without case, Danish letters as Swedish ones. */
export function plain(word: string): string {
  return SAME.reduce((text, [letter, other]) => text.replace(letter, other), word.normalize("NFC").toLowerCase());
}

/** A plain word as it is typed where the keyboard has no such letters: `laering`, `laring` and `läring` are one. */
export function fold(word: string): string {
  const spelt = SPELT.reduce((text, [letters, other]) => text.replace(letters, other), word);
  return spelt.normalize("NFD").replace(MARKS, "").normalize("NFC");
}

/** What takes the endings of a language's words away. */
export type Stemmer = (folded: string) => string;

/** A stemmer for these endings: the longest that fits goes. */
export function stemmer(endings: readonly string[]): Stemmer {
  const sorted = [...new Set(endings.map((one) => fold(plain(one))))].sort((a, b) => b.length - a.length);
  return (word) => {
    const ending = sorted.find((one) => word.length - one.length >= LEAST && word.endsWith(one));
    const stem = ending ? word.slice(0, -ending.length) : word;
    // A doubled consonant at the end is spelling: `team` and `teammet`.
    return stem.length > LEAST && /([bdfgklmnprst])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  };
}
