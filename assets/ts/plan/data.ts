/** What a plan is drawn from: the answers of a project, and the definitions of its tools. */
import { toolEntries, toolOf } from "../catalogue";
import type { Id, Place, Saved, Tool, ToolEntry } from "../model";
import { renamed } from "../renamed";
import { tasksOf } from "./tasks";
import type { Task } from "./tasks";

export interface Data {
  saved: Record<Place, Saved>;
  entries: Record<Id, ToolEntry>;
  tools: Record<Id, Tool>;
  tasks: Task[];
}

export const NOTHING: Data = { saved: {}, entries: {}, tools: {}, tasks: [] };

/** Load the tools that have answers; those that the site no longer has are left out. Fails when the network does. */
export async function dataOf(saved: Record<Place, Saved>, now: Date): Promise<Data> {
  const places = Object.keys(saved);
  if (!places.length) return NOTHING;
  const entries = await toolEntries();
  const ids = new Set(places.map((place) => place.split("/")[0] ?? ""));
  const found = await Promise.all([...ids].map(toolOf));
  const tools = Object.fromEntries(found.flatMap((tool) => (tool ? [[tool.id, tool] as const] : [])));
  const known = Object.entries(saved).map(([place, one]): [Place, Saved] => {
    return [place, renamed(one, tools[place.split("/")[0] ?? ""]?.aliases ?? {})];
  });
  const current = Object.fromEntries(known);
  return { saved: current, entries, tools, tasks: tasksOf(current, tools, now) };
}

/** Whether anybody has answered anything; an example is the site's own. */
export function isAnswered({ saved }: Data): boolean {
  return Object.values(saved).some(
    ({ items, rows, voices }) =>
      Object.keys(items).length > 0 || rows?.some(({ example }) => !example) || voices?.length,
  );
}
