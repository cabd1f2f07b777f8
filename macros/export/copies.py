"""The blank copies of one language: which there are, where they lie, how large they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from macros.addresses import Address, Here, page_address
from macros.called import calls
from macros.content import Content
from macros.export import blank, store
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
    _kept: dict[tuple[str, str], Mapping[str, tuple[Path, str]]] = field(default_factory=dict, init=False, repr=False)

    def of(self, here: Here, tool_id: str, checklist: AnyChecklist) -> list[Copy]:
        """Return the copies of one checklist as links from `here`; none, if no page of the language shows it."""
        if (tool_id, checklist.id) not in self._shown:
            return []
        return list(self._copies(here, tool_id, checklist))

    def files(self) -> dict[str, Path]:
        """Return where all copies are kept, by their path below the language's folder."""
        return {
            _path(tool_id, id, ending): path
            for tool_id, id in self._shown
            for one in self.content.tools[tool_id].checklists
            if one.id == id
            for ending, (path, _) in self._made(tool_id, one).items()
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
        for ending, (path, name) in self._made(tool_id, checklist).items():
            link = here.to(page_address(self.lang, _path(tool_id, checklist.id, ending)))
            size = f"{max(1, round(path.stat().st_size / 1000))}\u00a0kB"
            yield Copy(store.FORMATS[ending], link, size, name)

    def _made(self, tool_id: str, checklist: AnyChecklist) -> Mapping[str, tuple[Path, str]]:
        """Where the copies of a checklist are kept, and what to call them, by ending; each made once."""
        key = (tool_id, checklist.id)
        if key not in self._kept:
            address = self.content.site.root + self.address(self._shown[key])
            made = blank.of(self.content, self.lang, tool_id, checklist, address)
            kept = ((ending, store.kept(self.content.root, made, ending)) for ending in store.FORMATS)
            self._kept[key] = {ending: (path, f"{made.file_name}.{ending}") for ending, path in kept}
        return self._kept[key]


def _path(tool_id: str, checklist_id: str, ending: str) -> str:
    """Return where a copy lies below the language's folder."""
    return f"files/{tool_id}--{checklist_id}.{ending}"
