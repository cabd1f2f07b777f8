"""The words of everything that readers see: in a dictionary, in the right language, of the right country."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from macros import assets, counterparts, foreign, passages, settings, terms
from macros.decoding import decode
from macros.foreign import WORD
from macros.own import is_own
from macros.passages import Passage
from macros.problem import ContentError, Problem, shown

SCRIPT = "scripts/spell.mjs"
# Our own words, one a line, and a municipality's own.
SHARED, LOCAL = "tools/_spelling.{lang}.txt", "local/spelling.{lang}.txt"


def problems(root: Path) -> list[Problem]:
    """Return what is wrong with the words of everything that readers see, sorted by place; and what nobody looked up.

    Raises:
        ContentError: a file cannot be read, or the dictionaries are not set up.
    """
    found = [(passage, foreign.problem(passage)) for passage in passages.load(root)]
    right = [passage for passage, problem in found if not problem]
    told = [*filter(None, (problem for _, problem in found)), *_strange(root, right), *_unasked(root)]
    # Most words of the other language are in no dictionary of this one; saying so as well would be of no use.
    places = {(problem.file, problem.line, problem.column) for problem in told}
    misspelt = (one for one in _misspelt(root, right) if (one.file, one.line, one.column) not in places)
    return sorted({*told, *misspelt})


def _strange(root: Path, found: Sequence[Passage]) -> Iterator[Problem]:
    known = terms.load(root, settings.load(root)).terms
    for lang in foreign.SIGNS:
        for other in foreign.SIGNS.keys() - {lang}:
            words = counterparts.strange(known, lang, other)
            for passage in found:
                yield from counterparts.problems(passage, words) if passage.lang == lang else ()


def _unasked(root: Path) -> Iterator[Problem]:
    """Say as a hint of each language that is built and has no dictionary that nobody has looked at its words."""
    source, known = settings.source(root), _dictionaries(root)
    for lang in settings.load(root).built:
        if lang not in known:
            fault = f"there is no dictionary for `{lang}`, so its words were not looked up"
            yield source.problem(("languages", lang), fault, "Let somebody who knows it read them.", "hint")


def _misspelt(root: Path, found: Sequence[Passage]) -> Iterator[Problem]:
    langs = _dictionaries(root)
    with ThreadPoolExecutor() as pool:
        answers = pool.map(lambda lang: _ask(root, lang, _asked(root, lang, found)), langs)
        unknown = dict(zip(langs, answers, strict=True))
    for passage in found:
        for word in WORD.finditer(passage.text):
            meant = unknown.get(passage.lang, {}).get(word[0])
            if meant is not None:
                fault = f"`{word[0]}` is in no dictionary"
                yield Problem(*passage.place(word.start()), fault, _remedy(passage, meant))


def _asked(root: Path, lang: str, found: Sequence[Passage]) -> list[str]:
    own = {word for name in (SHARED, LOCAL) for word in _own(root, name.format(lang=lang))}
    words = {word for passage in found if passage.lang == lang for word in WORD.findall(passage.text)}
    return sorted(word for word in words if word not in own and word.lower() not in own)


def _own(root: Path, file: str) -> list[str]:
    return decode(root / file, file).split() if (root / file).is_file() else []


def _remedy(passage: Passage, meant: Sequence[str]) -> str:
    own = LOCAL if is_own(passage.mark.file) else SHARED
    listed = f"`{own.format(lang=passage.lang)}`"
    if not meant:
        return f"Mend it; a word that is right belongs in {listed}."
    return f"Did you mean {' or '.join(f'`{word}`' for word in meant)}? A word that is right belongs in {listed}."


def _dictionaries(root: Path) -> list[str]:
    """The languages whose dictionaries are set up; a fork may have others, which nobody can check."""
    packages = root / "node_modules"
    if not (packages / "nspell").is_dir() or not assets.node():
        remedy = "Run `make setup`, then the same command again."
        raise ContentError([Problem("package.json", 1, 1, "the dictionaries are not set up", remedy)])
    return [path.name.removeprefix("dictionary-") for path in sorted(packages.glob("dictionary-*"))]


def _ask(root: Path, lang: str, words: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return the words that the dictionary doesn't know, each with what may have been meant."""
    command = [assets.node() or "node", SCRIPT, lang]
    done = subprocess.run(command, cwd=root, input="\n".join(words).encode(), capture_output=True, check=False)
    if done.returncode:
        fault = f"the dictionary for `{lang}` cannot be read: {shown(done.stderr.decode(errors='replace'), 200)}"
        raise ContentError([Problem("package.json", 1, 1, fault, "Run `make setup`, then the same command again.")])
    unknown: Mapping[str, Sequence[str]] = json.loads(done.stdout)
    return unknown
