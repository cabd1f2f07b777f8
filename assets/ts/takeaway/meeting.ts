/** The meeting that an agenda plans: its day, its beginning, and the time of each of its points. */
import { beginnings, clockOf, minutesOf } from "../checklist/agenda";
import { told } from "../words";
import { own, rowsOf } from "./filled";
import type { Filled } from "./filled";

/** Times are minutes after midnight of the day; `start` is null and `day` empty where nobody chose them. */
export interface Meeting {
  day: string;
  start: number | null;
  /** The minutes of all rows. */
  minutes: number;
  /** How long it lasts: as long as its rows, or without any until the end that the reader chose. */
  length: number;
  /** When each row begins. */
  begins: number[];
}

/** The meeting; null for tables that plan none. */
export function meetingIn(filled: Filled): Meeting | null {
  const { checklist, saved } = filled;
  const column = checklist.columns.find(({ role }) => role === "minutes");
  if (!checklist.views.includes("agenda") || !column) return null;
  const lengths = rowsOf(filled).map(({ cells }) => minutesOf((own(cells, column.id) ?? "").trim()) ?? 0);
  const start = clockOf(saved.start || checklist.start);
  const begins = beginnings(lengths, start ?? 0);
  const minutes = (begins.pop() ?? 0) - (start ?? 0);
  const room = Math.max(0, (clockOf(saved.end) ?? 0) - (start ?? 0));
  return { day: saved.day ?? "", start, minutes, length: minutes || room, begins };
}

/** Minutes after midnight as a time of day, as the language writes it. */
export function clock(minutes: number): string {
  return new Intl.DateTimeFormat(told().lang, { timeStyle: "short", timeZone: "UTC" }).format(minutes * 60_000);
}
