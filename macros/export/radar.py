"""The axes of an assessment below its grid: a table of means, and a radar drawn from it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.export.grid import FIRST, Axis, Slot
from macros.export.looks import CELL, HEAD, OWN, RED, RULE
from macros.export.xlsx_sheet import Sheet

DECIMAL = "0.0"


def draw(sheet: Sheet, axes: Sequence[Axis], heads: Sequence[str], label: str) -> None:
    """Write the axes, and draw them from three on; `label` is for those who do not see the drawing."""
    top = FIRST + len(sheet.grid.lines) + 1
    for at, head in enumerate(heads):
        sheet.write(top, at, Slot(head), sheet.looks.of(**HEAD))
    for row, axis in enumerate(axes, start=top + 1):
        sheet.write(row, 0, Slot(axis.name), sheet.looks.of(**CELL, **OWN["point"]))
        sheet.write(row, 1, Slot(axis.mean), sheet.looks.of(**CELL, num_format=DECIMAL))
    if len(axes) > 2:
        _chart(sheet, top, len(axes), label)


def _chart(sheet: Sheet, top: int, number: int, label: str) -> None:
    chart = sheet.book.add_chart({"type": "radar", "subtype": "with_markers"})
    names, values = ([sheet.sheet.name, top + 1, at, top + number, at] for at in (0, 1))
    mark = {"type": "circle", "size": 6, "fill": {"color": RED}, "border": {"color": RED}}
    chart.add_series({"categories": names, "values": values, "line": {"color": RED, "width": 2}, "marker": mark})
    rules = {"visible": True, "line": {"color": RULE}}
    chart.set_y_axis({"min": 0, "max": 5, "major_unit": 1, "major_gridlines": rules, "line": {"color": RULE}})
    chart.set_legend({"none": True})
    chart.set_size({"width": 560, "height": 380})
    chart.set_chartarea({"border": {"none": True}})
    sheet.sheet.insert_chart(top, 2, chart, {"description": label, "x_offset": 20})
