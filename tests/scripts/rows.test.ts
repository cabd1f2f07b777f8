import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { MOST_ROWS } from "../../assets/ts/caps";
import type { Row } from "../../assets/ts/model";
import { copied, distinct, emptyAfter, isEmpty, keptOf, moved, rowOf } from "../../assets/ts/checklist/list";

const written = (id: string, text = "noget"): Row => ({ id, cells: { point: text } });
const empty = (id: string): Row => ({ id, cells: {} });
const example = (id: string): Row => ({ id, example: true, cells: {} });
const ids = (rows: readonly Row[]): string[] => rows.map(({ id }) => id);

const anyRow = fc.record({
  id: fc.oneof(fc.integer({ min: 1, max: 9 }).map((n) => `new-${n}`), fc.constantFrom("welcome", "constructor")),
  cells: fc.dictionary(fc.constantFrom("point", "who"), fc.constantFrom("", "noget")),
});
const anyRows = fc.array(anyRow, { maxLength: 12 });

test("empty rows are kept between others, not at the end", () => {
  const rows = [empty("a"), written("b"), empty("c"), example("d"), empty("e"), empty("f")];

  assert.deepEqual(ids(keptOf(rows)), ["a", "b", "c", "d"]);
  assert.deepEqual(keptOf([empty("a")]), []);
});

test("a new row gets a number above all others", () => {
  assert.deepEqual(ids(emptyAfter([written("new-2"), example("new-talk")], 2)), ["new-3", "new-4"]);
  assert.deepEqual(ids(emptyAfter([], 1)), ["new-1"]);
});

test("a number that others have driven up makes no two rows of one id", () => {
  for (const high of ["new-999999", "new-999999999", `new-${"9".repeat(70)}`]) {
    const made = emptyAfter([written(high), written("new-1000000")], 3);

    assert.equal(new Set([high, ...ids(made)]).size, 4);
  }
});

test("there is room for so many rows and no more", () => {
  const rows = emptyAfter([], MOST_ROWS + 5);

  assert.equal(rows.length, MOST_ROWS);
  assert.deepEqual(emptyAfter(rows, 1), []);
});

test("an example is one until somebody changes it, and again when the words are back", () => {
  const words = { point: "Velkomst", who: "" };

  assert.deepEqual(rowOf("welcome", { point: "Velkomst", who: "" }, undefined, words), example("welcome"));
  assert.deepEqual(rowOf("welcome", { point: "Goddag", who: "" }, undefined, words), written("welcome", "Goddag"));
});

test("what stands in columns that are gone stays", () => {
  const before = { id: "new-1", cells: { point: "Før", gone: "Bliver" } };

  assert.deepEqual(rowOf("new-1", { point: "" }, before).cells, { gone: "Bliver" });
});

test("a copy stands below its row, with its words and an id of its own", () => {
  const rows = copied([example("welcome"), written("new-4")], 0, { point: "Velkomst", who: "" });

  assert.deepEqual(rows, [example("welcome"), written("new-5", "Velkomst"), written("new-4")]);
});

test("a row moves by one and stops at the ends", () => {
  const rows = [written("a"), written("b"), written("c")];

  assert.deepEqual(ids(moved(rows, 1, -1)), ["b", "a", "c"]);
  assert.deepEqual(ids(moved(rows, 1, 1)), ["a", "c", "b"]);
  assert.deepEqual(ids(moved(rows, 0, -1)), ["a", "b", "c"]);
  assert.deepEqual(ids(moved(rows, 2, 1)), ["a", "b", "c"]);
});

test("whatever a file holds, every row keeps its words and gets an id of its own", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const found = distinct(rows);

      assert.equal(new Set(ids(found)).size, rows.length);
      assert.deepEqual(
        found.map(({ cells }) => cells),
        rows.map(({ cells }) => cells),
      );
    }),
  );
});

test("what is kept and the empty rows below it are the whole list", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const kept = keptOf(rows);

      assert.deepEqual(kept, rows.slice(0, kept.length));
      assert.ok(rows.slice(kept.length).every(isEmpty));
      assert.ok(!kept.length || !isEmpty(kept.at(-1) as Row));
    }),
  );
});
