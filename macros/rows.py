"""The rows of a table, ready to be laid out: what stands in each cell, and the views of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from macros.fields import Text, Told
from macros.kinds import clock_after
from macros.model import Choice, Column, Table
from macros.vocabulary import Answer
from macros.words import Words

# So few rows stand in a page, one of them empty: the script adds the others, and on paper the last takes their room.
FEWEST = 2


@dataclass(frozen=True)
class Cell:
    """One cell: what was written for a person to read (`words`), the language of that, and for a form (`value`)."""

    column: Column
    value: str = ""
    words: str = ""
    lang: str = ""

    @property
    def said(self) -> Told:
        """What a person reads."""
        return Told(self.words, self.lang)


@dataclass(frozen=True)
class Row:
    """One row; `number` counts from 1, `clock` is when it begins in an agenda."""

    id: str
    number: int
    example: bool
    cells: tuple[Cell, ...]
    clock: str = ""

    def of(self, role: str) -> Cell | None:
        """Return the cell whose column has the role."""
        return next((cell for cell in self.cells if cell.column.role == role), None)


def rows(table: Table, words: Words, answers: Sequence[Answer]) -> list[Row]:
    """Return the examples, then as many empty rows as the table asks for; at least one, to write in."""
    passed, found = 0, []
    for n, example in enumerate(table.examples, start=1):
        cells = tuple(_cell(column, example.values.get(column.id), words, answers) for column in table.columns)
        clock = clock_after(table.start, passed) if table.start else ""
        found.append(Row(example.id, n, True, cells, clock))
        passed += minutes(found[-1])
    empty = tuple(Cell(column) for column in table.columns)
    return found + [Row(f"new-{n}", len(found) + n, False, empty) for n in range(1, max(table.rows, 1) + 1)]


def minutes(row: Row) -> int:
    """Return how long the row takes; 0 where nothing is written."""
    cell = row.of("minutes")
    return int(cell.value) if cell and cell.value else 0


def _cell(column: Column, value: Text | str | None, words: Words, answers: Sequence[Answer]) -> Cell:
    if value is None:
        return Cell(column)
    if isinstance(value, Text):
        said = value.told(words.lang)
        return Cell(column, said.words, *said)
    if column.type in ("choice", "status"):
        asked = answers if column.type == "status" else column.choices
        return Cell(column, value, *next(one.text.told(words.lang) for one in asked if one.id == value))
    if column.type == "date":
        return Cell(column, value, words.date(datetime.date.fromisoformat(value)), words.lang)
    if column.type == "check":
        return Cell(column, value, words["yes"] if value == "true" else "", words.lang)
    return Cell(column, value, value, words.lang)


@dataclass(frozen=True)
class Matrix:
    """Titles by place: `lines` go from the highest y down, each with its fields from the lowest x up."""

    x: Column
    y: Column
    columns: tuple[Choice, ...]
    lines: tuple[tuple[Choice, tuple[tuple[Told, ...], ...]], ...]


def matrix(table: Table, found: list[Row]) -> Matrix:
    """Place the rows' titles on the two axes."""
    by_role = {column.role: column for column in table.columns}
    x, y = by_role["x"], by_role["y"]
    across = sorted(x.choices, key=lambda choice: choice.value or 0)
    down = sorted(y.choices, key=lambda choice: -(choice.value or 0))
    titles: dict[tuple[str, str], list[Told]] = {}
    for row in found:
        here, there, title = row.of("x"), row.of("y"), row.of("title")
        if here and there and title and here.value and there.value:
            titles.setdefault((there.value, here.value), []).append(title.said)
    lines = tuple((v, tuple(tuple(titles.get((v.id, h.id), ())) for h in across)) for v in down)
    return Matrix(x, y, tuple(across), lines)


@dataclass(frozen=True)
class Bar:
    """One line of a timeline; `left` and `width` are percentages of the whole span."""

    title: Told
    start: datetime.date
    end: datetime.date
    left: float
    width: float
    milestone: bool


@dataclass(frozen=True)
class Timeline:
    """Bars by their start, and the years with their places in percent."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, float], ...]


def timeline(found: list[Row]) -> Timeline | None:
    """Lay the rows that have both dates on one axis of whole years; None when there is none."""
    dated = []
    for row in found:
        start, end, title, check = row.of("start"), row.of("end"), row.of("title"), row.of("milestone")
        if start and end and title and start.value and end.value:
            span = sorted(datetime.date.fromisoformat(cell.value) for cell in (start, end))
            dated.append((span[0], span[1], title.said, bool(check and check.value == "true")))
    if not dated:
        return None
    first = datetime.date(min(start for start, *_ in dated).year, 1, 1)
    last = datetime.date(max(end for _, end, *_ in dated).year + 1, 1, 1)

    def place(date: datetime.date) -> float:
        return round(100 * (date - first).days / (last - first).days, 2)

    bars = tuple(Bar(title, a, b, place(a), round(place(b) - place(a), 2), mark) for a, b, title, mark in sorted(dated))
    return Timeline(bars, tuple((year, place(datetime.date(year, 1, 1))) for year in range(first.year, last.year)))
