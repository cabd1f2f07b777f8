"""How each part of a translation stands towards the text that it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.catalogue import file_of
from macros.digest import digest
from macros.model import Tool
from macros.pages import Page
from macros.translations import origins, units
from macros.translations.records import TERMS, VOCABULARY, Seen
from macros.translations.units import Unit

if TYPE_CHECKING:
    from macros.content import Content

# `original`: the text that the others are made from. `current`: what it was made from still stands. `stale`: that has
# changed since. `conflict`: both have. `missing`: it is not written yet, or still in the other language. `diverged`:
# it is another text on purpose. `unrecorded`: nobody has noted what it was made from.
State = Literal["original", "current", "stale", "conflict", "missing", "diverged", "unrecorded"]
MOVED: tuple[State, ...] = ("stale", "conflict")


@dataclass(frozen=True)
class Part:
    """One part in one language: how it stands, and what was noted when it last said the same as its source."""

    unit: Unit
    lang: str
    origin: str
    state: State
    seen: Seen | None = None

    @property
    def now(self) -> Seen:
        """The digests of today."""
        return Seen(*(digest(self.unit.said.get(lang, "")) for lang in (self.origin, self.lang)))

    @property
    def words(self) -> int:
        """How many words are to be translated, or read through again."""
        if self.state not in (*MOVED, "missing"):
            return 0
        said = self.unit.said.get(self.origin, "")
        return len((said if isinstance(said, str) else " ".join(said)).split())


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

    @property
    def states(self) -> Mapping[State, int]:
        """How many parts stand in which way."""
        found = [part.state for part in self.parts]
        return {state: found.count(state) for state in dict.fromkeys(found)}

    @property
    def moved(self) -> tuple[Part, ...]:
        """The parts whose source has changed since they were translated."""
        return tuple(part for part in self.parts if part.state in MOVED)

    @property
    def words(self) -> int:
        """How many words are to be translated, or read through again."""
        return sum(part.words for part in self.parts)


def translations(content: Content, lang: str, originals: bool = True) -> Iterator[Translation]:
    """Yield all tools, lists and pages in a language, or only the translated ones, each by their ids or files."""
    for id, tool in sorted(content.tools.items()):
        if originals or origins.of_tool(content, tool, lang) != lang:
            yield of_tool(content, id, tool, lang)
    for name, found in lists(content).items():
        if originals or origins.first(content) != lang:
            parts = _parts(found, lang, origins.first(content), content.records.parts(f"{name}.{lang}"), "", {})
            yield Translation(name, f"tools/{name}.yml", lang, origins.first(content), parts, f"{name}.{lang}")
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
    found = _of_ours(units.of_tool(tool), content.unchanged.get(id), origin)
    parts = _parts(found, lang, origin, content.records.parts(record), reason, renamed)
    return Translation(id, file_of(id), lang, origin, parts, record, tool=id, diverged=reason)


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
    pages = {code: group[code] for code in (origin, lang) if code in group}
    if lang != origin:
        pages[origin] = pages[origin].shared or pages[origin]
    found = units.of_page(pages)
    name = front.tool or front.pair or f"({front.kind})"
    parts = _parts(found, lang, origin, notes, reason, {}, content.records.of_gone(lang))
    return Translation(name, record, lang, origin, parts, record, page, front.tool, reason)


def _of_ours(found: Iterable[Unit], shared: BaseModel | None, origin: str) -> Iterator[Unit]:
    """The parts with what the shared file says as their source: what a municipality says instead is nobody's source."""
    ours = {unit.id: unit.said.get(origin) for unit in units.of(shared)} if shared else {}
    for unit in found:
        said = ours.get(unit.id)
        yield replace(unit, said={**unit.said, origin: said}) if said else unit


def lists(content: Content) -> dict[str, list[Unit]]:
    """Return the parts of what all tools share, by the name of its file."""
    found = {TERMS: units.of_terms(content.terms), VOCABULARY: units.of_vocabulary(content.vocabulary)}
    origin = origins.first(content)
    return {name: list(_of_ours(parts, content.unchanged.get(name), origin)) for name, parts in found.items()}


def _parts(
    found: Iterable[Unit],
    lang: str,
    origin: str,
    notes: Sequence[Mapping[str, str]],
    diverged: str,
    renamed: Mapping[str, Sequence[str]],
    gone: Sequence[Mapping[str, str]] = (),
) -> tuple[Part, ...]:
    """How each part stands; `renamed` leads from ids to those where they may be noted, `gone` is noted elsewhere."""
    parts, all_of_them = [], list(found)
    lost = {} if lang == origin else _lost(all_of_them, notes, gone)
    for unit in all_of_them:
        ids = (unit.id, *_old(unit.id, renamed)) if renamed else (unit.id,)
        seen = [Seen.of(note[id]) for note in notes for id in ids if id in note]
        if lost and (again := lost.get(digest(unit.said.get(lang, "")))):
            seen.append(again)
        state, was = _state(unit, lang, origin, bool(diverged), seen)
        parts.append(Part(unit, lang, origin, state, was))
    return tuple(parts)


def _lost(
    found: Sequence[Unit], notes: Sequence[Mapping[str, str]], gone: Sequence[Mapping[str, str]]
) -> dict[str, Seen]:
    """What is noted under ids and pages that are gone, by the digest of the translation: it may stand elsewhere now."""
    ids = {unit.id for unit in found}
    old = [Seen.of(noted) for note in notes for id, noted in note.items() if id not in ids]
    elsewhere = [Seen.of(noted) for note in gone for noted in note.values()]
    return {seen.own: seen for seen in (*elsewhere, *old) if seen.own}


def _old(id: str, renamed: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids that a part had before it was renamed."""
    owner, dot, rest = id.partition(".")
    column, slash, choice = owner.partition("/")
    columns, choices = ((one, *renamed.get(one, ())) for one in (column, choice))
    olds = [*renamed.get(owner, ()), *(f"{one}{slash}{other}" for one in columns for other in choices)]
    return [f"{old}{dot}{rest}" for old in olds if old != owner]


def _state(unit: Unit, lang: str, origin: str, diverged: bool, seen: Sequence[Seen]) -> tuple[State, Seen | None]:
    """How a part stands, and what was noted of it: of several notes the one that fits."""
    source, own = unit.said.get(origin), unit.said.get(lang)
    was = seen[0] if seen else None
    if lang == origin or source is None:
        return "original" if own else "missing", was
    if diverged:
        return "diverged", was
    if own is None or unit.is_copy(lang, origin):
        return "missing", was
    if was is None:
        return "unrecorded", None
    now = digest(source)
    if fitting := next((one for one in seen if one.source == now), None):
        return "current", fitting
    return "conflict" if was.own and was.own != digest(own) else "stale", was
