/** How like two words are: 1 for the same word, 0 for words that have nothing to do with each other. */
import { slips } from "./distance";
import { fold, type Stemmer } from "./fold";
import { among, lacking, lettersOf } from "./letters";
import { WORTH } from "./weights";

/** How a word of the index was found by the word that was typed. */
export type How = "exact" | "inflected" | "part" | "typo";

/** A word as it is compared. */
export interface Word {
  /** Without case. */
  plain: string;
  /** As its text has it. */
  written: string;
  folded: string;
  /** What is left of the folded word without its ending. */
  stem: string;
  /** Whether it has letters of its language's own. */
  own: boolean;
  /** Which letters the folded word has, its stem, and the plain word. */
  letters: number;
  stemLetters: number;
  plainLetters: number;
}

/** How like a word of the index is, and in what way. */
export interface Likeness {
  alike: number;
  how: How;
}

/** A part of a word that counts as a word has at least so many letters. */
const PART = 4;
/** From so many letters on one slip is forgiven, and two. */
const [ONE_SLIP, TWO_SLIPS] = [4, 8];

/** A plain word as it is compared. */
export function compared(plain: string, stem: Stemmer, written = plain): Word {
  const folded = fold(plain);
  const stemmed = stem(folded);
  return {
    plain,
    written,
    folded,
    stem: stemmed,
    own: /[^\0-\x7f]/.test(plain),
    letters: lettersOf(folded),
    stemLetters: lettersOf(stemmed),
    plainLetters: lettersOf(plain),
  };
}

/** How like the typed word and another are that have a part in common; null when they have none. */
export function sharing(typed: Word, other: Word): Likeness | null {
  if (!comparable(typed, other)) return null;
  if (typed.plain === other.plain) return { alike: 1, how: "exact" };
  // Who types `får` does not mean `far`; who types `faar` or `far` may well mean both. A single `å` is no slip for `a`.
  if (typed.folded === other.folded) {
    if (!typed.own) return { alike: WORTH.same, how: "exact" };
    return typed.folded.length > 1 ? { alike: WORTH.other, how: "typo" } : null;
  }
  if (typed.stem === other.stem) return { alike: WORTH.inflected, how: "inflected" };
  const alike = Math.max(within(typed, other), around(typed, other));
  return alike ? { alike, how: "part" } : null;
}

/** Whether one of the words may be a part of the other, by their letters. */
function comparable(typed: Word, other: Word): boolean {
  return (
    among(typed.stemLetters, other.letters) ||
    among(other.stemLetters, typed.letters) ||
    (typed.own && among(typed.plainLetters, other.plainLetters))
  );
}

/** The typed word is a part of the other: its beginning, its end (which says what a compound is), or its middle. */
function within(typed: Word, other: Word): number {
  const word = typed.own ? typed.plain : typed.folded;
  const long = typed.own ? other.plain : other.folded;
  const share = word.length / long.length;
  if (word.length >= 2 && long.startsWith(word)) return WORTH.begins + WORTH.beginsShare * share;
  const { stem } = typed;
  if (stem.length < PART) return 0;
  if (other.stem.endsWith(stem)) return WORTH.ends + (WORTH.endsShare * stem.length) / other.stem.length;
  if (long.includes(word)) return WORTH.inside + WORTH.insideShare * share;
  if (typed.own && !other.folded.includes(stem)) return 0;
  const part = stem.length / other.folded.length;
  if (stem.length > PART && other.folded.startsWith(stem))
    return (WORTH.begins + WORTH.beginsShare * part) * WORTH.stem;
  return stem.length > PART && other.folded.includes(stem) ? (WORTH.inside + WORTH.insideShare * part) * WORTH.stem : 0;
}

/** The other word is a part of the typed one. */
function around(typed: Word, other: Word): number {
  const { length } = other.stem;
  if (length < PART) return 0;
  const share = length / typed.folded.length;
  if (typed.folded.startsWith(other.stem)) return WORTH.head + WORTH.headShare * share;
  if (typed.stem.endsWith(other.stem)) return WORTH.tail + WORTH.tailShare * share;
  return length > PART && typed.folded.includes(other.stem) ? WORTH.middle + WORTH.middleShare * share : 0;
}

/** How like the other word is when the typed one has slips in it, at its end or while its end is still to come. */
export function mistyped(typed: Word, other: Word): Likeness | null {
  const { length } = typed.folded;
  const most = length >= TWO_SLIPS ? 2 : length >= ONE_SLIP ? 1 : 0;
  if (!most || Math.min(length, typed.stem.length) - most > other.folded.length) return null;
  const missing = lacking(typed.letters, other.letters);
  if (missing + lacking(other.letters, typed.letters) <= 2 * most) {
    const off = Math.min(slips(typed.folded, other.folded, most), slips(typed.stem, other.stem, most));
    if (off <= most) return { alike: WORTH.typo - WORTH.slip * off, how: "typo" };
  }
  // Each slip takes one letter at most.
  if (length <= ONE_SLIP || other.folded.length <= length || missing > most) return null;
  const off = slips(typed.folded, other.folded.slice(0, length), most);
  if (off > most) return null;
  return { alike: WORTH.coming + (WORTH.comingShare * length) / other.folded.length - 0.1 * off, how: "typo" };
}
