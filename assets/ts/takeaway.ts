/** Loaded on the click: gathers the answers, has the format's script make the file, and hands it over. */
import { address, toolEntries, toolOf } from "./catalogue";
import { load } from "./load";
import type { Id, Takeaway, Tool } from "./model";
import { csvOf } from "./takeaway/csv";
import { download, fileName } from "./takeaway/file";
import type { Scope, Site } from "./takeaway/filled";
import { takeawayOf } from "./takeaway/takeaway";
import { today, told } from "./words";

export type Format = "docx" | "xlsx" | "csv" | "ics";

/** What a format's script leaves. */
export interface Writer {
  blobOf(takeaway: Takeaway, now: Date): Promise<Blob> | Blob;
}

const kit = (self as typeof self & { kit: { takeaway?: unknown } & Partial<Record<Format, Writer>> }).kit;
kit.csv = { blobOf: (takeaway) => new Blob([csvOf(takeaway)], { type: "text/csv;charset=utf-8" }) };
kit.takeaway = { take };

/**
 * Download a scope's answers in a format.
 *
 * Returns false, and no file, when a calendar would be empty. The promise fails when a script does not load.
 */
async function take(format: Format, scope: Scope): Promise<boolean> {
  const now = new Date();
  const takeaway = takeawayOf(scope, await siteFor(scope), now);
  if (format === "ics" && !takeaway.events.length) return false;
  if (format !== "csv") await load(address(told().scripts[format]));
  const blob = await (kit[format] as Writer).blobOf(takeaway, now);
  download(blob, fileName(takeaway, today(now), format));
  return true;
}

/** The site as far as a scope needs it: one tool, or for the plan also the titles of those that help. */
async function siteFor({ place, saved }: Scope): Promise<Site> {
  const entries = Object.entries(await toolEntries());
  const used = new Set((place ? [place] : Object.keys(saved)).map((one) => one.split("/")[0]));
  const tools = entries.map(async ([id, { title }]): Promise<[Id, Tool]> => {
    return [id, (used.has(id) && (await toolOf(id))) || { id, title, checklists: [] }];
  });
  return {
    tools: Object.fromEntries(await Promise.all(tools)),
    pages: Object.fromEntries(entries.map(([id, { page }]) => [id, reachable(address(page))])),
    plan: reachable(address(told().plan)),
    host: location.hostname || "localhost",
  };
}

/** An address that others can open: a folder on the reader's own disk is none. */
function reachable(page: string): string {
  return page.startsWith("file:") ? "" : page;
}
