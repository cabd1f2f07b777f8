"""Cut a page into passages of prose: without code, macro calls, addresses, and what is marked as another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from macros.fences import unfenced
from macros.pages import Page
from macros.pieces import place, without

Kind = Literal["prose", "heading", "row", "summary", "wording"]
# What stands right before an attribute list in a line: emphasis, or a link.
INLINE = r"(?:\*{1,3}[^*\n]+\*{1,3}|\b_{1,3}[^_\n]+_{1,3}|\[[^\]\n]*\]\([^)\n]*\))"
LANG = r"\{:[^{}\n]*\blang=[^{}\n]*\}"
# Passages in another language, as `*Anteckningar*{: lang="sv" }` or an element with `lang`.
ELSEWHERE = re.compile(rf"{INLINE}{LANG}|<(\w+)\s[^<>]*\blang=[^<>]*>.*?</\1>", re.DOTALL)
# Attributes, links' targets and definitions, marks of footnotes, addresses, tags, values' names. Each begins with a
# letter, and only then asks what stands before it: so they are found ten times as fast.
NO_PROSE = re.compile(
    r"\{:[^{}\n]*\}|\((?<=\]\()[^)\n]*\)|\[(?<=\]\[)[^\]\n]*\]"
    r"|\[(?:(?<=^\[)|(?<=^ \[)|(?<=^ {2}\[)|(?<=^ {3}\[))[^\]\n]+\]:.*$|\[\^[^\]\n]+\]"
    r"|<https?://[^\s>]+>?|https?://[^\s>]+>?|</?[a-zA-Z][^<>\n]*>|\{\w+\}",
    re.MULTILINE,
)
# The kind of a box.
BOX = re.compile(r"^[ \t]*(?:!!!|\?\?\?)\+?[ \t]+\w+", re.MULTILINE)
HEADING = re.compile(r"\s*(?:#{1,6}\s|(?:!!!|\?\?\?)\+?\s)")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\n]+\]:")
ROW = re.compile(r"\s*\|")
# Where a passage begins though no empty line stands before it.
BEGIN = re.compile(r"\s*(?:>\s*)*(?:[-*+]|\d+[.)]|:)\s+")
# The marks of quotations, lists and headings.
MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+|^[ \t]*(?:[-*+]|\d+[.)]|:|#{1,6})(?=\s)", re.MULTILINE)
LETTER = re.compile(r"[^\W\d_]")


class Block(NamedTuple):
    """A passage; `line` and `column` from 0 in the body are where its first letter stands, and where `text` begins.

    In `text`, what is no prose has become spaces, so that lines and columns stay as they are.
    """

    kind: Kind
    text: str
    line: int
    column: int


def blocks(page: Page) -> Iterator[Block]:
    """Yield the passages of a page in their order; a footnote is a row, since it is literature more than prose."""
    raw = list(unfenced(without(page.body)))
    text = ELSEWHERE.sub(_blank, "\n".join(raw))
    shown = MARKS.sub(_blank, masked(text)).split("\n")
    kept = text.split("\n")
    titles = {heading.line - page.first_line for heading in page.headings}
    for first, end in _spans(kept, titles):
        if re.search(LANG, "\n".join(kept[first:end])):
            continue
        words = "\n".join(shown[first:end])
        if found := LETTER.search(words):
            line, column = place(words, found.start())
            yield Block(_kind(kept[first], first in titles), words[found.start() :], first + line, column)


def masked(text: str) -> str:
    """Return a text with spaces in place of what is no prose."""
    if "!!!" in text or "???" in text:
        text = BOX.sub(_blank, text)
    return NO_PROSE.sub(_blank, text)


def _spans(lines: list[str], titles: set[int]) -> Iterator[tuple[int, int]]:
    """Yield where each passage begins and ends, in lines."""
    first = 0
    for n, line in enumerate(lines):
        alone = n in titles or HEADING.match(line) or ROW.match(line)
        after_alone = n - 1 in titles or (n and (HEADING.match(lines[n - 1]) or ROW.match(lines[n - 1])))
        if alone or after_alone or not line.strip() or BEGIN.match(line) or FOOTNOTE.match(line):
            yield first, n
            first = n
    yield first, len(lines)


def _kind(line: str, title: bool) -> Kind:
    if title or HEADING.match(line):
        return "heading"
    return "row" if ROW.match(line) or FOOTNOTE.match(line) else "prose"


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
