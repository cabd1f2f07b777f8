/** A takeaway as a calendar file (RFC 5545). */
import ical, { escape } from "ical-generator";
import type { ICalCalendar } from "ical-generator";
import type { CalendarEvent, Takeaway } from "../model";
import { zoneOf } from "./zone";

/** The file's text; meetings are in the time zone, such as `Europe/Copenhagen`. */
export function calendarOf({ events, lang, site, title }: Takeaway, zone: string, now: Date): string {
  const calendar = ical({
    // The library writes the names as they are.
    name: line(title),
    prodId: { company: line(site), product: "kit", language: lang.toUpperCase() },
    // Without a name here, stamps are in UTC, as the standard wants them; meetings name the zone themselves.
    timezone: { name: null, generator: (name) => zoneOf(name) },
  });
  for (const event of events) add(calendar, event, zone, now);
  return `${calendar.toString()}\r\n`;
}

function add(calendar: ICalCalendar, event: CalendarEvent, zone: string, now: Date): void {
  const { uid, title, description, date, start, minutes = 0, url } = event;
  const timed = start
    ? { start: `${date}T${start}:00`, ...(minutes && { end: after(date, start, minutes) }), timezone: zone }
    : { start: date, allDay: true };
  calendar.createEvent({ id: uid, summary: title, description, stamp: now, ...timed, ...(url && { url }) });
}

/** So many minutes later, as clocks on the wall show it: `2026-11-22T10:30:00`. */
function after(date: string, start: string, minutes: number): string {
  const end = new Date(Date.parse(`${date}T${start}:00Z`) + minutes * 60_000);
  return end.toISOString().slice(0, 19);
}

function line(text: string): string {
  return escape(text.replace(/\s+/g, " "), false);
}
