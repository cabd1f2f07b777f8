"""What a reader is told of a translation that has fallen behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.pages import Page
from macros.translations import origins
from macros.translations.standing import Translation, of_page, of_tool
from macros.translations.states import MOVED, State

if TYPE_CHECKING:
    from macros.content import Content


@dataclass(frozen=True)
class Behind:
    """What of a page is older than its source: sections by id, and things in its tool's checklists.

    `source` is the page in the language `origin`, where the site has that.
    """

    origin: str = ""
    source: Page | None = None
    sections: Mapping[str, State] = field(default_factory=dict)
    items: frozenset[str] = frozenset()

    @property
    def is_mixed(self) -> bool:
        """Whether some sections are still in the other language."""
        return "missing" in self.sections.values()

    def __bool__(self) -> bool:
        return bool(self.sections or self.items)


def behind(content: Content, page: Page, items: frozenset[str]) -> Behind:
    """Return what a reader of a page is told; nothing, where it is an original or says the same as its source.

    Args:
        content: the site's content.
        page: the page.
        items: what is older in its tool, as `things` tells.
    """
    if page.borrowed:
        return Behind()
    group = content.written_kin.group(page)
    origin = origins.of_pages(content, group)
    if origin == page.lang or not page.key:
        return Behind(items=items)
    found = of_page(content, group, page.lang)
    told = [part for part in found.parts if part.state in (*MOVED, "missing") and part.unit.said.get(page.lang)]
    sections = {part.unit.id: part.state for part in told}
    return Behind(origin, group[origin] if origin in content.pages else None, sections, items)


def things(content: Content, tool: str, lang: str) -> frozenset[str]:
    """Return the ids of what is older than its source in a tool: items, fields, columns, whole checklists."""
    if tool not in content.tools or content.tools[tool].origin == lang:
        return frozenset()
    return frozenset(_owner(part.unit.id) for part in _of(content, tool, lang).moved)


def _of(content: Content, tool: str, lang: str) -> Translation:
    return of_tool(content, tool, content.tools[tool], lang)


def _owner(id: str) -> str:
    """What a part belongs to: an item, a column; the tool's own parts belong to themselves."""
    return id.partition(".")[0].partition("/")[0]
