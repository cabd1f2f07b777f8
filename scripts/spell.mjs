// `node spell.mjs da` reads Danish words from standard input, one a line, and prints as JSON those that the dictionary
// doesn't know, each with what may have been meant. Whoever calls sees to it that nspell and the dictionary are there.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import nspell from "nspell";

const require = createRequire(import.meta.url);
const JOINTS = ["", "s", "e", "-"];
const LONGEST_START = 10;
// Parts of compounds have four letters, or are one of these: shorter ones would fit into many a misspelt word.
const SHORT = new Set("ark dag fag fri gap hel hus kör lag lov mad mål ret sag sök tid uge vej väg års".split(" "));
const MOST_SUGGESTED = 10;

// A dictionary as nspell can read it. It takes a compound rule for right whatever word it is asked about; it reads
// notes (`st:være`) as part of a word; and it refuses a word that also stands as a mere part of compounds.
function dictionary(lang) {
  const folder = require.resolve(`dictionary-${lang}`).replace(/index\.js$/, "");
  const aff = readFileSync(`${folder}index.aff`, "utf8").replace(/^COMPOUNDRULE.*$/gm, "");
  const onlyPart = /^ONLYINCOMPOUND (\S+)/m.exec(aff)?.[1];
  const numbered = /^FLAG num/m.test(aff);
  const entries = { aff, whole: [], parts: new Set() };
  for (const line of readFileSync(`${folder}index.dic`, "utf8").split("\n").slice(1)) {
    const entry = line.replace(/\s+\w\w:.*$/, "");
    const [word, flags = ""] = entry.split("/");
    if ((numbered ? flags.split(",") : [...flags]).includes(onlyPart)) entries.parts.add(word.toLowerCase());
    else entries.whole.push(entry);
  }
  return entries;
}

// Only entries that begin like a stretch of an asked word: a form keeps all of its entry but a short ending.
function fitting({ aff, whole }, words) {
  const ending = Math.max(...[...aff.matchAll(/^SFX\s+\S+\s+([^0\s]+)\s+\S/gm)].map(([, removed]) => removed.length));
  const stretches = new Set();
  for (const word of words.map((word) => word.toLowerCase())) {
    for (let from = 0; from < word.length; from++) {
      for (let size = 1; size <= LONGEST_START; size++) stretches.add(word.slice(from, from + size));
    }
  }
  return whole.filter((entry) => {
    const [word] = entry.toLowerCase().split("/");
    return stretches.has(word.slice(0, Math.min(Math.max(word.length - ending, 1), LONGEST_START)));
  });
}

function speller(aff, entries) {
  return nspell(aff, ["", ...entries].join("\n"));
}

// A compound is known when its parts are, with or without a joint between them.
function known(word, spell, parts, depth = 2) {
  if (spell.correct(word) || spell.correct(word.toLowerCase())) return true;
  if (/(.)\1\1/.test(word)) return false;
  for (let cut = 3; depth > 0 && cut <= word.length - 3; cut++) {
    const head = word.slice(0, cut).toLowerCase();
    if (!long(head) || !(parts.has(head) || spell.correct(head))) continue;
    for (const joint of JOINTS) {
      const tail = word.slice(cut + joint.length);
      if (long(tail) && word.startsWith(joint, cut) && known(tail, spell, parts, depth - 1)) return true;
    }
  }
  return false;
}

function long(part) {
  return part.length > 3 || SHORT.has(part);
}

const words = readFileSync(0, "utf8").split("\n").filter(Boolean);
const entries = dictionary(process.argv[2]);
const few = speller(entries.aff, fitting(entries, words));
const unknown = words.filter((word) => !known(word, few, entries.parts));
const all = unknown.length ? speller(entries.aff, entries.whole) : few;
const meant = (word, n) => (n < MOST_SUGGESTED ? all.suggest(word).slice(0, 3) : []);
console.log(JSON.stringify(Object.fromEntries(unknown.map((word, n) => [word, meant(word, n)]))));
