/** Which tools to suggest: two or three, and others that fit partly. */
import type { Chosen } from "./chosen";
import { fits } from "./fits";
import type { Listed } from "./listed";

export interface Suggestion {
  first: Listed[];
  others: Listed[];
}

/** How much each question counts between tools that fit equally many; three always count more than two, and two more than one. */
const WEIGHT: Readonly<Record<string, number>> = { obstacle: 4, phase: 3, time: 3, role: 2 };
const MOST = 3;
const MOST_OTHERS = 6;

/** The questions that are answered, in the form's order. */
export function asked(chosen: Chosen): string[] {
  return Object.keys(chosen).filter((question) => chosen[question]?.length);
}

/** The answered questions whose answer a tool fits. */
export function met(tool: Listed, chosen: Chosen): string[] {
  return asked(chosen).filter((question) => fits(tool, question, chosen[question] ?? []));
}

/**
 * The tools that fit best, and those that fit all but one answer.
 *
 * A third is suggested only where it fits as many answers as the second. Without answers there is nothing to suggest.
 */
export function suggested(tools: readonly Listed[], chosen: Chosen): Suggestion {
  const ranked = tools
    .map((tool) => ({ tool, met: met(tool, chosen), far: distance(tool, chosen) }))
    .filter((one) => one.met.length)
    .sort((a, b) => weight(b.met) - weight(a.met) || a.far - b.far);
  const isThird = (ranked[2]?.met.length ?? 0) === ranked[1]?.met.length;
  const first = ranked.slice(0, isThird ? MOST : MOST - 1);
  const enough = Math.max(1, asked(chosen).length - 1);
  const others = ranked.slice(first.length).filter((one) => one.met.length >= enough);
  return { first: first.map(({ tool }) => tool), others: others.slice(0, MOST_OTHERS).map(({ tool }) => tool) };
}

function weight(questions: readonly string[]): number {
  return questions.reduce((sum, question) => sum + (WEIGHT[question] ?? 0), 0);
}

/** How far down a tool's own lists the answers stand: what it names first is what it is for. */
function distance(tool: Listed, chosen: Chosen): number {
  const place = (list: readonly string[], [value = ""]: readonly string[] = []): number =>
    Math.max(0, list.indexOf(value));
  return place(tool.obstacles, chosen.obstacle) + place(tool.roles, chosen.role);
}
