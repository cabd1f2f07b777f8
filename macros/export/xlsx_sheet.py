"""A sheet that a grid is written on: what stands there, and what may be written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from textwrap import wrap
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_range, xl_range_abs

from macros.export.formula import literal
from macros.export.grid import FIRST, HEADS, Formula, Grid, Slot
from macros.export.looks import HEAD, LIGHTS, Looks

# What may be written in a cell, by its type.
RULES: dict[str, dict[str, object]] = {
    "date": {"validate": "date", "criteria": ">=", "value": datetime.date(2000, 1, 1)},
    "minutes": {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 960},
    "clock": {"validate": "time", "criteria": "between", "minimum": datetime.time(), "maximum": datetime.time(23, 59)},
}
# What the head of a sheet needs, however few columns the grid has: how many, and how wide the spare ones are.
LEAST, SPARE = 3, 20
# How long the head of a column may be, with room for a number behind it.
LONGEST = 250
# How high a line of text is, and what lies above and below it, in points.
LINE, AIR = 13, 5


class Sheet:
    """A workbook's one sheet to see; a hidden one beside it holds what its fields choose between."""

    def __init__(self, book: Workbook, name: str, grid: Grid, looks: Looks) -> None:
        self.book, self.grid, self.looks = book, grid, looks
        self.sheet, self._choices = book.add_worksheet(name), book.add_worksheet(f"{name[:29]}··")
        self._choices.hide()
        self._lists: dict[Sequence[str | int], str] = {}
        self._widths = [column.width for column in grid.columns]
        self._widths += [SPARE] * (LEAST - len(self._widths))
        for n, width in enumerate(self._widths):
            self.sheet.set_column(n, n, width)

    @property
    def width(self) -> int:
        """How many letters a line across the sheet holds."""
        return sum(self._widths)

    def across(self, row: int, slots: Sequence[Slot], high: float, **look: object) -> None:
        """Write slots across the whole sheet, each about as broad as the others; a row without any is a gap."""
        self.sheet.set_row(row, high)
        for slot, (first, last) in zip(slots, self._spans(len(slots)), strict=True):
            dressed = self.looks.of(**look, **({"num_format": slot.look} if slot.look else {}))
            if last > first:
                self.sheet.merge_range(row, first, row, last, "", dressed)
            self.write(row, first, slot, dressed)
            self._allow(row, row, first, slot)

    def fill(self) -> None:
        """Write the grid: its heads, its lines, and what may be written in them."""
        heads, last = self._heads(), FIRST + len(self.grid.lines) - 1
        columns = [{"header": head, "header_format": self.looks.of(**HEAD)} for head in heads]
        about = {"columns": columns, "style": None, "autofilter": self.grid.filtered}
        self.sheet.add_table(HEADS, 0, last, len(heads) - 1, about)
        self.sheet.set_row(HEADS, self._high(heads, 0))
        for row, line in enumerate(self.grid.lines, start=FIRST):
            texts = [slot.value if isinstance(slot.value, str) else "" for slot in line.slots]
            self.sheet.set_row(row, self._high(texts, line.high))
            for at, slot in enumerate(line.slots):
                self.write(row, at, slot, self.looks.cell(slot, line))
        for at in range(len(heads)):
            self._rules(at)
        self._lights(last)
        self.sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, last, len(heads))})

    def write(self, row: int, at: int, slot: Slot, look: Any) -> None:
        """Write one cell. Only a `Formula` becomes a formula."""
        value = slot.value
        if isinstance(value, Formula):
            self.sheet.write_formula(row, at, value.formula, look, value.value)
        elif isinstance(value, datetime.date):
            self.sheet.write_datetime(row, at, value, look)
        elif isinstance(value, str) and value:
            self.sheet.write_string(row, at, value, look)
        elif isinstance(value, (int, float)):
            self.sheet.write_number(row, at, value, look)
        else:
            self.sheet.write_blank(row, at, None, look)

    def _high(self, texts: Sequence[str], least: int) -> int:
        """Return how many points texts take side by side, since not every program reckons it; a little too many."""
        lines = max(len(wrap(text, int(width * 1.05))) for text, width in zip(texts, self._widths, strict=False))
        return max(least, LINE * lines + AIR)

    def _heads(self) -> list[str]:
        """The heads of the columns, of which no two can be alike in Excel."""
        found: list[str] = []
        for column in self.grid.columns:
            head = " ".join(column.head.split())[:LONGEST]
            alike = [other for other in found if other.lower() == head.lower()]
            found.append(f"{head} ({len(found) + 1})" if alike else head)
        return found

    def _spans(self, number: int) -> Iterator[tuple[int, int]]:
        """Yield the first and the last column of so many parts of the sheet."""
        first, ends = 0, list(accumulate(self._widths))
        for n in range(1, number + 1):
            target, latest = self.width * n / number, len(ends) - 1 - (number - n)
            last = min(range(first, latest + 1), key=lambda at: abs(ends[at] - target))
            yield first, last
            first = last + 1

    def _rules(self, at: int) -> None:
        """Say what may be written in a column, once for rows that take the same."""
        numbered = enumerate((line.slots[at] for line in self.grid.lines), start=FIRST)
        for _, alike in groupby(numbered, lambda one: (one[1].type, one[1].choices)):
            rows = list(alike)
            self._allow(rows[0][0], rows[-1][0], at, rows[0][1])

    def _allow(self, first: int, last: int, at: int, slot: Slot) -> None:
        if slot.choices:
            self.sheet.data_validation(first, at, last, at, {"validate": "list", "source": self._list(slot.choices)})
        elif slot.type in RULES:
            self.sheet.data_validation(first, at, last, at, RULES[slot.type])

    def _list(self, choices: Sequence[str | int]) -> str:
        """Return where choices stand. In the rule itself, a comma would part them and 255 letters be the end."""
        if choices not in self._lists:
            at = len(self._lists)
            for row, choice in enumerate(choices):
                put = self._choices.write_string if isinstance(choice, str) else self._choices.write_number
                put(row, at, choice)
            cells = xl_range_abs(0, at, len(choices) - 1, at)
            self._lists[choices] = f"={quote_sheetname(self._choices.name)}!{cells}"
        return self._lists[choices]

    def _lights(self, last: int) -> None:
        """Colour the answers of the traffic light, beside their words."""
        at = self.grid.traffic
        if at is None:
            return
        for answer, (words, ground) in zip(self.grid.lines[0].slots[at].choices, LIGHTS, strict=False):
            look = self.book.add_format({"font_color": words, "bg_color": ground})
            rule = {"type": "cell", "criteria": "==", "value": literal(str(answer)), "format": look}
            self.sheet.conditional_format(FIRST, at, last, at, rule)
