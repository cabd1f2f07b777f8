"""The headings of a Markdown page, with the ids that Python-Markdown gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pymdownx.slugs import slugify

# An odd space after the signs is one to Python-Markdown.
HEADING = re.compile(r"^(?P<level>#{1,6})\s*(?P<text>[^\s#].*?|)\s*#*\s*$")
# A line of `=` or `-` makes a heading of the line above it, where that begins a block.
UNDERLINE = re.compile(r"^(?:=+|-+)[ ]*$")
RULE = re.compile(r"^ {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,}) *$")
ATTRIBUTES = re.compile(r"\s*\{:?(?P<list>[^{}\n]*)\}\s*$")
_slug = slugify(case="lower")


@dataclass(frozen=True)
class Heading:
    """One heading; `line` counts from 1 in the file, and `given` says whether the editor wrote its id."""

    level: int
    text: str
    id: str
    line: int
    given: bool = False
    underlined: bool = False


def headings(lines: Iterable[str], first_line: int) -> Iterator[Heading]:
    """Yield the headings among a page's lines, the first of which stands on `first_line` of the file."""
    used: set[str] = set()
    # The first line of a block, where a line below can make a heading of it; one with `#` is a heading already.
    first, opens = "", True
    for n, line in enumerate(lines):
        if line[:1] == "#" and (found := HEADING.match(line)):
            yield _heading(len(found["level"]), found["text"], first_line + n, used)
            first, opens = "", True
        elif line[:1] in ("=", "-") and UNDERLINE.match(line) and first.strip() and "|" not in first:
            level = 1 if line.startswith("=") else 2
            yield _heading(level, first, first_line + n - 1, used, underlined=True)
            first, opens = "", True
        else:
            first, opens = line if opens else "", not line.strip() or bool(RULE.match(line))


def _heading(level: int, text: str, line: int, used: set[str], underlined: bool = False) -> Heading:
    attributes = ATTRIBUTES.search(text)
    given = re.search(r"#([^\s}]+)", attributes["list"]) if attributes else None
    text = ATTRIBUTES.sub("", text).strip()
    id = given[1] if given else _unique(_slug(_plain(text), "-"), used)
    used.add(id)
    return Heading(level, text, id, line, bool(given), underlined)


def _unique(id: str, used: set[str]) -> str:
    """Number an id that is taken, as Python-Markdown's `toc` does."""
    number, free = 1, id
    while not free or free in used:
        free = f"{id}_{number}"
        number += 1
    return free


def _plain(text: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*_`]", "", text)
