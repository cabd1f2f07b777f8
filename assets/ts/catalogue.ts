/** The site's tools as the scripts know them: loaded when they are needed, one script for the list and one for each tool. */
import { load } from "./load";
import type { Id, Tool, ToolEntry } from "./model";
import { note } from "./tongue";
import { told } from "./words";

const { src } = document.currentScript as HTMLScriptElement;

interface Catalogue {
  tools?: Record<Id, ToolEntry>;
  defs?: Record<Id, Tool>;
}

/** The whole address of a path below the site's root. */
export function address(path: string): string {
  return new URL(path, new URL("..", src)).href;
}

/** Load a script that pages do not begin with, and the words that it says. */
export async function later(name: "handover" | "takeaway" | "projector"): Promise<void> {
  const { scripts } = told();
  await Promise.all([scripts.more, scripts[name]].map((script) => load(address(script))));
}

/** All tools that have a page, by id. */
export async function toolEntries(): Promise<Record<Id, ToolEntry>> {
  await load(address(told().scripts.tools));
  const entries = catalogue().tools ?? {};
  for (const { lang, title } of Object.values(entries)) if (lang) note(title, lang);
  return entries;
}

/** One tool with its checklists; null where the site has none of that id. Its promise fails when the network does. */
export async function toolOf(id: Id): Promise<Tool | null> {
  const entries = await toolEntries();
  if (!Object.hasOwn(entries, id)) return null;
  await load(address((entries[id] as ToolEntry).script));
  const tool = catalogue().defs?.[id] ?? null;
  for (const [text, lang] of Object.entries(tool?.foreign ?? {})) note(text, lang);
  return tool;
}

function catalogue(): Catalogue {
  return (self as typeof self & { kit: Catalogue }).kit;
}
