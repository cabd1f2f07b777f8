"""What is wrong with tools that could be read, each by itself and with the others."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping

from macros import kinds, references, wording
from macros.catalogue import Catalogue, Parts
from macros.model import Assessment, Checklist, People, Table, Tool, Worksheet
from macros.problem import Problem, nearest
from macros.site_model import Site
from macros.source import Loc, Source


def problems(found: Catalogue, site: Site | None, today: datetime.date) -> Iterator[Problem]:
    """Yield what is wrong in tools and in the lists that they share; `site` is None where it could not be read."""
    known = _known(found, site)
    for id, source in found.sources.items():
        yield from _vocabulary(source, found) if id == "_vocabulary" else _tool(id, source, found, known, today)
        yield from _wordings(id, source, found, site)


def _known(found: Catalogue, site: Site | None) -> Mapping[str, Collection[str]]:
    """What ids can name, by noun; a noun whose list could not be read is left out."""
    known: dict[str, Collection[str]] = {"tool": found.ids}
    if found.vocabulary:
        known["phase"] = [phase.id for phase in found.vocabulary.phases]
        known["role"] = [role.id for role in found.vocabulary.roles]
        known["theme"] = [theme.id for theme in found.vocabulary.themes]
        known["obstacle"] = [obstacle.id for obstacle in found.vocabulary.obstacles]
    if site:
        known |= {"contact": site.contacts, "language of this site": site.languages}
    return known


def _tool(
    id: str, source: Source, found: Catalogue, known: Mapping[str, Collection[str]], today: datetime.date
) -> Iterator[Problem]:
    yield from references.problems(source, id, known, {loc for loc, _ in found.parts[id]})
    for loc, part in _spread(found.parts[id]):
        if isinstance(part, People) and part.min > part.max:
            yield source.problem((*loc, "max"), f"`max` is {part.max}, less than `min`", "Swap the two numbers.")
        elif loc == ("reviewed",) and isinstance(part, datetime.date) and part > today:
            yield source.problem(loc, f"`reviewed` is {part}, which is yet to come", "Write today's date.")
        elif isinstance(part, (Checklist, Assessment, Worksheet, Table)):
            yield from kinds.problems(source, part, loc)
        elif isinstance(part, Tool) and not part.obstacles and known.get("obstacle"):
            fault, remedy = "the tool names nothing that stands in the way", "List one to three under `obstacles`."
            yield Problem(*source.place(loc), fault, remedy, "hint")


def _spread(parts: Parts) -> Iterator[tuple[Loc, object]]:
    """Yield the parts, and what lies right under a whole tool or a whole list of checklists."""
    for loc, part in parts:
        yield loc, part
        if isinstance(part, Tool):
            yield from _spread(tuple(((name,), getattr(part, name)) for name in Tool.model_fields))
        elif loc == ("checklists",) and isinstance(part, tuple):
            yield from _spread(tuple(((*loc, n), one) for n, one in enumerate(part)))


def _vocabulary(source: Source, found: Catalogue) -> Iterator[Problem]:
    texts = source.texts
    for name in ("phases", "roles", "themes", "obstacles", "answers"):
        ids = ((loc, text) for loc, text in texts if loc[:1] == (name,) and len(loc) == 3 and loc[2] == "id")
        yield from references.repeated(source, ids)
    for loc, id in texts:
        if loc[:1] == ("retired",) and id in found.ids:
            yield source.problem(loc, f"`{id}` is still a tool", "Take the line away, or the tool.")
    orders = [(loc, text) for loc, text in texts if loc[:1] == ("phases",) and loc[2:3] == ("order",)]
    for n, (loc, id) in enumerate(orders):
        phase = source.data["phases"][loc[1]].get("id")
        if (loc[:-1], id) in [(other[:-1], again) for other, again in orders[:n]]:
            yield source.problem(loc, f"`{id}` stands twice in `order`", "Keep one of them.")
        yield from _in_phase(source, loc, id, phase, found)


def _in_phase(source: Source, loc: Loc, id: str, phase: object, found: Catalogue) -> Iterator[Problem]:
    if id not in found.ids:
        yield source.problem(loc, f"no tool is called `{id}`", nearest(id, found.ids))
        return
    own = found.tools[id].phase if id in found.tools else phase
    if own != phase and found.vocabulary and own in [known.id for known in found.vocabulary.phases]:
        fault = f"`{id}` is not in the phase `{phase}`, but in `{own}`"
        yield source.problem(loc, fault, "Take it away here, or change the tool's `phase`.")


def _wordings(id: str, source: Source, found: Catalogue, site: Site | None) -> Iterator[Problem]:
    yield from wording.unfit(source)
    for loc, part in found.parts[id]:
        if site:
            yield from wording.problems(source, part, site.languages, site.whole, loc)
