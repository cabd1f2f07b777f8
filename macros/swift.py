"""Python-Markdown without needless work: a text is searched only for what its signs could be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    ListIndentProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import build_inlinepatterns
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString
from pymdownx.details import DetailsProcessor
from pymdownx.superfences import SuperFencesCodeBlockProcessor

# What a text has in it, one or the other, where each of Markdown's own patterns finds something, by its name.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
FOOTNOTE = {r"\[\^([^\]]*)\]": ("[^",)}
# What a block has in it, one or the other, that is of each of the kinds that there are; a tab is an indent.
BLOCKS: Mapping[type[BlockProcessor], tuple[str, ...]] = {
    AdmonitionProcessor: ("!!!", "\t"),
    DetailsProcessor: ("???", "\t"),
    ListIndentProcessor: ("\t",),
    DefListIndentProcessor: ("\t",),
    SuperFencesCodeBlockProcessor: ("\t",),
    TableProcessor: ("|",),
    HashHeaderProcessor: ("#",),
    SetextHeaderProcessor: ("\n",),
    DefListProcessor: (": ",),
    BlockQuoteProcessor: (">",),
    FootnoteBlockProcessor: ("[^",),
    AbbrBlockprocessor: ("*[",),
    ReferenceProcessor: ("]:",),
}
HEADINGS = {f"h{n}" for n in range(1, 7)}


class Swift(Extension):  # type: ignore[misc]
    """For a site's pages; extensions that add marks of their own work as ever. It must be the last one."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take the place of what parts a page into blocks, searches its texts, and lists its headings."""
        md.is_block_level = cache(md.is_block_level)  # each element is asked several times; there are few kinds
        md.parser.parseBlocks = _Blocks(md.parser).parse
        md.treeprocessors.register(_Searched(md), "inline", 20)
        if "toc" in md.treeprocessors:
            md.treeprocessors.register(_Headed(md, md.treeprocessors["toc"]), "toc", 5)


class _Blocks:
    def __init__(self, parser: BlockParser) -> None:
        self.parser = parser

    @cached_property
    def _each(self) -> list[tuple[str, BlockProcessor]]:
        """The kinds of blocks in their order, by each of their signs; one that is not known here may be any block."""
        indent = " " * self.parser.md.tab_length
        found = ((BLOCKS.get(type(one), ("",)), one) for one in self.parser.blockprocessors)
        return [(sign.replace("\t", indent), one) for signs, one in found for sign in signs]

    def parse(self, parent: Element, blocks: list[str]) -> None:
        """Parse blocks as `BlockParser.parseBlocks` does."""
        while blocks:
            for sign, one in self._each:
                if sign in blocks[0] and one.test(parent, blocks[0]) and one.run(parent, blocks) is not False:
                    break


class _Searched(InlineProcessor):  # type: ignore[misc]
    @cached_property
    def _each(self) -> list[tuple[Any, str, str]]:
        """The patterns, and the signs of each; one that is not known here may find something in any text."""
        own = build_inlinepatterns(self.md)
        known = {own[name].pattern: signs for name, signs in SIGNS.items()} | FOOTNOTE
        found = ((one, known.get(one.pattern, ("",))) for one in self.inlinePatterns)
        return [(one, signs[0], signs[-1]) for one, signs in found]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(sign) for _, *signs in self._each for sign in signs))

    # The names are private in Markdown; a test tells when they change.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not self._any.search(data):
            return data
        start = 0
        for n in range(patternIndex, len(self._each)):
            pattern, sign, other = self._each[n]
            found = sign in data or other in data
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
