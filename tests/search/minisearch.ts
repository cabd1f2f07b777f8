/** MiniSearch with the site's own index and analysis, for `make bench` to measure ours beside: JSON in, JSON out. */
import MiniSearch from "minisearch";
import { decoded } from "../../assets/ts/search/coded";
import { halves } from "../../assets/ts/search/compounds";
import { fold, plain, stemmer, wordsOf, type Stemmer } from "../../assets/ts/search/fold";
import type { Entry, Field, First, More } from "../../assets/ts/search/shape";
import { WEIGHTS } from "../../assets/ts/search/weights";

interface Asked {
  first: First;
  more: More;
  queries: string[];
}

/** An entry with all that it says, by what it is. */
type Told = Record<Field, string> & { id: number };

/** The tools that answer each query, the best first; an address stands for what is no tool. */
export function answered(json: string): string {
  const { first, more, queries }: Asked = JSON.parse(json);
  const entries = [...first.entries, ...more.entries];
  const told = entries.map((entry, n) => ({ id: n, ...toldBy(entry, n, more) }));
  for (const [word, places] of decoded(more))
    for (const place of places) (told[more.places[place]?.[0] ?? 0] as Told).body += ` ${word}`;
  const index = indexOf(told, first);
  return JSON.stringify(
    queries.map((query) =>
      index.search(query).map(({ id }) => entries[id as number]?.id ?? entries[id as number]?.page),
    ),
  );
}

function toldBy(entry: Entry, n: number, more: More): Record<Field, string> {
  return {
    title: entry.title,
    also: [...(entry.also ?? []), ...(more.also[n] ?? [])].join(" "),
    other: Object.values(entry.other ?? {}).join(" "),
    when: (entry.when ?? []).join(" "),
    head: (entry.heads ?? []).map(([, text]) => text).join(" "),
    item: Object.values(entry.items ?? {})
      .flatMap((items) => items.map(([, text]) => text))
      .join(" "),
    theirs: Object.values(more.theirs[n] ?? {})
      .flat()
      .join(" "),
    body: entry.about ?? more.about[n] ?? "",
  };
}

function indexOf(told: readonly Told[], first: First): MiniSearch {
  const stem = stemmer(first.endings.split(" "));
  const stop = new Set(first.stop.split(" ").map(plain));
  const fields = Object.keys(WEIGHTS) as Field[];
  const words = told.flatMap((one) => fields.flatMap((field) => wordsOf(one[field])));
  const stems = new Set(words.map((word) => stem(fold(plain(word)))));
  const index = new MiniSearch<Told>({
    fields,
    tokenize: wordsOf,
    processTerm: (word) => (stop.has(plain(word)) ? null : analysed(fold(plain(word)), stems, stem)),
    // What does best by the development set.
    searchOptions: {
      boost: WEIGHTS,
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      weights: { prefix: 0.2, fuzzy: 0.2 },
      bm25: { k: 1.2, b: 0.3, d: 0.5 },
    },
  });
  index.addAll(told);
  return index;
}

/** A word's stem, with those of the words that it is made of. */
function analysed(word: string, stems: ReadonlySet<string>, stem: Stemmer): string[] {
  return [word, ...halves(word, stems, stem)].map(stem);
}
