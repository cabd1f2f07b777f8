/** Tasks gathered by who has them, by tool, or by deadline. */
import type { Id } from "../model";
import { t, today, told } from "../words";
import type { Choice } from "./choice";
import { byDeadline } from "./tasks";
import type { Task } from "./tasks";

export interface Group {
  title: string;
  tasks: Task[];
}

/** The groups in order, each by deadline. Owners stand by their first deadline, tools by name; what has none comes last. */
export function groupsOf(tasks: readonly Task[], by: Choice["by"], title: (tool: Id) => string, now: Date): Group[] {
  const sorted = [...tasks].sort(byDeadline);
  if (by === "due") return deadlines(now).flatMap(([name, fits]) => group(name, sorted.filter(fits)));
  if (by === "tool") return gathered(sorted, ({ tool }) => title(tool)).sort(byTitle);
  const owned = gathered(
    sorted.filter(({ owner }) => owner),
    ({ owner }) => owner.replace(/\s+/g, " "),
  );
  return [
    ...owned,
    ...group(
      t("plan_no_owner"),
      sorted.filter(({ owner }) => !owner),
    ),
  ];
}

/** Tasks with the same title, whatever its capitals, in the order in which the titles come up. */
function gathered(tasks: readonly Task[], titleOf: (task: Task) => string): Group[] {
  const found = new Map<string, Group>();
  for (const task of tasks) {
    const title = titleOf(task);
    const key = title.toLocaleLowerCase(told().lang);
    const known = found.get(key);
    if (known) known.tasks.push(task);
    else found.set(key, { title, tasks: [task] });
  }
  return [...found.values()];
}

type Deadline = [name: string, fits: (task: Task) => boolean];

function deadlines(now: Date): Deadline[] {
  const [week, month] = [7, 30].map((days) =>
    today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)),
  ) as [string, string];
  return [
    [t("plan_overdue"), ({ overdue }) => overdue > 0],
    [t("plan_week"), ({ overdue, due }) => !overdue && due !== "" && due <= week],
    [t("plan_month"), ({ due }) => due > week && due <= month],
    [t("plan_later"), ({ due }) => due > month],
    [t("plan_no_due"), ({ due }) => !due],
  ];
}

function group(title: string, tasks: Task[]): Group[] {
  return tasks.length ? [{ title, tasks }] : [];
}

function byTitle(a: Group, b: Group): number {
  return a.title.localeCompare(b.title, told().lang);
}
