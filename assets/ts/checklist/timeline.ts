/** A timeline: rows with a beginning and an end as bars on one axis of whole years, or of months where it is short. */
import { drawn, made, tell } from "../dom";
import { count, dateInWords, t, told } from "../words";
import { cellsIn, fieldIn, remark } from "./cells";
import type { Line, roles } from "./cells";

/** Below so many months the axis shows months. */
const SHORT = 18;
/** More marks than these would touch each other on a phone. */
const MOST_MONTHS = 4;
const MOST_YEARS = 7;

/** What a row tells: dates as in `2026-11-22`, or empty. */
export interface Dated {
  title: string;
  start: string;
  end: string;
  milestone: boolean;
}

/** A row on the axis: `left` and `width` are percentages of it, and `start` is not after `end`. */
export interface Bar extends Dated {
  left: number;
  width: number;
}

export interface Timeline {
  bars: Bar[];
  /** The beginnings of months or years, in percent. */
  marks: { date: Date; left: number }[];
  months: boolean;
}

/** Lay rows with both dates on one axis, by their start. Null where there is none. */
export function timelineOf(rows: readonly Dated[]): Timeline | null {
  const ordered = rows.filter(isDated).map((row) => {
    const [start, end] = [row.start, row.end].sort() as [string, string];
    return { ...row, start, end };
  });
  if (!ordered.length) return null;
  ordered.sort((one, other) => (one.start + one.end < other.start + other.end ? -1 : 1));
  const first = monthOf(ordered[0]?.start as string);
  const last = Math.max(...ordered.map(({ end }) => monthOf(end))) + 1;
  const months = last - first <= SHORT;
  const [from, to] = months ? [first, last] : [first - (first % 12), Math.ceil(last / 12) * 12];
  const place = (time: number): number => Math.round((1e4 * (time - timeOf(from))) / (timeOf(to) - timeOf(from))) / 100;
  const bars = ordered.map((row) => {
    const left = place(Date.parse(row.start));
    return { ...row, left, width: Math.round(100 * (place(Date.parse(row.end)) - left)) / 100 };
  });
  const step = months ? Math.ceil((to - from) / MOST_MONTHS) : 12 * Math.ceil((to - from) / 12 / MOST_YEARS);
  const marks = [];
  for (let month = from; month < to; month += step)
    marks.push({ date: new Date(timeOf(month)), left: place(timeOf(month)) });
  return { bars, marks, months };
}

/** Whether a row has both dates. */
export function isDated({ start, end }: Dated): boolean {
  return [start, end].every((date) => /^\d{4}-/.test(date) && !Number.isNaN(Date.parse(date)));
}

/** Draw the bars below the table, where it has them, and say what is not among them. */
export function drawTimeline(form: HTMLFormElement, lines: Line[], by: ReturnType<typeof roles>): void {
  const list = form.querySelector<HTMLElement>("[data-view='timeline']");
  if (!list) return;
  const rows = lines.map((line) => datedIn(line, by));
  lines.forEach((line, n) => {
    const { start, end } = rows[n] as Dated;
    remark(fieldIn(line, by.end), start && end && end < start ? t("end_before_start") : "");
  });
  const found = timelineOf(rows);
  list.hidden = !found;
  list.replaceChildren(...(found ? [axis(found), ...found.bars.map(entry)] : []));
  const missing = rows.filter((row) => (row.title || row.start || row.end) && !isDated(row)).length;
  const note = form.querySelector<HTMLElement>(".iv-undated") ?? made("p", "iv-undated iv-small");
  tell(note, missing ? count("dates_missing", missing) : "");
  list.after(note);
}

function datedIn(line: Line, by: ReturnType<typeof roles>): Dated {
  const cells = cellsIn(line);
  const text = (column = ""): string => cells[column] ?? "";
  return { title: text(by.title), start: text(by.start), end: text(by.end), milestone: text(by.milestone) === "true" };
}

function axis({ marks, months }: Timeline): HTMLElement {
  const format = new Intl.DateTimeFormat(told().lang, {
    year: "numeric",
    timeZone: "UTC",
    ...(months && { month: "short" }),
  });
  const texts = marks.map(({ date, left }) =>
    drawn("text", { class: "iv-span__year", x: `${left}%`, y: 24 }, format.format(date)),
  );
  const item = made("li", "", made("span"), drawn("svg", { class: "iv-span__bar iv-span__axis" }, ...texts));
  item.ariaHidden = "true";
  return item;
}

function entry({ title, start, end, left, width, milestone }: Bar): HTMLElement {
  const span = t("timeline_span", { start: dateInWords(start), end: dateInWords(end) });
  const svg = drawn(
    "svg",
    { class: "iv-span__bar", "aria-hidden": "true" },
    drawn("line", { class: "iv-draw__rule", x1: 0, y1: 6, x2: "100%", y2: 6 }),
    drawn("rect", { class: "iv-draw__bar", x: `${left}%`, y: 2, width: `${width}%`, height: 8 }),
  );
  if (milestone) svg.append(drawn("circle", { class: "iv-draw__node", cx: `${left + width}%`, cy: 6, r: 5 }));
  const when = milestone ? [span, " · ", t("milestone")] : [span];
  return made("li", "", made("b", "", title), made("span", "iv-span__when", ...when), svg);
}

/** The month of a date, counted from the year 0. */
function monthOf(date: string): number {
  const [year, month] = date.split("-").map(Number) as [number, number];
  return year * 12 + month - 1;
}

function timeOf(month: number): number {
  const date = new Date(0);
  return date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
}
