/** What taking a bundle in would write. */
import { leavesRoom, savedFrom } from "../answers";
import { MOST_PLACES } from "../caps";
import type { Bundle, BundledProject, Id, Place, Project, Saved } from "../model";
import { LIST, LONGEST_NAME, MOST_PROJECTS, nameOf, projectsOn } from "../projects";
import type { Shelf } from "../shelf";
import type { Titles } from "./difference";
import type { Fault } from "./fault";
import { merged, ratingsOf, withVoice } from "./merge";
import type { Prefer } from "./merge";
import { layAside } from "./writes";
import type { Writes } from "./writes";

/** What the reader chose. */
export interface Choice {
  /** Into projects that are there (one by one, `into`), in place of the answers there, or into new projects. */
  how: "merge" | "replace" | "new";
  prefer: Prefer;
  /** Add the ratings as one more respondent of this name. */
  voice?: string;
  /** What a new project is called; else by its own name. */
  name?: string;
  /** The site's word for a project without a name. */
  unnamed: string;
}

/** What the choice would write. `into` has a project of ours, or null for a new one, for each of the bundle's. */
export function writesFor(
  shelf: Shelf,
  bundle: Bundle,
  into: readonly (Project | null)[],
  choice: Choice,
  titles: Titles,
  now: Date,
): Writes | Fault {
  const writes: Writes = new Map();
  const { current, list } = projectsOn(shelf);
  const targets = bundle.projects.map((from, n) => targetFor(shelf, list, from, into[n] ?? null, choice, n === 0));
  if (into.includes(null) && list.length > MOST_PROJECTS) return "projects-many";
  for (const [n, from] of bundle.projects.entries()) {
    for (const [place, theirs] of Object.entries(from.checklists)) {
      const name = nameOf(targets[n] as Id, place);
      // Two projects of a bundle may go into one of ours.
      const ours = savedFrom(writes.get(name) ?? shelf.get(name));
      const next = { ...nextOf(ours, theirs, choice, titles[place]), at: now.toISOString() };
      const json = JSON.stringify(next);
      if (!savedFrom(json) || !leavesRoom(next)) return "rows-many";
      layAside(shelf, name, writes);
      writes.set(name, json);
    }
  }
  if (targets.some((id) => placesAfter(shelf, id, writes) > MOST_PLACES)) return "rows-many";
  const isMoving = targets.length === 1 || !hasAnswers(shelf, current);
  return writes.set(LIST, JSON.stringify({ v: 1, current: isMoving ? targets[0] : current, list }));
}

/** A name that none of the projects has; `unnamed` is what one without a name is called. */
export function freeName(name: string, list: readonly Project[], unnamed: string): string {
  const taken = new Set(list.map((one) => one.name || unnamed));
  const wanted = name.slice(0, LONGEST_NAME) || unnamed;
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) {
    const tried = `${wanted.slice(0, LONGEST_NAME - 5)} (${n})`;
    if (!taken.has(tried)) return tried;
  }
}

/** How many checklists a project will have: more than fit could not be opened from a file again. */
function placesAfter(shelf: Shelf, project: Id, writes: Writes): number {
  const start = `${project}:`;
  return new Set([...shelf.names(start), ...[...writes.keys()].filter((name) => name.startsWith(start))]).size;
}

function nextOf(ours: Saved | null, theirs: Saved, { how, prefer, voice }: Choice, title?: Id): Saved {
  if (how !== "merge" || (!ours && voice === undefined)) return theirs;
  if (voice !== undefined && Object.keys(ratingsOf(theirs)).length) return withVoice(ours, theirs, voice);
  return merged(ours, theirs, prefer, title);
}

/** The id of the project that the bundle's goes into; a new one joins the list. */
function targetFor(
  shelf: Shelf,
  list: Project[],
  from: BundledProject,
  into: Project | null,
  choice: Choice,
  isFirst: boolean,
): Id {
  const { checklists: _, ...about } = from;
  // A project that nobody has named or answered in is as good as a new one.
  const blank = list.find((one) => one.id === into?.id || (!into && isFirst && list.length === 1));
  if (blank && !blank.name && !hasAnswers(shelf, blank.id)) {
    Object.assign(blank, about, { name: (choice.name ?? from.name).slice(0, LONGEST_NAME) });
    return blank.id;
  }
  if (into) return into.id;
  const name = freeName(choice.name ?? from.name, list, choice.unnamed);
  list.push({ ...about, id: freeId(shelf, list), name });
  return (list.at(-1) as Project).id;
}

function freeId(shelf: Shelf, list: readonly Project[]): Id {
  const ids = new Set(list.map((one) => one.id));
  let n = list.length + 1;
  while (ids.has(`p${n}`) || hasAnswers(shelf, `p${n}`)) n++;
  return `p${n}`;
}

function hasAnswers(shelf: Shelf, project: Id): boolean {
  return shelf.names(`${project}:`).length > 0;
}

/** The project of ours that has the same name; the first of them. */
export function namesake(list: readonly Project[], { name }: BundledProject): Project | null {
  return list.find((one) => one.name === name) ?? null;
}

/** The titles of checklists' places in a bundle, each once. */
export function placesOf(bundle: Bundle): Place[] {
  return [...new Set(bundle.projects.flatMap(({ checklists }) => Object.keys(checklists)))];
}
