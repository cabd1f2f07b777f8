/** How the answers of two people to one checklist differ, one by one. */
import type { Answer, Id, Place, Row, Saved, Voice } from "../model";
import { cell, columnsOf, isUntouched, matched } from "./rows";

/** The fields of an item; its wording is no answer. */
export const FIELDS = ["answer", "rating", "value", "owner", "due", "note"] as const;
/** What stands once in a checklist. */
export const PLAIN = ["day", "start", "end", "name"] as const;

/** Which column of a table names its rows; where the site doesn't know the table, none does. */
export type Titles = Record<Place, Id | undefined>;

/** One thing that can be answered, by us and by them; an empty text where there is no answer. */
export interface Leaf {
  part: "item" | "row" | "plain" | "voice" | "round";
  /** An item's or row's id, a respondent's name, a round's date. */
  id: string;
  /** An item's field, a row's column, or what stands once; of a whole row it is empty. */
  field: string;
  ours: string;
  theirs: string;
  /** A whole row's cells. */
  cells?: Record<Id, string>;
}

export type State = "new" | "different" | "same" | "ours";

/** What a leaf is to us. */
export function stateOf({ ours, theirs }: Leaf): State {
  if (!ours) return "new";
  if (!theirs) return "ours";
  return ours === theirs ? "same" : "different";
}

/** What each answered thing of a checklist is to us: an item, a row, a respondent count once, however many fields they have. */
export function statesOf(leaves: readonly Leaf[]): State[] {
  const things = new Map<string, Set<State>>();
  for (const leaf of leaves) {
    const name = JSON.stringify([leaf.part, leaf.id, leaf.part === "plain" && leaf.field]);
    things.set(name, (things.get(name) ?? new Set()).add(stateOf(leaf)));
  }
  return [...things.values()].map((found) => WEIGHT.find((state) => found.has(state)) as State);
}

/** What a thing is whose fields are several: what the reader has to look at comes first. */
const WEIGHT: readonly State[] = ["different", "new", "same", "ours"];

/** Everything that either has answered. `title` is the column that names rows. */
export function difference(ours: Saved | null, theirs: Saved, title?: Id): Leaf[] {
  const all = [
    ...plain(ours, theirs),
    ...items(ours, theirs),
    ...rows(ours, theirs, title),
    ...voices(ours, theirs),
    ...rounds(ours, theirs),
  ];
  return all.filter((leaf) => leaf.ours || leaf.theirs);
}

/** Whether `name` would say of our own answers that they are theirs. */
export function wouldMisname(ours: Saved | null): boolean {
  return Boolean(ours && !ours.name && Object.keys(ours.items).length);
}

function plain(ours: Saved | null, theirs: Saved): Leaf[] {
  const fields = wouldMisname(ours) ? PLAIN.filter((field) => field !== "name") : PLAIN;
  return fields.map((field) => ({
    part: "plain",
    id: "",
    field,
    ours: ours?.[field] ?? "",
    theirs: theirs[field] ?? "",
  }));
}

function items(ours: Saved | null, theirs: Saved): Leaf[] {
  return [...new Set([...Object.keys(ours?.items ?? {}), ...Object.keys(theirs.items)])].flatMap((id) => {
    const [mine, other] = [answerAt(ours, id), answerAt(theirs, id)];
    return FIELDS.map((field) => ({
      part: "item" as const,
      id,
      field,
      ours: String(mine[field] ?? ""),
      theirs: String(other[field] ?? ""),
    }));
  });
}

/** What stands at an item; a plain look-up would find what every object has, such as `constructor`. */
export function answerAt(saved: Saved | null, id: Id): Answer {
  return saved && Object.hasOwn(saved.items, id) ? (saved.items[id] as Answer) : {};
}

function rows(ours: Saved | null, theirs: Saved, title?: Id): Leaf[] {
  const mine = ours?.rows ?? [];
  const matches = matched(mine, theirs.rows ?? [], title);
  const used = new Set(matches.map(([, one]) => one));
  const lone = mine.filter((row) => !used.has(row) && !isUntouched(row));
  return [...matches.flatMap(([row, one]) => rowLeaves(row, one)), ...lone.map(loneRow)];
}

function rowLeaves(theirs: Row, ours: Row | null): Leaf[] {
  if (isUntouched(theirs)) return ours && !isUntouched(ours) ? [loneRow(ours)] : [];
  if (!ours || isUntouched(ours)) return [{ ...loneRow(theirs), ours: "", theirs: said(theirs) }];
  return columnsOf(ours, theirs).map((field) => ({
    part: "row",
    id: ours.id,
    field,
    ours: cell(ours, field),
    theirs: cell(theirs, field),
  }));
}

/** A row that only we have. */
function loneRow(row: Row): Leaf {
  return { part: "row", id: row.id, field: "", ours: said(row), theirs: "", cells: row.cells };
}

function said(row: Row): string {
  return Object.values(row.cells).filter(Boolean).join(" · ");
}

function voices(ours: Saved | null, theirs: Saved): Leaf[] {
  return byName("voice", ours?.voices ?? [], theirs.voices ?? [], ({ name }) => name, ratingsIn);
}

function rounds(ours: Saved | null, theirs: Saved): Leaf[] {
  const words = ({ voices: all }: { voices: Voice[] }): string =>
    all.map((one) => `${one.name}: ${ratingsIn(one)}`).join(" · ");
  return byName("round", ours?.rounds ?? [], theirs.rounds ?? [], ({ date }) => date, words);
}

/** The ratings of a respondent in words that are equal only when the ratings are. */
function ratingsIn({ ratings }: Voice): string {
  const all = Object.entries(ratings).sort(([a], [b]) => (a < b ? -1 : 1));
  return all.map(([id, rating]) => `${id} ${rating}`).join(", ");
}

function byName<T>(
  part: Leaf["part"],
  ours: readonly T[],
  theirs: readonly T[],
  nameOf: (one: T) => string,
  words: (one: T) => string,
): Leaf[] {
  const at = (all: readonly T[], name: string): string =>
    all
      .filter((one) => nameOf(one) === name)
      .map((one) => words(one) || "–")
      .join(" | ");
  const names = new Set([...ours, ...theirs].map(nameOf));
  return [...names].map((id) => ({ part, id, field: "", ours: at(ours, id), theirs: at(theirs, id) }));
}
