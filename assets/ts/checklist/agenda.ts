/** An agenda: clock times from a beginning and minutes, the total, and whether it fits between two times of day. */
import { made, tell } from "../dom";
import type { Saved } from "../model";
import { count, dateInWords, decimal, kept, t, told } from "../words";
import { cellsIn, fieldIn, isWritten, remark } from "./cells";
import type { Line, roles } from "./cells";
import { put, trimmed } from "./kind";
import type { Host } from "./kind";

const HOUR = 60;
const DAY = 24 * HOUR;
/** Less than this share of the time left over is little. */
const LITTLE = 0.1;

const clocks = kept((lang) => new Intl.DateTimeFormat(lang, { timeStyle: "short", timeZone: "UTC" }));

/** What a meeting has between its beginning and its end: minutes left over, negative where it is too long. */
export interface Fit {
  left: number;
  /** Of the whole time. */
  share: number;
}

/** Whole minutes as somebody wrote them; nothing is 0, anything else null. */
export function minutesOf(text: string): number | null {
  return /^\d{0,4}$/.test(text) ? Number(text) : null;
}

/** A time of day such as `9:00` or `09.00` in minutes since midnight; null where there is none. */
export function clockOf(text = ""): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d\d)/.exec(text) ?? [];
  return hours ? Number(hours) * HOUR + Number(minutes) : null;
}

/** When each point begins, in minutes after `start`, and at last when all is over. */
export function beginnings(minutes: readonly number[], start: number): number[] {
  const found = [start];
  for (const one of minutes) found.push((found.at(-1) as number) + one);
  return found;
}

/** Whether so many minutes fit; an end at or before the start is on the next day. Null where a time is not known. */
export function fitOf(total: number, start: number | null, end: number | null): Fit | null {
  if (start === null || end === null || !total) return null;
  const room = (end - start + DAY) % DAY || DAY;
  return { left: room - total, share: (room - total) / room };
}

/** Minutes in words, as in “1 time og 30 minutter”. */
export function lasting(minutes: number): string {
  const rest = minutes % HOUR;
  if (minutes < HOUR) return count("minutes", minutes);
  const hours = count("hours", (minutes - rest) / HOUR);
  return rest ? t("hours_minutes", { hours, minutes: count("minutes", rest) }) : hours;
}

/** Fields for the day and the times above the table. */
export function beginAgenda(host: Host): void {
  const { form } = host;
  const times = { day: t("date"), start: t("start_time"), end: t("end_time") };
  const fields = Object.entries(times).map(([part, words]) => {
    const field = made("input", "iv-input");
    field.type = part === "day" ? "date" : "time";
    field.name = `${form.id}--${part}`;
    // Without it a year may have six digits.
    if (part === "day") field.max = "9999-12-31";
    // Nothing is said of it but whether the time is enough.
    field.addEventListener("change", () => host.change(trimmed({ ...host.saved, [part]: field.value }), ""));
    const label = made("label", "iv-field", words, field);
    if (part === "day") label.append(made("span", "iv-field__help"));
    return label;
  });
  const block = made("div", "iv-when", ...fields);
  block.dataset.apart = "";
  form.querySelector(".iv-scroll")?.before(block);
  form.querySelector(".iv-handles__table")?.before(made("p", "iv-fit"));
  form.querySelector("caption [data-still]")?.remove();
  form.addEventListener("change", () => tellFit(host));
  // It takes long to make, and the task that draws has enough to do.
  clocks(told().lang);
}

/** Write the day and the times into their fields. */
export function showAgenda(form: HTMLFormElement, { day = "", start = startOf(form), end = "" }: Saved): void {
  for (const [part, value] of Object.entries({ day, start, end })) {
    const field = form.querySelector<HTMLInputElement>(`[name="${form.id}--${part}"]`);
    // While somebody writes a time it is empty for a moment.
    if (field && field !== document.activeElement) put(field, value);
  }
}

/** Draw the clock times, the total, and whether it fits. */
export function drawAgenda(form: HTMLFormElement, lines: Line[], by: ReturnType<typeof roles>, saved: Saved): void {
  if (!form.querySelector(".iv-agenda")) return;
  const minutes = lines.map((line) => minutesOf(cellsIn(line)[by.minutes ?? ""] ?? ""));
  const start = clockOf(saved.start ?? startOf(form));
  const clocks = beginnings(minutes.map(Number), start ?? 0);
  const write = writer();
  lines.forEach((line, n) => {
    write(line.querySelector("[data-clock]"), start !== null && isWritten(line) ? clocks[n] : undefined);
    remark(fieldIn(line, by.minutes), minutes[n] === null ? t("minutes_whole") : "");
  });
  const over = clocks.at(-1) as number;
  const total = over - (start ?? 0);
  write(form.querySelector("[data-end]"), start !== null && total ? over : undefined);
  const said = form.querySelector<HTMLElement>("[data-total]");
  if (said) tell(said, t("total"), ": ", total ? lasting(total) : "");
  const day = form.querySelector(".iv-when .iv-field__help");
  if (day) day.textContent = dateInWords(saved.day ?? "");
  drawFit(form.querySelector(".iv-fit") as HTMLElement, fitOf(total, start, clockOf(saved.end)));
}

/** Say politely whether the time is enough, once it changed; after `before`, which is said already. */
export function tellFit(host: Host, before = ""): void {
  const fit = host.form.querySelector<HTMLElement>(".iv-fit");
  if (!fit || fit.dataset.told === fit.textContent) return;
  fit.dataset.told = fit.textContent ?? "";
  if (fit.textContent) host.announce(`${before} ${fit.textContent}`.trim());
}

function drawFit(place: HTMLElement, fit: Fit | null): void {
  if (!fit) return tell(place);
  const words = { time: lasting(Math.abs(fit.left)), share: decimal(Math.floor(fit.share * 100)) };
  if (fit.left < 0) tell(place, made("b", "iv-flag", t("too_long")), " ", t("too_long_by", words));
  else if (fit.share < LITTLE) tell(place, made("b", "iv-age", t("little_buffer")), " ", t("buffer", words));
  else tell(place, t("buffer", words));
}

/** Writes a time of day into a cell, and how many days later it is; nothing where it is not known. */
function writer(): (place: Element | null, clock: number | undefined) => void {
  const { format } = clocks(told().lang);
  return (place, clock) => {
    place?.replaceChildren();
    if (clock === undefined) return;
    const days = Math.floor(clock / DAY);
    place?.append(made("time", "", format(clock * 60_000)));
    if (days) place?.append(made("small", "iv-later", count("days_later", days)));
  };
}

/** The beginning that the site gives, as a field takes it. */
function startOf(form: HTMLFormElement): string {
  const start = form.dataset.start ?? "";
  return start && `0${start}`.slice(-5).replace(".", ":");
}
