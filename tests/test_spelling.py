"""Every word of the site is in a dictionary, or in the list of our own words beside this test."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros import pages, sample, words
from macros.model import Tool, Vocabulary
from macros.shape import fit
from macros.source import read
from macros.terms import Terms
from macros.wording import wordings
from tests.conftest import ROOT

HERE = Path(__file__).parent / "spelling"
NODE = ROOT / ".venv/bin/node"
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Links' targets, macro calls, values' names, code and attributes are not prose.
NO_PROSE = re.compile(r"\{\w+\}|\{\{.*?\}\}|\{:.*?\}|\]\([^)]*\)|`[^`]*`|https?://\S+|(?:!!!|\?\?\?)\+? \w+")


def texts(lang: str) -> Iterator[str]:
    """Yield everything that readers of a language see."""
    shared: dict[str, type[BaseModel]] = {"_terms": Terms, "_vocabulary": Vocabulary}
    for path in sorted((ROOT / "tools").glob("*.yml")):
        value = fit(read(path, path.name), shared.get(path.stem, Tool))
        for _, wording in wordings(value.root if isinstance(value, Terms) else value):
            found = wording.root.get(lang)
            yield from [found] if isinstance(found, str) else found or ()
    for _, wording in wordings(sample.load()):
        found = wording.root.get(lang)
        yield from [found] if isinstance(found, str) else found or ()
    for text in words.load(read(words.HERE, words.SHARED)).values():
        yield NO_PROSE.sub(" ", text.root.get(lang) or "")
    for page in pages.load(ROOT, lang)[0]:
        if page.file.startswith("docs/"):
            yield from (page.front.title or "", page.front.summary or "", NO_PROSE.sub(" ", page.body))


@pytest.fixture(scope="module")
def unknown() -> dict[str, list[str]]:
    asked = {lang: sorted({word for text in texts(lang) for word in WORD.findall(text)}) for lang in ("da", "sv")}
    command = [str(NODE) if NODE.exists() else "node", str(HERE / "spell.mjs")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_every_word_is_spelt_right(unknown: dict[str, list[str]], lang: str) -> None:
    own = {line.strip() for line in (HERE / f"{lang}.txt").read_text(encoding="utf-8").splitlines()}

    assert [word for word in unknown[lang] if word not in own and word.lower() not in own] == []
