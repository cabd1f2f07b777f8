"""What a sheet of a workbook holds: columns, and in each row what stands in a cell and what may be written there."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

# The first rows hold the head of the sheet; then come the heads of the columns, and the rows. Counted from 0.
TOOL, TITLE, ABOUT, INTRO, FACTS, SUMS, HEADS, FIRST = range(8)
# How high an ordinary row is at least, in points: enough to write in by hand.
LOW = 30
# `said`, `point` and `help` are the sheet's own words; the others are the reader's to fill in.
Type = Literal["said", "point", "help", "text", "number", "minutes", "date", "clock", "choice", "check"]


@dataclass(frozen=True)
class Formula:
    """A formula, and what it gives before anything is filled in."""

    formula: str
    value: str | float = ""


@dataclass(frozen=True)
class Slot:
    """A cell: a text stays one, whatever sign it begins with; `look` is how a number is written, in Excel's codes."""

    value: str | float | datetime.date | Formula | None = None
    type: Type = "said"
    choices: tuple[str | int, ...] = ()
    look: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its head, and its width in letters."""

    head: str
    width: int


@dataclass(frozen=True)
class Line:
    """A row. An example is set in italics; `high` is how high it is at least, in points."""

    slots: tuple[Slot, ...]
    example: bool = False
    high: int = LOW


@dataclass(frozen=True)
class Axis:
    """An axis of a radar: its name, and its value."""

    name: str
    mean: Formula


@dataclass(frozen=True)
class Grid:
    """All that stands on a sheet below its head.

    `sums` stand above the columns, one or three of them; `traffic` is the column whose answers are coloured, counted
    from 0. A sheet can be broad, and filtered by its columns.
    """

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sums: tuple[Slot, ...] = ()
    axes: tuple[Axis, ...] = ()
    broad: bool = True
    traffic: int | None = None
    filtered: bool = False
