/** What readers save, as a strict schema: whatever comes from storage, a link or a file passes through here. */
import * as v from "valibot";
import { LONGEST_LINE, LONGEST_TEXT, MOST_PLACES, MOST_ROUNDS, MOST_ROWS, MOST_VOICES } from "./caps";
import type { Bundle, Row, Saved } from "./model";

const MOST_ITEMS = 300;
const MOST_CELLS = 50;
/** Checklists in all projects together. */
const MOST_ALL = 50 * MOST_PLACES;
/** So many items or cells of a site's own a form may have beside what it does not know. */
const OWN_ITEMS = 100;
const OWN_CELLS = 20;

const id = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
const place = v.pipe(v.string(), v.check(isPlace));
const line = v.pipe(v.string(), v.maxLength(LONGEST_LINE));
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const day = v.pipe(v.string(), v.check(isDay));
const time = v.optional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/), v.check(isMoment));
const rating = v.picklist([1, 2, 3, 4, 5]);

const answer = strict({
  answer: v.optional(v.picklist(["done", "part", "none", "skip"])),
  note: v.optional(text),
  owner: v.optional(line),
  due: v.optional(day),
  rating: v.optional(rating),
  value: v.optional(text),
  text: v.optional(text),
});
const cells = record(id, text, MOST_CELLS);
const row = v.pipe(
  strict({ id, example: v.optional(v.custom<true>((found) => found === true)), cells }),
  // An example's words are the site's: pages would show those, and files what stands here.
  v.check(({ example, cells }) => !example || !Object.values(cells).some(Boolean)),
);
const voices = few(strict({ name: line, ratings: record(id, rating, MOST_ITEMS) }), MOST_VOICES);

const saved = strict({
  v: v.picklist([1]),
  rev: v.pipe(v.string(), v.maxLength(40)),
  at: moment,
  seen: few(id, MOST_ITEMS),
  items: record(id, answer, MOST_ITEMS),
  rows: v.optional(v.pipe(few(row, MOST_ROWS), v.check(areApart))),
  day: v.optional(day),
  start: time,
  end: time,
  name: v.optional(line),
  voices: v.optional(voices),
  rounds: v.optional(few(strict({ date: day, voices }), MOST_ROUNDS)),
});

const project = strict({
  name: line,
  organisation: v.optional(line),
  owner: v.optional(line),
  checklists: record(place, saved, MOST_PLACES),
});
const bundle = strict({
  format: v.picklist(["kit-answers"]),
  v: v.picklist([1]),
  made: moment,
  projects: v.pipe(v.any(), v.check(isBearable), few(project, 200), v.minLength(1)),
});

/** An object with these keys and no others; valibot alone would take an array for an object without keys. */
/* @__NO_SIDE_EFFECTS__ */ function strict<E extends v.ObjectEntries>(entries: E) {
  return v.pipe(v.custom<object>(isObject), v.strictObject(entries));
}

/** An array with at most so many entries; counted before any of them is looked at. */
/* @__NO_SIDE_EFFECTS__ */ function few<S extends v.GenericSchema>(entry: S, most: number) {
  return v.pipe(v.array(v.any()), v.maxLength(most), v.array(entry));
}

/** A record with at most so many keys. Valibot's own drops `constructor`, which may be an item's id, and `__proto__`, which is none. */
/* @__NO_SIDE_EFFECTS__ */ function record<S extends v.GenericSchema>(
  key: v.GenericSchema<string>,
  value: S,
  most: number,
) {
  const entries = v.transform((found: object) => Object.entries(found));
  const whole = v.transform((found: [string, v.InferOutput<S>][]) => Object.fromEntries(found));
  return v.pipe(v.custom<object>(isObject), entries, v.maxLength(most), v.array(v.tuple([key, value])), whole);
}

/** Whether a text can be a checklist's place, as in `steering-group/set-up`. */
export function isPlace(found: string): boolean {
  return /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/.test(found);
}

function isObject(found: unknown): boolean {
  return typeof found === "object" && found !== null && !Array.isArray(found);
}

/** Whether a date such as `2026-11-22` is in the calendar: the 31st of February is not. */
function isDay(found: string): boolean {
  const date = new Date(found);
  return /^\d{4}-\d\d-\d\d$/.test(found) && !Number.isNaN(+date) && date.toISOString().startsWith(found);
}

function isMoment(found: string): boolean {
  return !Number.isNaN(Date.parse(found)) && isDay(found.slice(0, 10));
}

/** Whether no two rows have one id: pages would mistake one for the other. */
function areApart(rows: Row[]): boolean {
  return new Set(rows.map((one) => one.id)).size === rows.length;
}

/** Whether so many checklists can be shown; counted before any of them is looked at. */
function isBearable(projects: unknown): boolean {
  const number = (one: { checklists?: unknown } | null): number =>
    isObject(one?.checklists) ? Object.keys(one?.checklists as object).length : 0;
  return !Array.isArray(projects) || projects.reduce<number>((sum, one) => sum + number(one), 0) <= MOST_ALL;
}

/** Whether answers from others leave room for the reader's own beside them; a full form could not be opened again. */
export function leavesRoom({ items, rows = [], voices = [] }: Saved): boolean {
  const number = (found: object): number => Object.keys(found).length;
  const isNarrow = rows.every(({ cells }) => number(cells) <= MOST_CELLS - OWN_CELLS);
  return number(items) <= MOST_ITEMS - OWN_ITEMS && isNarrow && voices.length < MOST_VOICES;
}

/** The answers that a text holds; null when it is anything else. Never throws. */
export function savedFrom(json: string | null): Saved | null {
  const found = v.safeParse(saved, parsed(json), { abortEarly: true });
  return found.success ? (found.output as Saved) : null;
}

/** The bundle that a text holds; `newer` when a later version of the site wrote it, null when it is anything else. Never throws. */
export function bundleFrom(json: string): Bundle | "newer" | null {
  const raw = parsed(json);
  const found = v.safeParse(bundle, raw, { abortEarly: true });
  if (found.success) return found.output as Bundle;
  return isNewer(raw) ? "newer" : null;
}

function isNewer(raw: unknown): boolean {
  const { format, v: version } = (raw ?? {}) as Partial<Record<keyof Bundle, unknown>>;
  return format === "kit-answers" && Number.isSafeInteger(version) && (version as number) > 1;
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
