/** What the form writes: of a tool's file and of a page only what was changed, in the form that `kit fmt` gives it. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import fc from "fast-check";

import type { Field, Plain } from "../../assets/ts/form/field";
import { accounted, page, tool } from "../../assets/ts/form/format";

type Data = { [key: string]: Plain };

const TEXT: Field = { name: "text", widget: "kit-words", fields: [{ name: "da" }, { name: "sv" }] };
const FIELDS: Field[] = [
  { ...TEXT, name: "title" },
  { name: "minutes", widget: "number", bare: true },
  { name: "synonyms", widget: "kit-phrases", fields: [{ name: "da" }, { name: "sv" }] },
  {
    name: "checklists",
    widget: "list",
    typeKey: "kind",
    types: [
      {
        name: "checklist",
        fields: [
          { name: "id" },
          { name: "kind" },
          {
            name: "items",
            fields: [{ name: "id" }, TEXT, { ...TEXT, name: "help" }, { name: "core", widget: "boolean", bare: true }],
          },
        ],
      },
      { name: "table", fields: [{ name: "id" }, { name: "examples", fields: [{ name: "values", widget: "kit-cells" }] }] },
    ],
  },
  { name: "aliases", widget: "hidden" },
  { name: "retired", widget: "hidden" },
];
const FILE = `# yaml-language-server: $schema=../schema/tool.schema.json
title:
  da: Styregruppe  # kort
  sv:
minutes: 90
synonyms:
  da:
    - 'on'
    - ledergruppe
checklists:
  - id: set-up
    kind: checklist
    items:
      # den vigtigste
      - id: level
        text:
          da: 'Nej: aldrig'
          sv: no
        core: true
      - id: log
        text:
          da: 12:30
          sv: '1984'
  - id: agenda
    kind: table
    examples:
      - values:
          minutes: 10
          point:
            da: '10'
`;
const format = tool(FIELDS, false);

/** The file with a change made in what the form holds. */
function changed(change: (data: Data) => void, file = FILE): string {
  const data = structuredClone(format.fromFile(file));
  change(data);
  return format.toFile(data);
}

function at(data: Plain, ...path: (string | number)[]): Data {
  return path.reduce<Plain>((found, step) => (found as Data)[step], data) as Data;
}

/** The lines that went, and those that came. */
function difference(before: string, after: string): [string[], string[]] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return [old.filter((line) => !now.includes(line)), now.filter((line) => !old.includes(line))];
}

test("every value is text as typed, but for switches", () => {
  const items = at(format.fromFile(FILE), "checklists", 0, "items") as unknown as Data[];
  assert.deepEqual(items[0]?.text, { da: "Nej: aldrig", sv: "no" });
  assert.deepEqual(items[1]?.text, { da: "12:30", sv: "1984" });
  assert.equal(items[0]?.core, true);
});

test("what is not changed is not written anew", () => {
  const folder = "tools";
  for (const name of readdirSync(folder).filter((one) => /^[^_].*\.yml$/.test(one))) {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    assert.equal(format.toFile(format.fromFile(text)), text, name);
    const title = changed((data) => (at(data, "title").da = "Noget andet"), text);
    assert.deepEqual(difference(text, title)[1], ["  da: Noget andet"], name);
    assert.equal(difference(text, title)[0].length, 1, name);
  }
});

test("a change is one line, and comments stay", () => {
  const text = changed((data) => (at(data, "checklists", 0, "items", 0, "text").da = "Ja"));
  assert.deepEqual(difference(FILE, text), [["          da: 'Nej: aldrig'"], ["          da: Ja"]]);
});

test("a comment on the line of a changed text stays behind two spaces", () => {
  const text = changed((data) => (at(data, "title").da = "Ny"));
  assert.deepEqual(difference(FILE, text), [["  da: Styregruppe  # kort"], ["  da: Ny  # kort"]]);
});

test("only what YAML would take for something else gets quotes", () => {
  for (const [typed, line] of [
    ["no", "no"],
    ["12:30", "12:30"],
    ["Nej: aldrig", "'Nej: aldrig'"],
    ["90", "'90'"],
    ["null", "'null'"],
    ["»Ja«, “no” 'så'", "»Ja«, “no” 'så'"],
    ["'så'", "'''så'''"],
    ["😀 # nej", "'😀 # nej'"],
    ["- et punkt", "'- et punkt'"],
    ["2026-11-21", "2026-11-21"],
  ] as const) {
    const text = changed((data) => (at(data, "checklists", 0, "items", 0, "text").sv = typed));
    assert.deepEqual(difference(FILE, text)[1], typed === "no" ? [] : [`          sv: ${line}`]);
  }
});

test("any text comes back as typed but for blanks around it, and changes nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (typed) => {
      fc.pre(typed.trim() !== "" && !/[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/.test(typed));
      const text = changed((data) => (at(data, "checklists", 0, "items", 0, "text").sv = typed));
      const data = format.fromFile(text);
      assert.equal(at(data, "checklists", 0, "items", 0, "text").sv, typed.trim());
      const back = structuredClone(data);
      at(back, "checklists", 0, "items", 0, "text").sv = "no";
      assert.equal(format.toFile(back), FILE);
    }),
  );
});

test("blanks around a text are not written, and change nothing that is there", () => {
  const text = changed((data) => {
    at(data, "title").da = "Styregruppe \n";
    at(data, "checklists", 0, "items", 0, "text").da = "  Ja ";
    at(data, "checklists", 0, "items", 1).help = { da: "  " };
    at(data, "synonyms").da = ["on", " ledergruppe"];
  });
  assert.deepEqual(difference(FILE, text), [["          da: 'Nej: aldrig'"], ["          da: Ja"]]);
  const blank = FILE.replace("da: Styregruppe", "da: ' Styregruppe '");
  assert.equal(format.toFile(format.fromFile(blank)), blank);
});

test("numbers have no quotes, nor have those in a table's rows; their wordings have", () => {
  const text = changed((data) => {
    data.minutes = 45;
    const values = at(data, "checklists", 1, "examples", 0, "values");
    values.minutes = "15";
    values.point = { da: "20" };
  });
  assert.deepEqual(difference(FILE, text)[1], ["minutes: 45", "          minutes: 15", "            da: '20'"]);
});

test("what is left empty is left out, and what stood empty stays so", () => {
  const text = changed((data) => {
    data.minutes = null;
    at(data, "title").sv = "";
    at(data, "checklists", 0, "items", 0).core = false;
    at(data, "checklists", 0, "items", 1).help = { da: "" };
    at(data, "synonyms").da = ["on", "ledergruppe", ""];
  });
  assert.deepEqual(difference(FILE, text), [["minutes: 90", "        core: true"], []]);
});

test("a new key comes where the model has it, and a new row with all its keys in order", () => {
  const text = changed((data) => {
    const items = at(data, "checklists", 0, "items") as unknown as Data[];
    (items[0] as Data).help = { da: "Fordi" };
    items.push({ core: true, text: { da: "Ny" }, id: "new" });
  });
  const added = ["        help:", "          da: Fordi", "      - id: new", "          da: Ny"];
  assert.deepEqual(difference(FILE, text), [[], added]);
  assert.match(text, /sv: no\n        help:\n          da: Fordi\n        core: true\n/);
  assert.match(text, /- id: new\n        text:\n          da: Ny\n        core: true\n/);
});

/** The items of the first checklist. */
function items(data: Data): Data[] {
  return at(data, "checklists", 0, "items") as unknown as Data[];
}

test("the id of what is taken away is listed as retired, behind those that are", () => {
  assert.deepEqual(difference(FILE, changed((data) => items(data).pop()))[1], ["retired:", "  - log"]);
  const before = `${FILE}retired:\n  # fra 2025\n  - older\n`;
  const after = changed((data) => items(data).pop(), before);
  assert.ok(after.endsWith("retired:\n  # fra 2025\n  - older\n  - log\n"), after);
});

test("with a checklist go all ids in it", () => {
  const text = changed((data) => (data.checklists as Data[]).shift());
  assert.deepEqual(difference(FILE, text)[1], ["retired:", "  - set-up", "  - level", "  - log"]);
});

test("an id that is changed where the text stays leads to the new one", () => {
  const text = changed((data) => {
    (items(data)[1] as Data).id = "log-kept";
    at(data, "checklists", 0, "items", 1, "text").sv = "Något annat";
  });
  const added = ["      - id: log-kept", "          sv: Något annat", "aliases:", "  log: log-kept"];
  assert.deepEqual(difference(FILE, text)[1], added);
});

test("an id that is changed together with its text is another's", () => {
  const text = changed((data) => {
    (items(data)[1] as Data) = { id: "other", text: { da: "Noget helt andet" } };
  });
  assert.deepEqual(difference(FILE, text)[1].slice(-2), ["retired:", "  - log"]);
});

test("an older name follows the newer, and goes with it", () => {
  const before = `${FILE}aliases:\n  diary: log\n`;
  const renamed = changed((data) => ((items(data)[1] as Data).id = "record"), before);
  const removed = changed((data) => items(data).pop(), before);
  const back = changed((data) => ((items(data)[1] as Data).id = "diary"), before);
  assert.match(renamed, /\naliases:\n {2}diary: record\n {2}log: record\n$/);
  assert.match(removed, /\nretired:\n {2}- log\n {2}- diary\n$/);
  assert.match(back, /\naliases:\n {2}log: diary\n$/);
});

test("what changes places, or comes back before the page is left, is not gone", () => {
  const data = structuredClone(format.fromFile(FILE));
  const taken = items(data).pop() as Data;
  const draft = tool(FIELDS, true).toFile(data);
  assert.deepEqual(accounted(data), { aliases: {}, retired: ["log"] });
  items(data).unshift(taken);
  assert.deepEqual(accounted(data), { aliases: {}, retired: [] });
  const found = tool(FIELDS, true).fromFile(draft);
  items(found).push(taken);
  assert.ok(!tool(FIELDS, false).toFile(found).includes("retired"));
});

test("rows that change places take their comments along", () => {
  const text = changed((data) => (at(data, "checklists", 0, "items") as unknown as Data[]).reverse());
  assert.ok(text.indexOf("- id: log") < text.indexOf("# den vigtigste"));
  assert.match(text, /# den vigtigste\n      - id: level/);
});

test("a row that goes takes its comment along, and no other", () => {
  const text = changed((data) => (at(data, "checklists", 0, "items") as unknown as Data[]).shift());
  assert.ok(!text.includes("vigtigste") && text.startsWith("# yaml-language-server") && text.includes("# kort"));
});

test("the server on this machine gets the file as it was read, and a draft keeps it", () => {
  const local = tool(FIELDS, true);
  const data = local.fromFile(FILE);
  (data.title as Data).da = "Ny";
  const [before, after] = local.toFile(data).split("\0");
  assert.equal(before, FILE);
  assert.match(after ?? "", /da: Ny {2}# kort/);
  assert.equal(local.toFile(local.fromFile(local.toFile(data))), local.toFile(data));
});

test("changes of a municipality to one of our tools are told from tools", () => {
  assert.equal(format.fromFile("ops:\n  - op: remove\n    id: level\n")["#is"], "changes");
  assert.equal(format.fromFile(FILE)["#is"], "tool");
});

const PAGE = `---
title: Om webstedet  # vises i menuen
foot: true
---
Tekst med **vægt**.

- [ ] et punkt
- [x] et til

!!! note
    | a | b |
    |---|---|
    | 1 | 2 |

---

{{ checklist("set-up") }}
`;
const pages = page([{ name: "title" }, { name: "summary" }, { name: "foot", widget: "boolean", bare: true }], false);

test("a page's text is what stands in the file, to the byte", () => {
  assert.equal(pages.toFile(pages.fromFile(PAGE)), PAGE);
  const data = { ...pages.fromFile(PAGE) };
  data.body = String(data.body).replace("[ ]", "[x]");
  assert.equal(pages.toFile(data), PAGE.replace("[ ]", "[x]"));
});

test("above its text, a page changes by one line", () => {
  const text = pages.toFile({ ...pages.fromFile(PAGE), summary: "Kort: om os" });
  assert.equal(text, PAGE.replace("foot: true", "summary: 'Kort: om os'\nfoot: true"));
});

test("a page without front matter has none afterwards", () => {
  assert.equal(pages.toFile({ ...pages.fromFile("Tekst\n"), body: "Ny" }), "Ny\n");
});
