import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { isDated, timelineOf } from "../../assets/ts/checklist/timeline";
import type { Dated } from "../../assets/ts/checklist/timeline";

const row = (start: string, end: string, title = "Overblik"): Dated => ({ title, start, end, milestone: false });
const marks = (rows: Dated[]): string[] => timelineOf(rows)?.marks.map(({ date }) => date.toISOString().slice(0, 7)) ?? [];

test("bars lie on an axis of whole years, in the order of their start", () => {
  const found = timelineOf([row("2028-07-01", "2029-01-01", "Anden"), row("2027-01-01", "2028-01-01", "Første")]);

  assert.deepEqual(
    found?.bars.map(({ title, left, width }) => [title, left, width]),
    [
      ["Første", 0, 33.3],
      ["Anden", 49.91, 16.79],
    ],
  );
  assert.equal(found?.months, false);
  assert.deepEqual(marks([row("2027-01-01", "2029-01-01")]), ["2027-01", "2028-01", "2029-01"]);
});

test("a short span lies on an axis of months, few enough to be read on a phone", () => {
  assert.deepEqual(marks([row("2027-01-15", "2027-03-01")]), ["2027-01", "2027-02", "2027-03"]);
  assert.deepEqual(marks([row("2026-11-15", "2028-04-30")]), ["2026-11", "2027-04", "2027-09", "2028-02"]);
  assert.equal(timelineOf([row("2026-11-15", "2028-05-01")])?.months, false);
});

test("a long span has no more years than fit", () => {
  assert.deepEqual(marks([row("2027-01-01", "2038-12-31")]), ["2027-01", "2029-01", "2031-01", "2033-01", "2035-01", "2037-01"]);
});

test("an end before the start is drawn the other way round", () => {
  const [bar] = timelineOf([row("2027-06-01", "2027-01-01")])?.bars ?? [];

  assert.deepEqual([bar?.start, bar?.end], ["2027-01-01", "2027-06-01"]);
});

test("rows without both dates are left out", () => {
  assert.equal(timelineOf([row("2027-01-01", ""), row("", ""), row("snart", "2027-01-01")]), null);
  assert.equal(timelineOf([]), null);
});

test("every dated row is on the axis, whatever the dates", () => {
  const date = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  const day = fc.oneof(date.map((one) => one.toISOString().slice(0, 10)), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(day, day), { maxLength: 8 }), (spans) => {
      const rows = spans.map(([start, end]) => row(start, end));
      const found = timelineOf(rows);

      assert.equal(found?.bars.length ?? 0, rows.filter(isDated).length);
      for (const { left, width } of found?.bars ?? []) assert.ok(left >= 0 && width >= 0 && left + width <= 100.01);
      assert.ok((found?.marks.length ?? 1) >= 1 && (found?.marks.length ?? 0) <= 12);
    }),
  );
});
