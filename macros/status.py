"""How far each tool is written in each language, and when it is to be read through again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content import Content
from macros.model import Tool
from macros.pages import Page
from macros.wording import wordings


@dataclass(frozen=True)
class Written:
    """A tool in one language: its page, if there is one, and how many of its texts are missing."""

    lang: str
    page: Page | None
    missing: int


@dataclass(frozen=True)
class Status:
    """One tool in all built languages."""

    id: str
    languages: tuple[Written, ...]
    due: datetime.date


def statuses(content: Content) -> Iterator[Status]:
    """Yield the tools in the order of the menu."""
    for id, tool in sorted(content.tools.items(), key=lambda item: _place(item[0], item[1], content)):
        written = tuple(_written(id, tool, lang, content) for lang in content.site.built)
        yield Status(id, written, a_year_after(tool.reviewed))


def a_year_after(date: datetime.date) -> datetime.date:
    """Return the same day a year later; from 29 February, the 28th."""
    try:
        return date.replace(year=date.year + 1)
    except ValueError:
        return date.replace(year=date.year + 1, day=28)


def _place(id: str, tool: Tool, content: Content) -> tuple[int, int, str]:
    phases = content.vocabulary.phases
    number = next(n for n, phase in enumerate(phases) if phase.id == tool.phase)
    order = phases[number].order
    return number, order.index(id) if id in order else len(order), id


def _written(id: str, tool: Tool, lang: str, content: Content) -> Written:
    page = next((page for page in content.pages[lang] if page.front.tool == id and not page.borrowed), None)
    return Written(lang, page, sum(not text.root.get(lang) for _, text in wordings(tool)))
