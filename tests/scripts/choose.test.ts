import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { chosenFrom, isChosen, queryOf } from "../../assets/ts/choose/chosen";
import type { Chosen, Kinds } from "../../assets/ts/choose/chosen";
import { leftBy, narrowed } from "../../assets/ts/choose/fits";
import { folded } from "../../assets/ts/choose/listed";
import type { Listed } from "../../assets/ts/choose/listed";
import { reason } from "../../assets/ts/choose/reason";
import { met, suggested } from "../../assets/ts/choose/suggest";
import { line } from "./samples";

const words = {
  guide_fits: "Det {reasons}.",
  guide_but: "Men det {reasons}.",
  fits_phase: "hører til fasen {phase}",
  fits_role: "er for {roles}",
  fits_time: "kan nås på {time}",
  fits_obstacle: "hjælper, når {obstacle}",
  other_role: "er mest for {roles}",
  other_time: "tager {time}",
  other_meetings: "kræver mere end ét møde",
  other_obstacle: "hjælper især, når {obstacle}",
  minutes_other: "{number} minutter",
  hours_other: "{number} timer",
};
Object.assign(globalThis, { self: { kit: { told: { lang: "da", words } } } });

const SAID = {
  phase: { plan: "Planlægning", mandate: "Mandat" },
  role: { manager: "ledere", analyst: "dataanalytikere", director: "direktører" },
  obstacle: { meetings: "møderne ikke fører til noget", silos: "I arbejder hver for sig" },
};
const PHASES = ["mandate", "plan", "sustain"];
const ROLES = ["manager", "analyst", "director"];
const OBSTACLES = ["meetings", "silos", "resources"];
const KINDS: Kinds = {
  phase: { values: PHASES },
  role: { values: ROLES },
  time: { values: ["60", "120"] },
  obstacle: { values: OBSTACLES },
};
const MANY: Kinds = { ...KINDS, phase: { values: PHASES, several: true }, words: {} };

const PLAIN: Listed = { id: "x", phase: "plan", roles: ["manager"], minutes: 90, obstacles: ["meetings"], kinds: [], words: "" };

function tool(more: Partial<Listed>): Listed {
  return { ...PLAIN, ...more };
}

const some = (values: string[]): fc.Arbitrary<string[]> => fc.shuffledSubarray(values);
const tools: fc.Arbitrary<Listed[]> = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,4}$/),
    phase: fc.constantFrom(...PHASES),
    roles: some(ROLES),
    minutes: fc.constantFrom(0, 30, 60, 90, 360),
    obstacles: some(OBSTACLES),
    kinds: some(["checklist", "table"]),
    words: fc.constantFrom("styregruppe saml de ledere", "drejebog mødet minut for minut", ""),
  }),
  { maxLength: 12, selector: ({ id }) => id },
);
const atMostOne = (values: string[]): fc.Arbitrary<string[]> => fc.subarray(values, { maxLength: 1 });
const chosen: fc.Arbitrary<Chosen> = fc.record({
  phase: atMostOne(PHASES),
  role: atMostOne(ROLES),
  time: atMostOne(["60", "120"]),
  obstacle: atMostOne(OBSTACLES),
});

test("an address says what is chosen, and what it does not know counts for nothing", () => {
  const found = chosenFrom("?phase=plan&role=nobody&time=60&time=120&obstacle=%3Cb%3E&utm_source=x", KINDS);

  assert.deepEqual(found, { phase: ["plan"], role: [], time: ["60"], obstacle: [] });
  assert.equal(queryOf(found, "?utm_source=x&phase=mandate"), "?utm_source=x&phase=plan&time=60");
  assert.equal(isChosen(chosenFrom("?toString=1&__proto__=2&words=+", MANY)), false);
});

test("of several answers all count, in the form's order and each once", () => {
  const { phase } = chosenFrom("?phase=sustain&phase=mandate&phase=sustain", MANY);

  assert.deepEqual(phase, ["mandate", "sustain"]);
});

test("what stands in the address comes back from it, whatever is asked", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("phase", "role", "words", "other"), fc.oneof(line, fc.constantFrom(...PHASES)))), (pairs) => {
      const first = chosenFrom(`?${new URLSearchParams(pairs)}`, MANY);

      assert.deepEqual(chosenFrom(queryOf(first), MANY), first);
      assert.ok((first.words?.[0] ?? "").length <= 80);
    }),
  );
});

test("two or three are suggested, none fits better than they, and nobody is told of twice", () => {
  fc.assert(
    fc.property(tools, chosen, (all, answers) => {
      const { first, others } = suggested(all, answers);

      const fitting = (one: Listed): number => met(one, answers).length;
      const rest = all.filter((one) => !first.includes(one));
      assert.ok(first.length <= 3 && others.length <= 6);
      assert.ok(first.length >= Math.min(2, all.filter(fitting).length));
      assert.ok(rest.every((one) => first.length === 0 || fitting(one) <= fitting(first.at(-1) as Listed)));
      assert.ok([...first, ...others].every(fitting));
      assert.ok(others.every((one) => rest.includes(one)));
    }),
  );
});

test("without answers nothing is suggested", () => {
  assert.deepEqual(suggested([tool({})], { phase: [], role: [], time: [], obstacle: [] }), { first: [], others: [] });
});

test("a third that fits less than the second stands among the others", () => {
  const all = [tool({ id: "a" }), tool({ id: "b" }), tool({ id: "c", phase: "mandate" })];

  const { first, others } = suggested(all, { phase: ["plan"], obstacle: ["meetings"] });

  assert.deepEqual([first.map(({ id }) => id), others.map(({ id }) => id)], [["a", "b"], ["c"]]);
});

test("what a tool helps against counts more than whom it is for, and what it names first more than the rest", () => {
  const all = [
    tool({ id: "role", obstacles: ["silos"] }),
    tool({ id: "later", roles: ["analyst"], obstacles: ["silos", "meetings"] }),
    tool({ id: "first", roles: ["analyst"] }),
  ];

  const { first, others } = suggested(all, { role: ["manager"], obstacle: ["meetings"] });

  assert.deepEqual([...first, ...others].map(({ id }) => id), ["first", "later", "role"]);
});

test("a reason is a sentence, and says what does not fit", () => {
  const answers = { phase: ["plan"], role: ["manager"], time: ["120"], obstacle: ["meetings"] };

  assert.equal(
    reason(tool({}), answers, SAID),
    "Det hører til fasen Planlægning, er for ledere, kan nås på 90 minutter og hjælper, når møderne ikke fører til noget.",
  );
  assert.equal(
    reason(tool({ phase: "mandate", roles: ["director", "analyst"], minutes: 240, obstacles: ["silos", "meetings"] }), answers, SAID),
    "Det hjælper, når møderne ikke fører til noget. Men det hører til fasen Mandat, er mest for direktører og dataanalytikere og tager 4 timer.",
  );
  assert.equal(
    reason(tool({ minutes: 0, obstacles: ["silos"] }), { time: ["60"], phase: ["plan"], obstacle: ["meetings"] }, SAID),
    "Det hører til fasen Planlægning. Men det kræver mere end ét møde og hjælper især, når I arbejder hver for sig.",
  );
});

test("the number beside an answer is what choosing it leaves", () => {
  fc.assert(
    fc.property(tools, chosen, fc.constantFrom(...PHASES), (all, answers, phase) => {
      assert.equal(leftBy(all, answers, "phase", phase), narrowed(all, { ...answers, phase: [phase] }).length);
      assert.equal(leftBy(all, answers, "phase", ""), narrowed(all, { ...answers, phase: [] }).length);
    }),
  );
});

test("of several phases one is enough, and of several words all must be there", () => {
  const all = [tool({ id: "a", words: "styregruppe saml de ledere" }), tool({ id: "b", phase: "mandate", words: "drejebog" })];

  assert.equal(narrowed(all, { phase: ["plan", "mandate"] }).length, 2);
  assert.deepEqual(narrowed(all, { words: ["GRUPPE saml"] }).map(({ id }) => id), ["a"]);
  assert.equal(narrowed(all, { words: ["gruppe drejebog"] }).length, 0);
});

test("words are found through soft hyphens, joiners, case and letters in two parts", () => {
  assert.equal(folded("Implementerings\u00adkapacitet  PA\u030A"), "implementeringskapacitet på");
  assert.equal(folded("18.–\u206019. oktober"), "18.–19. oktober");
});
