/** The groups and their tasks, tied to the thread. */
import { address } from "../catalogue";
import { made } from "../dom";
import type { Id, Tool, ToolEntry } from "../model";
import { count, dateInWords, decimal, t, told } from "../words";
import type { Choice } from "./choice";
import type { Group } from "./groups";
import { checklistAt } from "./tasks";
import type { Task } from "./tasks";

/** What the tasks' links and names come from. */
export interface Shown {
  by: Choice["by"];
  entries: Record<Id, ToolEntry>;
  tools: Record<Id, Tool>;
}

/** The whole list. */
export function tied(groups: readonly Group[], shown: Shown): HTMLElement {
  return made("div", "iv-tied", ...groups.map((group, n) => section(group, `plan-${n + 1}`, shown)));
}

/** A tool's name; its id where the site no longer has it. */
export function titleOf(tool: Id, entries: Record<Id, ToolEntry>): string {
  return Object.hasOwn(entries, tool) ? (entries[tool] as ToolEntry).title : tool;
}

function section({ title, tasks }: Group, id: string, shown: Shown): HTMLElement {
  const heading = made("h2", "", title);
  heading.id = id;
  const block = made(
    "section",
    "iv-group",
    heading,
    made("ol", "iv-knots", ...tasks.map((task) => entry(task, shown))),
  );
  block.setAttribute("aria-labelledby", id);
  return block;
}

function entry(task: Task, shown: Shown): HTMLElement {
  const { text, rating } = task;
  const words = rating === undefined ? text : t("plan_rating", { text, rating: decimal(rating) });
  const what = made("div", "", made("h3", "iv-knots__title", words), facts(task, shown));
  const help = task.helps.filter((id) => Object.hasOwn(shown.entries, id));
  if (help.length) what.append(helps(task, help, shown));
  return made("li", "iv-task", what, when(task));
}

function facts(task: Task, shown: Shown): HTMLElement {
  const line = made("p");
  if (task.light) line.append(chip(task.light), " ");
  if (task.kind === "dimension") line.append(made("span", "iv-small", t("plan_weak")), " ");
  line.append(made("span", "iv-quiet", t("plan_from"), " ", source(task, shown)));
  if (shown.by !== "owner" && task.owner)
    line.append(made("span", "iv-quiet", " · ", t("responsible"), ": "), made("bdi", "", task.owner));
  if (task.milestone) line.append(made("span", "iv-quiet", " · ", t("plan_milestone")));
  return line;
}

function chip(light: "none" | "part"): HTMLElement {
  return made("span", `iv-chip iv-chip--${light}`, made("span", `iv-mark iv-mark--${light}`), told().answers[light]);
}

/** The way to where the task was answered. Below its tool's name, the checklist's says more. */
function source(task: Task, { by, entries, tools }: Shown): Node | string {
  const name = titleOf(task.tool, entries);
  const checklist = checklistAt(task.place, tools);
  if (!checklist || !Object.hasOwn(entries, task.tool)) return by === "tool" ? task.place : name;
  const form = task.place.replace("/", "--");
  // Rows and dimensions have no place of their own on the page before its script has made it.
  const spot = checklist.items.some(({ id }) => id === task.id) ? `${form}--${task.id}` : form;
  return link(`${entries[task.tool]?.page}#${spot}`, by === "tool" ? checklist.title : name);
}

function helps({ kind }: Task, ids: readonly Id[], { entries }: Shown): HTMLElement {
  const line = made("p", "iv-helps", kind === "dimension" ? t("lifted_by") : t("helped_by"));
  for (const [n, id] of ids.entries())
    line.append(n ? ", " : " ", link((entries[id] as ToolEntry).page, titleOf(id, entries)));
  return line;
}

function when({ due, overdue }: Task): HTMLElement {
  if (!due) return made("p", "iv-task__when iv-quiet", t("plan_no_due"));
  const time = made("time", "", dateInWords(due));
  time.dateTime = due;
  const flag = overdue ? [" ", made("span", "iv-flag", count("overdue_days", overdue))] : [];
  return made("p", "iv-task__when", time, ...flag);
}

function link(page: string, words: string): HTMLElement {
  const anchor = made("a", "", words);
  anchor.href = address(page);
  return anchor;
}
