"""Making HTML of Markdown faster changes nothing in it."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor
from mkdocs.structure import pages

from macros import generator
from macros.swift import BLOCKS, Swift
from tests.conftest import ROOT

EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc"),
    *("pymdownx.details", "pymdownx.superfences"),
]
# Each mark of Markdown, and what stands between.
PIECES = st.sampled_from(
    [
        *"`\\[]()!<>&*_{}:#|-.~^ \n\t",
        *("  \n", "\n\n", "    ", "[^1]", "[^1]: ", "*[ord]: ", "[ord]: /x", "&amp;", "[TOC]", "## Mål", "\n===\n"),
        *("!!! note\n", "??? note\n", "\n: ", "a | b\n---|---\n", "\n- ", "\n> ", "\n```\n"),
    ]
)
TEXT = st.lists(PIECES | st.sampled_from(["ord", "ø", "1. ", "https://x.dk", "a@b.dk"]), max_size=40).map("".join)

EVERY = """
!!! note

    Et afsnit.

    Et til.

??? note

    Et afsnit.

    Et til.

- Et punkt

    med mere.

ord
:   Hvad det er,

    og mere.

a | b
--|--
1 | 2

# Mål

Mål
===

> Citat[^1]

    kode

[^1]: Note.

*[Citat]: ord

[ord]: https://x.dk

Et [ord].
"""


class Called(BlockProcessor):  # type: ignore[misc]
    """A kind of block that plain Markdown does not have."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is shouted."""
        return block.isupper()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make it a call."""
        SubElement(parent, "strong").text = blocks.pop(0)


class Struck(Extension):  # type: ignore[misc]
    """A mark and a kind of block that plain Markdown does not have."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Let `~~this~~` be struck out, and SHOUTS stand out."""
        md.parser.blockprocessors.register(Called(md.parser), "called", 15)
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(.+?)~~", "del"), "del", 50)


def html(text: str, *more: Any) -> str:
    made: str = Markdown(extensions=[*EXTENSIONS, *more]).convert(text)
    return made


@given(TEXT)
@example(EVERY)
def test_what_is_left_alone_would_not_have_changed(text: str) -> None:
    assert html(text, Swift()) == html(text)


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_every_page_of_the_project_is_the_same(lang: str) -> None:
    for path in sorted((ROOT / "docs" / lang).rglob("*.md")):
        text = path.read_text()
        assert html(text, Swift()) == html(text), path


def test_what_an_extension_adds_is_found() -> None:
    assert html("det ~~gamle~~ nye", Swift(), Struck()) == "<p>det <del>gamle</del> nye</p>"
    assert html("NU", Swift(), Struck()) == "<strong>NU</strong>"


def test_each_sign_is_of_a_kind_of_block_that_there_is() -> None:
    kinds = {type(one) for one in Markdown(extensions=EXTENSIONS).parser.blockprocessors}
    assert BLOCKS.keys() <= kinds


def test_nothing_is_looked_for_that_no_letter_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    apply, lists = InlineProcessor._InlineProcessor__applyPattern, TocTreeprocessor.run

    def noted(self: Any, pattern: Any, *rest: Any) -> Any:
        looked.append(type(pattern).__name__)
        return apply(self, pattern, *rest)

    def listed(self: Any, root: Any) -> None:
        looked.append("toc")
        lists(self, root)

    def tested(self: Any, parent: Any, block: Any) -> bool:
        looked.append(type(self).__name__)
        return False

    for kind in BLOCKS:
        if kind is not HashHeaderProcessor:
            monkeypatch.setattr(kind, "test", tested)
    monkeypatch.setattr(InlineProcessor, "_InlineProcessor__applyPattern", noted)
    monkeypatch.setattr(TocTreeprocessor, "run", listed)
    assert html("## Mål {: #maal }\n\nEn `by`.", Swift()) == '<h2 id="maal">Mål</h2>\n<p>En <code>by</code>.</p>'
    assert looked == ["BacktickInlineProcessor"] * 2
    assert html("## Mål\n", Swift()) == '<h2 id="mal">Mål</h2>'
    assert looked[2:] == ["toc"]


def test_one_markdown_makes_all_pages_and_nothing_of_one_is_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "markdown", pages.markdown)  # type: ignore[attr-defined]
    generator.make_one_markdown()
    make: Any = pages.markdown.Markdown  # type: ignore[attr-defined]
    first = "## Mål\n\nEn KL[^1] [side].\n\n*[KL]: forening\n\n[^1]: Note.\n\n[side]: x.md\n"
    second = "## Mål\n\nEn KL[^1] [side].\n"
    settings: dict[str, Any] = {"extensions": EXTENSIONS, "extension_configs": {}}
    assert [make(**settings).convert(text) for text in (first, second)] == [html(first), html(second)]
    assert make(**settings) is make(**settings)
    assert make(**settings) is not make(**{**settings, "extensions": []})
