/** What lies on the shelf, gathered into a bundle. */
import { isPlace, savedFrom } from "../answers";
import { LONGEST_LINE } from "../caps";
import type { Answer, Bundle, BundledProject, Place, Project, Saved } from "../model";
import { nameOf, placesIn } from "../projects";
import type { Shelf } from "../shelf";

/** One checklist, or without `place` a whole project. */
export interface Scope {
  project: Project;
  place?: Place;
}

/** A bundle of these; checklists that cannot be read stay behind. `now` is when it was made. */
export function gathered(shelf: Shelf, scopes: readonly Scope[], now: Date): Bundle {
  const projects = scopes.map((scope) => projectOf(shelf, scope));
  return { format: "kit-answers", v: 1, made: now.toISOString(), projects };
}

/** Whether there is any answer in it. */
export function isEmpty(bundle: Bundle): boolean {
  return bundle.projects.every(({ checklists }) => !Object.keys(checklists).length);
}

/** The bundle as it goes into a link: without the items' wordings, which the site has itself, and without notes unless they are asked for. */
export function lightened(bundle: Bundle, notes: boolean): Bundle {
  return changed(bundle, (one) => ({ ...one, items: mapped(one.items, (answer) => answerFor(answer, notes)) }));
}

/** The bundle with the name of those whose answers it holds. */
export function signed(bundle: Bundle, name: string): Bundle {
  return changed(bundle, (one) => ({ ...one, name: clipped(name) }));
}

function changed(bundle: Bundle, change: (one: Saved) => Saved): Bundle {
  const projects = bundle.projects.map((one) => ({ ...one, checklists: mapped(one.checklists, change) }));
  return { ...bundle, projects };
}

function answerFor({ text: _, note, ...answer }: Answer, notes: boolean): Answer {
  return notes && note !== undefined ? { ...answer, note } : answer;
}

function projectOf(shelf: Shelf, { project, place }: Scope): BundledProject {
  const { name, organisation, owner } = project;
  const places = place ? [place] : placesIn(shelf, project.id).filter(isPlace);
  const found = places.map((one) => [one, savedFrom(shelf.get(nameOf(project.id, one)))] as const);
  const made: BundledProject = { name: clipped(name), checklists: Object.fromEntries(found.filter(isThere)) };
  if (organisation) made.organisation = clipped(organisation);
  if (owner) made.owner = clipped(owner);
  return made;
}

function isThere(entry: readonly [Place, Saved | null]): entry is readonly [Place, Saved] {
  return entry[1] !== null;
}

/** Names can be longer than the schema lets in only where something other than the site wrote them. */
function clipped(name: string): string {
  return String(name).slice(0, LONGEST_LINE);
}

function mapped<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
