"""What `kit check` would say of a change, tried on a copy of the project: nothing wrong is ever in its place."""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros import survey
from macros.overlay import lost
from macros.problem import Problem

# What no content is read from.
LEFT_OUT = (".git", ".venv", ".cache", "node_modules", "site", "__pycache__", "tests")


def faults(root: Path, changes: Mapping[str, str], today: datetime.date) -> list[Problem]:
    """Return the errors that there would be with the changed files, and that are not there without them."""
    cache = root / ".cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="trial-", dir=cache) as name:
        copy = Path(name) / "project"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*LEFT_OUT), copy_function=_link, symlinks=True)
        for file, text in changes.items():
            path = copy / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        found = _errors(copy, today, root, changes)
    if not found:
        return []
    # Lines move with a change, so a fault is known by what it says.
    before = {(problem.file, problem.fault) for problem in _errors(root, today, root, ())}
    return [problem for problem in found if (problem.file, problem.fault) not in before]


def _errors(root: Path, today: datetime.date, history: Path, changed: Mapping[str, str] | tuple[()]) -> list[Problem]:
    _, problems = survey.survey(root, today)
    problems = [*problems, *lost.problems(root, history, changed)]
    return sorted(problem for problem in problems if problem.level == "error")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
