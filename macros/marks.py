"""What was meant as a list, a heading or code on a page, and is none to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.fences import endless
from macros.pages import Page
from macros.problem import Problem
from macros.slips import ODD_SPACE, odd_space

# The sign of a list or a heading, as it is typed: with the space behind it, of whatever kind.
SIGN = re.compile(rf"(?P<indent>\s*)(?P<sign>[-*+]|\d{{1,3}}[.)]|#{{1,6}})(?={ODD_SPACE.pattern}|[ \t])\s")
# Signs that other programs begin the lines of a list with.
BULLETS = "•·‣▪●◦➢"
# They begin a line of what somebody says, too; several below each other are a list.
DASHES = "–—"


def problems(page: Page) -> Iterator[Problem]:
    """Yield odd spaces around the signs of lists and headings, other signs in their place, and code without an end."""
    for n in endless(page.body):
        fault = "the code fence begins here and never ends"
        remedy = "Write the same sign, three times or more, on a line of its own after the code."
        yield page.problem(n, 0, fault, remedy)
    for n, line in enumerate(page.lines):
        found = SIGN.match(line)
        if found and (odd := ODD_SPACE.search(found[0])):
            yield page.problem(n, odd.start(), *odd_space(odd[0]))
    for first, sign in _lists(page.lines):
        fault = f"`{sign}` does not begin an item of a list"
        remedy = "Begin each item with a hyphen and a space, `- `, and leave a line empty above the first."
        yield page.problem(first, page.lines[first].index(sign), fault, remedy)


def _lists(lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the first line of each list with other signs, and its sign."""
    before = ""
    for n, line in enumerate(lines):
        sign = _sign(line)
        if sign and sign != before and (sign in BULLETS or sign == _sign("".join(lines[n + 1 : n + 2]))):
            yield n, sign
        before = sign if line.strip() else before


def _sign(line: str) -> str:
    """What begins a line in place of a hyphen; a dash only with a space behind it."""
    words = line.lstrip()
    if words[:1] and words[0] in BULLETS + DASHES and words[1:].strip():
        return words[0] if words[0] in BULLETS or words[1].isspace() else ""
    return ""
