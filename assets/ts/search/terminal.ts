/** The engine without a page, for `kit search` and the tests: JSON in, JSON out. */
import { Engine } from "./engine";
import { answer } from "./shown";
import type { First, More } from "./shape";

interface Asked {
  first: First;
  more: More;
  queries: string[];
  most: number;
}

/** What a query finds, and how long that took, in milliseconds. */
interface Found {
  milliseconds: number;
  /** The tools that a box shows, by id. */
  shown: string[];
  hits: { id: string; title: string; page: string; score: number; reasons: Why[] }[];
}

interface Why {
  typed: string;
  word: string;
  how: string;
  field: string;
  text: string;
  worth: number;
}

/** Answer all queries. */
export function answered(json: string): string {
  const { first, more, queries, most }: Asked = JSON.parse(json);
  const engine = new Engine(first);
  engine.extend(more);
  return JSON.stringify(queries.map((query) => found(engine, query, most)));
}

function found(engine: Engine, query: string, most: number): Found {
  const began = performance.now();
  const hits = engine.search(query);
  const milliseconds = performance.now() - began;
  return {
    milliseconds,
    shown: answer(engine, query, most).tools.map(({ hit }) => hit.entry.id ?? ""),
    hits: hits.slice(0, most).map(({ entry, score, reasons }) => ({
      id: entry.id ?? "",
      title: entry.title,
      page: entry.page,
      score,
      reasons: reasons.map(({ typed, written, how, text, worth }) => {
        return { typed, word: written, how, field: text.field, text: text.text, worth };
      }),
    })),
  };
}
