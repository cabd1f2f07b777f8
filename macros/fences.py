"""A page's text without its code and comments: in these, nothing means what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

FENCE = re.compile(r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})")


def unfenced(body: str) -> Iterator[str]:
    """Yield the body's lines, with code and comments emptied; columns stay as they are.

    A fence that never ends is text, as it is to Python-Markdown, and so is what follows it.
    """
    lines = _uncommented(body).split("\n")
    if "`" not in body and "~~~" not in body:
        yield from lines
        return
    code = {n for first, last in _fences(lines) for n in range(first, (first if last is None else last) + 1)}
    for n, line in enumerate(lines):
        yield "" if n in code else re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", _blank, line)


def endless(body: str) -> list[int]:
    """Return the lines, from 0, on which code begins that never ends."""
    if "```" not in body and "~~~" not in body:
        return []
    return [first for first, last in _fences(_uncommented(body).split("\n")) if last is None]


def _fences(lines: list[str]) -> Iterator[tuple[int, int | None]]:
    """Yield the lines on which code begins and ends; None where it does not end before other code begins."""
    at = 0
    while at < len(lines):
        if found := FENCE.match(lines[at]):
            last = _end(lines, at + 1, found["fence"])
            yield at, last
            at = at if last is None else last
        at += 1


def _end(lines: list[str], at: int, fence: str) -> int | None:
    for n in range(at, len(lines)):
        found = FENCE.match(lines[n])
        if found and found["fence"].startswith(fence):
            named = lines[n][found.end() :].strip()
            if not named:
                return n
            if found["fence"] == fence and "`" not in named:
                return None
    return None


def _uncommented(body: str) -> str:
    left, at = [], 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        left += [body[at:start], re.sub(r"[^\n]", " ", body[start : end + 3])]
        at = end + 3
    return "".join([*left, body[at:]])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
