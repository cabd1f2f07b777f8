"""Where what readers see is written: the file and the line of each section and of each checklist."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from macros.headings import Heading
from macros.pages import Page
from macros.source import Loc, Source

# What stands for the tool itself among its checklists, as in a municipality's changes.
ITSELF = "."


class Place(NamedTuple):
    """A file relative to the repository, and a line from 1."""

    file: str
    line: int


def of_tool(source: Source) -> dict[str, Place]:
    """Return where each checklist of a tool is written, and under `.` the tool itself.

    What a municipality changes is written in its own file: where that first speaks of the checklist.
    """
    data = source.data if isinstance(source.data, Mapping) else {}
    ids: dict[Loc, str] = {("checklists", n): str(one["id"]) for n, one in enumerate(data.get("checklists") or ())}
    found = {ITSELF: Place(source.file, 1)} | {
        id: Place(source.file, source.place(loc).line) for loc, id in ids.items()
    }
    own: dict[str, Place] = {}
    for loc, mark in source.marks.items() if len(source.files) > 1 else ():
        if mark.file != source.file:
            name, place = ids.get(loc[:2], ITSELF), Place(mark.file, mark.line)
            own[name] = min(own.get(name, place), place)
    return found | own


def of_section(page: Page, heading: Heading) -> Place:
    """Return where a section is written: at its heading, or where a municipality first changes it."""
    start = heading.line - page.first_line
    behind = [other.line for other in page.headings if other.level == 2 and other.line > heading.line]
    lines = page.written[start : behind[0] - page.first_line if behind else None]
    own = next((line for line in lines if line.file != page.file and line.text.strip()), None)
    return Place(own.file, own.number) if own else Place(*page.mark(heading.line)[:2])
