"""Cut the template code out of a page: where each piece begins, and what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

# A call ends in its paragraph and may hold braces between quotation marks; what is left is not closed.
PIECE = re.compile(
    r"(?P<raw>\{%[-+]?\s*raw\s*[-+]?%\})"
    r"|(?P<call>\{\{(?:\"[^\"\n]*\"|'[^'\n]*'|(?!\}\}|\{\{|\{%|\n\s*\n)[^\"'])*\}\})"
    r"|(?P<statement>\{%(?:(?!%\}|\{\{|\{%|\n\s*\n).)*%\})"
    r"|(?P<comment>\{#(?:(?!\{#).)*?#\})"
    r"|(?P<open>\{\{|\{%|\{#)",
    re.DOTALL,
)
END_OF_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")


class Piece(NamedTuple):
    """One piece of template code: `raw`, `call`, `statement`, `comment`, or `open` where it is not closed.

    `start` counts letters from 0 in the body, `line` and `column` too.
    """

    kind: str
    text: str
    start: int
    line: int
    column: int


def pieces(body: str) -> Iterator[Piece]:
    """Yield the template code of a page in its order; what stands between `raw` and `endraw` is none."""
    for kind, start, end in cut(body):
        if kind != "raw":
            yield Piece(kind, body[start:end], start, *place(body, start))


def place(body: str, start: int) -> tuple[int, int]:
    """Return line and column from 0 of a letter."""
    return body.count("\n", 0, start), start - (body.rfind("\n", 0, start) + 1)


def without(body: str) -> str:
    """Return the body with spaces in place of template code, raw or not; places stay as they are."""
    left, at = [], 0
    for _, start, end in cut(body):
        left += [body[at:start], re.sub(r"[^\n]", " ", body[start:end])]
        at = end
    return "".join([*left, body[at:]])


@lru_cache(maxsize=10_000)
def cut(body: str) -> Sequence[tuple[str, int, int]]:
    """Return kind, start and end of each piece."""
    return tuple(_cut(body))


def _cut(body: str) -> Iterator[tuple[str, int, int]]:
    last = max((found.start() for found in END_OF_RAW.finditer(body)), default=-1)
    at = 0
    while found := PIECE.search(body, at):
        kind, at = str(found.lastgroup), found.end()
        if kind == "raw":
            closed = END_OF_RAW.search(body, at) if at <= last else None
            kind, at = ("raw", closed.end()) if closed else ("statement", at)
        yield kind, found.start(), at
