/** A project's plan as a sheet: the open points, reds first. */
import type { Cell, Sheet } from "../model";
import { checklistAt, tasksOf } from "../plan/tasks";
import type { Task } from "../plan/tasks";
import { count, decimal, t, told } from "../words";
import { own } from "./filled";
import type { Scope, Site } from "./filled";
import { dayOf } from "./text";

/** All that is still open. */
export function planSheet({ saved }: Scope, site: Site, now: Date): Sheet {
  const tasks = tasksOf(saved, site.tools, now);
  return {
    title: t("my_plan"),
    summary: count("points", tasks.length),
    columns: [
      { head: t("state"), type: "text", width: 1.6 },
      { head: t("point"), type: "text", width: 4 },
      { head: t("responsible"), type: "text", width: 2.2 },
      { head: t("deadline"), type: "date", width: 1.7 },
      { head: t("tool"), type: "text", width: 2.4 },
      { head: t("helping_tools"), type: "text", width: 2.4 },
    ],
    rows: tasks.map((task) => row(task, site)),
  };
}

function row(task: Task, { tools }: Site): Cell[] {
  const title = task.milestone ? t("decision_point", { title: task.text }) : task.text;
  const from = [own(tools, task.tool)?.title, checklistAt(task.place, tools)?.title].filter(Boolean).join(": ");
  const helps = task.helps.flatMap((id) => own(tools, id)?.title ?? []);
  return [stateOf(task), title, task.owner, dayOf(task.due), from || task.place, helps.join(", ")];
}

function stateOf({ light, rating, overdue }: Task): string {
  const answer = light && told().answers[light];
  const mean = rating === undefined ? "" : t("mean_of_five", { number: decimal(rating) });
  return [answer || mean, overdue ? count("overdue_days", overdue) : ""].filter(Boolean).join(" · ");
}
