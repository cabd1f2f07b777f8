/** What is still open in a project: the reds and yellows, the rows that somebody has to finish, and the weak dimensions. */
import type { Checklist, Id, Place, Saved, Tool } from "../model";
import { today } from "../words";
import { rowTasks } from "./rows";
import { weakTasks } from "./weak";

/** One open point. */
export interface Task {
  place: Place;
  tool: Id;
  /** The item, the row, or the dimension. */
  id: Id;
  kind: "light" | "row" | "dimension";
  text: string;
  /** `none` is red, `part` is yellow; empty where nobody gave it a light. */
  light: "part" | "none" | "";
  /** A weak dimension's mean, from 1 to 5. */
  rating?: number;
  owner: string;
  /** As in `2026-11-22`; may be empty. */
  due: string;
  /** Days since the deadline; 0 on the day itself, before it, and without one. */
  overdue: number;
  /** The tools that help. */
  helps: Id[];
  milestone: boolean;
}

/** What a kind of answers knows of its tasks; the place is the same for all of a checklist. */
export type Found = Omit<Task, "place" | "tool" | "overdue">;

/**
 * The open points of a project: reds before yellows, each by deadline.
 *
 * Answers to a tool or a checklist that the site no longer has keep their reds and yellows, in the words they were
 * answered in. An item that its checklist no longer has is nothing to do.
 */
export function tasksOf(saved: Record<Place, Saved>, tools: Record<Id, Tool>, now: Date): Task[] {
  const day = today(now);
  const tasks = Object.entries(saved).flatMap(([place, answers]) => {
    const tool = place.split("/")[0] ?? "";
    const found = foundIn(answers, checklistAt(place, tools));
    return found.map((one) => ({ ...one, place, tool, overdue: one.due ? Math.max(0, daysBetween(one.due, day)) : 0 }));
  });
  return tasks.sort((a, b) => rank(a) - rank(b) || byDeadline(a, b));
}

/** Earlier deadlines first; what has none comes last. */
export function byDeadline(a: Task, b: Task): number {
  return compare(a.due || LATEST, b.due || LATEST);
}

/** The definition of a place's checklist; null where the site has none. */
export function checklistAt(place: Place, tools: Record<Id, Tool>): Checklist | null {
  const [tool = "", id] = place.split("/");
  if (!Object.hasOwn(tools, tool)) return null;
  return tools[tool]?.checklists.find((one) => one.id === id) ?? null;
}

const LATEST = "9999-99-99";
const RANKS = ["none", "part", ""];
const DAY = 24 * 60 * 60 * 1000;

function foundIn(answers: Saved, checklist: Checklist | null): Found[] {
  if (checklist?.kind === "table") return rowTasks(answers, checklist);
  if (checklist?.kind === "assessment") return weakTasks(answers, checklist);
  return lit(answers, checklist);
}

function lit(answers: Saved, checklist: Checklist | null): Found[] {
  return Object.entries(answers.items).flatMap(([id, { answer, owner = "", due = "", text }]) => {
    const item = checklist?.items.find((one) => one.id === id);
    if ((answer !== "none" && answer !== "part") || (checklist && !item)) return [];
    const words = item?.text ?? text ?? id;
    return [
      {
        id,
        kind: "light",
        text: words,
        light: answer,
        owner: owner.trim(),
        due,
        helps: item?.helps ?? [],
        milestone: false,
      },
    ];
  });
}

function rank({ light }: Task): number {
  return RANKS.indexOf(light);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Whole days from one date to another; in UTC, where every day has 24 hours. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) || 0;
}
