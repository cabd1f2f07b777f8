"""A table as a grid: examples, then empty rows; an agenda has its clock reckoned from start and minutes."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from macros.export.blank import Blank
from macros.export.formula import counted, look
from macros.export.grid import FIRST, SUMS, Column, Formula, Grid, Line, Slot
from macros.export.table import named
from macros.model import Table
from macros.rows import Cell, Row, clock_after, minutes

# The width of a column by its type, in letters.
WIDTHS = {"text": 26, "long": 40, "choice": 16, "number": 9, "minutes": 9, "date": 12, "check": 10, "status": 15}
BOXES = ("☐", "☑")
CLOCK = "hh:mm"
DAY = 24 * 60
# Where the agenda's start stands: the first of the sums.
START = f"$A${SUMS + 1}"


def grid(blank: Blank, table: Table) -> Grid:
    """Return the table as a grid."""
    words, roles = blank.words, [column.role for column in table.columns]
    agenda = "agenda" in table.views
    lead = [Column(words["row_number"], 8), *([Column(words["clock"], 8)] if agenda else [])]
    asked = [Column(column.text.in_(blank.lang), WIDTHS[column.type]) for column in table.columns]
    at = {role: len(lead) + n for n, role in enumerate(roles) if role}
    found = named(blank, table)
    lines = [_line(blank, name, row, at["minutes"] if agenda else None) for name, row in found]
    rows = [row for _, row in found]
    sums = _times(blank, table, rows, at["minutes"]) if agenda else _counts(blank, rows, at.get("status"))
    return Grid((*lead, *asked), tuple(lines), tuple(sums), traffic=at.get("status"), filtered=not agenda)


def _line(blank: Blank, name: str, row: Row, minutes_at: int | None) -> Line:
    clock = [_clock(row, minutes_at)] if minutes_at is not None else []
    return Line((Slot(name), *clock, *(_slot(blank, cell) for cell in row.cells)), row.example)


def _clock(row: Row, at: int) -> Slot:
    """When the row begins: the start, and the minutes of the rows above it; empty as long as it has no minutes."""
    mine = xl_rowcol_to_cell(FIRST + row.number - 1, at)
    passed = f"(SUM({xl_rowcol_to_cell(FIRST, at, row_abs=True)}:{mine})-{mine})/{DAY}"
    value = _of_day(row.clock) if row.clock and minutes(row) else ""
    return Slot(Formula(f'=IF(OR({START}="",{mine}=""),"",{START}+{passed})', value), look=CLOCK)


def _slot(blank: Blank, cell: Cell) -> Slot:
    kind, value = cell.column.type, cell.value
    if kind == "check":
        return Slot(BOXES[value == "true"], "check", BOXES)
    if kind in ("choice", "status"):
        asked = blank.answers if kind == "status" else cell.column.choices
        return Slot(cell.words, "choice", tuple(choice.text.in_(blank.lang) for choice in asked))
    if kind in ("number", "minutes"):
        return Slot(int(value) if value else None, "minutes" if kind == "minutes" else "number")
    if kind == "date":
        return Slot(datetime.date.fromisoformat(value) if value else None, "date")
    return Slot(cell.words, "text")


def _times(blank: Blank, table: Table, found: Sequence[Row], at: int) -> list[Slot]:
    """When it begins, which can be changed; how long it takes; and when it ends."""
    words, total = blank.words, sum(map(minutes, found))
    cells = f"SUM({xl_range_abs(FIRST, at, FIRST + len(found) - 1, at)})"
    before, _, after = words["minutes_other"].partition("{number}")
    end: float | str = _of_day(clock_after(table.start, total)) if table.start else ""
    ends = Formula(f'=IF({START}="","",{START}+{cells}/{DAY})', end)
    return [
        Slot(_of_day(table.start) if table.start else None, "clock", look=look(f"{words['begins']} ", CLOCK)),
        Slot(Formula(f"={cells}", total), look=look(f"{words['total']}: {before}", "0", after)),
        Slot(ends, look=look(f"{words['ends']}: {words['clock'].lower()} ", CLOCK)),
    ]


def _counts(blank: Blank, found: Sequence[Row], at: int | None) -> list[Slot]:
    if at is None:
        return []
    counts = Counter(cell.value for row in found if (cell := row.of("status")))
    return [Slot(counted(xl_range_abs(FIRST, at, FIRST + len(found) - 1, at), blank, counts))]


def _of_day(clock: str) -> float:
    """Return a time of day as Excel counts it, in parts of a day."""
    hours, rest = map(int, clock.split(":"))
    return (hours * 60 + rest) / DAY
