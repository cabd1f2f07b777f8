/** All words of the index, and which of them a typed word may mean. */
import { halves } from "./compounds";
import { slips } from "./distance";
import { fold, type Stemmer } from "./fold";
import { lacking } from "./letters";
import { compared, mistyped, sharing, type Likeness, type Word } from "./likeness";

/** A word of the index that a typed word may mean. */
export interface Match extends Likeness {
  term: number;
}

/** The words of an index. They are numbered from 0 as they come. */
export class Vocabulary {
  private readonly words: Word[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly stems = new Set<string>();
  private readonly known = new Map<string, Match[]>();

  constructor(private readonly stem: Stemmer) {}

  /** A word by its number. */
  word(term: number): Readonly<Word> {
    return this.words[term] as Word;
  }

  /** The number of a plain word, which is new to the vocabulary or not; `written` is how the text has it. */
  add(word: string, written: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const one = compared(word, this.stem, written.toLowerCase());
    const number = this.words.push(one) - 1;
    this.numbers.set(word, number);
    this.stems.add(one.stem);
    this.known.clear();
    return number;
  }

  /** All words that a plain word may mean. */
  matches(word: string): readonly Match[] {
    let found = this.known.get(word);
    if (!found) this.known.set(word, (found = this.find(compared(word, this.stem))));
    return found;
  }

  /** The halves of a compound that the index does not know but its halves; empty for any other word. */
  halves(plain: string): string[] {
    const word = fold(plain);
    return this.stems.has(this.stem(word)) ? [] : halves(word, this.stems, this.stem);
  }

  /** The word of the index that is most like a word it does not have; nothing where none is near. */
  nearest(word: string): string | undefined {
    const typed = compared(word, this.stem);
    if (word.length < 2) return undefined;
    let least = Math.ceil(word.length / 2);
    let found: string | undefined;
    for (const other of this.words) {
      if (lacking(typed.letters, other.letters) >= least || lacking(other.letters, typed.letters) >= least) continue;
      const off = slips(typed.folded, other.folded, least - 1);
      if (off < least) [least, found] = [off, other.written];
    }
    return found;
  }

  private find(typed: Word): Match[] {
    const found: Match[] = [];
    this.words.forEach((other, term) => {
      const likeness = sharing(typed, other);
      if (likeness) found.push({ term, ...likeness });
    });
    // Where the word itself is known, what looks like it is another word.
    if (found.some((one) => one.how !== "part")) return found;
    this.words.forEach((other, term) => {
      const likeness = mistyped(typed, other);
      if (likeness) found.push({ term, ...likeness });
    });
    return found;
  }
}
