/** How many slips lie between two words. */

/** A number that is more than any that is asked for. */
const FAR = 99;

/**
 * Slips (a letter too many, too few, another, or two swapped) between two words; `FAR` when more than `most`.
 * Optimal string alignment, after Damerau (1964).
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return FAR;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((above[j] ?? FAR) + 1, (row[j - 1] ?? FAR) + 1, (above[j - 1] ?? FAR) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? FAR) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return FAR;
    before = above;
    above = row;
  }
  return above[b.length] ?? FAR;
}
