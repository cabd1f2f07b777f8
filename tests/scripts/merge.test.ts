import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { savedFrom } from "../../assets/ts/answers";
import { difference, stateOf, statesOf } from "../../assets/ts/handover/difference";
import type { State } from "../../assets/ts/handover/difference";
import { gathered } from "../../assets/ts/handover/gather";
import { freeName, writesFor } from "../../assets/ts/handover/intake";
import type { Choice } from "../../assets/ts/handover/intake";
import { merged, withVoice } from "../../assets/ts/handover/merge";
import { carryOut } from "../../assets/ts/handover/writes";
import type { Writes } from "../../assets/ts/handover/writes";
import type { Answer, Bundle, Project, Row, Saved } from "../../assets/ts/model";
import { LIST, projectsOn } from "../../assets/ts/projects";
import { Board, bundle, id, plain, saved, shelf } from "./samples";

const NOW = new Date("2026-11-22T08:00:00Z");
const SOME: Saved = { v: 1, rev: "3085503033ce", at: "2026-11-22T01:00:00.000Z", seen: [], items: {} };
const MERGE: Choice = { how: "merge", prefer: "ours", unnamed: "Vores indsats" };
const title = fc.option(id, { nil: undefined });

function states(ours: Saved | null, theirs: Saved, column?: string): Set<State> {
  return new Set(difference(ours, theirs, column).map(stateOf));
}

function rows(...all: [id: string, what: string, who?: string][]): Row[] {
  return all.map(([one, what, who]) => ({ id: one, cells: { what, ...(who && { who }) } }));
}

function inBundle(...projects: [name: string, checklists: Record<string, Saved>][]): Bundle {
  return { format: "kit-answers", v: 1, made: SOME.at, projects: projects.map(([name, checklists]) => ({ name, checklists })) };
}

test("merging loses no answer of ours, and what is new comes in", () => {
  fc.assert(fc.property(saved, saved, title, (ours, theirs, column) => {
    const made = merged(ours, theirs, "ours", column);

    assert.deepEqual(difference(made, ours, column).filter((leaf) => leaf.theirs && stateOf(leaf) !== "same"), []);
    assert.ok(!states(made, theirs, column).has("new"));
  }));
});

test("with theirs preferred, all of theirs stands, and what only we have stays", () => {
  fc.assert(fc.property(saved, saved, title, (ours, theirs, column) => {
    const made = merged(ours, theirs, "theirs", column);

    const left = states(made, theirs, column);
    assert.ok(!left.has("new") && !left.has("different"));
    const before = difference(ours, theirs, column).filter((leaf) => stateOf(leaf) === "ours");
    const after = difference(made, theirs, column).filter((leaf) => stateOf(leaf) === "ours").map((leaf) => leaf.ours);
    for (const { ours: answer } of before) assert.ok(after.includes(answer), answer);
  }));
});

test("merging the same thing once more changes nothing", () => {
  fc.assert(fc.property(saved, saved, title, fc.constantFrom("ours", "theirs"), (ours, theirs, column, prefer) => {
    const once = merged(ours, theirs, prefer, column);

    assert.deepEqual(plain(merged(once, theirs, prefer, column)), plain(once));
  }));
});

test("an empty row takes no row from another that bears its name", () => {
  const ours: Saved = { ...SOME, rows: [{ id: "first", example: true, cells: {} }, { id: "a", cells: {} }] };
  const theirs: Saved = { ...SOME, rows: [{ id: "b", cells: {} }, ...rows(["first", ""])] };
  const once = merged(ours, theirs, "ours");

  assert.deepEqual(merged(once, theirs, "ours"), once);
});

test("what is merged can be read again", () => {
  fc.assert(fc.property(saved, saved, title, (ours, theirs, column) => assert.ok(savedFrom(JSON.stringify(merged(ours, theirs, "theirs", column))))));
});

test("each field of an item is merged for itself", () => {
  const item = (one: Answer): Saved => ({ ...SOME, items: { a: one } });
  const ours = item({ answer: "done", note: "vores", text: "Ordlyd" });
  const theirs = item({ answer: "part", owner: "Direktør" });

  assert.deepEqual(merged(ours, theirs, "ours").items.a, { answer: "done", note: "vores", owner: "Direktør", text: "Ordlyd" });
  assert.deepEqual(merged(ours, theirs, "theirs").items.a, { answer: "part", note: "vores", owner: "Direktør", text: "Ordlyd" });
});

test("a row is the same by id and title, or by its cells; any other is added under a free id", () => {
  const ours = { ...SOME, rows: rows(["new-1", "Invitér", "Anna"], ["new-2", "Book lokale"]) };
  const theirs = { ...SOME, rows: rows(["new-1", "Invitér", "Bo"], ["new-7", "Book lokale"], ["new-2", "Skriv referat"]) };

  const made = merged(ours, theirs, "theirs", "what");

  assert.deepEqual(made.rows, rows(["new-1", "Invitér", "Bo"], ["new-2", "Book lokale"], ["new-8", "Skriv referat"]));
});

test("a new row comes in behind the one that it follows", () => {
  const ours = { ...SOME, rows: rows(["a", "Velkomst"], ["b", "Oplæg"], ["c", "Pause"]) };
  const theirs = { ...SOME, rows: rows(["a", "Velkomst"], ["new-1", "Film"], ["b", "Oplæg"]) };

  assert.deepEqual(merged(ours, theirs, "ours", "what").rows?.map((row) => row.cells.what), ["Velkomst", "Film", "Oplæg", "Pause"]);
});

test("two rows alike stay two, and an example that we took out does not come back", () => {
  const ours = { ...SOME, rows: rows(["new-1", "Pause"], ["new-2", "Pause"]) };
  const example: Row = { id: "welcome", example: true, cells: {} };
  const theirs = { ...SOME, rows: [example, ...rows(["new-4", "Pause"], ["new-5", "Pause"], ["new-6", "Pause"])] };

  assert.deepEqual(merged(ours, theirs, "ours", "what").rows, rows(["new-1", "Pause"], ["new-2", "Pause"], ["new-6", "Pause"]));
});

test("an example that only they changed is changed", () => {
  const example: Row = { id: "welcome", example: true, cells: {} };
  const theirs = { ...SOME, rows: rows(["welcome", "Goddag"]) };

  assert.deepEqual(merged({ ...SOME, rows: [example] }, theirs, "ours", "what").rows, theirs.rows);
  assert.deepEqual(merged(theirs, { ...SOME, rows: [example] }, "theirs", "what").rows, theirs.rows);
});

test("a respondent is added once, however often the file is opened", () => {
  const theirs = { ...SOME, items: { a: { rating: 4 }, b: { rating: 2, note: "x" } } };

  const once = withVoice({ ...SOME, items: { a: { rating: 1 } } }, theirs, "Skole");
  const twice = withVoice(once, { ...theirs, items: { a: { rating: 5 } } }, "Skole");

  assert.deepEqual(once.items, { a: { rating: 1 } });
  assert.deepEqual(once.voices, [{ name: "Skole", ratings: { a: 4, b: 2 } }]);
  assert.deepEqual(twice.voices, [{ name: "Skole", ratings: { a: 5 } }]);
  assert.deepEqual(withVoice(null, theirs, "Skole").items, {});
});

test("their name does not become the name of our ratings", () => {
  const theirs = { ...SOME, name: "Skole", items: { a: { rating: 4 } } };

  assert.equal(merged({ ...SOME, items: { b: { rating: 1 } } }, theirs, "theirs").name, undefined);
  assert.equal(merged(SOME, theirs, "ours").name, "Skole");
});

/** A board with two projects on it. */
function board(room?: number, denied?: boolean): Board {
  const made = new Board(room, denied);
  made.set("first:a/b", JSON.stringify({ ...SOME, items: { x: { answer: "done" } } }));
  const list = [{ id: "first", name: "" }, { id: "p2", name: "Sund by" }];
  made.set(LIST, JSON.stringify({ v: 1, current: "first", list }));
  return made;
}

function written(made: Board, given: Bundle, choice: Choice, into: (Project | null)[]): Writes {
  const writes = writesFor(shelf(made), given, into, choice, {}, NOW);
  assert.ok(typeof writes !== "string", String(writes));
  return writes as Writes;
}

test("taking in and back again leaves everything as it was", () => {
  fc.assert(fc.property(bundle, fc.constantFrom("merge", "replace", "new"), fc.boolean(), (given, how, denied) => {
    const made = board(undefined, denied);
    const before = made.all;
    const into = given.projects.map(() => (how === "new" ? null : { id: "first", name: "" }));

    const back = carryOut(shelf(made), written(made, given, { ...MERGE, how }, into));
    assert.ok(back);
    back();

    assert.deepEqual(made.all, before);
  }));
});

test("without room nothing is changed", (t) => {
  Object.defineProperty(globalThis, "localStorage", { value: { length: 1 }, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, "localStorage"));
  fc.assert(fc.property(bundle, fc.nat(400), (given, more) => {
    const full = board();
    const size = full.all.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    const made = board(size + more);
    const before = made.all;

    const back = carryOut(shelf(made), written(made, given, MERGE, given.projects.map(() => null)));

    if (back === null) assert.deepEqual(made.all, before);
    else assert.ok(made.memory.size === 0);
  }));
});

test("what lies there and cannot be read is laid aside, not lost", () => {
  const made = board();
  made.set("first:a/b", '{"v":9}');
  made.set("old:first:a/b", "older still");

  carryOut(shelf(made), written(made, inBundle(["", { "a/b": SOME }]), MERGE, [projectsOn(shelf(made)).list[0] as Project]));

  assert.equal(made.get("old:first:a/b"), "older still");
  assert.equal(made.get("old:first:a/b:2"), '{"v":9}');
  assert.deepEqual(savedFrom(made.get("first:a/b")), { ...SOME, at: NOW.toISOString() });
});

test("a whole bundle comes back from the shelf as it went in", () => {
  fc.assert(fc.property(bundle, (given) => {
    const made = new Board();
    const named = { ...given, projects: given.projects.map((one, n) => ({ ...one, name: `Indsats ${n}` })) };

    carryOut(shelf(made), written(made, named, { ...MERGE, how: "new" }, named.projects.map(() => null)));
    const again = gathered(shelf(made), projectsOn(shelf(made)).list.map((project) => ({ project })), NOW);

    const timeless = (one: Bundle): unknown => plain({ ...one, made: "" , projects: one.projects.map((p) => ({ ...p, organisation: p.organisation || undefined, owner: p.owner || undefined, checklists: Object.fromEntries(Object.entries(p.checklists).map(([k, c]) => [k, { ...c, at: "" }])) })) });
    assert.deepEqual(timeless(again), timeless(named));
  }));
});

test("an empty project takes over the name; a new one gets a free id and name and is worked on", () => {
  const empty = new Board();
  carryOut(shelf(empty), written(empty, inBundle(["Sund by", { "a/b": SOME }]), MERGE, [{ id: "first", name: "" }]));
  assert.deepEqual(projectsOn(shelf(empty)), { v: 1, current: "first", list: [{ id: "first", name: "Sund by" }] });

  const made = board();
  made.set("p3:old/answers", "{}");
  carryOut(shelf(made), written(made, inBundle(["Sund by", { "a/b": SOME }]), { ...MERGE, how: "new" }, [null]));
  const { current, list } = projectsOn(shelf(made));
  assert.deepEqual([current, list.at(-1)], ["p4", { id: "p4", name: "Sund by (2)" }]);
});

test("two projects of one name go into ours without losing each other's answers", () => {
  const made = board();
  const item = (one: string): Saved => ({ ...SOME, items: { [one]: { answer: "part" } } });

  const into = { id: "first", name: "" };
  carryOut(shelf(made), written(made, inBundle(["", { "a/b": item("y") }], ["", { "a/b": item("z") }]), MERGE, [into, into]));

  assert.deepEqual(Object.keys(savedFrom(made.get("first:a/b"))?.items ?? {}), ["x", "y", "z"]);
});

test("more projects or rows than there may be are told", () => {
  const many = inBundle(...Array.from({ length: 60 }, (_, n) => [`Indsats ${n}`, { "a/b": SOME }] as [string, Record<string, Saved>]));
  assert.equal(writesFor(shelf(board()), many, many.projects.map(() => null), { ...MERGE, how: "new" }, {}, NOW), "projects-many");

  const table = (start: number): Saved => ({ ...SOME, rows: Array.from({ length: 200 }, (_, n) => ({ id: `r${start + n}`, cells: { what: `${start + n}` } })) });
  const made = board();
  made.set("first:a/b", JSON.stringify(table(0)));
  assert.equal(writesFor(shelf(made), inBundle(["", { "a/b": table(500) }]), [{ id: "first", name: "" }], MERGE, {}, NOW), "rows-many");
});

test("what leaves no room for one's own answers is not taken in", () => {
  const taken = (checklist: Partial<Saved>): Writes | string =>
    writesFor(shelf(new Board()), inBundle(["", { "a/b": { ...SOME, ...checklist } }]), [{ id: "first", name: "" }], MERGE, {}, NOW);
  const many = <T>(number: number, one: T): Record<string, T> => Object.fromEntries(Array.from({ length: number }, (_, n) => [`a${n}`, one]));
  const voices = (number: number): Saved["voices"] => Array.from({ length: number }, (_, n) => ({ name: `${n}`, ratings: { a: 1 } }));

  assert.equal(taken({ items: many(300, {}) }), "rows-many");
  assert.equal(taken({ rows: [{ id: "a", cells: many(50, "x") }] }), "rows-many");
  assert.equal(taken({ voices: voices(200) }), "rows-many");
  assert.ok(typeof taken({ items: many(200, {}), rows: [{ id: "a", cells: many(30, "x") }], voices: voices(199) }) !== "string");
});

test("a project takes in no more checklists than a file can hold", () => {
  const made = new Board();
  const some = (tool: string): Bundle => inBundle(["", Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${tool}/c${n}`, SOME]))]);

  carryOut(shelf(made), written(made, some("a"), MERGE, [{ id: "first", name: "" }]));

  assert.equal(writesFor(shelf(made), some("b"), [{ id: "first", name: "" }], MERGE, {}, NOW), "rows-many");
});

test("the way back leaves alone what was changed elsewhere in the meantime", () => {
  const made = board();
  const given = inBundle(["", { "a/b": { ...SOME, items: { y: { answer: "part" } } }, "a/c": SOME }]);
  const back = carryOut(shelf(made), written(made, given, MERGE, [{ id: "first", name: "" }]));
  const other = JSON.stringify({ ...SOME, items: { z: { answer: "done" } } });
  made.set("first:a/b", other);

  back?.();

  assert.equal(made.get("first:a/b"), other);
  assert.equal(made.get("first:a/c"), null);
});

test("rows whose numbers others have driven up are merged under ids of their own", () => {
  const one = rows(["new-999999999", "A"], ["new-1000000000", "B"]);
  const other = rows(["new-999999999", "C"], ["new-1000000000", "D"]);

  const made = merged({ ...SOME, rows: one }, { ...SOME, rows: other }, "ours", "what").rows ?? [];

  assert.equal(new Set(made.map((row) => row.id)).size, 4);
});

test("a free name is free and short enough", () => {
  const list = [{ id: "a", name: "" }, { id: "b", name: "Sund by" }, { id: "c", name: "x".repeat(100) }];

  assert.equal(freeName("", list, "Vores indsats"), "Vores indsats (2)");
  assert.equal(freeName("Sund by", list, "Vores indsats"), "Sund by (2)");
  assert.equal(freeName("x".repeat(300), list, "Vores indsats").length, 99);
});

test("an item or a row is one answer, however many fields it has", () => {
  const ours: Saved = { ...SOME, items: { a: { answer: "done" }, b: { answer: "done" }, c: { note: "vores" } } };
  const items = { a: { answer: "done", note: "ny" }, b: { answer: "part", owner: "Direktør" }, d: { answer: "none", owner: "Leder" } } as const;

  const states = statesOf(difference(ours, { ...SOME, items, rows: rows(["new-1", "Ny", "Os"]) }, "what"));

  assert.deepEqual(states, ["new", "different", "ours", "new", "new"]);
});
