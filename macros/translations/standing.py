"""How the tools, the lists and the pages stand in a language, part by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import BaseModel

from macros.catalogue import file_of
from macros.model import Tool
from macros.pages import Page
from macros.translations import origins, units
from macros.translations.records import TERMS, VOCABULARY
from macros.translations.states import MOVED, Part, State, parts_of
from macros.translations.units import Unit

if TYPE_CHECKING:
    from macros.content import Content


@dataclass(frozen=True)
class Translation:
    """A tool's texts or a page in one language, part by part.

    `name` is the tool's id or the word that pairs the page; `file` is where it is written, empty where a page is
    missing; `record` is the name of what is noted about it.
    """

    name: str
    file: str
    lang: str
    origin: str
    parts: tuple[Part, ...]
    record: str
    page: Page | None = None
    tool: str | None = None
    diverged: str = ""

    @cached_property
    def states(self) -> Mapping[State, int]:
        """How many parts stand in which way."""
        return Counter(part.state for part in self.parts)

    @property
    def moved(self) -> tuple[Part, ...]:
        """The parts whose source has changed since they were translated."""
        return tuple(part for part in self.parts if part.state in MOVED)

    @cached_property
    def words(self) -> int:
        """How many words are to be translated, or read through again."""
        return sum(part.words for part in self.parts)


def translations(content: Content, lang: str, originals: bool = True) -> Iterator[Translation]:
    """Yield all tools, lists and pages in a language, or only the translated ones, each by their ids or files."""
    for id, tool in sorted(content.tools.items()):
        if originals or origins.of_tool(content, tool, lang) != lang:
            yield of_tool(content, id, tool, lang)
    if originals or origins.first(content) != lang:
        yield from of_lists(content, lang)
    for group in origins.groups(content).values():
        if originals or origins.of_pages(content, group) != lang:
            yield of_page(content, group, lang)


def of_tool(content: Content, id: str, tool: Tool, lang: str) -> Translation:
    """Return how a tool's texts stand in a language; looked up once."""
    if (id, lang) not in content.standing:
        content.standing[id, lang] = _of_tool(content, id, tool, lang)
    return content.standing[id, lang]


def _of_tool(content: Content, id: str, tool: Tool, lang: str) -> Translation:
    origin, record = origins.of_tool(content, tool, lang), f"{id}.{lang}"
    reason = content.records.diverged(record)
    renamed: dict[str, list[str]] = {}
    for old, new in tool.aliases.items():
        renamed.setdefault(new, []).append(old)
    if id not in content.units:
        content.units[id] = tuple(units.of_tool(tool))
    found = _of_ours(content.units[id], content.unchanged.get(id), origin)
    parts = parts_of(found, lang, origin, content.records.parts(record), reason, renamed)
    return Translation(id, file_of(id), lang, origin, parts, record, tool=id, diverged=reason)


def of_lists(content: Content, lang: str) -> Iterator[Translation]:
    """Yield how the glossary and the lists that all tools share stand in a language."""
    origin = origins.first(content)
    found = {TERMS: units.of_terms(content.terms), VOCABULARY: units.of_vocabulary(content.vocabulary)}
    for name, parts in found.items():
        ours, record = _of_ours(parts, content.unchanged.get(name), origin), f"{name}.{lang}"
        stand = parts_of(ours, lang, origin, content.records.parts(record), "", {})
        yield Translation(name, f"tools/{name}.yml", lang, origin, stand, record)


def of_page(content: Content, group: Mapping[str, Page], lang: str) -> Translation:
    """Return how a page stands in a language, given it and its sisters by language; looked up once."""
    key = (" ".join(sorted(page.file for page in group.values())), lang)
    if key not in content.standing:
        content.standing[key] = _of_page(content, group, lang)
    return content.standing[key]


def _of_page(content: Content, group: Mapping[str, Page], lang: str) -> Translation:
    origin, page = origins.of_pages(content, group), group.get(lang)
    front, record = (page or group[origin]).front, page.file if page else ""
    notes, reason = content.records.parts(record), content.records.diverged(record)
    if page:
        notes, reason = (*notes, origins.noted_in(page, origin)), reason or page.front.diverged or ""
    found = [unit for unit in units.of_page(_sources(group, lang, origin)) if unit.langs & {origin, lang}]
    name = front.tool or front.pair or f"({front.kind})"
    parts = parts_of(found, lang, origin, notes, reason, {}, content.records.of_gone(lang))
    return Translation(name, record, lang, origin, parts, record, page, front.tool, reason)


def _sources(group: Mapping[str, Page], lang: str, origin: str) -> dict[str, Page]:
    """A page and its sisters, the first one first; what a municipality says instead of ours is nobody's source."""
    sisters = {code: page if code == lang else page.shared or page for code, page in group.items()}
    return {origin: sisters[origin], **sisters}


def _of_ours(found: Iterable[Unit], shared: BaseModel | None, origin: str) -> Iterator[Unit]:
    """The parts with what the shared file says as their source: what a municipality says instead is nobody's source."""
    ours = {unit.id: unit.said.get(origin) for unit in units.of(shared)} if shared else {}
    for unit in found:
        said = ours.get(unit.id)
        yield unit._replace(said={**unit.said, origin: said}) if said else unit
