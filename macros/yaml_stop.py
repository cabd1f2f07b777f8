"""Where a YAML parser stopped, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import yaml


class Place(NamedTuple):
    """A line and a column from 0, as the parser counts."""

    line: int
    column: int


class Said(NamedTuple):
    """What is wrong, where, and what to do."""

    place: Place
    fault: str
    remedy: str


@dataclass(frozen=True)
class Stop:
    """Where the parser stopped, where the thing began that it was reading, and what it said of both."""

    at: Place
    began: Place
    problem: str
    context: str
    lines: list[str]

    @property
    def line(self) -> str:
        """The line where it stopped."""
        return self.lines[self.at.line]

    @property
    def begun(self) -> str:
        """What stands from the beginning of the thing to the end of its line."""
        return self.lines[self.began.line][self.began.column :]

    def above(self) -> Place | None:
        """The nearest line above that says something, and where it begins."""
        return self._said_above(self.at.line, None)

    def keyed(self, line: int) -> Place | None:
        """The nearest line above `line` that says something, and where it begins behind the hyphens of lists."""
        return self._said_above(line, " -")

    def _said_above(self, line: int, ahead: str | None) -> Place | None:
        for number in range(line - 1, -1, -1):
            words = self.lines[number].lstrip(ahead)
            if words and not words.startswith("#"):
                return Place(number, len(self.lines[number]) - len(words))
        return None


def stop_of(error: yaml.YAMLError, text: str) -> Stop:
    """Return where the parser stopped in a text, and what it said."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    at = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or at
    said, context = str(getattr(error, "problem", None) or error), str(getattr(error, "context", None) or "")
    return Stop(_clip(at, lines), _clip(began, lines), said, context, lines)


def _clip(mark: object, lines: list[str]) -> Place:
    """The mark's line and column, never past the end of the file."""
    line = getattr(mark, "line", 0)
    if line >= len(lines):
        return Place(len(lines) - 1, len(lines[-1]))
    return Place(line, min(getattr(mark, "column", 0), len(lines[line])))
