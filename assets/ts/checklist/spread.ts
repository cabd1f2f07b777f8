/** What several respondents' ratings come to: the mean, how far they lie apart, and how far it is from the last round. */
import { MOST_VOICES } from "../caps";
import type { Id, Round, Saved, Voice } from "../model";

/** Up to this mean, on the way from 1 to 5, an axis is weak, and the tools that lift it are named. */
export const WEAK = 2.5;

/** An axis of the radar, and the items that count towards it. */
export interface Axis {
  id: Id;
  items: Id[];
}

/** One axis in one round. `low` and `high` are the lowest and highest respondents' own means. */
export interface Spread {
  mean: number;
  low: number;
  high: number;
  /** Who gave the lowest and the highest, when they differ by two or more. */
  apart: [lowest: string[], highest: string[]] | null;
}

/** Those who answered in this round: one's own group, named `own` if it has no name, and the others. */
export function voicesOf(saved: Saved, own: string): Voice[] {
  const ratings: Record<Id, number> = {};
  for (const [id, { rating }] of Object.entries(saved.items)) if (rating) ratings[id] = rating;
  const mine = Object.keys(ratings).length ? [{ name: saved.name || own, ratings }] : [];
  return [...mine, ...(saved.voices ?? [])];
}

/** What the voices say of an axis; null when none of them has rated it. */
export function spreadOn({ items }: Axis, voices: readonly Voice[]): Spread | null {
  const means = voices.flatMap(({ name, ratings }) => {
    const own = items.flatMap((id) => (Object.hasOwn(ratings, id) ? [ratings[id] as number] : []));
    return own.length ? [{ name, mean: average(own) }] : [];
  });
  if (!means.length) return null;
  const values = means.map(({ mean }) => mean);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const named = (value: number): string[] => means.filter(({ mean }) => mean === value).map(({ name }) => name);
  return { mean: average(values), low, high, apart: high - low >= 2 ? [named(low), named(high)] : null };
}

/** The latest of the closed rounds. */
export function lastRound(rounds: readonly Round[] = []): Round | undefined {
  return [...rounds].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
}

/**
 * Close the round on a date: its answers are kept, and the form is empty for the next. A round is known by its date,
 * so what is closed later on the same day joins it; who answers twice is counted once.
 */
export function closed(saved: Saved, own: string, date: string): Saved {
  const [voices, rounds] = [voicesOf(saved, own), saved.rounds ?? []];
  const before = rounds.find((one) => one.date === date)?.voices ?? [];
  const kept = before.filter(({ name }) => !voices.some((one) => one.name === name));
  const others = rounds.filter((one) => one.date !== date);
  return {
    ...saved,
    items: {},
    voices: undefined,
    rounds: [...others, { date, voices: [...kept, ...voices].slice(-MOST_VOICES) }],
  };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
