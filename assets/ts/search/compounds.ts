/** Compounds, and the words that they are made of. */
import type { Stemmer } from "./fold";

/** Letters that join the halves of a compound. */
const JOINTS = ["", "s", "e", "es", "n"];
/** The shortest half. */
const HALF = 4;

/** The halves of a folded word that both have a known stem, as long as they can be; empty where there are none. */
export function halves(word: string, stems: ReadonlySet<string>, stem: Stemmer): string[] {
  let best: string[] = [];
  for (let cut = HALF; cut <= word.length - HALF; cut++) {
    const head = word.slice(0, cut);
    if (!stems.has(stem(head))) continue;
    for (const joint of JOINTS) {
      const tail = word.slice(cut + joint.length);
      if (tail.length < HALF || !word.startsWith(joint, cut) || !stems.has(stem(tail))) continue;
      if (head.length + tail.length > best.join("").length) best = [head, tail];
    }
  }
  return best;
}
