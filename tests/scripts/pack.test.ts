import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import type { Bundle, Saved } from "../../assets/ts/model";
import { bundleOf, fileOf, MOST_BYTES } from "../../assets/ts/handover/file";
import { lightened } from "../../assets/ts/handover/gather";
import { bundleIn, LONGEST_LINK, linkTo } from "../../assets/ts/handover/pack";
import { bundle, plain } from "./samples";

const PAGE = "https://implementering.example/da/min-plan/";
const SOME: Saved = { v: 1, rev: "3085503033ce", at: "2026-11-22T01:00:00.000Z", seen: [], items: {} };

function one(saved: Partial<Saved>): Bundle {
  const checklists = { "steering-group/set-up": { ...SOME, ...saved } };
  return { format: "kit-answers", v: 1, made: SOME.at, projects: [{ name: "Sund by", checklists }] };
}

function fragment(packed: Uint8Array): string {
  return `#kit=${Buffer.from(packed).toString("base64url")}`;
}

function bytes(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer as ArrayBuffer;
}

test("what goes into a link comes out of it", async () => {
  await fc.assert(
    fc.asyncProperty(bundle, async (given) => {
      const link = await linkTo(PAGE, given);

      if (link === null) return;
      assert.ok(link.length <= LONGEST_LINK && link.startsWith(`${PAGE}#kit=`) && /^[\x21-\x7e]*$/.test(link));
      assert.deepEqual(plain(await bundleIn(link.slice(PAGE.length))), plain(given));
    }),
  );
});

test("a link of twenty answers is short", async () => {
  const ids = Array.from({ length: 20 }, (_, n) => `${["terms", "budget", "owner", "time", "right"][n % 5]}-written-${n}`);
  const given = one({ seen: ids, items: Object.fromEntries(ids.map((id, n) => [id, { answer: n % 3 ? "done" : "part" }])) });

  const link = await linkTo(PAGE, lightened(given, false));

  assert.ok((link as string).length < 400, String(link?.length));
});

test("notes go along only when they are asked for, wordings never", () => {
  const given = one({ items: { a: { answer: "done", note: "hemmeligt", text: "ordlyd" } } });

  assert.ok(!/hemmeligt|ordlyd/.test(JSON.stringify(lightened(given, false))));
  assert.ok(/hemmeligt/.test(JSON.stringify(lightened(given, true))));
});

test("what is too long for a link is not made into one", async () => {
  let seed = 1;
  const noise = Array.from({ length: 9000 }, () => String.fromCharCode(33 + ((seed = (seed * 48271) % 2147483647) % 90))).join("");

  assert.equal(await linkTo(PAGE, one({ items: { a: { value: noise } } })), null);
  // It would pack well, but nobody may unpack that much.
  const long = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`a${n}`, { value: "x".repeat(9000) }]));
  assert.equal(await linkTo(PAGE, one({ items: long })), null);
});

test("a full stop or bracket behind a link does no harm", async () => {
  const link = (await linkTo("", one({}))) as string;

  for (const end of [".", ")", ">.", "%20og", " tak"]) assert.deepEqual(plain(await bundleIn(link + end)), plain(one({})));
});

test("no fragment makes it fail", async () => {
  const any = fc.oneof(fc.string({ unit: "binary" }), fc.base64String(), fc.uint8Array().map(fragment), fc.json().map((text) => fragment(deflateRawSync(text))));
  await fc.assert(fc.asyncProperty(any, async (text) => assert.equal(typeof (await bundleIn(text.startsWith("#kit=") ? text : `#kit=${text}`)), "string")));
});

test("a link that was cut or changed is torn, never half a bundle", async () => {
  const link = (await linkTo("", one({ items: { a: { answer: "done", value: "æøå" } } }))) as string;

  for (let end = 5; end < link.length; end++) assert.equal(await bundleIn(link.slice(0, end)), "link-torn");
  for (let at = 5; at < link.length; at++) {
    const found = await bundleIn(link.slice(0, at) + (link[at] === "A" ? "B" : "A") + link.slice(at + 1));
    if (typeof found !== "string") assert.equal(found.format, "kit-answers");
  }
});

test("a bomb is left after the first 64 kB", async () => {
  const bomb = fragment(deflateRawSync(Buffer.alloc(50_000_000, 32), { level: 9 }));
  assert.ok(bomb.length < 100_000);
  const [before, begun] = [process.memoryUsage().arrayBuffers, performance.now()];

  assert.equal(await bundleIn(bomb), "link-large");

  assert.ok(performance.now() - begun < 1000);
  assert.ok(process.memoryUsage().arrayBuffers - before < 8_000_000);
});

test("each wrong fragment is told what it is", async () => {
  const packed = (value: unknown): string => fragment(deflateRawSync(typeof value === "string" ? value : JSON.stringify(value)));
  const wrong: [string, string][] = [
    ["#kit=", "link-torn"],
    ["#kit=<script>alert(1)</script>", "link-torn"],
    ["#kit=%E0%A4%A", "link-torn"],
    [`#kit=${"A".repeat(100_000)}`, "link-large"],
    [fragment(deflateRawSync(Buffer.from([0x22, 0xff, 0xfe, 0x22]))), "link-torn"],
    [packed("["), "link-torn"],
    [packed("[".repeat(60_000)), "link-torn"],
    [packed("[".repeat(30_000) + "]".repeat(30_000)), "link-torn"],
    [packed([2, SOME.at, []]), "newer"],
    [packed([99]), "newer"],
    [packed([1, SOME.at, []]), "link-strange"],
    [packed([1, SOME.at, [["<b>x</b>", [["__proto__"], [[1, "", SOME.at, [], [[], []]]]]]]]), "link-strange"],
    [packed([1, SOME.at, [["x", [["a/b"], [[1, "", SOME.at, [], [["__proto__"], [["done"]]]]]]]]]), "link-strange"],
    [packed([1, SOME.at, [["x", [["a/b", "c/d"], [[1]]]]]]), "link-strange"],
    [packed({ format: "kit-answers", v: 1, made: SOME.at, projects: [] }), "link-strange"],
    [packed("null"), "link-strange"],
    [packed('{"__proto__":{"v":2}}'), "link-strange"],
  ];

  for (const [text, fault] of wrong) {
    const found = await bundleIn(text);
    assert.ok(found === fault || (fault === "link-torn" && found === "link-strange"), `${text.slice(0, 60)}: ${JSON.stringify(found)}`);
  }
  assert.equal(({} as Record<string, unknown>).v, undefined);
});

test("what goes into a file comes out of it, with a byte order mark too", () => {
  fc.assert(fc.property(bundle, (given) => {
    const text = fileOf(given) as string;

    assert.deepEqual(plain(bundleOf(bytes(text))), plain(given));
    assert.deepEqual(plain(bundleOf(bytes(`\ufeff${text}`))), plain(given));
  }));
});

test("no bytes make it fail", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (given) => assert.equal(typeof bundleOf(given.buffer as ArrayBuffer), "string")));
});

test("each wrong file is told what it is", () => {
  assert.equal(bundleOf(new ArrayBuffer(MOST_BYTES + 1)), "file-large");
  assert.equal(bundleOf(new Uint8Array([0x7b, 0xff, 0x7d]).buffer as ArrayBuffer), "file-torn");
  assert.equal(bundleOf(bytes("")), "file-torn");
  assert.equal(bundleOf(bytes("PK\u0003\u0004")), "file-torn");
  assert.equal(bundleOf(bytes("{}")), "file-strange");
  assert.equal(bundleOf(bytes("[".repeat(100_000) + "]".repeat(100_000))), "file-strange");
  assert.equal(bundleOf(bytes('{"format":"kit-answers","v":2}')), "newer");
});

test("a bundle that no file may hold is not made into one", () => {
  const long = Object.fromEntries(Array.from({ length: 290 }, (_, n) => [`a${n}`, { value: "x".repeat(9900), note: "y".repeat(9900) }]));

  assert.equal(fileOf(one({ items: long })), null);
});
