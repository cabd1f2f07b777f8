"""A table in a blank copy for Word: examples in italics, then empty rows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import babel.dates

from macros.export.blank import Blank
from macros.export.table import named
from macros.export.wordml import Pen, paragraph, shared, table
from macros.fields import Told
from macros.model import Column, Table
from macros.rows import Cell, Row, clock_after, minutes

# How much of the sheet's width a column takes, by its type; the number and the clock stand before them.
SHARES = {"text": 5, "long": 8, "choice": 3.6, "number": 2.4, "minutes": 2, "date": 3, "check": 1.8, "status": 3.6}
NUMBER, CLOCK = 2, 2


def rows(blank: Blank, checklist: Table, pen: Pen, width: int) -> str:
    """Return the table with what stands above and below it."""
    agenda = "agenda" in checklist.views
    shares = [NUMBER, *([CLOCK] if agenda else []), *(SHARES[column.type] for column in checklist.columns)]
    heads = [blank.words["row_number"], *([blank.words["clock"]] if agenda else [])]
    found = named(blank, checklist)
    above = pen.line("Note", blank.words["examples_note"]) if checklist.examples else ""
    drawn = table(
        blank.title,
        shared(width, shares),
        [pen.line("Head", head) for head in heads] + [_head(blank, column, pen) for column in checklist.columns],
        [(list(_row(blank, name, row, agenda, pen)), 0 if row.example else 11) for name, row in found],
    )
    return above + drawn + (_ends(blank, checklist, [row for _, row in found], pen) if agenda else "")


def _head(blank: Blank, column: Column, pen: Pen) -> str:
    """The column's words, and for paper what can be chosen in it."""
    choices = [choice.words for choice in _choices(blank, column)]
    return pen.line("Head", column.text) + (pen.line("Help", " · ".join(choices)) if choices else "")


def _row(blank: Blank, name: str, row: Row, agenda: bool, pen: Pen) -> Iterator[str]:
    style = "Example" if row.example else "Cell"
    yield pen.line(style, name)
    if agenda:
        yield pen.line(style, blank.words.clock(row.clock) if row.clock else "")
    for cell in row.cells:
        yield paragraph(_cell(blank, row, cell, pen), style)


def _cell(blank: Blank, row: Row, cell: Cell, pen: Pen) -> str:
    column = cell.column
    title, id = f"{column.text.in_(blank.lang)} {row.number}", f"{row.id}--{column.id}"
    if column.type == "check":
        return pen.box(title, id, cell.value == "true")
    if choices := _choices(blank, column):
        return pen.drop_down(title, id, choices, cell.words)
    if column.type == "date" and cell.value:
        day = datetime.date.fromisoformat(cell.value)
        return pen.run(babel.dates.format_date(day, "short", locale=blank.words.locale))
    return pen.run(Told(cell.words, cell.lang or blank.lang))


def _choices(blank: Blank, column: Column) -> list[Told]:
    asked = blank.answers if column.type == "status" else column.choices
    return [choice.text.told(blank.lang) for choice in asked]


def _ends(blank: Blank, checklist: Table, found: list[Row], pen: Pen) -> str:
    """How long the examples take, and when they end."""
    words, total = blank.words, sum(map(minutes, found))
    said = f"{words['total']}: {words.count('minutes', total) if total else ''}"
    if checklist.start and total:
        said += f" · {words['ends']}: {words.clock(clock_after(checklist.start, total))}"
    return pen.line("Note", said)
