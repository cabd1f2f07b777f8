/** The checklists that are taken away: definitions and answers side by side. */
import type { Checklist, Column, Id, Item, Kind, Place, Project, Saved, Tool } from "../model";
import { t } from "../words";

/** What is taken away: one checklist, or without `place` a whole project. */
export interface Scope {
  project: Project;
  place?: Place;
  saved: Record<Place, Saved>;
}

/** What the site has: its tools in their order, where their pages are, the plan's page, and the name it is reached by. */
export interface Site {
  tools: Record<Id, Tool>;
  pages: Record<Id, string>;
  plan: string;
  host: string;
}

/** One checklist with its answers. */
export interface Filled {
  place: Place;
  /** The tool's title and page; empty where the site no longer has it. */
  tool: string;
  page: string;
  checklist: Checklist;
  saved: Saved;
}

/** All that a scope covers, in the site's order; what the site no longer has comes last, so that no answer is lost. */
export function filledIn({ place, saved }: Scope, site: Site): Filled[] {
  const known = Object.values(site.tools).flatMap((tool) => tool.checklists.map(({ id }) => `${tool.id}/${id}`));
  const wanted = place ? [place] : Object.keys(saved);
  const order = [...known.filter((one) => wanted.includes(one)), ...wanted.filter((one) => !known.includes(one))];
  return order.map((one) => filled(one, own(saved, one) ?? BLANK, site));
}

const BLANK: Saved = { v: 1, rev: "", at: "", seen: [], items: {} };

function filled(place: Place, saved: Saved, { tools, pages }: Site): Filled {
  const [id = "", part = ""] = place.split("/");
  const tool = own(tools, id);
  const checklist = tool?.checklists.find((one) => one.id === part) ?? gone(place, saved);
  return { place, tool: tool?.title ?? "", page: own(pages, id) ?? "", checklist, saved };
}

/** A checklist that the site no longer has, as far as its answers tell what it was. */
function gone(place: Place, saved: Saved): Checklist {
  const none = { items: [], dimensions: [], columns: [], examples: [], views: [], start: "" };
  return { ...none, id: place, kind: kindOf(saved), title: place, rev: saved.rev };
}

function kindOf(saved: Saved): Kind {
  if (saved.rows) return "table";
  const answers = Object.values(saved.items);
  if (answers.some(({ rating }) => rating)) return "assessment";
  return answers.some(({ value }) => value) ? "worksheet" : "checklist";
}

/** An item; `gone` when the checklist no longer has it. */
export type FilledItem = Item & { gone?: true };

/** A checklist's items, and after them those that were answered and have since been taken out of it. */
export function itemsOf({ checklist, saved }: Filled): FilledItem[] {
  const ids = new Set(checklist.items.map(({ id }) => id));
  const left = Object.entries(saved.items).filter(([id]) => !ids.has(id));
  return [...checklist.items, ...left.map(([id, { text }]) => ({ id, text: text || id, gone: true as const }))];
}

/** An item's wording; one that the checklist no longer has says so. */
export function wordingOf({ text, gone }: FilledItem): string {
  return gone ? t("gone_item", { title: text }) : text;
}

/** A table's columns, and after them those that were filled in and have since been taken out of it. */
export function columnsOf({ checklist, saved }: Filled): Column[] {
  const ids = new Set(checklist.columns.map(({ id }) => id));
  const used = (saved.rows ?? []).flatMap(({ cells }) => Object.keys(cells).filter((id) => cells[id] && !ids.has(id)));
  return [...checklist.columns, ...[...new Set(used)].map((id) => ({ id, text: id, type: "text" as const }))];
}

/** A row as it stands in the form: the reader's own, or an `example` that nobody changed. */
export interface FilledRow {
  id: Id;
  example?: true;
  cells: Record<Id, string>;
}

/** A table's written rows. None as long as nobody has touched them: the site's examples are no answers. */
export function rowsOf({ checklist, saved }: Filled): FilledRow[] {
  return (saved.rows ?? []).flatMap(({ id, example, cells }) => {
    if (Object.values(cells).some(Boolean)) return [{ id, cells }];
    if (!example) return [];
    return checklist.examples.filter((one) => one.id === id).map(({ values }) => ({ id, example, cells: values }));
  });
}

/** An object's own value: ids such as `constructor` come from outside too. */
export function own<T>(object: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
