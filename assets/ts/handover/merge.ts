/** Two people's answers to one checklist made into one. */
import type { Answer, Id, Round, Row, Saved, Voice } from "../model";
import { answerAt, FIELDS, PLAIN, wouldMisname } from "./difference";
import { cell, columnsOf, matched, mergedRows } from "./rows";

/** Whose answer stands where both have one. */
export type Prefer = "ours" | "theirs";

/** Our answers with theirs added: new ones come in, `prefer` says what stands where both have one. `title` is the column that names rows. */
export function merged(ours: Saved | null, theirs: Saved, prefer: Prefer, title?: Id): Saved {
  if (!ours) return theirs;
  const made: Saved = { ...ours, items: itemsOf(ours, theirs, prefer) };
  const fields = wouldMisname(ours) ? PLAIN.filter((field) => field !== "name") : PLAIN;
  for (const field of fields) {
    const value = better(ours[field], theirs[field], prefer);
    if (value !== undefined) made[field] = value;
  }
  if (theirs.rows) made.rows = ours.rows ? rowsOf(ours.rows, theirs.rows, prefer, title) : theirs.rows;
  if (theirs.voices) made.voices = byName<Voice>(ours.voices ?? [], theirs.voices, prefer, ({ name }) => name);
  if (theirs.rounds) made.rounds = roundsOf(ours.rounds ?? [], theirs.rounds, prefer);
  return made;
}

/** Our answers with their ratings as one more respondent, in place of an earlier one of that name. */
export function withVoice(ours: Saved | null, theirs: Saved, name: string): Saved {
  const before = ours ?? { v: 1, rev: theirs.rev, at: theirs.at, seen: theirs.seen, items: {} };
  const voices = byName<Voice>(
    before.voices ?? [],
    [{ name, ratings: ratingsOf(theirs) }],
    "theirs",
    (one) => one.name,
  );
  return { ...before, voices };
}

/** The ratings of those whose answers these are, by item. */
export function ratingsOf({ items }: Saved): Record<Id, number> {
  const rated = Object.entries(items).flatMap(([id, { rating }]) => (rating ? [[id, rating] as const] : []));
  return Object.fromEntries(rated);
}

function itemsOf(ours: Saved, theirs: Saved, prefer: Prefer): Record<Id, Answer> {
  const ids = new Set([...Object.keys(ours.items), ...Object.keys(theirs.items)]);
  return Object.fromEntries([...ids].map((id) => [id, answerOf(answerAt(ours, id), answerAt(theirs, id), prefer)]));
}

function answerOf(ours: Answer, theirs: Answer, prefer: Prefer): Answer {
  const fields = [...FIELDS, "text"] as const;
  const found = fields.map((field) => [field, better<unknown>(ours[field], theirs[field], prefer)] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

function rowsOf(ours: readonly Row[], theirs: readonly Row[], prefer: Prefer, title?: Id): Row[] {
  return mergedRows(ours, matched(ours, theirs, title), (mine, other) => {
    const found = columnsOf(mine, other).map((one) => [one, better(cell(mine, one), cell(other, one), prefer) ?? ""]);
    return Object.fromEntries(found);
  });
}

function roundsOf(ours: readonly Round[], theirs: readonly Round[], prefer: Prefer): Round[] {
  return byName(ours, theirs, prefer, ({ date }) => date).sort((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
}

/** Ours and theirs by name; where both have one, all of one side's of that name. */
function byName<T>(ours: readonly T[], theirs: readonly T[], prefer: Prefer, nameOf: (one: T) => string): T[] {
  const [kept, other] = prefer === "ours" ? [ours, theirs] : [theirs, ours];
  const names = new Set(kept.map(nameOf));
  const rest = other.filter((one) => !names.has(nameOf(one)));
  return prefer === "ours" ? [...kept, ...rest] : [...rest, ...kept];
}

/** What stands of two values, of which either may be missing or empty. */
function better<T>(ours: T | undefined, theirs: T | undefined, prefer: Prefer): T | undefined {
  const [first, second] = prefer === "ours" ? [ours, theirs] : [theirs, ours];
  return first === undefined || first === "" ? (second ?? first) : first;
}
