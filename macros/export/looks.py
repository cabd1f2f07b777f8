"""How the cells of a workbook look."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook

from macros.export.grid import LOW, Line, Slot

SERIF, RED, QUIET, RULE, FAINT = "Cambria", "#9C1646", "#5B534C", "#A89E94", "#D9D0C3"
# The traffic light in the order of the answers, as in assets/css/tokens.css: words on their ground.
LIGHTS = (("#1D6038", "#E1EEDE"), ("#6A4C00", "#F8E9B4"), ("#9B3410", "#FBE2D4"), ("#57504A", "#ECE7DE"))
Look = dict[str, object]
CELL: Look = {
    "text_wrap": True,
    "valign": "vcenter",
    "indent": 1,
    "bottom": 1,
    "bottom_color": RULE,
    "right": 1,
    "right_color": FAINT,
}
HEAD: Look = {
    "text_wrap": True,
    "valign": "bottom",
    "align": "left",
    "indent": 1,
    "bold": True,
    "bottom": 2,
    "top": 1,
    "top_color": RULE,
}
# Beside that of every cell, by the slot's type.
OWN: dict[str, Look] = {
    "point": {"bold": True},
    "help": {"font_color": QUIET, "font_size": 9},
}


class Looks:
    """A workbook's formats, each made once; `dates` is how dates are written, in Excel's codes."""

    def __init__(self, book: Workbook, dates: str) -> None:
        self._book, self._dates = book, dates
        self._made: dict[str, Any] = {}

    def of(self, **look: object) -> Any:
        """Return the format that looks so."""
        key = repr(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]

    def cell(self, slot: Slot, line: Line) -> Any:
        """Return the format of a cell in the grid."""
        look = {**CELL, **OWN.get(slot.type, {})}
        if slot.type == "date" or slot.look:
            look["num_format"] = slot.look or self._dates
        if line.high > LOW and slot.type == "text":
            look["valign"] = "top"
        if line.example:
            look["italic"] = True
        return self.of(**look)
