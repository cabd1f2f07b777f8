/** The weak dimensions of an assessment: where the mean of all who answered is low. */
import { spreadOn, voicesOf, WEAK } from "../checklist/spread";
import type { Checklist, Id, Item, Saved, Voice } from "../model";
import type { Found } from "./tasks";

/** The weak dimensions, with the tools that lift them; the weakest first. */
export function weakTasks(answers: Saved, assessment: Checklist): Found[] {
  const voices = voicesOf(answers, "");
  return axesOf(assessment)
    .flatMap((axis) => weakTask(voices, axis))
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

function weakTask(voices: Voice[], { id, text, items }: Axis): Found[] {
  const rating = spreadOn({ id, items: items.map((item) => item.id) }, voices)?.mean;
  if (rating === undefined || rating > WEAK) return [];
  const helps = [...new Set(items.flatMap((item) => item.helps ?? []))];
  return [{ id, kind: "dimension", text, light: "", rating, owner: "", due: "", helps, milestone: false }];
}
