/** How the reader wants to see the plan; it stands in the page's address, so that it can be sent and gone back to. */
import type { Id } from "../model";
import type { Task } from "./tasks";

export interface Choice {
  by: "owner" | "tool" | "due";
  /** Empty values leave nothing out. */
  light: "" | "none" | "part";
  tool: Id;
  only: "" | "overdue" | "no-due" | "no-owner";
}

/** How a plan is shown before anybody chooses. */
export const FIRST: Choice = { by: "owner", light: "", tool: "", only: "" };

const KNOWN: Partial<Record<keyof Choice, readonly string[]>> = {
  by: ["owner", "tool", "due"],
  light: ["none", "part"],
  only: ["overdue", "no-due", "no-owner"],
};

/** What an address asks for, as in `?by=tool&only=overdue`; what it does not know counts for nothing. */
export function choiceFrom(query: string): Choice {
  const asked = new URLSearchParams(query);
  const choice: Record<string, string> = { ...FIRST };
  for (const name of Object.keys(FIRST) as (keyof Choice)[]) {
    const value = asked.get(name) ?? "";
    if (value && (KNOWN[name]?.includes(value) ?? /^[a-z0-9-]{1,80}$/.test(value))) choice[name] = value;
  }
  return choice as unknown as Choice;
}

/** The address's query for a choice: only what differs from the first. Parameters that are not ours stay. */
export function queryOf(choice: Choice, query = ""): string {
  const asked = new URLSearchParams(query);
  for (const name of Object.keys(FIRST) as (keyof Choice)[]) {
    if (choice[name] === FIRST[name]) asked.delete(name);
    else asked.set(name, choice[name]);
  }
  const text = asked.toString();
  return text && `?${text}`;
}

/** The tasks that a choice leaves. */
export function chosen(tasks: readonly Task[], { light, tool, only }: Choice): Task[] {
  return tasks.filter(
    (task) => (!light || task.light === light) && (!tool || task.tool === tool) && (!only || ONLY[only](task)),
  );
}

/** What the filters and the facts count. */
export const ONLY: Record<Exclude<Choice["only"], "">, (task: Task) => boolean> = {
  overdue: ({ overdue }) => overdue > 0,
  "no-due": ({ due }) => !due,
  "no-owner": ({ owner }) => !owner,
};
