/** Whether a tool fits an answer. The same on both pages that ask. */
import type { Chosen } from "./chosen";
import { folded } from "./listed";
import type { Listed } from "./listed";

const FITS: Readonly<Record<string, (tool: Listed, value: string) => boolean>> = {
  phase: (tool, value) => tool.phase === value,
  role: (tool, value) => tool.roles.includes(value),
  time: (tool, value) => tool.minutes > 0 && tool.minutes <= Number(value),
  obstacle: (tool, value) => tool.obstacles.includes(value),
  kind: (tool, value) => tool.kinds.includes(value),
  words: (tool, value) =>
    folded(value)
      .split(" ")
      .every((word) => tool.words.includes(word)),
};

/** Whether a tool fits one question's answers: of several, one is enough. */
export function fits(tool: Listed, question: string, values: readonly string[]): boolean {
  return values.some((value) => FITS[question]?.(tool, value));
}

/** The tools that fit all that is chosen. */
export function narrowed(tools: readonly Listed[], chosen: Chosen): Listed[] {
  const asked = Object.entries(chosen).filter(([, values]) => values.length);
  return tools.filter((tool) => asked.every(([question, values]) => fits(tool, question, values)));
}

/** How many tools an answer would leave, beside what the other questions leave. */
export function leftBy(tools: readonly Listed[], chosen: Chosen, question: string, value: string): number {
  return narrowed(tools, { ...chosen, [question]: value ? [value] : [] }).length;
}
