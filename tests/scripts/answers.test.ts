import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { bundleFrom, savedFrom } from "../../assets/ts/answers";
import { MOST_ROWS } from "../../assets/ts/caps";
import type { Saved } from "../../assets/ts/model";
import { aliasesIn, renamed } from "../../assets/ts/renamed";
import { bundle, plain, saved } from "./samples";

const SOME: Saved = { v: 1, rev: "3085503033ce", at: "2026-11-22T01:00:00.000Z", seen: [], items: {} };
const BUNDLE = { format: "kit-answers", v: 1, made: SOME.at, projects: [{ name: "", checklists: { "a/b": SOME } }] };

/** JSON with one thing changed: what stands at a path of keys, or a key that is not there yet. */
function changed(whole: object, path: string, json: string): string {
  const keys = path.split(".");
  const copy = JSON.parse(JSON.stringify(whole)) as Record<string, unknown>;
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  Object.defineProperty(at, keys.at(-1) as string, { value: "@@", enumerable: true, configurable: true, writable: true });
  return JSON.stringify(copy).replace('"@@"', () => json);
}

const full: Saved = {
  ...SOME,
  items: { one: { answer: "done", due: "2026-02-28", rating: 3, value: "x" } },
  rows: [{ id: "new-1", cells: { what: "x" } }],
  day: "2026-11-22",
  voices: [{ name: "A", ratings: { one: 3 } }],
  rounds: [{ date: "2026-11-22", voices: [] }],
};

test("whatever the site saves it can read", () => {
  fc.assert(fc.property(saved, (one) => assert.deepEqual(plain(savedFrom(JSON.stringify(one))), plain(one))));
  fc.assert(fc.property(bundle, (one) => assert.deepEqual(plain(bundleFrom(JSON.stringify(one))), plain(one))));
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
    savedFrom(text);
    bundleFrom(text);
  }));
});

test("no value in any place makes it throw or pollutes objects", () => {
  const paths = fc.constantFrom("v", "rev", "at", "seen", "items", "items.one", "items.one.due", "rows", "rows.0.cells", "voices.0", "rounds.0.voices");
  fc.assert(fc.property(paths, fc.json(), (path, json) => {
    const found = savedFrom(changed(full, path, json));

    if (found) assert.deepEqual(plain(savedFrom(JSON.stringify(found))), plain(found));
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  }));
});

test("what no site saves is refused", () => {
  const wrong: [path: string, json: string][] = [
    ["v", "2"], ["v", '"1"'], ["v", "1e400"], ["rev", "[]"], ["at", '"yesterday"'], ["at", '"2026-02-31T00:00:00Z"'], ["at", '"2026-11-22T25:00:00Z"'],
    ["seen", "{}"], ["seen", '["A b"]'], ["items", "[]"], ["items", "null"], ["items", '"<b>"'], ["items.one", "[]"], ["items.one.answer", '"yes"'],
    ["items.one.due", '"2026-02-31"'], ["items.one.due", '"2026-13-01"'], ["items.one.due", '"12026-01-01"'], ["items.one.rating", "6"],
    ["items.one.rating", "1.5"], ["items.one.rating", "1e999"], ["items.one.rating", '"3"'], ["items.one.value", "{}"], ["items.one.more", "1"],
    ["__proto__", '{"polluted":1}'], ["constructor", "{}"], ["items.__proto__", '{"answer":"done"}'], ["items.one.__proto__", '{"note":"x"}'],
    ["items.toString", "{}"], ["items.<script>", "{}"], ["rows", "{}"], ["rows.0.id", '"../x"'], ["rows.0.cells", "[]"], ["rows.0.example", "false"],
    ["rows", '[{"id":"a","cells":{}},{"id":"a","cells":{}}]'], ["rows", '[{"id":"a","example":true,"cells":{"b":"x"}}]'], ["day", '"2025-02-29"'], ["start", '"24:00"'], ["start", '"9:00"'],
    ["voices.0.ratings.one", "0"], ["voices.0.ratings", '{"__proto__":3}'], ["rounds.0.date", '""'],
    ["rows", `[${Array.from({ length: MOST_ROWS + 1 }, (_, n) => `{"id":"r${n}","cells":{}}`).join()}]`],
    ["items", `{${Array.from({ length: 301 }, (_, n) => `"r${n}":{}`).join()}}`], ["name", JSON.stringify("x".repeat(301))],
    ["items.one.note", JSON.stringify("x".repeat(10_001))], ["items.one", "[".repeat(3000) + "]".repeat(3000)],
  ];
  assert.ok(savedFrom(JSON.stringify(full)));

  for (const [path, json] of wrong) assert.equal(savedFrom(changed(full, path, json)), null, `${path}: ${json.slice(0, 60)}`);
});

test("a bundle that is none is refused, and a newer one is told apart", () => {
  assert.ok(bundleFrom(JSON.stringify(BUNDLE)));

  assert.equal(bundleFrom(changed(BUNDLE, "v", "2")), "newer");
  assert.equal(bundleFrom('{"format":"kit-answers","v":7,"new":[]}'), "newer");
  for (const [path, json] of [["v", '"2"'], ["v", "1e999"], ["projects", "[]"], ["projects", "{}"], ["format", '"other"'], ["made", "1"], ["projects.0.name", "null"], ["projects.0.checklists", "[]"], ["projects.0.checklists.constructor", "{}"], ["projects.0.id", '"first"']] as const) {
    assert.equal(bundleFrom(changed(BUNDLE, path, json)), null, `${path}: ${json}`);
  }
});

test("a small file with very much in it is refused at once", () => {
  const many = `{"format":"kit-answers","v":1,"made":"${SOME.at}","projects":[${Array.from({ length: 200_000 }, () => "{}").join()}]}`;
  const begun = performance.now();

  assert.equal(bundleFrom(many), null);
  assert.equal(bundleFrom("[".repeat(2_000_000)), null);
  const all = (number: number): string => {
    const checklists = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`a/b${n}`, SOME]));
    return JSON.stringify({ ...BUNDLE, projects: Array.from({ length: number }, () => ({ name: "x", checklists })) });
  };
  assert.ok(bundleFrom(all(50)));
  assert.equal(bundleFrom(all(100)), null);
  assert.equal(bundleFrom(changed(BUNDLE, "projects.0.checklists", `"${"x".repeat(2_000_000)}"`)), null);
  assert.ok(performance.now() - begun < 2000);
});

test("answers follow an id that was renamed, and overwrite nothing", () => {
  const saved: Saved = {
    v: 1,
    rev: "",
    at: "2026-11-22T10:00:00Z",
    seen: ["old", "other", "new"],
    items: { old: { answer: "done" }, other: { answer: "none" } },
    rows: [{ id: "row", cells: { old: "text" } }],
    rounds: [{ date: "2026-11-22", voices: [{ name: "", ratings: { old: 3 } }] }],
  };

  const found = renamed(saved, aliasesIn("old:new gone:nowhere"));

  assert.deepEqual(found.items, { new: { answer: "done" }, other: { answer: "none" } });
  assert.deepEqual(found.seen, ["new", "other"]);
  assert.deepEqual(found.rows?.[0]?.cells, { new: "text" });
  assert.deepEqual(found.rounds?.[0]?.voices[0]?.ratings, { new: 3 });
  const both = renamed({ ...saved, items: { old: { answer: "done" }, new: { answer: "part" } } }, aliasesIn("old:new"));
  assert.deepEqual(both.items, { old: { answer: "done" }, new: { answer: "part" } });
  assert.equal(renamed(saved, aliasesIn("")), saved);
});
