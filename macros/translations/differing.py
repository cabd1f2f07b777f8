"""What a part said when it was translated: found in git's history by its digest."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path

from pydantic import BaseModel

from macros import page_reader
from macros.content import Content
from macros.digest import digest
from macros.model import Tool
from macros.overlay import history
from macros.problem import ContentError
from macros.shape import fit
from macros.terms import Terms
from macros.translations import units
from macros.translations.moved import place
from macros.translations.records import TERMS, VOCABULARY
from macros.translations.standing import Translation
from macros.translations.states import MOVED, Part
from macros.translations.units import Unit
from macros.vocabulary import Vocabulary
from macros.yaml_reader import scan


def told(content: Content, one: Translation, parts: Collection[Part], source: str) -> Iterator[str]:
    """Yield what has changed in each part: the text that it was made from, that of today, and the translation.

    Args:
        content: the site's content.
        one: the translation.
        parts: those to show.
        source: the file of the language that it was made from.
    """
    before = _before(content.root, one, parts, source)
    for part in parts:
        mark, unit = place(content, one, part), part.unit
        now, own = written(unit, one.origin), written(unit, one.lang)
        yield f"{mark.file}:{mark.line}:{mark.column}: `{unit.id}` ({part.state})"
        if unit.id in before:
            yield from _indented(f"{one.origin}, what has changed", _changes(before[unit.id], now))
        else:
            yield from _indented(f"{one.origin}", now)
        if part.seen and part.state in MOVED and unit.id not in before:
            yield f"    What {one.origin} said before is not in git's history here."
        if own:
            yield from _indented(f"{one.lang}", own)


def read(one: Translation, file: str, text: str) -> dict[str, Unit]:
    """Return what a version of a source says, part by part; nothing where it cannot be read any more."""
    try:
        if one.page:
            page, _ = page_reader.made(text, one.origin, file, file)
            found = units.of_page({one.origin: page})
        else:
            models: dict[str, type[BaseModel]] = {TERMS: Terms, VOCABULARY: Vocabulary}
            found = units.of(fit(scan(text, file), models.get(one.name, Tool)))
        return {unit.id: unit for unit in found if one.origin in unit.said}
    except ContentError:
        return {}


def written(unit: Unit, lang: str) -> list[str]:
    """Return a part line by line, as it is written."""
    if unit.sections is not None:
        return unit.sections[lang].written.split("\n") if lang in unit.sections else []
    said = unit.said.get(lang, "")
    return (said if isinstance(said, str) else "\n".join(said)).strip().split("\n") if said else []


def _before(root: Path, one: Translation, parts: Collection[Part], source: str) -> dict[str, list[str]]:
    """What each part said when it was translated, as far as history tells; it may have had another id then."""
    wanted = {part.unit.id: part.seen.source for part in parts if part.seen}
    found: dict[str, list[str]] = {}
    for text in history.versions(root, source):
        if len(found) == len(wanted):
            break
        said = {digest(unit.said[one.origin]): unit for unit in read(one, source, text).values()}
        for id, seen in wanted.items():
            if id not in found and seen in said:
                found[id] = written(said[seen], one.origin)
    return found


def _changes(before: list[str], now: list[str]) -> list[str]:
    return [line for line in difflib.ndiff(before, now) if not line.startswith("?")]


def _indented(name: str, lines: list[str]) -> Iterator[str]:
    yield f"    {name}:"
    yield from (f"        {line}".rstrip() for line in lines)
