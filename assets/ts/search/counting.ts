/** What the words of one query are worth, counted word by word: to each entry, and to each text. */
import type { Hit, Reason, Term } from "./engine";
import type { Entry } from "./shape";
import type { Text, Texts } from "./texts";
import type { Match } from "./vocabulary";
import { TUNE, WEIGHTS } from "./weights";

/** What is known of an entry. */
interface Tally {
  score: number;
  covered: number;
  whole: number;
  together: number;
  reasons: Reason[];
}

/** How much of the query a text says: in words, in what they are worth, and how many of them there are. */
interface Said {
  text: Text;
  words: number;
  worth: number;
  terms: number;
  /** How alike the word is that is being counted. */
  alike: number;
}

/** What a word is worth to an entry: where it is worth most, and in all texts together. */
interface Best {
  match: Match;
  text: Text;
  worth: number;
  sum: number;
}

export class Counting {
  private readonly tallies = new Map<number, Tally>();
  private readonly said = new Map<number, Said>();
  private asked = 0;
  private total = 0;

  constructor(private readonly texts: Texts) {}

  /** Count one word of the query towards all entries that have it. */
  add(term: Term): void {
    const best = new Map<number, Best>();
    const strong = new Set<number>();
    const saying: Said[] = [];
    for (const match of term.matches) {
      const [inTitle, elsewhere] = [match.alike ** TUNE.titlePower, match.alike ** TUNE.power];
      for (const number of this.texts.having(match.term)) {
        const said = this.#said(number);
        const { text } = said;
        const alike = text.field === "title" ? inTitle : elsewhere;
        if (!said.alike) saying.push(said);
        if (alike > said.alike) said.alike = alike;
        if (match.alike >= TUNE.strong && (text.field !== "body" || match.how !== "part")) strong.add(text.entry);
        const worth = (WEIGHTS[text.field] * alike) / crowd(text);
        const known = best.get(text.entry);
        if (!known) best.set(text.entry, { match, text, worth, sum: worth });
        else {
          known.sum += worth;
          if (worth > known.worth) Object.assign(known, { match, text, worth });
        }
      }
    }
    const rarity = term.weight * this.#rarity(term, strong.size);
    for (const said of saying) say(said, term.weight, rarity);
    for (const one of best.values()) this.#credit(term, one, rarity);
    this.asked += term.weight;
    this.total += rarity;
  }

  /** The entries that answer, the best first. */
  hits(): Hit[] {
    for (const said of this.said.values()) this.#together(said);
    const hits = [...this.tallies].map(([number, tally]): Hit => {
      const cover = 1 - TUNE.cover + (TUNE.cover * tally.covered) / this.total;
      const score = (tally.score + TUNE.together * tally.together) * cover * (1 + TUNE.whole * tally.whole);
      tally.reasons.sort((a, b) => b.worth - a.worth);
      return { entry: this.texts.entries[number] as Entry, score, reasons: tally.reasons };
    });
    return hits.sort((a, b) => b.score - a.score);
  }

  #said(number: number): Said {
    let said = this.said.get(number);
    if (!said)
      this.said.set(number, (said = { text: this.texts.text(number), words: 0, worth: 0, terms: 0, alike: 0 }));
    return said;
  }

  /** Credit an entry with what a word is worth to it. */
  #credit({ typed }: Term, { match, text, worth, sum }: Best, rarity: number): void {
    let tally = this.tallies.get(text.entry);
    if (!tally) this.tallies.set(text.entry, (tally = { score: 0, covered: 0, whole: 0, together: 0, reasons: [] }));
    const { plain: word, written } = this.texts.vocabulary.word(match.term);
    const all = rarity * (worth + TUNE.second * Math.min(sum - worth, TUNE.cap));
    tally.score += all;
    tally.covered += rarity;
    tally.reasons.push({ typed, word, written, how: match.how, alike: match.alike, text, worth: all });
  }

  /** Credit an entry with what a text of its says of the query as a whole. */
  #together({ text, words, worth, terms }: Said): void {
    const tally = this.tallies.get(text.entry) as Tally;
    if (terms > 1) tally.together = Math.max(tally.together, (worth * WEIGHTS[text.field]) / crowd(text));
    if (text.field === "body" || text.field === "item") return;
    const share = Math.min(1, words / text.length) * Math.min(1, words / this.asked);
    tally.whole = Math.max(tally.whole, (share * WEIGHTS[text.field]) / WEIGHTS.title);
  }

  /** How much a word tells that so many entries have. */
  #rarity(term: Term, having: number): number {
    const all = this.texts.entries.length;
    const known = Math.max(having, this.texts.timesCommon(term.word) * TUNE.common);
    return Math.max(TUNE.least, Math.log(1 + Math.max(0, all - known + TUNE.idf) / (known + TUNE.idf)) ** TUNE.rare);
  }
}

/** How much less a word counts in a text, for all the others that it has. */
function crowd(text: Text): number {
  return 1 + TUNE.length * (text.length - 1);
}

/** Let a text have said the word that was counted. */
function say(said: Said, weight: number, rarity: number): void {
  said.words += said.alike * weight;
  said.worth += said.alike * rarity;
  said.terms += weight;
  said.alike = 0;
}
