import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { beginnings, clockOf, fitOf, lasting, minutesOf } from "../../assets/ts/checklist/agenda";

const words = {
  minutes_one: "{number} minut",
  minutes_other: "{number} minutter",
  hours_one: "{number} time",
  hours_other: "{number} timer",
  hours_minutes: "{hours} og {minutes}",
};
Object.assign(globalThis, { self: { kit: { told: { lang: "da", words } } } });

test("minutes are whole numbers, and nothing is none", () => {
  assert.deepEqual(["15", "0", "", "ti", "7,5", "-5", "1e3", "99999"].map(minutesOf), [15, 0, 0, ...Array(5).fill(null)]);
});

test("a time of day is read as the site and the browser write it", () => {
  assert.deepEqual(["9:00", "09.30", "23:59", "", undefined, "ni"].map(clockOf), [540, 570, 1439, null, null, null]);
});

test("each point begins when those before it are over", () => {
  assert.deepEqual(beginnings([10, 0, 35], 540), [540, 550, 550, 585]);
  assert.deepEqual(beginnings([], 540), [540]);
});

test("the buffer is what is left between the times", () => {
  assert.deepEqual(fitOf(90, 540, 640), { left: 10, share: 0.1 });
  assert.deepEqual(fitOf(90, 540, 600), { left: -30, share: -0.5 });
});

test("an end before the start is on the next day", () => {
  assert.equal(fitOf(90, 23 * 60, 60)?.left, 30);
  assert.equal(fitOf(90, 540, 540)?.left, 24 * 60 - 90);
});

test("without both times, or without points, nothing is said", () => {
  assert.deepEqual([fitOf(90, null, 600), fitOf(90, 540, null), fitOf(0, 540, 600)], [null, null, null]);
});

test("time is told in hours and minutes", () => {
  assert.deepEqual([0, 1, 45, 60, 90, 121].map(lasting), [
    "0 minutter",
    "1 minut",
    "45 minutter",
    "1 time",
    "1 time og 30 minutter",
    "2 timer og 1 minut",
  ]);
});

test("whatever somebody writes as minutes or time, nothing breaks", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (minutes, clock) => {
      assert.ok(Number.isInteger(minutesOf(minutes) ?? 0));
      assert.ok(Number.isInteger(clockOf(clock) ?? 0));
    }),
  );
});
