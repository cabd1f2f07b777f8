"""All tools of the site, and whether they fit together."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros import kinds, wording
from macros.model import Tool, Vocabulary
from macros.problem import ContentError, Problem, nearest
from macros.settings import Site
from macros.shape import fit
from macros.source import Loc, Source, read

FOLDER = "tools"
VOCABULARY = "tools/_vocabulary.yml"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass
class Catalogue:
    """The tools that could be read, by id in the order of their names, and what is wrong with them.

    `ids` also holds the tools that could not be read, so that a page is not told that its tool does not exist.
    """

    vocabulary: Vocabulary | None = None
    tools: dict[str, Tool] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)


def load(root: Path, site: Site | None, today: datetime.date) -> Catalogue:
    """Read `tools/` below `root`, and check every tool by itself and beside the others."""
    found = Catalogue()
    paths = [path for path in sorted((root / FOLDER).glob("*.y*ml")) if not path.name.startswith("_")]
    found.ids = tuple(path.stem for path in paths)
    _read_vocabulary(root, found)
    for path in paths:
        _read_tool(path, f"{FOLDER}/{path.name}", found)
    for id, tool in found.tools.items():
        found.problems += _cross_check(id, tool, found, site, today)
    found.problems += _orders(found)
    _check_wordings(found, site)
    return found


def _read_vocabulary(root: Path, found: Catalogue) -> None:
    try:
        source = read(root / VOCABULARY, VOCABULARY)
        found.sources["_vocabulary"] = source
        found.vocabulary = fit(source, Vocabulary)
    except ContentError as error:
        found.problems += error.problems
        return
    for name in ("phases", "roles", "themes", "answers"):
        entries = getattr(found.vocabulary, name)
        found.problems += _repeated(source, [((name, n, "id"), entry.id) for n, entry in enumerate(entries)])


def _read_tool(path: Path, file: str, found: Catalogue) -> None:
    if not SLUG.fullmatch(path.stem) or path.suffix != ".yml":
        remedy = "Name it as in `steering-group.yml`: a–z, 0–9, and hyphens between."
        found.problems.append(Problem(file, 1, 1, f"`{path.name}` is not a name for a tool", remedy))
    try:
        source = read(path, file)
        found.sources[path.stem] = source
        found.tools[path.stem] = fit(source, Tool)
    except ContentError as error:
        found.problems += error.problems


def _orders(found: Catalogue) -> Iterator[Problem]:
    for p, phase in enumerate(found.vocabulary.phases if found.vocabulary else ()):
        for n, id in enumerate(phase.order):
            place = ("phases", p, "order", n)
            if id not in found.ids:
                yield found.sources["_vocabulary"].problem(place, f"no tool is called `{id}`", nearest(id, found.ids))
            elif id in found.tools and found.tools[id].phase != phase.id:
                fault = f"`{id}` is not in the phase `{phase.id}`, but in `{found.tools[id].phase}`"
                yield found.sources["_vocabulary"].problem(place, fault, "Take it away here, or change the tool's `phase`.")


def _check_wordings(found: Catalogue, site: Site | None) -> None:
    for id, source in found.sources.items():
        found.problems += wording.unfit(source)
        value = found.vocabulary if id == "_vocabulary" else found.tools.get(id)
        if site and value:
            found.problems += wording.problems(source, value, site.languages, site.built)


def _cross_check(id: str, tool: Tool, found: Catalogue, site: Site | None, today: datetime.date) -> Iterator[Problem]:
    source = found.sources[id]
    yield from _unknown_ids(source, tool, found, site)
    yield from _repeated(source, list(_ids(tool)))
    for n, other in enumerate(tool.related):
        if other == id:
            yield source.problem(("related", n), f"`{id}` is related to itself", "Take the line away.")
    yield from _twice(source, "related", tool.related)
    yield from _twice(source, "roles", tool.roles)
    if tool.people and tool.people.min > tool.people.max:
        yield source.problem(("people", "max"), f"`max` is {tool.people.max}, less than `min`", "Swap the two numbers.")
    if tool.reviewed > today:
        yield source.problem(("reviewed",), f"`reviewed` is {tool.reviewed}, which is yet to come", "Write today's date.")
    for n, checklist in enumerate(tool.checklists):
        yield from kinds.problems(source, checklist, ("checklists", n))


def _unknown_ids(source: Source, tool: Tool, found: Catalogue, site: Site | None) -> Iterator[Problem]:
    def unknown(loc: Loc, id: str, noun: str, known: Iterable[str]) -> Iterator[Problem]:
        if id not in (names := list(known)):
            yield source.problem(loc, f"no {noun} is called `{id}`", nearest(id, names))

    if found.vocabulary:
        yield from unknown(("phase",), tool.phase, "phase", [phase.id for phase in found.vocabulary.phases])
        for n, role in enumerate(tool.roles):
            yield from unknown(("roles", n), role, "role", [role.id for role in found.vocabulary.roles])
        for n, theme in enumerate(tool.themes):
            yield from unknown(("themes", n), theme, "theme", [theme.id for theme in found.vocabulary.themes])
    if site:
        yield from unknown(("contact",), tool.contact, "contact", site.contacts)
        yield from unknown(("origin",), tool.origin, "language of this site", site.languages)
    for loc, id in _tool_ids(tool):
        yield from unknown(loc, id, "tool", found.ids)


def _tool_ids(tool: Tool) -> Iterator[tuple[Loc, str]]:
    for n, id in enumerate(tool.related):
        yield ("related", n), id
    for c, checklist in enumerate(tool.checklists):
        if checklist.kind in ("checklist", "assessment"):
            for i, item in enumerate(checklist.items):
                for h, id in enumerate(item.helps):
                    yield ("checklists", c, "items", i, "helps", h), id


def _ids(tool: Tool) -> Iterator[tuple[Loc, str]]:
    """Every id that answers, patches and translations hang on."""
    for c, checklist in enumerate(tool.checklists):
        yield ("checklists", c, "id"), checklist.id
        for name in ("dimensions", "items", "columns", "examples"):
            for n, part in enumerate(getattr(checklist, name, ())):
                yield ("checklists", c, name, n, "id"), part.id


def _repeated(source: Source, ids: list[tuple[Loc, str]]) -> Iterator[Problem]:
    first: dict[str, Loc] = {}
    for loc, id in ids:
        if id in first:
            line = source.place(first[id]).line
            yield source.problem(loc, f"the id `{id}` is taken: it stands on line {line} too", "Choose another.")
        first.setdefault(id, loc)


def _twice(source: Source, key: str, values: Collection[str]) -> Iterator[Problem]:
    counts: Mapping[str, int] = Counter(values)
    seen: set[str] = set()
    for n, value in enumerate(values):
        if counts[value] > 1 and value in seen:
            yield source.problem((key, n), f"`{value}` stands twice in `{key}`", "Keep one of them.")
        seen.add(value)
