"""Problems as text for people, as annotations for a forge, or as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from macros.problem import Problem

LEVELS = {"error": "error", "gap": "warning", "hint": "notice"}


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
    """Workflow commands, which GitHub and Forgejo show at the line."""

    def escaped(words: str) -> str:
        return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    lines = []
    for one in problems:
        place = f"file={escaped(one.file).replace(',', '%2C').replace(':', '%3A')},line={one.line},col={one.column}"
        lines.append(f"::{LEVELS[one.level]} {place}::{escaped(f'{one.fault}. {one.remedy}'.strip())}")
    return "\n".join([*lines, counted(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with file, line, column, fault, remedy and level."""
    fields = ("file", "line", "column", "fault", "remedy", "level")
    return json.dumps([{name: getattr(one, name) for name in fields} for one in problems], ensure_ascii=False, indent=2)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {"text": text, "github": github, "json": as_json}
