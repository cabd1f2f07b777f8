/** What answers are called: the site's words where it knows the checklist, else what came along. */
import { toolOf } from "../catalogue";
import type { Checklist, Choice, Place, Saved } from "../model";
import { dateInWords, t, told } from "../words";
import { answerAt } from "./difference";
import type { Leaf, Titles } from "./difference";
import { shortened } from "./phrase";

/** A checklist as far as the site knows it. */
export interface Known {
  title: string;
  checklist: Checklist | undefined;
}

/** What the site knows of the checklists; where a script does not load, it counts as knowing nothing. */
export async function known(places: readonly Place[]): Promise<Map<Place, Known>> {
  const found = await Promise.all(places.map(async (place) => [place, await knownAt(place)] as const));
  return new Map(found);
}

/** The columns that name rows. */
export function titlesOf(all: ReadonlyMap<Place, Known>): Titles {
  const titled = [...all].map(([place, { checklist }]) => [
    place,
    checklist?.columns.find(({ role }) => role === "title")?.id,
  ]);
  return Object.fromEntries(titled) as Titles;
}

/** What a leaf is about, as in “Kommissoriet · Frist”. */
export function labelOf({ part, id, field, ours }: Leaf, { checklist }: Known, theirs: Saved): string {
  if (part === "plain")
    return { day: t("date"), start: t("start_time"), end: t("end_time"), name: t("who_answers") }[field] ?? field;
  if (part === "voice") return t("voice", { name: id });
  if (part === "round") return t("round_of", { date: dateInWords(id) });
  if (part === "row") {
    const column = checklist?.columns.find((one) => one.id === field);
    return field && ours !== undefined ? `${t("a_row")} · ${column?.text ?? field}` : t("a_row");
  }
  const text = checklist?.items.find((one) => one.id === id)?.text ?? answerAt(theirs, id).text ?? id;
  const detail = { owner: t("responsible"), due: t("deadline"), note: t("note") }[field];
  return [shortened(text), ...(detail ? [detail] : [])].join(" · ");
}

/** A leaf's answer in words. */
export function valueOf({ part, id, field, cells }: Leaf, { checklist }: Known, raw: string): string {
  if (!raw) return "–";
  // A row's columns may have the same names.
  if (part === "item" && field === "answer") return told().answers[raw as "done"];
  if (part !== "row" && (field === "due" || field === "day")) return dateInWords(raw);
  if (part === "voice" || part === "round")
    return raw.replace(/(?<![a-z0-9-])[a-z0-9-]+(?= [1-5]\b)/g, (one) => itemText(checklist, one));
  if (part === "row" && cells)
    return Object.entries(cells)
      .flatMap(([column, value]) => (value ? [cellWords(checklist, column, value)] : []))
      .join(" · ");
  if (part === "row") return cellWords(checklist, field, raw);
  const item = checklist?.items.find((one) => one.id === id);
  return field === "value" ? inWords(item?.type, item?.choices, raw) : raw;
}

async function knownAt(place: Place): Promise<Known> {
  const [tool, checklist] = place.split("/") as [string, string];
  try {
    const found = await toolOf(tool);
    const one = found?.checklists.find(({ id }) => id === checklist);
    if (found && one) return { title: `${found.title}: ${one.title}`, checklist: one };
    return { title: t("take_unknown", { place }), checklist: undefined };
  } catch {
    return { title: place, checklist: undefined };
  }
}

function itemText(checklist: Checklist | undefined, id: string): string {
  return checklist?.items.find((one) => one.id === id)?.text ?? id;
}

function cellWords(checklist: Checklist | undefined, id: string, value: string): string {
  const column = checklist?.columns.find((one) => one.id === id);
  return inWords(column?.type, column?.choices, value);
}

function inWords(type: string | undefined, choices: readonly Choice[] | undefined, value: string): string {
  if (type === "choice") return choices?.find(({ id }) => id === value)?.text ?? value;
  if (type === "status") return Object.hasOwn(told().answers, value) ? told().answers[value as "done"] : value;
  if (type === "date") return dateInWords(value);
  return type === "check" && value === "true" ? t("yes") : value;
}
