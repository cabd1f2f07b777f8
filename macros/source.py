"""What a YAML file says, and where every value of it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from macros.problem import Level, Problem

Loc = tuple[str | int, ...]
# The signs that a text can be typed after; and how many bits a place, a column, a count of lines and a sign need.
SIGNS = {"": 1, "'": 2, '"': 3, "|": 4, ">": 5}
PLACE, COLUMN, LINES, SIGN = 40, 16, 20, 3
FAR = (1 << COLUMN) - 1
# A list's items, as the checklists of a tool, lie on the second level.
AT_ONCE, ALL = 2, 1_000


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


class Marks(Mapping[Loc, Mark]):
    """Where each value of one file begins, and how its texts are typed: a number each, since there are very many.

    With `again`, only the first levels are noted while a file is read: most files are right, and nobody asks for more.
    For who does, `again` reads the file once more and notes all.
    """

    def __init__(self, file: str, again: Callable[[], Marks] | None = None) -> None:
        self.file, self.levels, self._again = file, AT_ONCE if again else ALL, again
        self._first: dict[Loc, int] = {}

    def keep(self, loc: Loc, line: int, column: int) -> None:
        """Note where a value begins, if nothing is noted yet."""
        if loc not in self._first:
            self._first[loc] = line << COLUMN | (column if column < FAR else FAR)

    def keep_typed(self, loc: Loc, line: int, column: int, lines: int, sign: str) -> None:
        """Note how a text is typed (`Typed`), if nothing is noted yet; where it begins is noted already."""
        kept = self._first[loc]
        if not kept >> PLACE:
            behind = (line << COLUMN | (column if column < FAR else FAR)) << LINES | min(lines, (1 << LINES) - 1)
            self._first[loc] = kept | (behind << SIGN | SIGNS[sign]) << PLACE

    def typed(self, loc: Loc) -> Typed | None:
        """Return how a text is typed; None for what is no text."""
        kept = self._all.get(loc, 0) >> PLACE
        sign, lines = kept & (1 << SIGN) - 1, kept >> SIGN & (1 << LINES) - 1
        return Typed(*_unpacked(kept >> SIGN + LINES), lines, [*SIGNS][sign - 1]) if kept else None

    @cached_property
    def _all(self) -> dict[Loc, int]:
        return self._again()._first if self._again else self._first

    def __getitem__(self, loc: Loc) -> Mark:
        return Mark(self.file, *_unpacked(self._first[loc] if loc in self._first else self._all[loc]))

    def __contains__(self, loc: object) -> bool:
        return loc in self._first or loc in self._all

    def __iter__(self) -> Iterator[Loc]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _unpacked(place: int) -> tuple[int, int]:
    return place >> COLUMN & (1 << PLACE - COLUMN) - 1, place & (1 << COLUMN) - 1


@dataclass(frozen=True)
class Source:
    """A parsed file: mappings, lists, texts, and None where nothing is written.

    Every plain value is text, as typed: `no`, `12:30` and `010` too. The model says what is a number or a date.
    `marks[loc]` is where the value at `loc` begins; for a value under a key, where the key begins. `problems` are the
    faults that did not stop the reading, such as a key that stands twice; whoever fits the source to a model reports
    them together with its own. `read` are its texts with their places, where somebody has them already.
    """

    file: str
    data: Any
    marks: Mapping[Loc, Mark]
    problems: tuple[Problem, ...] = ()
    read: Sequence[tuple[Loc, str]] | None = field(default=None, repr=False, compare=False)

    def place(self, loc: Loc) -> Mark:
        """Return the mark of `loc`, or of its nearest ancestor when the value is missing."""
        while loc not in self.marks:
            loc = loc[:-1]
        return self.marks[loc]

    def problem(self, loc: Loc, fault: str, remedy: str = "", level: Level = "error") -> Problem:
        """Return a problem at the place of `loc`."""
        return Problem(*self.place(loc), fault, remedy, level)

    @property
    def files(self) -> set[str]:
        """The files that it is written in: its own, and those of a municipality's that cover parts of it."""
        return {self.marks.file} if isinstance(self.marks, Marks) else {mark.file for mark in self.marks.values()}

    def typed(self, loc: Loc) -> Typed | None:
        """Return how the text at `loc` is typed, where that is known."""
        return self.marks.typed(loc) if isinstance(self.marks, Marks) else None

    @cached_property
    def texts(self) -> Sequence[tuple[Loc, str]]:
        """Every text with its place, in the order of the file."""
        if self.read is not None:
            return self.read
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
