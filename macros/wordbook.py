"""Where the words of the interface are written: `words.yml`, covered key by key by `local/words.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pydantic import RootModel

from macros.covering import with_local
from macros.fields import Text
from macros.problem import ContentError, Problem, listed, meant
from macros.shape import fit
from macros.source import Source
from macros.yaml_reader import read

HERE = Path(__file__).with_name("words.yml")
SHARED, LOCAL = "macros/words.yml", "local/words.yml"
# What our own words are written in, whatever languages a site has; the first of them is written always.
OURS = ("da", "sv")
FALLBACK = OURS[0]


class Entries(RootModel[Mapping[str, Text]]):
    """Wordings by key. A key that ends in `_one` or `_other` is a plural form, by CLDR's names."""


def source(root: Path) -> Source:
    """Read the words, the municipality's own laid over them.

    Raises:
        ContentError: with the problems of both files.
    """
    return with_local(root, partial(read, HERE, SHARED), LOCAL)


def load(found: Source) -> Mapping[str, Text]:
    """Return the wordings by key.

    Raises:
        ContentError: one of them is not a wording, a key is missing, or a value's name is unknown.
    """
    entries = fit(found, Entries).root
    shared = fit(read(HERE, SHARED), Entries).root if LOCAL in found.files else entries
    if problems := list(_problems(found, entries, shared)):
        raise ContentError(problems)
    return entries


def _problems(found: Source, entries: Mapping[str, Text], shared: Mapping[str, Text]) -> Iterator[Problem]:
    """Hold the words against the shared ones, which the templates were written for."""
    for key in shared:
        if key not in entries:
            yield found.problem((key,), f"`{key}` has no words", "Write them, or take the line away.")
    for key, text in entries.items():
        plural = key.rpartition("_")[0]
        if key not in shared and f"{plural}_other" not in shared:
            continue
        known = _values(shared.get(key) or shared[f"{plural}_other"])
        for lang in text.root:
            for name in sorted(_values(text, lang) - known) + _stray(text.in_(lang)):
                remedy = (
                    f"Here can stand {listed(f'{{{one}}}' for one in sorted(known))}." if known else "Take it away."
                )
                yield found.problem((key, lang), f"`{{{name}}}` stands for nothing here", remedy)


def unread(found: Source) -> Iterator[Problem]:
    """Yield a hint for each key of a municipality's that nothing reads: a merge may have taken what read it."""
    if LOCAL not in found.files or not isinstance(found.data, dict):
        return
    shared = read(HERE, SHARED).data
    for key in found.data:
        if key not in shared and f"{key.rpartition('_')[0]}_other" not in shared:
            remedy = meant(key, shared) or "Take the line away."
            yield found.problem((key,), f"`{key}` is not a key of the interface", remedy, "hint")


def _values(text: Text, lang: str = FALLBACK) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", text.in_(lang)))


def _stray(text: str) -> list[str]:
    """Braces without their sister."""
    return re.findall(r"[{}]", re.sub(r"\{[^{}]*\}", "", text))
