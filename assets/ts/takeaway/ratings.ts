/** An assessment as sheets: the ratings with mean and spread, and all voices side by side. */
import { lastRound, spreadOn, voicesOf } from "../checklist/spread";
import type { Cell, Id, Round, Sheet, SheetColumn, Voice } from "../model";
import { dateInWords, t } from "../words";
import { itemsOf, own, wordingOf } from "./filled";
import type { Filled } from "./filled";

/** What an assessment has to tell beside the ratings: nothing that nobody answered. */
interface Extent {
  dimensions: boolean;
  voices: Voice[];
  last?: Round;
}

/** The ratings; and where several answered, a second sheet with a column for each of them. */
export function ratingSheets(filled: Filled): Sheet[] {
  const { checklist, saved } = filled;
  const items = itemsOf(filled);
  const extent = extentOf(filled);
  const done = checklist.items.filter(({ id }) => own(saved.items, id)?.rating).length;
  const sheet: Sheet = {
    title: checklist.title,
    summary: t("rated_of", { done, total: checklist.items.length }),
    columns: columnsOf(extent, saved.name),
    rows: items.map((item) => {
      const named = checklist.dimensions.find(({ id }) => id === item.dimension)?.text ?? "";
      const dimension = extent.dimensions ? [named] : [];
      return [wordingOf(item), ...dimension, own(saved.items, item.id)?.rating ?? null, ...figures(item.id, extent)];
    }),
  };
  return extent.voices.length > 1 ? [sheet, voiceSheet(filled, extent.voices)] : [sheet];
}

function extentOf({ checklist, saved }: Filled): Extent {
  const voices = voicesOf(saved, t("own_rating"));
  return { dimensions: checklist.dimensions.length > 0, voices, last: lastRound(saved.rounds) };
}

function columnsOf({ dimensions, voices, last }: Extent, name = ""): SheetColumn[] {
  const number = (head: string): SheetColumn => ({ head, type: "number", width: 1.2 });
  return [
    { head: t("point"), type: "text", width: 4 },
    ...(dimensions ? [{ head: t("dimension"), type: "text" as const, width: 2 }] : []),
    number(name || t("own_rating")),
    ...(voices.length > 1 ? [t("mean"), t("lowest"), t("highest"), t("ratings_number")].map(number) : []),
    ...(last ? [number(t("last_mean", { date: dateInWords(last.date) })), number(t("change_since"))] : []),
  ];
}

function figures(id: Id, { voices, last }: Extent): Cell[] {
  const now = spreadOn({ id, items: [id] }, voices);
  const before = spreadOn({ id, items: [id] }, last?.voices ?? []);
  const number = voices.filter(({ ratings }) => own(ratings, id)).length;
  const spread = [rounded(now?.mean), now?.low ?? null, now?.high ?? null, number];
  const change = now && before ? rounded(now.mean - before.mean) : null;
  return [...(voices.length > 1 ? spread : []), ...(last ? [rounded(before?.mean), change] : [])];
}

function voiceSheet(filled: Filled, voices: Voice[]): Sheet {
  return {
    title: t("all_ratings"),
    summary: filled.checklist.title,
    columns: [
      { head: t("point"), type: "text", width: 4 },
      ...voices.map(({ name }, n): SheetColumn => ({ head: name || `${n + 1}`, type: "number", width: 1.2 })),
    ],
    rows: itemsOf(filled).map((item) => [
      wordingOf(item),
      ...voices.map(({ ratings }) => own(ratings, item.id) ?? null),
    ]),
  };
}

/** Two decimals: more would say more than a handful of answers can. */
function rounded(number?: number): number | null {
  return number === undefined ? null : Math.round(number * 100) / 100;
}
