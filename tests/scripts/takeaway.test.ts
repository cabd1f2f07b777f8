import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { fileName } from "../../assets/ts/takeaway/file";
import type { Row, Saved } from "../../assets/ts/model";
import { takeawayOf } from "../../assets/ts/takeaway/takeaway";
import { numberOf } from "../../assets/ts/takeaway/text";
import { line, place, saved } from "./samples";
import { answers, at, NOW, PLACES, project, site } from "./takeaway.samples";

const FORBIDDEN = /[^\t\n\P{Cc}]|\p{Cs}|[\uFFFE\uFFFF]/u;
const rowsAt = (where: string, some: object) => takeawayOf(at(where, some), site, NOW).sheets[0]?.rows;
const scopes = fc.record({
  project: fc.record({ id: fc.constant("p1"), name: line, organisation: line, owner: line }),
  saved: fc.dictionary(fc.oneof(fc.constantFrom(...PLACES), place), saved, { maxKeys: 4 }),
});

/** All texts in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test("whatever the site saved can be taken away, and holds only what every program opens", () => {
  fc.assert(fc.property(scopes, fc.constantFrom(undefined, ...PLACES), (scope, one) => {
    const { sheets, ...rest } = takeawayOf({ ...scope, place: one }, site, NOW);

    assert.ok(sheets.every(({ columns, rows }) => rows.every((row) => row.length === columns.length)));
    for (const text of textsIn([sheets, rest])) assert.doesNotMatch(text, FORBIDDEN);
  }));
});

test("a checklist keeps its order, its open items, and the answers it no longer asks for", () => {
  const items = {
    level: { answer: "part", owner: "Formand", due: "2026-12-01", note: "Husk\r\nto linjer" },
    terms: { answer: "done" },
    old: { answer: "none", text: "Et gammelt punkt" },
  } as const;

  assert.deepEqual(rowsAt("group/set-up", { items }), [
    [true, "Kommissoriet er skrevet", "På plads", "", null, ""],
    [false, "Medlemmerne kan beslutte", "Delvist", "Formand", { date: "2026-12-01" }, "Husk\nto linjer"],
    [false, "Hvert møde har et formål", "", "", null, ""],
    [false, "Et gammelt punkt (væk)", "Ikke i gang", "", null, ""],
  ]);
});

test("a worksheet says its answers in words and values", () => {
  const items = {
    aim: { value: "=1+1" },
    form: { value: "round" },
    when: { value: "2026-12-01" },
    people: { value: "12,5" },
    agreed: { value: "true" },
  };

  const cells = rowsAt("mandate/star", { items })?.map((row) => row[1]);

  assert.deepEqual(cells, ["=1+1", "Rundbord", { date: "2026-12-01" }, 12.5, true]);
});

test("an assessment with several voices has mean, spread, number and the change since the last round", () => {
  const some: Partial<Saved> = {
    items: { backing: { rating: 2 } },
    name: "Sundhed",
    voices: [{ name: "Skole", ratings: { backing: 5 } }, { name: "Ældre", ratings: { backing: 4, money: 1 } }],
    rounds: [{ date: "2026-05-01", voices: [{ name: "Sundhed", ratings: { backing: 2 } }] }],
  };

  const { sheets } = takeawayOf(at("mandate/strength", some), site, NOW);

  assert.deepEqual(sheets.map(({ rows }) => rows), [
    [["Politisk opbakning", "Ledelse", 2, 3.67, 2, 5, 3, 2, 1.67], ["Penge og timer", "", null, 1, 1, 1, 1, null, null]],
    [["Politisk opbakning", 2, 5, 4], ["Penge og timer", null, null, 1]],
  ]);
  assert.deepEqual(sheets[1]?.columns.map(({ head }) => head).slice(1), ["Sundhed", "Skole", "Ældre"]);
});

test("an agenda has its clock times and its total; examples that nobody changed are in the site's words", () => {
  const rows: Row[] = [
    { id: "welcome", example: true, cells: {} },
    { id: "new-1", cells: { length: "50", what: "Drøftelse", gone: "Plan B" } },
    { id: "new-2", cells: {} },
    { id: "no-longer", example: true, cells: {} },
  ];

  const { sheets } = takeawayOf(at("group/script", { rows, start: "23:30" }), site, NOW);

  assert.deepEqual(sheets[0]?.rows, [
    ["23.30", 10, "Velkomst", "Vært", ""],
    ["23.40", 50, "Drøftelse", "", "Plan B"],
    ["00.30", 60, "total", null, null],
  ]);
});

test("examples are no answers as long as nobody has touched the table", () => {
  assert.deepEqual(rowsAt("group/script", {}), []);
});

test("a table's cells are words, dates, numbers and ticks; what was typed otherwise stays text", () => {
  const good = { what: "Start", from: "2026-12-01", to: "2026-12-24", decided: "true", state: "part", cost: "1000,50" };
  const odd = { what: "=HYPERLINK(1)", from: "snart", to: "2026-02-31", decided: "nej", state: "constructor", cost: "1.500" };
  const rows = [{ id: "new-1", cells: good }, { id: "new-2", cells: odd }];

  assert.deepEqual(rowsAt("group/time", { rows }), [
    ["Start", { date: "2026-12-01" }, { date: "2026-12-24" }, true, "Delvist", 1000.5],
    ["=HYPERLINK(1)", "snart", "2026-02-31", false, "constructor", "1.500"],
  ]);
});

test("what the site no longer has is taken away too", () => {
  const items = { a: { answer: "part" as const, text: "Et punkt" } };
  const rows = [{ id: "new-1", cells: { constructor: "En celle" } }];

  const { sheets } = takeawayOf({ project, saved: { "gone/one": answers({ items }), "gone/two": answers({ rows }) } }, site, NOW);

  assert.equal(sheets[1]?.rows[0]?.[1], "Et punkt (væk)");
  assert.deepEqual(sheets[2]?.rows, [["En celle"]]);
});

test("a project begins with its plan, reds first, and goes on in the site's order", () => {
  const items = { terms: { answer: "part", due: "2026-11-01" }, level: { answer: "none", owner: "Formand" }, purpose: { answer: "done" } } as const;
  const ratings = { backing: { rating: 2 }, money: { rating: 5 } };

  const all = { "group/set-up": answers({ items }), "mandate/strength": answers({ items: ratings }) };
  const { sheets, title } = takeawayOf({ project, saved: all }, site, NOW);

  assert.equal(title, "my_plan: Sund by");
  assert.deepEqual(sheets.map((sheet) => sheet.title), ["my_plan", "Hvor stærkt er mandatet?", "Er styregruppen på plads?"]);
  assert.deepEqual(sheets[0]?.rows.map((row) => row.slice(1)), [
    ["Medlemmerne kan beslutte", "Formand", null, "Styregruppe: Er styregruppen på plads?", ""],
    ["Kommissoriet er skrevet", "", { date: "2026-11-01" }, "Styregruppe: Er styregruppen på plads?", "Mandat"],
    ["Ledelse", "", null, "Mandat: Hvor stærkt er mandatet?", ""],
  ]);
});

test("the head says whose it is, when and where it was made, and from what", () => {
  assert.deepEqual(takeawayOf(at("group/set-up", {}), site, NOW).head, [
    ["organisation", "Nordby"],
    ["project", "Sund by"],
    ["responsible", "Sundhedschef"],
    ["date", "22. november 2026"],
    ["page_address", "https://site.example/da/styregruppe/"],
    ["version", "3085503033ce"],
  ]);
});

test("deadlines, decision points and the meeting are in the calendar, each with an id that stays", () => {
  const items = { terms: { answer: "part", due: "2026-12-01" }, level: { answer: "skip", due: "2026-12-02" }, old: { due: "2026-12-03" } } as const;
  const rows: Row[] = [
    { id: "new-1", cells: { what: "Budget", to: "2027-01-10", decided: "true" } },
    { id: "new-2", cells: { what: "Pilot", from: "2027-01-10", to: "2027-02-10" } },
    { id: "first", example: true, cells: {} },
  ];
  const points = [{ id: "new-1", cells: { length: "45", what: "Drøftelse", who: "Formand" } }];
  const meeting = answers({ rows: points, day: "2026-12-03", start: "13:00" });

  const all = { "group/set-up": answers({ items }), "group/time": answers({ rows }), "group/script": meeting };
  const { events } = takeawayOf({ project, saved: all }, site, NOW);

  assert.deepEqual(events.map(({ uid, title, date, start, minutes }) => [uid, title, date, start, minutes]), [
    ["p2-group-set-up-terms@site.example", "Frist: Kommissoriet er skrevet", "2026-12-01", undefined, undefined],
    ["p2-group-script-meeting@site.example", "Jeres drejebog", "2026-12-03", "13:00", 45],
    ["p2-group-time-new-1@site.example", "Beslut: Budget", "2027-01-10", undefined, undefined],
    ["p2-group-time-new-2@site.example", "Frist: Pilot", "2027-02-10", undefined, undefined],
  ]);
  assert.match(events[1]?.description ?? "", /13\.00 Drøftelse \(Formand\)/);
});

test("a meeting whose points are not written yet lasts until the end that the reader chose", () => {
  const { events } = takeawayOf(at("group/script", { day: "2026-12-03", end: "10:30" }), site, NOW);

  assert.deepEqual(events.map(({ start, minutes }) => [start, minutes]), [["09:00", 90]]);
});

test("a number is only what both languages read as one", () => {
  const typed = ["12", "-3", "0,5", "2.25", "1.500", "007", "1e5", "12345678901234567", "0x1F", " 4 ", "1,5,5", ""];

  assert.deepEqual(typed.map(numberOf), [12, -3, 0.5, 2.25, "1.500", "007", "1e5", "12345678901234567", "0x1F", 4, "1,5,5", null]);
});

test("a file's name is readable, and Windows takes it", () => {
  const named = (title: string) => fileName({ title }, "2026-11-22", "docx");

  assert.equal(named("Styregruppe: Er gruppen på plads?"), "Styregruppe – Er gruppen på plads – 2026-11-22.docx");
  fc.assert(fc.property(line, (title) => {
    assert.doesNotMatch(named(title), /[<>:"/\\|?*\p{C}]/u);
    assert.ok(named(title).length <= 300);
  }));
});
