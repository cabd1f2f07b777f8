"""Python-Markdown without needless work: a text is searched only for what some letter of it could begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import build_inlinepatterns
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

# What each of Markdown's own patterns begins with, by its name.
SIGNS: Mapping[str, str] = {
    "backtick": "`",
    "escape": r"\\",
    "reference": r"\[",
    "link": r"\[",
    "image_link": r"!\[",
    "image_reference": r"!\[",
    "short_reference": r"\[",
    "short_image_ref": r"!\[",
    "autolink": "<",
    "automail": "<",
    "linebreak": r"  \n",
    "html": "<",
    "entity": "&",
    "em_strong": r"[*_]",
}
FOOTNOTE = {r"\[\^([^\]]*)\]": r"\[\^"}
HEADINGS = {f"h{n}" for n in range(1, 7)}


class Swift(Extension):  # type: ignore[misc]
    """For a site's pages; extensions that add marks of their own work as ever. It must be the last one."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of what searches the text of a page, and of what lists its headings."""
        md.treeprocessors.register(_Searched(md), "inline", 20)
        if "toc" in md.treeprocessors:
            md.treeprocessors.register(_Headed(md, md.treeprocessors["toc"]), "toc", 5)


class _Searched(InlineProcessor):  # type: ignore[misc]
    @cached_property
    def _each(self) -> list[tuple[Any, re.Pattern[str]]]:
        """The patterns, and what each begins with; one that is not known here may begin with anything."""
        own = build_inlinepatterns(self.md)
        known = {own[name].pattern: sign for name, sign in SIGNS.items()} | FOOTNOTE
        return [(one, re.compile(known.get(one.pattern, ""))) for one in self.inlinePatterns]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(sign.pattern for _, sign in self._each))

    # The names are private in Markdown; a test tells when they change.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not self._any.search(data):
            return data
        start = 0
        for n in range(patternIndex, len(self._each)):
            pattern, sign = self._each[n]
            found = sign.search(data) is not None
            while found:
                data, found, start = self._InlineProcessor__applyPattern(pattern, data, n, start)
        return data


class _Headed(Treeprocessor):  # type: ignore[misc]
    """Lists the headings of a page, which also gives them ids, only where one has none or a page shows the list."""

    def __init__(self, md: Markdown, toc: Treeprocessor) -> None:
        super().__init__(md)
        self.toc = toc

    def run(self, root: Element) -> None:
        headings = [one for one in root.iter() if one.tag in HEADINGS]
        shown = any(self.toc.marker in line for line in self.md.lines)
        if shown or not all("id" in one.attrib and "data-toc-label" not in one.attrib for one in headings):
            self.toc.run(root)
