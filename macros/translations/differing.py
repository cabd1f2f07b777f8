"""What a part said when it was translated: found in git's history by its digest."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path

from macros import pages
from macros.digest import digest
from macros.model import Tool
from macros.overlay import history
from macros.problem import ContentError
from macros.shape import fit
from macros.source import scan
from macros.terms import Terms
from macros.translations import units
from macros.translations.moved import Places
from macros.translations.records import TERMS
from macros.translations.standing import Part, Translation
from macros.translations.units import Said
from macros.vocabulary import Vocabulary


def told(root: Path, one: Translation, parts: Collection[Part], source: str) -> Iterator[str]:
    """Yield what has changed in each part: the text that it was made from, that of today, and the translation.

    Args:
        root: the project's folder.
        one: the translation.
        parts: those to show.
        source: the file of the language that it was made from.
    """
    before, places = _before(root, one, parts, source), Places(root, one)
    for part in parts:
        mark, unit = places.of(part), part.unit
        now, own = lines(unit.said.get(one.origin, "")), lines(unit.said.get(one.lang, ""))
        yield f"{mark.file}:{mark.line}:{mark.column}: `{unit.id}` ({part.state})"
        if unit.id in before:
            yield from _indented(f"{one.origin}, what has changed", _changes(lines(before[unit.id]), now))
        else:
            yield from _indented(f"{one.origin}", now)
        if own:
            yield from _indented(f"{one.lang}", own)


def read(one: Translation, file: str, text: str) -> dict[str, Said]:
    """Return what a version of a source says, part by part; nothing where it cannot be read any more."""
    try:
        if one.page:
            page, _ = pages.made(text, one.origin, file, file)
            found = units.of_page({one.origin: page})
        elif one.tool:
            found = units.of_tool(fit(scan(text, file), Tool))
        elif one.name == TERMS:
            found = units.of_terms(fit(scan(text, file), Terms).root)
        else:
            found = units.of_vocabulary(fit(scan(text, file), Vocabulary))
        return {unit.id: unit.said[one.origin] for unit in found if one.origin in unit.said}
    except ContentError:
        return {}


def lines(said: Said) -> list[str]:
    """Return a text, or a list of them, line by line."""
    return (said if isinstance(said, str) else "\n".join(said)).strip().split("\n") if said else []


def _before(root: Path, one: Translation, parts: Collection[Part], source: str) -> dict[str, Said]:
    """What each part said when it was translated, as far as history tells."""
    wanted = {part.unit.id: part.seen.source for part in parts if part.seen}
    found: dict[str, Said] = {}
    for text in history.versions(root, source):
        if len(found) == len(wanted):
            break
        for id, said in read(one, source, text).items():
            if wanted.get(id) == digest(said):
                found.setdefault(id, said)
    return found


def _changes(before: list[str], now: list[str]) -> list[str]:
    return [line for line in difflib.ndiff(before, now) if not line.startswith("?")]


def _indented(name: str, lines: list[str]) -> Iterator[str]:
    yield f"    {name}:"
    yield from (f"        {line}".rstrip() for line in lines)
