/** What the form says of a fault: where it is by the form's labels, and what it is in the form's language. */
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Field } from "../../assets/ts/form/field";
import { place, translated } from "../../assets/ts/form/refused";

const LANGUAGES = [
  { name: "da", label: "Dansk" },
  { name: "sv", label: "Svenska" },
];
const text = (name: string, label: string): Field => ({ name, label, widget: "kit-words", fields: LANGUAGES });
const FIELDS: Field[] = [
  text("title", "Titel"),
  { name: "roles", label: "Roller", widget: "select" },
  {
    name: "checklists",
    label: "Tjeklister",
    label_singular: "Tjekliste",
    typeKey: "kind",
    types: [
      {
        name: "table",
        label: "Tabel",
        fields: [
          { name: "columns", label: "Kolonner", label_singular: "Kolonne", fields: [text("text", "Tekst")] },
          {
            name: "examples",
            label: "Eksempler",
            label_singular: "Eksempel",
            fields: [{ name: "values", label: "Rækken", widget: "kit-cells" }],
          },
        ],
      },
    ],
  },
];
const DATA = {
  title: { da: "Styregruppe" },
  roles: ["director", "director"],
  checklists: [
    {
      kind: "table",
      title: { sv: "Dagordning" },
      columns: [{ id: "point", text: { da: "Punkt", sv: "Ärende" } }, { id: "who" }],
      examples: [{ values: { point: { da: "33 70 33 70" } } }],
    },
  ],
};
const DANISH = { lang: "da", words: { quote: "»{text}«" }, sentences: {} };

test("a place is told by labels, and rows by what they say", () => {
  const at = (...loc: (string | number)[]): string => place(loc, FIELDS, DATA, DANISH).join(" › ");
  assert.equal(at("title", "da"), "Titel › Dansk");
  assert.equal(at("roles", 1), "Roller »director«");
  assert.equal(at("checklists", 0, "columns", 0, "text", "sv"), "Tabel »Dagordning« › Kolonne »Punkt« › Tekst › Svenska");
  assert.equal(at("checklists", 0, "columns", 1), "Tabel »Dagordning« › Kolonne 2");
  assert.equal(at("checklists", 0, "examples", 0, "values", "point"), "Tabel »Dagordning« › Eksempel 1 › Rækken › Punkt");
  assert.equal(at("odd", "key"), "odd › key");
  assert.equal(at(), "");
});

test("a sentence of the check is said with the same values in it, or not at all", () => {
  const sentences = {
    "{what} looks like a phone number": "{what} ligner et telefonnummer",
    "the id {id} is taken (on line {line}).": "id'et {id} er optaget.",
  };
  assert.equal(translated("`33 70` looks like a phone number", sentences), "`33 70` ligner et telefonnummer");
  assert.equal(translated("the id `a` is taken (on line 3).", sentences), "id'et `a` er optaget.");
  assert.equal(translated("`33 70` looks like a phone number, twice", sentences), undefined);
});
