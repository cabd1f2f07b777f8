/** The words that scripts show; they come from the site's words.yml, in the page's language. */
import type { Light } from "./model";
import { note, type Foreign } from "./tongue";

/**
 * What the site tells the scripts of a language; `scripts` are addresses below `assets/`.
 *
 * `spoken` says which words are in another language, since the site's lacks them; `foreign` are answers that are.
 */
export interface Told {
  lang: string;
  site: string;
  words: Record<string, string>;
  spoken?: Record<string, string>;
  foreign?: Foreign;
  answers: Record<Light, string>;
  scripts: Record<
    "handover" | "takeaway" | "projector" | "docx" | "xlsx" | "ics" | "tools" | "search" | "index" | "more",
    string
  >;
  plan: string;
  catalogue: string;
  timezone: string;
}

/** What a language's rules make is kept: to begin with them takes long. */
const plurals = kept((lang) => new Intl.PluralRules(lang));
const decimals = kept((lang) => new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }));

/** What is made of a key is made once. */
export function kept<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const found = made.get(key) ?? make(key);
    made.set(key, found);
    return found;
  };
}

/** What the language's data script left. */
export function told(): Told {
  return (self as typeof self & { kit: { told: Told } }).kit.told;
}

/** An interface text; `{name}` stands for a value, which must not turn the rest of the sentence around. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  const text = told().words[key] ?? key;
  const words = text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole).replace(/[\u202a-\u202e\u2066-\u2069]/g, ""),
  );
  const lang = told().spoken?.[key];
  if (lang) note(words, lang);
  return words;
}

/** A text that counts: `points` is `points_one` for 1 and `points_other` for most others, by the rules of its language. */
export function count(key: string, number: number): string {
  const { lang, spoken = {}, words } = told();
  const other = `${key}_other`;
  const form = `${key}_${plurals(spoken[other] ?? lang).select(number)}`;
  return t(form in words ? form : other, { number: decimal(number) });
}

/** A number as the language writes it, with one decimal where it has any. */
export function decimal(number: number): string {
  return decimals(told().lang).format(number);
}

/** A date such as `2026-11-22` in words, as the pages write it; what is no date stays as it is. */
export function dateInWords(iso: string): string {
  const date = new Date(`${iso}T12:00:00`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(told().lang, { dateStyle: "long" }).format(date);
}

/** Today's date where the reader is, as in `2026-11-22`. */
export function today(now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
