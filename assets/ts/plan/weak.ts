/** The weak dimensions of an assessment: where the mean of all who answered is low. */
import type { Checklist, Id, Item, Saved } from "../model";
import type { Found } from "./tasks";

/** Up to this mean, on the way from 1 to 5, a dimension is weak. */
export const WEAK = 2.5;

/** The weak dimensions, with the tools that lift them; the weakest first. */
export function weakTasks(answers: Saved, assessment: Checklist): Found[] {
  return axesOf(assessment)
    .flatMap((axis) => weakTask(answers, axis))
    .sort((a, b) => (a.rating ?? 0) - (b.rating ?? 0));
}

interface Axis {
  id: Id;
  text: string;
  items: Item[];
}

/** The dimensions, each with its items; an item without a dimension is one itself. */
function axesOf({ dimensions, items }: Checklist): Axis[] {
  const gathered = dimensions.map((one) => ({ ...one, items: items.filter(({ dimension }) => dimension === one.id) }));
  const alone = items
    .filter(({ dimension }) => !dimension)
    .map((item) => ({ id: item.id, text: item.text, items: [item] }));
  return [...gathered, ...alone];
}

function weakTask(answers: Saved, { id, text, items }: Axis): Found[] {
  const rating = mean(items.flatMap((item) => ratingsOf(answers, item.id)));
  if (rating === null || rating > WEAK) return [];
  const helps = [...new Set(items.flatMap((item) => item.helps ?? []))];
  return [{ id, kind: "dimension", text, light: "", rating, owner: "", due: "", helps, milestone: false }];
}

/** What one's own group and the others gave an item. */
function ratingsOf({ items, voices = [] }: Saved, id: Id): number[] {
  const own = Object.hasOwn(items, id) ? items[id]?.rating : undefined;
  const others = voices.map(({ ratings }) => (Object.hasOwn(ratings, id) ? ratings[id] : undefined));
  return [own, ...others].filter((one) => one !== undefined);
}

function mean(numbers: number[]): number | null {
  return numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null;
}
