"""What stands in a blank copy for Word: the head, and one of the four kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.export import docx_table
from macros.export.blank import Blank
from macros.export.wordml import Pen, paragraph, shared, table
from macros.fields import Text
from macros.model import AnyChecklist, Assessment, Checklist, Entry, Item, Rated, Table, Worksheet

# How high the fields of a worksheet are at least, in mm.
HEIGHTS = {"long": 28, "text": 12, "number": 12, "date": 12}


def is_broad(checklist: AnyChecklist) -> bool:
    """Whether the checklist needs the long side of the sheet."""
    if isinstance(checklist, Table):
        return len(checklist.columns) > 3
    return not isinstance(checklist, Worksheet)


def body(blank: Blank, pen: Pen, width: int) -> str:
    """Return the whole body; `width` is that of the text, in twips."""
    return "".join([*_head(blank, pen, width), _rows(blank, pen, width), paragraph("", "Gap")])


def _head(blank: Blank, pen: Pen, width: int) -> Iterator[str]:
    words, checklist = blank.words, blank.checklist
    yield pen.line("Tool", blank.tool)
    yield pen.line("Heading1", checklist.title)
    if checklist.intro:
        yield pen.line("Intro", checklist.intro)
    heads = [pen.line("Head", words[key]) for key in ("organisation", "responsible", "date")]
    yield table(words["organisation"], shared(width, (5, 4, 2)), heads, [([""] * 3, 8)])
    yield paragraph("", "Gap")


def _rows(blank: Blank, pen: Pen, width: int) -> str:
    checklist = blank.checklist
    if isinstance(checklist, Checklist):
        return _checklist(blank, checklist, pen, width)
    if isinstance(checklist, Assessment):
        return _assessment(blank, checklist, pen, width)
    if isinstance(checklist, Worksheet):
        return _worksheet(blank, checklist, pen, width)
    return docx_table.rows(blank, checklist, pen, width)


def _checklist(blank: Blank, checklist: Checklist, pen: Pen, width: int) -> str:
    words, answers = blank.words, blank.answers
    heads = [pen.line("Head", words["point"]), *(pen.line("Boxes", answer.text) for answer in answers)]
    heads += [pen.line("Head", words[key]) for key in ("owner_role", "deadline", "note")]

    def boxes(item: Item) -> list[str]:
        about = item.text.in_(blank.lang)
        names = [(f"{answer.text.in_(blank.lang)}: {about}", f"{item.id}--{answer.id}") for answer in answers]
        return [paragraph(pen.box(*name), "Box") for name in names]

    rows = [([_point(blank, item, pen), *boxes(item), "", "", ""], 11) for item in checklist.items]
    return table(blank.title, shared(width, (92, *[18] * len(answers), 34, 24, 38)), heads, rows)


def _point(blank: Blank, item: Item | Rated | Entry, pen: Pen, number: str = "") -> str:
    core = f" ({blank.words['core_item'].lower()})" if isinstance(item, Item) and item.core else ""
    said = pen.run(number) + pen.run(item.text) + pen.run(core, '<w:b w:val="0"/><w:color w:val="5B534C"/>')
    return paragraph(said, "Item") + (pen.line("Help", item.help) if item.help else "")


def _assessment(blank: Blank, checklist: Assessment, pen: Pen, width: int) -> str:
    heads = [pen.line("Head", blank.words["point"]), *(pen.line("Head", str(level)) for level in range(1, 6))]
    rows = [
        ([_point(blank, item, pen, f"{n}. "), *_levels(blank, item, pen)], 11)
        for n, item in enumerate(checklist.items, start=1)
    ]
    rated = table(blank.title, shared(width, (60, 53, 14, 53, 14, 53)), heads, rows)
    return rated + _axes(blank, checklist, pen, width)


def _levels(blank: Blank, item: Rated, pen: Pen) -> Iterator[str]:
    """A box for each level; those between have no words of their own."""
    about = item.text.in_(blank.lang)
    said: Sequence[Text | None] = (item.levels.one, None, item.levels.three, None, item.levels.five)
    for level, text in enumerate(said, start=1):
        box = pen.box(f"{level}: {about}", f"{item.id}--{level}")
        yield paragraph(box + (pen.run(" ") + pen.run(text) if text else ""), "Level")


def _axes(blank: Blank, checklist: Assessment, pen: Pen, width: int) -> str:
    """A table for the means, where items are gathered in dimensions."""
    if not checklist.dimensions:
        return ""
    axes = [one.text for one in checklist.dimensions] + [item.text for item in checklist.items if not item.dimension]
    heads = [pen.line("Head", blank.words[key]) for key in ("dimension", "rating")]
    rows = [([pen.line("Cell", axis), ""], 8) for axis in axes]
    return paragraph("", "Gap") + table(blank.words["dimension"], shared(width, (3, 1)), heads, rows)


def _worksheet(blank: Blank, checklist: Worksheet, pen: Pen, width: int) -> str:
    heads = [pen.line("Head", blank.words[key]) for key in ("field", "answer")]
    rows = [
        ([_point(blank, entry, pen), _field(blank, entry, pen)], HEIGHTS.get(entry.type, 0))
        for entry in checklist.items
    ]
    return table(blank.title, shared(width, (58, 116)), heads, rows)


def _field(blank: Blank, entry: Entry, pen: Pen) -> str:
    """Boxes for what can be chosen or ticked; else room to write in."""
    if entry.type == "check":
        box = pen.box(entry.text.in_(blank.lang), entry.id)
        return paragraph(box + pen.run(f" {blank.words['yes']}"), "Cell")
    named = [(choice.text.in_(blank.lang), f"{entry.id}--{choice.id}") for choice in entry.choices]
    boxes = [pen.box(*name) + pen.run(" ") for name in named]
    both = zip(boxes, entry.choices, strict=True)
    return "".join(paragraph(box + pen.run(choice.text), "Cell") for box, choice in both)
