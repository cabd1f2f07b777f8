"""All tools of the site, as far as they can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from macros import references, terms
from macros.model import Tool
from macros.overlay import patches
from macros.overlay.finding import Finding
from macros.overlay.ops import Patch
from macros.overlay.retired import without
from macros.own import PREFIX
from macros.problem import ContentError, Problem
from macros.shape import fit, parts
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


def load(root: Path) -> Catalogue:
    """Read the tools below `root`, the municipality's own and its changes too."""
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
    return found


def _is_named(path: Path, file: str, found: Catalogue) -> bool:
    if SLUG.fullmatch(path.stem) and path.suffix == ".yml" and file == file_of(path.stem):
        return True
    remedy = f"Name it as in `{FOLDER}/steering-group.yml`: a–z, 0–9, and hyphens between, at most 60."
    found.problems.append(Problem(file, 1, 1, f"`{file.removeprefix(FOLDER + '/')}` is not a name for a tool", remedy))
    return False


def file_of(id: str) -> str:
    """Return the file of a tool, shared or a municipality's own."""
    return f"{patches.FOLDER if id.startswith(PREFIX) else FOLDER}/{id}.yml"


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
