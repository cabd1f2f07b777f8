/** Entries written to the shelf together: all of them or none. */
import { savedFrom } from "../answers";
import type { Shelf } from "../shelf";

/** Entries to write, by name; null where one is taken away. */
export type Writes = Map<string, string | null>;

/**
 * Write it all and return the way back; null, with everything as it was, where the browser has no room for it.
 * On the way back, what was changed elsewhere in the meantime stays as it is. Watchers are told once.
 */
export function carryOut(shelf: Shelf, writes: Writes): (() => void) | null {
  return shelf.quietly(() => {
    const back = tried(shelf, writes);
    return back && (() => shelf.quietly(back));
  });
}

function tried(shelf: Shelf, writes: Writes): (() => void) | null {
  const before: Writes = new Map([...writes.keys()].map((name) => [name, shelf.get(name)]));
  const back = (): void => {
    const ours = [...before].filter(([name]) => shelf.get(name) === writes.get(name));
    // First make room, then bring back: what was there before fits.
    for (const [name] of ours) shelf.set(name, null);
    for (const [name, value] of ours) if (value !== null) shelf.set(name, value);
  };
  const isDenied = !shelf.set(ROOM, roomFor(writes, before)) && isBare();
  const hasRoom = shelf.kept || isDenied;
  shelf.set(ROOM, null);
  if (!hasRoom) return null;
  for (const [name, value] of writes) {
    if (shelf.set(name, value) || isDenied) continue;
    back();
    return null;
  }
  return back;
}

/** Keep what lies under a name but cannot be read: that is no reason to lose it. */
export function layAside(shelf: Shelf, name: string, writes: Writes): void {
  const raw = shelf.get(name);
  if (raw === null || savedFrom(raw)) return;
  let aside = `old:${name}`;
  for (let n = 2; shelf.get(aside) !== null && shelf.get(aside) !== raw; n++) aside = `old:${name}:${n}`;
  writes.set(aside, raw);
}

/** Tried with as many characters as the writes will need, so that a full store is found before anything is written. */
const ROOM = "room";

function roomFor(writes: Writes, before: Writes): string {
  const size = (all: Writes): number =>
    [...all].reduce((sum, [name, value]) => sum + (value === null ? 0 : name.length + value.length), 0);
  return " ".repeat(Math.max(1, size(writes) - size(before)));
}

/** Whether the browser keeps nothing at all for this site: then the page's memory is all there is, and has room. */
function isBare(): boolean {
  try {
    return localStorage.length === 0;
  } catch {
    return true;
  }
}
