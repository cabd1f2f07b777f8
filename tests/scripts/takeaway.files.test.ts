import assert from "node:assert/strict";
import test from "node:test";
import { Packer } from "docx";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import type { Cell, Takeaway } from "../../assets/ts/model";
import { calendarOf } from "../../assets/ts/takeaway/calendar";
import { csvOf } from "../../assets/ts/takeaway/csv";
import { documentOf } from "../../assets/ts/takeaway/document";
import { namesOf } from "../../assets/ts/takeaway/names";
import { takeawayOf } from "../../assets/ts/takeaway/takeaway";
import { workbookOf } from "../../assets/ts/takeaway/workbook";
import { line, saved } from "./samples";
import { answers, at, NOW, PLACES, project, site } from "./takeaway.samples";

const ZONE = "Europe/Copenhagen";
const takeaways = fc
  .tuple(fc.dictionary(fc.constantFrom(...PLACES, "gone/for-good"), saved, { maxKeys: 3 }), fc.constantFrom(undefined, ...PLACES))
  .map(([all, place]) => takeawayOf({ project, place, saved: all }, site, NOW));
/** What XML 1.0 cannot hold, and an ampersand that begins nothing. */
const BROKEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/u;

async function parts(blob: Blob): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** A takeaway with one column of text. */
function column(...cells: Cell[]): Takeaway {
  const columns = [{ head: "Punkt", type: "text" as const, width: 4 }];
  return { lang: "da", title: "T", site: "S", head: [], sheets: [{ title: "A", summary: "", columns, rows: cells.map((one) => [one]) }], events: [] };
}

/** CSV as RFC 4180 has it, with semicolons. */
function read(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replace(/""/g, '"') ?? plain ?? "");
    if (end !== ";") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("CSV reads back cell by cell, and none of them is a formula", () => {
  fc.assert(fc.property(takeaways, (takeaway) => {
    const csv = csvOf(takeaway);
    const rows = read(csv);

    assert.ok(csv.startsWith("\uFEFF"));
    assert.ok(rows.length >= takeaway.sheets.reduce((sum, { rows: some }) => sum + some.length + 1, 0) + takeaway.head.length);
    for (const cell of rows.flat()) assert.ok(/^-?\d+(,\d+)?$/.test(cell) || !/^\s*[=+\-@＝＋－＠\t]/.test(cell), cell);
    const first = takeaway.sheets.length === 1 ? rows[0] : rows[1];
    assert.deepEqual(first?.map((one) => one.replace(/^'/, "")), takeaway.sheets[0]?.columns.map(({ head }) => head));
  }));
});

test("CSV has decimal commas, ISO dates and texts as typed; what could run gets an apostrophe", () => {
  const cells = [-2.5, { date: "2026-12-01" }, true, 'Sagt: "ja"; nej\nog måske', "=1+1", "+45", "-", "@sum", "\t=1", " =1", "a=b"];

  const rows = read(csvOf(column(...cells))).slice(1, -1).map(([cell]) => cell);

  assert.deepEqual(rows, ["-2,5", "2026-12-01", "yes", 'Sagt: "ja"; nej\nog måske', "'=1+1", "'+45", "'-", "'@sum", "'\t=1", "' =1", "a=b"]);
});

test("every Word file is XML that opens, with the document's language and headers that repeat", async () => {
  await fc.assert(fc.asyncProperty(takeaways, async (takeaway) => {
    const files = await parts(await Packer.toBlob(documentOf(takeaway)));

    for (const [name, xml] of Object.entries(files)) assert.doesNotMatch(xml, BROKEN, name);
    assert.doesNotMatch(files["word/document.xml"] ?? "", /<w:b w:val="false"\/>/, "headings are as bold as their style");
    assert.match(files["word/styles.xml"] ?? "", /<w:lang w:val="da-DK"\/>/);
    const tables = (files["word/document.xml"] ?? "").match(/<w:tbl>/g)?.length ?? 0;
    assert.equal((files["word/document.xml"] ?? "").match(/<w:tblHeader\/>/g)?.length ?? 0, tables);
  }), { numRuns: 40 });
});

test("what is too wide for any page stands in lines below its name", async () => {
  const voices = Array.from({ length: 40 }, (_, n) => ({ name: `Gruppe ${n}`, ratings: { backing: (n % 5) + 1 } }));
  const takeaway = takeawayOf(at("mandate/strength", { voices }), site, NOW);

  const files = await parts(await Packer.toBlob(documentOf(takeaway)));

  assert.equal(files["word/document.xml"]?.match(/<w:tbl>/g)?.length, 1);
  assert.match(files["word/document.xml"] ?? "", /Gruppe 39: /);
});

test("every Excel file is XML that opens, with no formula in it", async () => {
  await fc.assert(fc.asyncProperty(takeaways, async (takeaway) => {
    const files = await parts(await workbookOf(takeaway));

    for (const [name, xml] of Object.entries(files)) {
      assert.doesNotMatch(xml, BROKEN, name);
      assert.doesNotMatch(xml, /<f>|<cols><\/cols>|<cols\/>/);
    }
  }), { numRuns: 40 });
});

test("a workbook keeps dates as dates, numbers as numbers, and texts as texts", async () => {
  const files = await parts(await workbookOf(column({ date: "2026-12-01" }, { date: "1850-01-01" }, 2.5, "=1+1", "007")));
  const sheet = files["xl/worksheets/sheet1.xml"] ?? "";

  assert.match(sheet, /<c r="A2" s="\d+"><v>46357<\/v>/);
  assert.match(sheet, /<c r="A3" s="\d+" t="s">/);
  assert.match(sheet, /<c r="A4" s="\d+"><v>2\.5<\/v>/);
  assert.match(sheet, /<c r="A5" s="\d+" t="s">/);
  assert.match(sheet, /<c r="A6" s="\d+" t="s">/);
  assert.match(sheet, /ySplit="1"[^>]*state="frozen"/);
});

test("a workbook of more than 160 kB of text needs no worker", async () => {
  const before = globalThis.Worker;
  Object.assign(globalThis, { Worker: () => assert.fail("a worker") });

  const texts = Array.from({ length: 40 }, (_, n) => `${n}`.repeat(9000));
  const blob = await workbookOf(column(...texts));

  Object.assign(globalThis, { Worker: before });
  assert.ok((await parts(blob))["xl/sharedStrings.xml"]?.includes("39".repeat(9000)));
});

test("sheets have names that Excel takes, each only once", () => {
  const same = namesOf(["Er [alt]: klar/parat?", "er alt klar parat", "'", "History", "Et navn, der er alt for langt til Excel", "Et navn, der er alt for langt til Excel 2"]);

  assert.deepEqual(same, ["Er alt klar parat", "er alt klar parat (2)", "–", "History (2)", "Et navn, der er alt for langt ti", "Et navn, der er alt for lan (2)"].map((name) => name.slice(0, 31)));
  fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (titles) => {
    const names = namesOf(titles);
    assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
    for (const name of names) assert.ok(name && name.length <= 31 && !/[[\]:*?/\\\p{C}]|^'|'$/u.test(name), name);
  }));
});

test("calendar lines are at most 75 octets, and hold only what the standard knows", () => {
  fc.assert(fc.property(takeaways, (takeaway) => {
    const text = calendarOf({ ...takeaway, title: takeaway.sheets[0]?.rows[0]?.[1]?.toString() ?? "" }, ZONE, NOW);

    assert.ok(text.endsWith("END:VCALENDAR\r\n"));
    for (const one of text.split("\r\n")) {
      assert.ok(new TextEncoder().encode(one).length <= 75, one);
      assert.doesNotMatch(one, /[\r\n]/);
    }
    for (const one of unfolded(text)) assert.match(one, /^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
    assert.equal(unfolded(text).filter((one) => one === "BEGIN:VEVENT").length, takeaway.events.length);
  }));
});

test("a meeting is in the site's time zone wherever the reader is, and has a stamp and an id", () => {
  const rows = [{ id: "new-1", cells: { length: "45", what: "Tal, fakta; og \\ mere" } }];
  const takeaway = takeawayOf(at("group/script", { rows, day: "2026-12-03", start: "23:30" }), site, NOW);

  const lines = unfolded(calendarOf(takeaway, ZONE, NOW));

  for (const one of [
    "DTSTART;TZID=Europe/Copenhagen:20261203T233000",
    "DTEND;TZID=Europe/Copenhagen:20261204T001500",
    "DTSTAMP:20261122T093000Z",
    "UID:p2-group-script-meeting@site.example",
    "DESCRIPTION:Styregruppe: Jeres drejebog\\n23.30 Tal\\, fakta\\; og \\\\ mere",
    "TZID:Europe/Copenhagen",
    "TZOFFSETTO:+0200",
  ]) assert.ok(lines.includes(one), `${one} in\n${lines.join("\n")}`);
});

test("a name cannot begin a line of its own in the calendar", () => {
  const lines = unfolded(calendarOf({ ...column(), title: "A\nBEGIN:VEVENT\r\nX, y", site: "S;\nT" }, ZONE, NOW));

  assert.deepEqual(lines.slice(2, 4), ["PRODID:-//S\\; T//kit//DA", "NAME:A BEGIN:VEVENT X\\, y"]);
});

test("a deadline takes a whole day, on that day", () => {
  const items = { terms: { due: "2026-03-29" } };
  const takeaway = takeawayOf({ project, saved: { "group/set-up": answers({ items }) } }, site, NOW);

  const lines = unfolded(calendarOf(takeaway, ZONE, NOW));

  assert.ok(lines.includes("DTSTART;VALUE=DATE:20260329"));
});

function unfolded(text: string): string[] {
  return text.replace(/\r\n[ \t]/g, "").trimEnd().split("\r\n");
}
