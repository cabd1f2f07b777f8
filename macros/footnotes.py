"""Footnotes in a page: each note is used, and each mark has its note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.pages import Page
from macros.problem import Problem

NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s]+)\]:")
MARK = re.compile(r"\[\^(?<!\\\[\^)(?P<name>[^\]\s]+)\](?!:)")


def problems(page: Page) -> Iterator[Problem]:
    """Yield marks without a note, and notes without a mark."""
    notes: dict[str, tuple[int, int]] = {}
    marks: dict[str, tuple[int, int]] = {}
    for n, line in enumerate(page.lines):
        if found := NOTE.match(line):
            notes.setdefault(found["name"], (n, 0))
        for mark in MARK.finditer(line):
            marks.setdefault(mark["name"], (n, mark.start()))
    for name, place in notes.items():
        if name not in marks:
            remedy = f"Write `[^{name}]` where it belongs."
            yield page.problem(*place, f"the note `[^{name}]` is used nowhere", remedy)
    for name, place in marks.items():
        if name not in notes:
            remedy = f"Write `[^{name}]: …` on a line of its own."
            yield page.problem(*place, f"`[^{name}]` has no note", remedy)
