/** The search: words as they are compared, what counts as alike, and which entries answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decoded } from "../../assets/ts/search/coded";
import { slips } from "../../assets/ts/search/distance";
import { Engine } from "../../assets/ts/search/engine";
import { fold, plain, stemmer, wordsOf } from "../../assets/ts/search/fold";
import { lacking, lettersOf } from "../../assets/ts/search/letters";
import type { Entry, First, More } from "../../assets/ts/search/shape";
import { answer, cut, meant } from "../../assets/ts/search/shown";

const TOOLS: Entry[] = [
  {
    id: "steering-group",
    title: "Styregruppe",
    page: "da/styregruppe/",
    other: { sv: "Styrgrupp" },
    also: ["lederkreds", "hvem bestemmer"],
    when: ["Gruppen mødes, men der bliver ikke besluttet noget"],
    heads: [
      ["purpose", "Formål"],
      ["agenda", "Dagsorden"],
    ],
    items: { "set-up": [["budget", "Mindst ét medlem råder over et budget"]] },
  },
  { id: "evaluation", title: "Evaluering og opfølgning", page: "da/evaluering/", other: { sv: "Utvärdering" } },
  { id: "civil-society", title: "Civilsamfund og partnerskaber", page: "da/civilsamfund/", also: ["foreninger"] },
  { title: "Privatliv og lagring", page: "da/privatliv/" },
];
const FIRST: First = {
  lang: "da",
  more: "",
  stop: "hvem der ikke og et over men noget hvad er",
  endings: "e en et er erne ene ens es s n r t ering ere",
  entries: TOOLS,
};
const MORE: More = {
  about: ["Saml de ledere, der kan beslutte.", "Se, om det virker.", "Arbejd sammen med andre."],
  also: [[], ["effektmåling"], []],
  theirs: [{ sv: ["ledningsgrupp"] }, {}, {}],
  entries: [{ title: "kommissorium", page: "da/ordliste/#terms", about: "Det, gruppen skal." }],
  places: [
    [0, 0],
    [0, 1],
  ],
  words: "0mandat 6er 0suppleant",
  found: "b a aa",
  common: { 3: "arbejde" },
};

function made(): Engine {
  const engine = new Engine(FIRST);
  engine.extend(MORE);
  return engine;
}

function first(query: string): string | undefined {
  return made().search(query)[0]?.entry.id;
}

test("letters that a keyboard lacks are no hindrance", () => {
  for (const written of ["laering", "læring", "läring", "LÆRING"]) assert.equal(fold(plain(written)), "laring");
  for (const written of ["opfoelgning", "opfølgning", "opföljning".replace("lj", "lg")])
    assert.equal(fold(plain(written)), "opfolgning");
  assert.equal(fold(plain("på")), fold(plain("paa")));
});

test("words of the other languages of the north are one with themselves, however they are typed", () => {
  for (const [written, typed] of [
    ["oppfølging", "oppfolging"],
    ["samråd", "samraad"],
    ["työryhmä", "tyoryhma"],
    ["päätöksenteko", "paatoksenteko"],
    ["café", "cafe"],
    ["measurable", "measurable"],
  ] as const)
    assert.equal(fold(plain(written)), fold(plain(typed)));
});

test("soft hyphens do not cut words", () => {
  assert.deepEqual(wordsOf("implementerings\u00adkapacitet 2030"), ["implementeringskapacitet", "2030"]);
});

test("a stem keeps four letters", () => {
  const stem = stemmer(["erne", "er", "e", "en"]);

  assert.equal(stem("grupperne"), stem("gruppe"));
  assert.equal(stem("mere"), "mere");
});

test("slips are counted as people make them", () => {
  assert.equal(slips("styregruppe", "styregrupep", 2), 1);
  assert.equal(slips("plan", "pan", 1), 1);
  assert.equal(slips("plan", "plan", 0), 0);
  assert.ok(slips("plan", "budget", 2) > 2);
});

test("slips are as many from either side, and no fewer than the words differ in length", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const number = slips(a, b, 12);
      assert.equal(number, slips(b, a, 12));
      assert.ok(number >= Math.abs(a.length - b.length) && number <= Math.max(a.length, b.length));
      assert.equal(number === 0, a === b);
    }),
  );
});

test("slips are the same number however few are asked for, and each takes one letter at most", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdå"), maxLength: 10 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, most) => {
      const number = slips(a, b, 12);
      assert.equal(Math.min(slips(a, b, most), most + 1), Math.min(number, most + 1));
      assert.ok(lacking(lettersOf(a), lettersOf(b)) <= number);
    }),
  );
});

test("words and their places are told in few letters, and come out whole", () => {
  const found = [...decoded({ words: "0mandat 6er 0suppleant", found: "a !!b ca" })];

  assert.deepEqual(found, [
    ["mandat", [0]],
    ["mandater", [62 * 29 + 1]],
    ["suppleant", [2, 3]],
  ]);
});

test("a tool is found by its title in any form, with a slip, in ASCII, and in the other language", () => {
  for (const query of ["styregruppe", "Styregruppens", "styregrupep", "styre gruppe", "styrgrupp"])
    assert.equal(first(query), "steering-group", query);
  for (const query of ["evaluere", "opfoelgning", "opfolgning", "utvardering"])
    assert.equal(first(query), "evaluation", query);
});

test("compounds are found by their parts, and their parts by them", () => {
  assert.equal(first("samfund"), "civil-society");
  assert.equal(first("styregruppemøde"), "steering-group");
  assert.equal(first("foreningspartnerskab"), "civil-society");
});

test("a tool is found by other words, by a question, by an item and by its text", () => {
  assert.equal(first("lederkreds"), "steering-group");
  assert.equal(first("ledningsgrupp"), "steering-group");
  assert.equal(first("hvad er der besluttet"), "steering-group");
  assert.equal(first("budget"), "steering-group");
  assert.equal(first("suppleant"), "steering-group");
  assert.equal(first("effektmåling"), "evaluation");
});

test("a query of grammar alone is looked for all the same", () => {
  assert.equal(first("hvem"), "steering-group");
});

test("an answer says why, and where on the page", () => {
  const byWord = answer(made(), "lederkreds", 6).tools[0];
  const byItem = answer(made(), "budget", 6).tools[0];
  const byText = answer(made(), "suppleant", 6).tools[0];

  assert.equal(byWord?.why?.text.field, "also");
  assert.deepEqual(byItem?.places.map(({ text }) => text.anchor), ["steering-group--set-up--budget"]);
  assert.deepEqual(byText?.places.map(({ text, written }) => [text.anchor, written]), [["purpose", "suppleant"]]);
  assert.equal(answer(made(), "styregruppe", 6).tools[0]?.why, null);
  assert.equal(answer(made(), "styrgrupp", 6).tools[0]?.why?.text.lang, "sv");
});

test("pages that are no tools stand by themselves", () => {
  const { tools, others } = answer(made(), "privatliv", 6);

  assert.deepEqual([tools.length, others.map(({ hit }) => hit.entry.title)], [0, ["Privatliv og lagring"]]);
});

test("where nothing answers, words that may have been meant are named", () => {
  const engine = made();

  assert.deepEqual(answer(engine, "xyzzyq", 6), { tools: [], others: [] });
  assert.deepEqual(meant(engine, "kommixxorixm"), ["kommissorium"]);
  assert.deepEqual(meant(engine, "qqqqqqqq"), []);
});

test("a single letter is no slip for another one", () => {
  const engine = new Engine({ ...FIRST, entries: [{ id: "short", title: "Bl.a.", page: "da/short/" }] });

  assert.equal(engine.search("a")[0]?.entry.id, "short");
  assert.deepEqual(answer(engine, "å", 6), { tools: [], others: [] });
  assert.deepEqual(meant(engine, "å"), []);
});

test("the words that were met are marked as they are written", () => {
  assert.deepEqual(cut("Møder og mødet", [{ word: "mödet" }]), ["Møder og ", "mødet", ""]);
  assert.deepEqual(cut("Uden", [{ word: "mödet" }]), ["Uden"]);
});

test("whatever is typed is answered", () => {
  const engine = made();
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (query) => {
      for (const hit of engine.search(query)) assert.ok(Number.isFinite(hit.score));
      assert.equal(cut(query, []).join(""), query);
    }),
  );
});
