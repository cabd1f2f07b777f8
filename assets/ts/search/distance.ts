/** How many slips lie between two words. */

/** A number that is more than any that is asked for. */
const FAR = 99;

/**
 * Slips (a letter too many, too few, another, or two swapped) between two words; `FAR` when more than `most`.
 * Optimal string alignment, after Damerau (1964), along the diagonal: so many letters off it there are too many slips.
 */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return FAR;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row: number[] = new Array<number>(b.length + 1).fill(FAR);
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - most);
    const last = Math.min(b.length, i + most);
    let least = (row[first - 1] = first === 1 ? i : FAR);
    for (let j = first; j <= last; j++) {
      const same = a[i - 1] === b[j - 1];
      const beyond = j === i + most ? FAR : (above[j] as number);
      let value = Math.min(beyond + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, (before[j - 2] ?? FAR) + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (least > most) return FAR;
    [before, above, row] = [above, row, before.length ? before : new Array<number>(b.length + 1).fill(FAR)];
  }
  return above[b.length] as number;
}
