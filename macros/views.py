"""The views of a table: its rows on two axes, and along the years."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from macros.fields import Told
from macros.model import Choice, Column, Table
from macros.rows import Row


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
