"""The rows of a table, ready to be laid out: what stands in each cell, and when each begins in an agenda."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from macros.fields import Text, Told
from macros.model import Column, Table
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


def clock_after(start: str, minutes: int) -> str:
    """Return the time of day so many minutes after `start`, both as in `09:30`; past midnight it begins again."""
    hours, rest = map(int, re.split("[:.]", start))
    total = (hours * 60 + rest + minutes) % (24 * 60)
    return f"{total // 60:02}:{total % 60:02}"
