"""The sections of a page, as a translator reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from macros.overlay.body import cut
from macros.pages import Page
from macros.translations.essence import essence

# What stands above a page's first section.
TOP = "_top"


class Section(NamedTuple):
    """A section of a page: its heading, what it says, the line on which it begins, and its text as it is written."""

    heading: str
    text: str
    line: int
    written: str

    @property
    def said(self) -> str:
        """What is to be translated."""
        return f"{self.heading}\n{self.text}" if self.heading else self.text


def sections_of(page: Page) -> Mapping[str, Section]:
    """Return the sections of a page by their ids; cut once."""
    if "sections" not in page.memo:
        page.memo["sections"] = _cut(page)
    found: Mapping[str, Section] = page.memo["sections"]
    return found


def _cut(page: Page) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for section in cut(page):
        heading, lines = section.heading, [line.text for line in section.text]
        text = essence(lines)
        if heading:
            written = "\n".join([*(line.text for line in section.head), "", *lines])
            # A heading with nothing below it is not written yet, and says nothing.
            title = heading.text if any(map(str.strip, lines)) else ""
            found[heading.id] = Section(title, text, heading.line, written)
        elif text.strip():
            found[TOP] = Section("", text, section.text[0].number, "\n".join(lines))
    return found
