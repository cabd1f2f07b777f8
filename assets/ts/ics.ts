/** Loaded on the click: makes calendar files. */
import type { Writer } from "./takeaway";
import { calendarOf } from "./takeaway/calendar";
import { told } from "./words";

const writer: Writer = {
  blobOf: (takeaway, now) =>
    new Blob([calendarOf(takeaway, told().timezone, now)], { type: "text/calendar;charset=utf-8" }),
};
(self as typeof self & { kit: { ics?: Writer } }).kit.ics = writer;
