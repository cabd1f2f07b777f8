"""A table's rows as they are written out: each with what it is called."""

from __future__ import annotations

from macros import rows
from macros.export.blank import Blank
from macros.model import Table
from macros.rows import Row


def named(blank: Blank, table: Table) -> list[tuple[str, Row]]:
    """Return the rows by name: examples say that they are, and the readers' own are counted from 1."""
    found = rows.rows(table, blank.words, blank.answers)
    return [(_name(blank, row, row.number - len(table.examples)), row) for row in found]


def _name(blank: Blank, row: Row, own: int) -> str:
    return blank.words("example_number", number=row.number) if row.example else str(own)
