"""Problems as text for people, as annotations for a forge, or as JSON for programs."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from macros.problem import Problem

LEVELS = {"error": "error", "gap": "warning", "hint": "notice"}
TITLES = {"error": "Put this right", "gap": "A language lacks this", "hint": "Advice"}
SEVERITIES = {"error": "major", "gap": "minor", "hint": "info"}


def text(problems: Sequence[Problem]) -> str:
    """One problem after the other, and a line that counts them."""
    errors = [str(problem) for problem in problems if problem.level == "error"]
    others = [f"{problem} ({problem.level})" for problem in problems if problem.level != "error"]
    return "\n".join([*errors, *others, counted(problems)])


def counted(problems: Sequence[Problem]) -> str:
    """How many there are of each, as a sentence."""
    counts = Counter[str](problem.level for problem in problems)
    said = [_many(counts[level], level) for level in LEVELS if counts[level]]
    return f"{', '.join(said)}." if said else "Everything is right."


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows at the line: ten of each level, so the summary lists them all."""

    def escaped(words: str) -> str:
        return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def valued(words: str) -> str:
        return escaped(words).replace(",", "%2C").replace(":", "%3A")

    lines = []
    for one in problems:
        place = f"file={valued(one.file)},line={one.line},col={one.column},title={valued(TITLES[one.level])}"
        lines.append(f"::{LEVELS[one.level]} {place}::{escaped(_said(one))}")
    return "\n".join([*lines, counted(problems)])


def gitlab(problems: Sequence[Problem]) -> str:
    """GitLab's report on code quality, which it shows in a merge request.

    A fingerprint tells a new problem from one that has moved, so no line is in it; GitLab shows each only once.
    """
    seen = Counter[tuple[str, str]]()
    entries = []
    for one in problems:
        seen[one.file, one.fault] += 1
        mark = "\n".join([one.file, one.fault, str(seen[one.file, one.fault])])
        entries.append(
            {
                "description": _said(one),
                "check_name": f"kit check: {one.level}",
                "fingerprint": hashlib.sha256(mark.encode()).hexdigest(),
                "severity": SEVERITIES[one.level],
                "location": {"path": one.file, "lines": {"begin": one.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2)


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with file, line, column, fault, remedy and level."""
    fields = ("file", "line", "column", "fault", "remedy", "level")
    return json.dumps([{name: getattr(one, name) for name in fields} for one in problems], ensure_ascii=False, indent=2)


def _said(one: Problem) -> str:
    return f"{one.fault}. {one.remedy}".strip()


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "github": github,
    "gitlab": gitlab,
    "json": as_json,
}
