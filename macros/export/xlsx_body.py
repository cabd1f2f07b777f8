"""What stands in a blank copy for Excel: each of the four kinds as a grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from macros.export import xlsx_table
from macros.export.blank import Blank
from macros.export.formula import counted
from macros.export.grid import FIRST, LOW, Axis, Column, Formula, Grid, Line, Slot
from macros.model import Assessment, Checklist, Entry, Item, Rated, Worksheet

LEVELS = (1, 2, 3, 4, 5)
BOXES = ("☐", "☑")
# How high a field for a longer text is, in points.
HIGH = 84


def grid(blank: Blank) -> Grid:
    """Return what the checklist looks like as a sheet."""
    checklist = blank.checklist
    if isinstance(checklist, Checklist):
        return _checklist(blank, checklist)
    if isinstance(checklist, Assessment):
        return _assessment(blank, checklist)
    if isinstance(checklist, Worksheet):
        return _worksheet(blank, checklist)
    return xlsx_table.grid(blank, checklist)


def _checklist(blank: Blank, checklist: Checklist) -> Grid:
    words, answers = blank.words, tuple(answer.text.in_(blank.lang) for answer in blank.answers)
    points = _points(blank, checklist.items)
    core = any(item.core for item in checklist.items)
    columns = [*points[0], *([Column(words["core_item"], 9)] if core else []), Column(words["answer"], 15)]
    columns += [Column(words["owner_role"], 20), Column(words["deadline"], 12), Column(words["note"], 34)]
    marks = [[Slot(words["yes"] if item.core else "")] if core else [] for item in checklist.items]
    blanks = (Slot(type="choice", choices=answers), Slot(type="text"), Slot(type="date"), Slot(type="text"))
    lines = [Line((*said, *mark, *blanks)) for said, mark in zip(points[1], marks, strict=True)]
    at = len(columns) - 4
    sums = counted(xl_range_abs(FIRST, at, FIRST + len(lines) - 1, at), blank, {}, len(lines))
    return Grid(tuple(columns), tuple(lines), (Slot(sums),), traffic=at, filtered=True)


def _points(
    blank: Blank, items: Sequence[Item | Rated | Entry], head: str = "point", width: int = 44, helped_width: int = 48
) -> tuple[list[Column], list[list[Slot]]]:
    """Return the columns that say what is asked, and what stands in them; without help there is no column for it."""
    helped = any(item.help for item in items)
    columns = [
        Column(blank.words[head], width),
        *([Column(blank.words["explanation"], helped_width)] if helped else []),
    ]
    texts = [[Slot(item.text.in_(blank.lang), "point")] for item in items]
    helps = [[Slot(item.help.in_(blank.lang) if item.help else "", "help")] if helped else [] for item in items]
    return columns, [said + more for said, more in zip(texts, helps, strict=True)]


def _assessment(blank: Blank, checklist: Assessment) -> Grid:
    columns, points = _points(blank, checklist.items, width=30)
    columns = [*columns, *(Column(level, 32) for level in "135"), Column(blank.words["rating"], 15)]
    levels = [(item.levels.one, item.levels.three, item.levels.five) for item in checklist.items]
    lines = [
        Line((*said, *(Slot(text.in_(blank.lang)) for text in texts), Slot(type="choice", choices=LEVELS)))
        for said, texts in zip(points, levels, strict=True)
    ]
    return Grid(tuple(columns), tuple(lines), axes=tuple(_axes(blank, checklist, len(columns) - 1)))


def _axes(blank: Blank, checklist: Assessment, at: int) -> Iterable[Axis]:
    cells = [xl_rowcol_to_cell(FIRST + n, at) for n in range(len(checklist.items))]
    axes = [(one.id, one.text) for one in checklist.dimensions]
    axes += [(item.id, item.text) for item in checklist.items if not item.dimension]
    for id, text in axes:
        both = zip(cells, checklist.items, strict=True)
        mine = ",".join(cell for cell, item in both if id in (item.id, item.dimension))
        yield Axis(text.in_(blank.lang), Formula(f'=IF(COUNT({mine})=0,"",AVERAGE({mine}))'))


def _worksheet(blank: Blank, checklist: Worksheet) -> Grid:
    columns, points = _points(blank, checklist.items, "field", 24, 36)
    lines = [
        Line((*said, _field(blank, entry)), high=HIGH if entry.type == "long" else LOW)
        for said, entry in zip(points, checklist.items, strict=True)
    ]
    return Grid((*columns, Column(blank.words["answer"], 56)), tuple(lines), broad=False)


def _field(blank: Blank, entry: Entry) -> Slot:
    if entry.type == "check":
        return Slot(BOXES[0], "check", BOXES)
    if entry.type == "choice":
        return Slot(type="choice", choices=tuple(choice.text.in_(blank.lang) for choice in entry.choices))
    return Slot(type="text" if entry.type == "long" else entry.type)
