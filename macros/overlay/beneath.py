"""What has moved beneath a municipality's changes, gathered over all its files and told."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from macros import overrides, settings, survey
from macros.overlay import elsewhere, history, patches, sections
from macros.overlay.finding import Finding
from macros.overlay.patches import patched
from macros.own import is_own
from macros.problem import ContentError, Problem
from macros.source import Mark
from macros.yaml_reader import read
from macros.yaml_text import yaml_of


@dataclass(frozen=True)
class Moved:
    """A change, how it stands, and what the shared content said when it was written (None where nobody can tell)."""

    finding: Finding
    base: Any = None


def findings(root: Path, ref: str | None = None) -> list[Finding]:
    """Return how all changes stand: towards what is there, or towards another version in git.

    Args:
        root: the project's folder.
        ref: a branch or a tag, as in `upstream/main` or `v1.2.0`.

    Raises:
        ContentError: a file cannot be read.
        OSError: git cannot give the version.
    """
    if ref:
        with elsewhere.at(root, ref) as folder:
            return findings(folder)
    found: list[Finding] = []
    changes, problems = patches.load(root, shared_ids(root))
    if errors := [problem for problem in problems if problem.level == "error"]:
        raise ContentError(errors)
    for id, (source, patch) in changes.items():
        path = f"tools/{id}.yml"
        found += patched(read(root / path, path), source, patch).findings
    found += (_orphan(problem) for problem in problems)
    return [*found, *sections.findings(root, settings.load(root))]


def faulty(root: Path, today: datetime.date, ref: str | None = None) -> list[Finding]:
    """Return what stops the build in `local/`, as `findings` does: texts may name what is there no more.

    Raises:
        OSError: git cannot give the version.
    """
    if ref:
        with elsewhere.at(root, ref) as folder:
            return faulty(folder, today)
    _, problems = survey.survey(root, today)
    own = [one for one in problems if one.level == "error" and is_own(one.file)]
    # Templates are not read from other versions.
    return [_faulty(one) for one in own if not one.file.startswith(f"{overrides.LOCAL}/")]


def shared_ids(root: Path) -> list[str]:
    """Return the ids of the shared tools, and what their words are called by."""
    names = [path.stem for path in sorted((root / "tools").glob("*.yml"))]
    return [name for name in names if not name.startswith("_") or name == "_vocabulary"]


def moved(root: Path, found: Sequence[Finding]) -> list[Moved]:
    """Return the findings, those that have drifted with what the shared content said before."""
    return [Moved(one, history.base(root, one) if one.state == "drifted" and one.base else None) for one in found]


def text(found: Sequence[Moved]) -> str:
    """All that does not stand well, one after the other, with what was there, what is there, and what is put there."""
    told = [told for one in found if (told := _told(one))]
    return "\n\n".join([*told, counted(found)])


def markdown(found: Sequence[Moved]) -> str:
    """The same as a text for an issue at the forge."""
    lines = []
    for one in found:
        if problem := one.finding.problem:
            lines += [f"### {one.finding.path}: `{one.finding.target}` ({one.finding.state})", "", problem.fault + "."]
            lines += [f"`{problem.file}`, line {problem.line}. {problem.remedy}", ""]
            lines += [f"**{name}**\n\n{_fenced(part)}\n" for name, part in _three(one)]
    return "\n".join([*lines, counted(found)])


def _fenced(text: str) -> str:
    """A text as code, behind a fence that is longer than any in it."""
    fence = "`" * max(3, *(len(one) + 1 for one in re.findall("`+", text)), 3)
    return f"{fence}yaml\n{text}\n{fence}"


def as_json(found: Sequence[Moved]) -> str:
    """A list of objects."""
    return json.dumps([{**asdict(one.finding), "was": one.base} for one in found], ensure_ascii=False, indent=2)


def counted(found: Sequence[Moved]) -> str:
    """How many stand in which way, as a sentence."""
    if not found:
        return "Nothing is changed in the shared content."
    states = [one.finding.state for one in found]
    said = [f"{states.count(state)} {state}" for state in dict.fromkeys(sorted(states))]
    return f"{', '.join(said)}."


FORMATS = {"text": text, "md": markdown, "json": as_json}


def _told(one: Moved) -> str | None:
    if not (problem := one.finding.problem):
        return None
    parts = [f"    {name}:\n" + "\n".join(f"        {line}" for line in part.split("\n")) for name, part in _three(one)]
    return "\n".join([str(problem), *parts])


def _three(one: Moved) -> Iterator[tuple[str, str]]:
    """What was there, what is there, and what is put there."""
    if one.finding.state == "drifted" and one.base is not None:
        yield "it said", _plain(one.base)
    if one.finding.beneath is not None:
        yield "it says now", _plain(one.finding.beneath)
    if one.finding.own is not None:
        yield "yours says", _plain(one.finding.own)


def _plain(value: Any) -> str:
    return yaml_of(value).rstrip() if isinstance(value, (dict, list)) else str(value)


def _faulty(problem: Problem) -> Finding:
    mark = Mark(problem.file, problem.line, problem.column)
    return Finding(mark, problem.file, ".", "", "faulty", problem.fault, remedy=problem.remedy)


def _orphan(problem: Problem) -> Finding:
    """What changes a tool that is not there any more."""
    return Finding(Mark(problem.file, problem.line, problem.column), problem.file, ".", "", "broken", problem.fault)
