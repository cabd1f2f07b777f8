/** Answers of every shape that the site can save, for property tests; and a shelf without a browser. */
import fc from "fast-check";
import type { Answer, Bundle, BundledProject, Row, Saved, Voice } from "../../assets/ts/model";
import type { Shelf } from "../../assets/ts/shelf";

/** Text as people and attackers write it: markup, controls, lone surrogates, names that every object has. */
const odd = fc.constantFrom(
  "<img src=x onerror=alert(1)>",
  "</script><script>self.__pwned = 1</script>",
  "javascript:alert(1)",
  "=HYPERLINK(1)",
  "\ud83d",
  "\u202egnp.exe",
  "\u200b\u0000\ufeff",
  "__proto__",
  "æøå ÄÖ",
  "x".repeat(300),
);
export const line = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), odd);
const long = fc.oneof(line, fc.constant("lang tekst\n".repeat(900)));
export const id = fc.oneof(
  fc.constantFrom("constructor", "prototype", "new-1", "new-2", "a", "terms-written", "9"),
  fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/),
);
const day = fc.date({ min: new Date("0002-01-01"), max: new Date("9999-12-30"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2999-12-30"), noInvalidDate: true }).map((date) => date.toISOString());
const time = fc.constantFrom("00:00", "09:00", "23:59");
const rating = fc.constantFrom(1, 2, 3, 4, 5);

function some<T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }, required: (keyof T)[] = []): fc.Arbitrary<T> {
  return fc.record(shape, { requiredKeys: required as never[] }) as fc.Arbitrary<T>;
}

export const answer = some<Answer>({
  answer: fc.constantFrom("done", "part", "none", "skip"),
  note: long,
  owner: line,
  due: day,
  rating,
  value: long,
  text: line,
});
const cells = fc.dictionary(id, line, { maxKeys: 4 });
const row: fc.Arbitrary<Row> = fc.oneof(
  fc.record({ id, cells }),
  fc.record({ id, example: fc.constant(true as const), cells: fc.constant({}) }),
);
const voice: fc.Arbitrary<Voice> = fc.record({ name: line, ratings: fc.dictionary(id, rating, { maxKeys: 4 }) });
const voices = fc.uniqueArray(voice, { maxLength: 3, selector: ({ name }) => name });
export const rows = fc.uniqueArray(row, { maxLength: 6, selector: (one) => one.id });

export const saved = some<Saved>(
  {
    v: fc.constant(1 as const),
    rev: fc.stringMatching(/^[0-9a-f]{0,12}$/),
    at: moment,
    seen: fc.array(id, { maxLength: 5 }),
    items: fc.dictionary(id, answer, { maxKeys: 5 }),
    rows,
    day,
    start: time,
    end: time,
    name: line,
    voices,
    rounds: fc.uniqueArray(fc.record({ date: day, voices }), { maxLength: 3, selector: ({ date }) => date }),
  },
  ["v", "rev", "at", "seen", "items"],
);
export const place = fc.tuple(id, id).map((both) => both.join("/"));
const project = some<BundledProject>(
  { name: line, organisation: line, owner: line, checklists: fc.dictionary(place, saved, { maxKeys: 3 }) },
  ["name", "checklists"],
);
export const bundle: fc.Arbitrary<Bundle> = fc.record({
  format: fc.constant("kit-answers" as const),
  v: fc.constant(1 as const),
  made: moment,
  projects: fc.array(project, { minLength: 1, maxLength: 3 }),
});

/** The same without prototypes, so that records from different makers compare equal. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A shelf with room for so many characters; `denied` keeps nothing but in memory. */
export class Board {
  readonly entries = new Map<string, string>();
  readonly memory = new Map<string, string>();
  kept = true;

  constructor(
    private readonly room = Infinity,
    private readonly denied = false,
  ) {}

  get(name: string): string | null {
    return this.memory.get(name) ?? this.entries.get(name) ?? null;
  }

  set(name: string, value: string | null): boolean {
    this.kept = !this.denied && this.#write(name, value);
    if (this.kept || value === null) this.memory.delete(name);
    else this.memory.set(name, value);
    return this.kept;
  }

  #write(name: string, value: string | null): boolean {
    if (value === null) return this.entries.delete(name) || true;
    const others = [...this.entries].filter(([key]) => key !== name);
    if (others.reduce((sum, [key, text]) => sum + key.length + text.length, name.length + value.length) > this.room) return false;
    this.entries.set(name, value);
    return true;
  }

  quietly<T>(change: () => T): T {
    return change();
  }

  names(start = ""): string[] {
    return [...new Set([...this.entries.keys(), ...this.memory.keys()])].filter((name) => name.startsWith(start)).sort();
  }

  /** What lies there, sorted, to compare. */
  get all(): [string, string][] {
    return [...this.entries, ...this.memory].sort();
  }
}

/** The board as the scripts know it. */
export function shelf(board: Board): Shelf {
  return board as unknown as Shelf;
}
