"""What a YAML file says, and where every value of it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from macros.problem import Level, Problem

Loc = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place: the file relative to the repository, line and column from 1."""

    file: str
    line: int
    column: int


class Typed(NamedTuple):
    """How a text is typed: where its value begins, on how many lines it stands, and after which sign (`|`, `'`, …)."""

    line: int
    column: int
    lines: int
    sign: str


@dataclass(frozen=True)
class Source:
    """A parsed file: mappings, lists, texts, and None where nothing is written.

    Every plain value is text, as typed: `no`, `12:30` and `010` too. The model says what is a number or a date.
    `marks[loc]` is where the value at `loc` begins; for a value under a key, where the key begins. `problems` are the
    faults that did not stop the reading, such as a key that stands twice; whoever fits the source to a model reports
    them together with its own. `typed` says of each text how it is written.
    """

    file: str
    data: Any
    marks: Mapping[Loc, Mark]
    problems: tuple[Problem, ...] = ()
    typed: Mapping[Loc, Typed] = field(default_factory=dict, repr=False)

    def place(self, loc: Loc) -> Mark:
        """Return the mark of `loc`, or of its nearest ancestor when the value is missing."""
        while loc not in self.marks:
            loc = loc[:-1]
        return self.marks[loc]

    def problem(self, loc: Loc, fault: str, remedy: str = "", level: Level = "error") -> Problem:
        """Return a problem at the place of `loc`."""
        return Problem(*self.place(loc), fault, remedy, level)

    @cached_property
    def texts(self) -> Sequence[tuple[Loc, str]]:
        """Every text with its place, in the order of the file."""
        found: list[tuple[Loc, str]] = []
        _gather(self.data, (), found)
        return found


def _gather(data: Any, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    if isinstance(data, str):
        found.append((loc, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(value, (*loc, key), found)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            _gather(value, (*loc, place), found)
