// Reads {"da": [words], "sv": [words]} from standard input, and prints the words of each language that no dictionary knows.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import nspell from "nspell";

const require = createRequire(import.meta.url);
const JOINTS = ["", "s", "e", "-"];

async function speller(lang) {
  const folder = require.resolve(`dictionary-${lang}`).replace(/index\.js$/, "");
  return nspell(readFileSync(`${folder}index.aff`), readFileSync(`${folder}index.dic`));
}

// A compound is known when both its halves are, with or without a joint between them.
function known(word, spell, depth = 2) {
  if (spell.correct(word) || spell.correct(word.toLowerCase())) return true;
  if (depth === 0) return false;
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const head = word.slice(0, cut);
    for (const joint of JOINTS) {
      const tail = word.slice(cut + joint.length);
      if (tail.length < 3 || word.slice(cut, cut + joint.length) !== joint) continue;
      if (spell.correct(head.toLowerCase()) && known(tail, spell, depth - 1)) return true;
    }
  }
  return false;
}

const asked = JSON.parse(readFileSync(0, "utf8"));
const unknown = {};
for (const [lang, words] of Object.entries(asked)) {
  const spell = await speller(lang);
  unknown[lang] = words.filter((word) => !known(word, spell));
}
console.log(JSON.stringify(unknown));
