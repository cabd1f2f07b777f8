/** Answers that were saved under ids that the site has renamed since. */
import type { Id, Row, Saved, Voice } from "./model";

/** The new id of each old one. */
export type Aliases = Readonly<Record<Id, Id>>;

/** The aliases in an attribute: `old:new`, with spaces between. */
export function aliasesIn(words = ""): Aliases {
  return Object.fromEntries(words.split(" ").flatMap((pair) => (pair ? [pair.split(":") as [Id, Id]] : [])));
}

/** The answers under the new ids; what already stands under one of those stays, and the old one beside it. */
export function renamed(saved: Saved, aliases: Aliases): Saved {
  if (!Object.keys(aliases).length) return saved;
  const ids = (list: Id[]): Id[] => [...new Set(list.map((id) => aliases[id] ?? id))];
  const voice = (one: Voice): Voice => ({ ...one, ratings: keys(one.ratings, aliases) });
  const row = (one: Row): Row => ({ ...one, id: aliases[one.id] ?? one.id, cells: keys(one.cells, aliases) });
  return {
    ...saved,
    seen: ids(saved.seen),
    items: keys(saved.items, aliases),
    ...(saved.rows && { rows: saved.rows.map(row) }),
    ...(saved.voices && { voices: saved.voices.map(voice) }),
    ...(saved.rounds && { rounds: saved.rounds.map((one) => ({ ...one, voices: one.voices.map(voice) })) }),
  };
}

function keys<T>(found: Record<Id, T>, aliases: Aliases): Record<Id, T> {
  const entries = Object.entries(found).map(([id, value]): [Id, T] => {
    const now = aliases[id];
    return [now !== undefined && !Object.hasOwn(found, now) ? now : id, value];
  });
  return Object.fromEntries(entries);
}
