/** The words of the texts, and where each is found, as macros/search.py codes them. */
import type { More } from "./shape";

/** Each number ends in one of the first digits, behind so many of the second as it takes. */
const LAST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const MORE = "!#$%&()*+,-./:;<=>?@[]^_{|}~";

/** All words, each with the numbers of the places that have it. */
export function* decoded({ words, found }: Pick<More, "words" | "found">): Generator<[word: string, places: number[]]> {
  const steps = found.split(" ");
  let word = "";
  for (const [n, coded] of words.split(" ").entries()) {
    word = word.slice(0, parseInt(coded.charAt(0), 36)) + coded.slice(1);
    yield [word, placesOf(steps[n] ?? "")];
  }
}

function placesOf(steps: string): number[] {
  const places: number[] = [];
  let place = -1;
  let rest = 0;
  for (const digit of steps) {
    const last = LAST.indexOf(digit);
    if (last < 0) rest = rest * MORE.length + MORE.indexOf(digit) + 1;
    else {
      place += 1 + rest * LAST.length + last;
      places.push(place);
      rest = 0;
    }
  }
  return places;
}
