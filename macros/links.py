"""The links in a page: what they lead to, and where that stands in the text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple
from urllib.parse import unquote

from macros.pages import Page

# `](target "title")`, over line ends too, as Python-Markdown reads it.
TARGET = re.compile(
    r"\](?<!\\\])\(\s*(?P<target><[^<>\n]*>|(?:[^()\n]|\([^()\n]*\))*?)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]^][^\]]*)\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
AUTOMATIC = re.compile(r"<(?P<target>[hH][tT][tT][pP][sS]?://[^<>\s]*)>")


class Link(NamedTuple):
    """A target, and where it begins in the body."""

    target: str
    start: int


def links(page: Page) -> Iterator[Link]:
    """Yield what the page's links lead to, and where that begins in the body; code counts for nothing."""
    body = "\n".join(page.lines)
    for found in TARGET.finditer(body):
        if is_opened(body, found.start()):
            yield Link(found["target"].strip("<>").strip(), found.start("target"))
    for found in [*definitions(body), *AUTOMATIC.finditer(body)]:
        yield Link(found["target"].strip("<>"), found.start("target"))


def definitions(body: str) -> Iterator[re.Match[str]]:
    """Yield the links that a page explains by themselves, as few pages do."""
    return DEFINITION.finditer(body) if "]:" in body else iter(())


def anchors(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the sections that the page links to: the path of the page below `docs/<lang>/`, and the id."""
    for link in links(page):
        path, _, anchor = link.target.partition("#")
        if anchor:
            yield src_of(page, path), unquote(anchor)


def retargeted(page: Page, ways: Sequence[Callable[[str], str]]) -> str:
    """Return the page's body, each link's target led through all these ways."""
    body = page.body
    for link in sorted(links(page), key=lambda one: -one.start):
        at = body.index(link.target, link.start)
        body = body[:at] + reduce(lambda target, way: way(target), ways, link.target) + body[at + len(link.target) :]
    return body


def is_opened(body: str, end: int) -> bool:
    """Whether the bracket that closes at `end` is opened in the same paragraph."""
    at = body.rfind("[", 0, end)
    between = body[max(at - 1, 0) : end]
    if at >= 0 and "]" not in between and "\\" not in between and "\n\n" not in between:
        return True  # as nearly always
    depth = 0
    for at in range(end, max(body.rfind("\n\n", 0, end), 0) - 1, -1):
        escaped = body[at - 1 : at] == "\\"
        depth += {"]": 1, "[": -1}.get(body[at], 0) if not escaped else 0
        if depth == 0 and not escaped:
            return True
    return False


def src_of(page: Page, path: str) -> str:
    """Return the path below `docs/<lang>/` of what a page links to; without a path, that is the page itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.src), unquote(path))) if path else page.src
