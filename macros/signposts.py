"""Where a page leads its readers in words: to the tools, phase by phase, and to the pages at its foot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from macros import spoken
from macros.addresses import Address
from macros.content import Content
from macros.fields import Text, Told
from macros.landmarks import Landmarks
from macros.model import Tool
from macros.pages import Page
from macros.refs import ToolRef
from macros.vocabulary import Phase


class Signposts(Landmarks):
    """The links of one language's pages; `refs` are those to all tools by id, to hidden ones too."""

    def __init__(self, content: Content, lang: str, directories: bool = True) -> None:
        super().__init__(content.pages[lang], lang, directories)
        self.content = content
        tools = {**content.tools, **content.hidden_tools}
        self.refs: Mapping[str, ToolRef] = {id: self._ref(id, tool) for id, tool in tools.items()}

    def phases(self) -> list[tuple[Phase, list[ToolRef]]]:
        """The phases in order, each with its tools that have a page."""
        found = []
        for phase in self.content.vocabulary.phases:
            listed = {id: n for n, id in enumerate(phase.order)}
            ids = [id for id, tool in self.content.tools.items() if tool.phase == phase.id and self.refs[id].address]
            ids.sort(key=lambda id: (listed.get(id, len(listed)), id))
            found.append((phase, [self.refs[id] for id in ids]))
        return found

    @cached_property
    def listed(self) -> list[ToolRef]:
        """The tools that have a page, in the order of the phases."""
        return [ref for _, refs in self.phases() for ref in refs]

    @cached_property
    def foot(self) -> list[tuple[str, Address]]:
        """Titles and addresses of the pages listed at the foot."""
        return [(self.title(page), self.address(page)) for page in self.pages if page.front.foot]

    def title(self, page: Page) -> str:
        """The title of a page about no tool, for another page."""
        return self.said(Told(page.front.title or "", page.spoken))

    def said(self, text: Text | Told) -> str:
        """The words of a text for a page, marked when they are in another language."""
        return spoken.said(text, self.lang)

    def _ref(self, id: str, tool: Tool) -> ToolRef:
        by_lang = self.content.kin.of_tool(id)
        page = by_lang.get(self.lang) or next(iter(by_lang.values()), None)
        title = tool.title.told(page.lang if page else self.lang)
        address = self.address(page) if page else None
        return ToolRef(id, tool, title, tool.summary.told(self.lang), address, page.spoken if page else self.lang)
