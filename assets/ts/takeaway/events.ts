/** What of a checklist belongs in a calendar: deadlines, decision points, and the meeting that an agenda plans. */
import type { CalendarEvent, Column, Id } from "../model";
import { t, told } from "../words";
import { columnsOf, itemsOf, own, rowsOf, wordingOf } from "./filled";
import type { Filled, FilledRow } from "./filled";
import { clock, meetingIn } from "./meeting";
import type { Meeting } from "./meeting";
import { wordsOf } from "./table";
import { isDay } from "./text";

/** Longer meetings are a slip of the hand, and so are other centuries. */
const LONGEST = 24 * 60;
const FIRST = "1970-01-01";
const LAST = "2999-12-31";

/** A checklist's events; `uid` makes an id that is the same each time from the id of an item or row. */
export function eventsOf(filled: Filled, uid: (id: Id) => string): CalendarEvent[] {
  const meeting = meetingIn(filled);
  if (meeting) return meetingOf(filled, meeting, uid);
  return filled.checklist.kind === "table" ? rowEvents(filled, uid) : deadlines(filled, uid);
}

function isNear(day: string | undefined): day is string {
  return isDay(day) && day >= FIRST && day <= LAST;
}

/** What is not relevant, or was taken out of the checklist, is nothing to do; all the answers to one that is gone stay. */
function deadlines(filled: Filled, uid: (id: Id) => string): CalendarEvent[] {
  const there = itemsOf(filled).filter(({ gone }) => !gone || !filled.checklist.items.length);
  return there.flatMap((item) => {
    const { answer, due, owner, note } = own(filled.saved.items, item.id) ?? {};
    if (!isNear(due) || answer === "skip") return [];
    const light = answer && told().answers[answer];
    const description = [source(filled), light, owner && `${t("responsible")}: ${owner}`, note];
    const title = t("deadline_of", { title: wordingOf(item) });
    return [{ uid: uid(item.id), title, description: lines(description), date: due, url: filled.page }];
  });
}

function rowEvents(filled: Filled, uid: (id: Id) => string): CalendarEvent[] {
  const columns = columnsOf(filled);
  const mine = rowsOf(filled).filter(({ example }) => !example);
  return mine.flatMap((row) => {
    const of = (role: Column["role"]): string => roleIn(row, columns, role);
    const decided = of("milestone") === "true";
    const date = [of("end"), decided ? of("start") : ""].find(isNear);
    if (!date || of("status") === "skip") return [];
    const named = titleIn(row, columns);
    const title = decided ? t("decision_point", { title: named }) : t("deadline_of", { title: named });
    const said = columns.filter(({ role, type }) => role !== "title" && type !== "check" && type !== "date");
    const words = said.map((column) => [column.text, wordsOf(column, own(row.cells, column.id))] as const);
    const description = [source(filled), ...words.map(([head, word]) => word && `${head}: ${word}`)];
    return [{ uid: uid(row.id), title, description: lines(description), date, url: filled.page }];
  });
}

/** The meeting, if the reader chose its day: its points with their clock times are the description. */
function meetingOf(filled: Filled, { day, start, length, begins }: Meeting, uid: (id: Id) => string): CalendarEvent[] {
  if (!isNear(day)) return [];
  const columns = columnsOf(filled);
  const points = rowsOf(filled).map((row, n) => {
    const owner = roleIn(row, columns, "owner");
    const time = start === null ? "" : clock(begins[n] ?? start);
    return [time, titleIn(row, columns), owner && `(${owner})`].filter(Boolean).join(" ");
  });
  const minutes = Math.min(length, LONGEST);
  const timed = start === null ? {} : { start: hhmm(start), ...(minutes && { minutes }) };
  const description = lines([source(filled), ...points]);
  return [{ uid: uid("meeting"), title: filled.checklist.title, description, date: day, ...timed, url: filled.page }];
}

function hhmm(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(11, 16);
}

function roleIn(row: FilledRow, columns: Column[], role: Column["role"]): string {
  const column = columns.find((one) => one.role === role);
  return column ? (own(row.cells, column.id) ?? "").trim() : "";
}

/** A row's title; its first words where its table has no column for that. */
function titleIn(row: FilledRow, columns: Column[]): string {
  const title = roleIn(row, columns, "title");
  if (title) return title;
  const worded = columns.filter(({ type }) => type === "text" || type === "long");
  return worded.map(({ id }) => (own(row.cells, id) ?? "").trim()).find(Boolean) ?? row.id;
}

function source({ tool, checklist }: Filled): string {
  return [tool, checklist.title].filter(Boolean).join(": ");
}

function lines(parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join("\n");
}
