/** Words of the form, with values in them. */

/** The words that scripts say, by key. */
export type Words = Readonly<Record<string, string>>;

const MOST = 60;

/** Return words with each `{name}` replaced by the value of that name. */
export function filled(words: string | undefined, values: Readonly<Record<string, string | number>>): string {
  return (words ?? "").replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Return the beginning of a text that is too long to name something by. */
export function short(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text;
}
