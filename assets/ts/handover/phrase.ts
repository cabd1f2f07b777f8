/** Sentences with names in them. A name may hold marks that turn the direction of writing: each stands apart. */
import { made } from "../dom";

/** A text with `{name}` replaced, each value in an element of its own. */
export function phrase(text: string, values: Record<string, string>): (Node | string)[] {
  return text.split(/\{(\w+)\}/).map((part, n) => (n % 2 ? made("bdi", "", shortened(values[part] ?? "")) : part));
}

/** What is read here need not be whole: a text of ten thousand letters is known by its first ones. */
export function shortened(text: string): string {
  const letters = [...text.slice(0, MOST)].slice(0, MOST / 2);
  return letters.join("") === text ? text : `${letters.join("")} …`;
}

const MOST = 600;
