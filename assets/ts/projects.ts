/** The reader's efforts (“indsatser”, “insatser”), side by side; one of them is the one that is worked on. */
import type { Id, Place, Project } from "./model";
import type { Shelf } from "./shelf";

/** Before a reader makes any, there is one without a name; it is not stored until something is saved. */
const FIRST: Project = { id: "first", name: "" };
export const LIST = "projects";
export const MOST_PROJECTS = 50;
export const LONGEST_NAME = 100;

export interface Projects {
  v: 1;
  current: Id;
  list: Project[];
}

/** All projects: those on the list, and those that only have answers, since a list can be spoilt. */
export function projectsOn(shelf: Shelf): Projects {
  const found = parsed(shelf.get(LIST));
  const named = Array.isArray(found?.list) ? found.list.filter(isProject) : [];
  const list = [...named, ...strays(shelf, named)];
  if (!list.length) return { v: 1, current: FIRST.id, list: [{ ...FIRST }] };
  const current = list.some(({ id }) => id === found?.current) ? (found?.current as Id) : (list[0] as Project).id;
  return { v: 1, current, list };
}

/** The project that is worked on. */
export function currentOn(shelf: Shelf): Project {
  const { current, list } = projectsOn(shelf);
  return list.find(({ id }) => id === current) as Project;
}

/** Under what name a checklist's answers lie on the shelf. */
export function nameOf(project: Id, place: Place): string {
  return `${project}:${place}`;
}

/** The places of a project's saved checklists. */
export function placesIn(shelf: Shelf, project: Id): Place[] {
  return shelf.names(`${project}:`).map((name) => name.slice(project.length + 1));
}

/** Work on another project. */
export function switchTo(shelf: Shelf, id: Id): boolean {
  return save(shelf, { ...projectsOn(shelf), current: id });
}

/** Make a project and work on it; returns its id. */
export function makeProject(shelf: Shelf, named: Omit<Project, "id">): Id {
  const { list } = projectsOn(shelf);
  const id = freeId(shelf, list);
  save(shelf, { v: 1, current: id, list: [...list, { ...named, id }] });
  return id;
}

/** Change a project's name, organisation or owner. */
export function changeProject(shelf: Shelf, id: Id, change: Partial<Omit<Project, "id">>): boolean {
  const projects = projectsOn(shelf);
  const list = projects.list.map((one) => (one.id === id ? { ...one, ...change } : one));
  return save(shelf, { ...projects, list });
}

/** Copy a project with all its answers, and work on the copy; returns its id. */
export function copyProject(shelf: Shelf, id: Id, name: string): Id {
  const from = projectsOn(shelf).list.find((one) => one.id === id) ?? FIRST;
  const made = makeProject(shelf, { ...from, name });
  for (const place of placesIn(shelf, id)) shelf.set(nameOf(made, place), shelf.get(nameOf(id, place)));
  return made;
}

/** Forget entries; the returned function brings them back as they were. */
export function forget(shelf: Shelf, names: readonly string[]): () => void {
  const kept = names.map((name) => [name, shelf.get(name)] as const);
  shelf.quietly(() => {
    for (const name of names) shelf.set(name, null);
  });
  return () => {
    for (const [name, value] of kept) shelf.set(name, value);
  };
}

/** Delete a project with its answers; the returned function brings it back. */
export function deleteProject(shelf: Shelf, id: Id): () => void {
  const projects = projectsOn(shelf);
  const list = projects.list.filter((one) => one.id !== id);
  const before = shelf.get(LIST);
  const back = forget(
    shelf,
    placesIn(shelf, id).map((place) => nameOf(id, place)),
  );
  shelf.set(LIST, list.length ? JSON.stringify({ ...projects, list }) : null);
  return () => {
    shelf.set(LIST, before);
    back();
  };
}

/** Projects with answers that are not on the list. */
function strays(shelf: Shelf, list: readonly Project[]): Project[] {
  const ids = new Set(shelf.names().map((name) => /^(first|p\d+):/.exec(name)?.[1]));
  return [...ids].flatMap((id) => {
    if (!id || list.some((one) => one.id === id)) return [];
    return [{ id, name: id === FIRST.id ? "" : id }];
  });
}

/** Save the list; one that cannot be read is laid aside first. */
function save(shelf: Shelf, projects: Projects): boolean {
  const before = shelf.get(LIST);
  if (before !== null && !Array.isArray(parsed(before)?.list)) shelf.set(`old:${LIST}`, before);
  return shelf.set(LIST, JSON.stringify(projects));
}

function freeId(shelf: Shelf, list: readonly Project[]): Id {
  for (let n = list.length + 1; ; n++) {
    const id = `p${n}`;
    if (!list.some((one) => one.id === id) && !shelf.names(`${id}:`).length) return id;
  }
}

function isProject(one: unknown): one is Project {
  const { id, name } = (one ?? {}) as Partial<Project>;
  return typeof name === "string" && typeof id === "string" && /^[a-z0-9-]{1,60}$/.test(id);
}

function parsed(text: string | null): Partial<Projects> | null {
  try {
    return JSON.parse(text ?? "null") as Partial<Projects> | null;
  } catch {
    return null;
  }
}
