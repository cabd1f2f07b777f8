"""A page's text without its code and comments: in these, nothing means what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

FENCE = re.compile(r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})")


def unfenced(body: str) -> Iterator[str]:
    """Yield the body's lines, with code and comments emptied; columns stay as they are."""
    fence = ""
    for line in _uncommented(body).split("\n"):
        found = FENCE.match(line)
        if fence:
            if found and found["fence"].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            yield ""
        elif found:
            fence = found["fence"]
            yield ""
        else:
            yield re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", _blank, line)


def _uncommented(body: str) -> str:
    left, at = [], 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        left += [body[at:start], re.sub(r"[^\n]", " ", body[start : end + 3])]
        at = end + 3
    return "".join([*left, body[at:]])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
