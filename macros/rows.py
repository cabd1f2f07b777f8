"""The rows of a table, ready to be laid out: what stands in each cell, and the views of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.fields import Text, Told
from macros.kinds import clock_after
from macros.model import Choice, Column, Table

# So many empty rows stand in a page: the script adds the others, and on paper the last one takes their room.
EMPTY = 2


@dataclass(frozen=True)
class Cell:
    """One cell: what was written for a person to read (`words`), the language of that, and for a form (`value`)."""

    column: Column
    value: str = ""
    words: str = ""
    lang: str = ""

    def foreign(self, lang: str) -> Markup:
        """The attribute of a control that holds it, on a page in `lang`."""
        return Markup(' lang="{}"').format(self.lang) if self.words and self.lang not in ("", lang) else Markup()


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


def rows(table: Table, lang: str, answers: Mapping[str, str]) -> list[Row]:
    """Return the examples, then as many empty rows as the table asks for."""
    passed, found = 0, []
    for n, example in enumerate(table.examples, start=1):
        cells = tuple(_cell(column, example.values.get(column.id), lang, answers) for column in table.columns)
        clock = clock_after(table.start, passed) if table.start else ""
        found.append(Row(example.id, n, True, cells, clock))
        passed += minutes(found[-1])
    # Without any row there would be none to write in, and none to make others like.
    most = max(table.rows, 0 if found else 1)
    empty = tuple(Cell(column) for column in table.columns)
    return found + [Row(f"new-{n}", len(found) + n, False, empty) for n in range(1, most + 1)]


def minutes(row: Row) -> int:
    """Return how long the row takes; 0 where nothing is written."""
    cell = row.of("minutes")
    return int(cell.value) if cell and cell.value else 0


def _cell(column: Column, value: Text | str | None, lang: str, answers: Mapping[str, str]) -> Cell:
    if value is None:
        return Cell(column)
    if isinstance(value, Text):
        said = value.told(lang)
        return Cell(column, said.words, said.words, said.lang)
    if column.type == "choice":
        said = next(choice.text.told(lang) for choice in column.choices if choice.id == value)
        return Cell(column, value, said.words, said.lang)
    return Cell(column, value, answers.get(value, value) if column.type == "status" else value, lang)


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
            titles.setdefault((there.value, here.value), []).append(Told(title.words, title.lang))
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
            dated.append((span[0], span[1], Told(title.words, title.lang), bool(check and check.value == "true")))
    if not dated:
        return None
    first = datetime.date(min(start for start, *_ in dated).year, 1, 1)
    last = datetime.date(max(end for _, end, *_ in dated).year + 1, 1, 1)

    def place(date: datetime.date) -> float:
        return round(100 * (date - first).days / (last - first).days, 2)

    bars = tuple(Bar(title, a, b, place(a), round(place(b) - place(a), 2), mark) for a, b, title, mark in sorted(dated))
    return Timeline(bars, tuple((year, place(datetime.date(year, 1, 1))) for year in range(first.year, last.year)))
