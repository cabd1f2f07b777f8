/** What texts may hold when they leave for other programs, and what can be read out of them. */
import type { Cell } from "../model";

// XML 1.0 has no way to write these: Word and Excel call a file with one of them broken.
const FORBIDDEN = /[^\t\n\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** The same shape, with only such characters in its texts as every program opens; lines end in LF. */
export function cleaned<T>(value: T): T {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "") as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)])) as T;
}

/** Whether a text is a day that there is: `2026-02-31` is none. */
export function isDay(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A day as a date; anything else as the text that it is. */
export function dayOf(text = ""): Cell {
  return isDay(text) ? { date: text } : text || null;
}

// `1.500` is one and a half to some readers and fifteen hundred to others; `007` and a card's digits are no numbers.
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:,\d{1,9}|\.(?!\d{3}$)\d{1,9})?$/;

/** A number that was typed with point or comma; anything else as the text that it is. */
export function numberOf(text = ""): Cell {
  const typed = text.trim();
  return NUMBER.test(typed) ? Number(typed.replace(",", ".")) : text || null;
}
