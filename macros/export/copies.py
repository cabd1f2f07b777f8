"""The blank copies of one language: which there are, where they lie, how large they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from macros.addresses import Address, Here, page_address
from macros.called import calls
from macros.content import Content
from macros.export import blank, store
from macros.export.blank import Blank
from macros.model import AnyChecklist
from macros.pages import Page


class Copy(NamedTuple):
    """A copy as a page links to it: its format, its link, its size in words, and what to call the file."""

    format: str
    link: str
    size: str
    name: str


@dataclass(frozen=True)
class Copies:
    """The copies of the checklists that the language's pages show; `address` says where a page stands."""

    content: Content
    lang: str
    address: Callable[[Page], Address]

    def of(self, here: Here, tool_id: str, checklist: AnyChecklist) -> list[Copy]:
        """Return the copies of one checklist as links from `here`; none, if no page of the language shows it."""
        if (tool_id, checklist.id) not in self._shown:
            return []
        return list(self._copies(here, tool_id, checklist))

    def files(self) -> dict[str, bytes]:
        """Return all copies by their path below the language's folder."""
        return {
            _path(tool_id, id, ending): store.kept(self.content.root, self._blank(tool_id, one), ending).read_bytes()
            for tool_id, id in self._shown
            for one in self.content.tools[tool_id].checklists
            if one.id == id
            for ending in store.FORMATS
        }

    @cached_property
    def _shown(self) -> Mapping[tuple[str, str], Page]:
        """The page that shows each checklist, by tool and checklist: the tool's own page, else the first."""
        found: dict[tuple[str, str], Page] = {}
        for page in self.content.pages[self.lang]:
            for args, _ in calls(page, "checklist"):
                tool_id = args.get("tool") or page.front.tool or ""
                if tool_id not in self.content.tools:
                    continue
                if tool_id == page.front.tool or (tool_id, args["id"]) not in found:
                    found[tool_id, args["id"]] = page
        return found

    def _copies(self, here: Here, tool_id: str, checklist: AnyChecklist) -> Iterator[Copy]:
        made = self._blank(tool_id, checklist)
        for ending, format in store.FORMATS.items():
            size = store.kept(self.content.root, made, ending).stat().st_size
            link = here.to(page_address(self.lang, _path(tool_id, checklist.id, ending)))
            yield Copy(format, link, f"{max(1, round(size / 1000))}\u00a0kB", f"{made.file_name}.{ending}")

    def _blank(self, tool_id: str, checklist: AnyChecklist) -> Blank:
        page = self._shown[tool_id, checklist.id]
        return blank.of(self.content, self.lang, tool_id, checklist, self.content.site.root + self.address(page))


def _path(tool_id: str, checklist_id: str, ending: str) -> str:
    """Return where a copy lies below the language's folder."""
    return f"files/{tool_id}--{checklist_id}.{ending}"
