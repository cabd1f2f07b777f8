"""All tools of the site, and whether they fit together."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros import kinds, references, terms, wording
from macros.model import Assessment, Checklist, People, Table, Tool, Worksheet
from macros.overlay import patches
from macros.overlay.finding import Finding
from macros.overlay.ops import Patch
from macros.overlay.retired import without
from macros.problem import ContentError, Problem, nearest
from macros.shape import fit, parts
from macros.site_model import Site
from macros.source import Loc, Mark, Source
from macros.translations import records
from macros.vocabulary import Vocabulary
from macros.yaml_reader import read

FOLDER = "tools"
VOCABULARY = "tools/_vocabulary.yml"
SLUG = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
# Files that somebody meant to be a tool, whatever the ending has become; hidden files are an editor's own.
LIKE_A_TOOL = re.compile(r"[^.].*\.ya?ml(\.txt)?", re.IGNORECASE)
M = TypeVar("M", bound=BaseModel)
# The largest parts of a file that are right, with their places: one, when all of it is right.
Parts = tuple[tuple[Loc, object], ...]


@dataclass
class Catalogue:
    """The tools that could be read, by id in the order of their names, and what is wrong with them.

    `ids` also holds the tools that could not be read, or whose file has another ending or capitals, so that a page is
    not told that its tool does not exist.
    """

    vocabulary: Vocabulary | None = None
    tools: dict[str, Tool] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    parts: dict[str, Parts] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unchanged: dict[str, BaseModel] = field(default_factory=dict)


def load(root: Path, site: Site | None, today: datetime.date) -> Catalogue:
    """Read the tools below `root`, the municipality's own and its changes too, and check them, each and together."""
    found = Catalogue()
    paths = [path for path in sorted((root / FOLDER).rglob("*")) if LIKE_A_TOOL.fullmatch(path.name)]
    paths = [path for path in paths if path.parent != root / records.SHARED]
    paths = [path for path in paths if path not in (root / VOCABULARY, root / terms.SHARED)]
    paths += patches.own(root)
    meant = (path.name.partition(".")[0].lower() for path in paths)
    found.ids = tuple(dict.fromkeys(id for id in meant if SLUG.fullmatch(id)))
    changes, found.problems = patches.load(root, (*found.ids, "_vocabulary"))
    words = changes.get("_vocabulary")
    found.vocabulary = _read(root / VOCABULARY, VOCABULARY, "_vocabulary", Vocabulary, found, words)
    for path in paths:
        file = path.relative_to(root).as_posix()
        if _is_named(path, file, found):
            tool = _read(path, file, path.stem, Tool, found, changes.get(path.stem))
            found.tools |= {path.stem: tool} if tool else {}
    known = _known(found, site)
    for id, source in found.sources.items():
        checks = _vocabulary(source, found) if id == "_vocabulary" else _tool(id, source, found, known, today)
        found.problems += [*checks, *_wordings(id, source, found, site)]
    return found


def _is_named(path: Path, file: str, found: Catalogue) -> bool:
    if SLUG.fullmatch(path.stem) and path.suffix == ".yml" and file == file_of(path.stem):
        return True
    remedy = f"Name it as in `{FOLDER}/steering-group.yml`: a–z, 0–9, and hyphens between, at most 60."
    found.problems.append(Problem(file, 1, 1, f"`{file.removeprefix(FOLDER + '/')}` is not a name for a tool", remedy))
    return False


def file_of(id: str) -> str:
    """Return the file of a tool, shared or a municipality's own."""
    return f"{patches.FOLDER if id.startswith(patches.OWN) else FOLDER}/{id}.yml"


def _read(
    path: Path, file: str, id: str, model: type[M], found: Catalogue, changes: tuple[Source, Patch] | None = None
) -> M | None:
    """Read one file into the catalogue, as far as it is right; return the whole when all of it is."""
    try:
        source = read(path, file)
    except ContentError as error:
        found.problems += error.problems
        return None
    if changes:
        made = patches.patched(source, *changes)
        with suppress(ContentError):
            found.unchanged[id] = fit(source, model)
        source = made.source
        found.findings += made.findings
        found.problems += [finding.problem for finding in made.findings if finding.problem]
    if found.vocabulary:
        source, hints = without(source, found.vocabulary.retired)
        found.problems += hints
    found.sources[id] = source
    try:
        whole = fit(source, model)
    except ContentError as error:
        found.problems += _untold(source, error.problems)
        found.parts[id] = tuple(parts(source, model))
        return None
    found.parts[id] = (((), whole),)
    return whole


def _untold(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what does not fit, but for ids of what there is elsewhere: of these it is told which there are."""
    named = {source.place(loc) for loc in references.named(source)}
    for problem in problems:
        if problem in source.problems or Mark(problem.file, problem.line, problem.column) not in named:
            yield problem


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
