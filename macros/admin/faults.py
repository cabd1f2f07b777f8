"""Where the faults of what the form sent lie in the form: by the steps to a field, and not by the lines of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros import front
from macros.problem import ContentError, Problem
from macros.source import Loc, Mark
from macros.yaml_reader import scan

# A page's text is one field, which has lines of its own.
BODY: Loc = ("body",)


def told(file: str, text: str, problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Return each problem as the form needs it.

    Args:
        file, text: what was sent, with the YAML in canonical form.
        problems: what is wrong, there or in other files.

    Returns:
        `file`, `fault` and `remedy` of each; `loc` with the steps to its field, or the `line` of another file; of what
        lies in a page's text both, and the line is counted there.
    """
    return list(_told(file, text, problems))


def _told(file: str, text: str, problems: Iterable[Problem]) -> Iterator[dict[str, object]]:
    head, body, first = _split(file, text)
    marks = _marks(file, head, 2 if body else 1)
    for problem in problems:
        said = {"file": problem.file, "fault": problem.fault, "remedy": problem.remedy}
        if problem.file != file:
            yield said | {"line": problem.line}
        elif body and problem.line >= first:
            yield said | {"loc": BODY, "line": problem.line - first + 1}
        else:
            yield said | {"loc": _loc(marks, problem)}


def _split(file: str, text: str) -> tuple[str, str, int]:
    """Return the YAML and the page's text that were sent, and the line on which the latter begins."""
    try:
        return front.split(text, file) if file.endswith(".md") else (text, "", 0)
    except ContentError:
        return "", text, 1


def _marks(file: str, yaml: str, line: int) -> Mapping[Loc, Mark]:
    try:
        return scan(yaml, file, line).marks
    except ContentError:
        return {}


def _loc(marks: Mapping[Loc, Mark], problem: Problem) -> Loc:
    """Return the last place that begins before a problem, or with it; of several that begin there, the outermost."""
    place = (problem.line, problem.column)
    before = [loc for loc, mark in marks.items() if (mark.line, mark.column) <= place]
    return max(before, key=lambda loc: (marks[loc].line, marks[loc].column, -len(loc)), default=())
