/** Names of an Excel workbook's sheets. */

/** The longest that Excel takes; it counts in UTF-16. */
const LONGEST = 31;

/** Names that Excel takes: short, without its own signs, each only once, whatever their case. */
export function namesOf(titles: string[]): string[] {
  // Excel keeps this one for itself.
  const taken = new Set(["history"]);
  return titles.map((title) => {
    const name = freeName(tidy(title.replace(/[[\]:*?/\\\p{C}]/gu, " ")) || "–", taken);
    taken.add(name.toLowerCase());
    return name;
  });
}

function freeName(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const ending = n > 1 ? ` (${n})` : "";
    const found = tidy(cut(name, LONGEST - ending.length)) + ending;
    if (!taken.has(found.toLowerCase())) return found;
  }
}

/** As many whole characters as fit. */
function cut(text: string, most: number): string {
  let kept = "";
  for (const sign of text) {
    if (kept.length + sign.length > most) break;
    kept += sign;
  }
  return kept;
}

/** Excel takes no apostrophe at either end. */
function tidy(text: string): string {
  return text.replace(/\s+/g, " ").replace(/^[' ]+|[' ]+$/g, "");
}
