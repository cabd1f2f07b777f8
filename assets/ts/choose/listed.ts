/** A tool that the page lists, as its element says. */
import type { Id } from "../model";

export interface Listed {
  id: Id;
  phase: Id;
  roles: readonly Id[];
  /** Time around the table; 0 where it is not known in minutes. */
  minutes: number;
  /** What stands in the way when it helps, the nearest first. */
  obstacles: readonly Id[];
  kinds: readonly string[];
  /** Its title and summary, folded. */
  words: string;
}

/** Read the tool from the element that shows it; `words` are its title and summary. */
export function listedIn(element: HTMLElement, words = ""): Listed {
  const { toolId = "", phase = "", roles, minutes, obstacles, kinds } = element.dataset;
  return {
    id: toolId,
    phase,
    roles: split(roles),
    minutes: Number(minutes),
    obstacles: split(obstacles),
    kinds: split(kinds),
    words: folded(words),
  };
}

/** Words as they are compared: without case, and without what breaks titles well, soft hyphens and joiners. */
export function folded(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/[\u00ad\u2060]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

function split(ids = ""): string[] {
  return ids.split(" ").filter(Boolean);
}
