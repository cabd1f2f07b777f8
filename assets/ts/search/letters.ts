/** Which letters a word has, one bit each: what two words can't have in common is seen before they are compared. */

/** The letters of a word; two letters may share a bit. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let n = 0; n < word.length; n++) letters |= 1 << (word.charCodeAt(n) % 31);
  return letters;
}

/** Whether all letters are among the others. */
export function among(letters: number, others: number): boolean {
  return (letters & ~others) === 0;
}

/** How many letters are not among the others. */
export function lacking(letters: number, others: number): number {
  let bits = letters & ~others;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
