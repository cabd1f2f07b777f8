"""What was meant as a link on a page, and is none to Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.files import DOCUMENTS, PAGES
from macros.links import TARGET, is_opened
from macros.pages import Page
from macros.pieces import place
from macros.problem import Problem, shown

ENDINGS = "|".join(ending[1:] for ending in PAGES + DOCUMENTS)
ADDRESS = rf"(?:https?://[^\s()\[\]]+|#[\w-]+|[^\s()\[\]]+\.(?:{ENDINGS})(?:#[\w-]*)?)"
APART = re.compile(rf"\[(?P<words>[^\[\]\n]+)\][ \t]+\((?P<target>{ADDRESS})\)")
SWAPPED = re.compile(rf"\((?P<words>[^()\n]+)\)[ \t]*\[(?P<target>{ADDRESS})\]")


def problems(page: Page) -> Iterator[Problem]:
    """Yield links that are not closed, torn apart, or have the brackets of one half at the other."""
    body = "\n".join(page.lines)
    for found in re.finditer(r"\](?<!\\\])\(", body):
        if not TARGET.match(body, found.start()) and is_opened(body, found.start()):
            remedy = "Write `)` after the address; one with parentheses in it stands between `<` and `>`."
            yield page.problem(*place(body, found.start() + 1), "the address of the link is not closed", remedy)
    for pattern, fault in ((APART, "a space parts the link"), (SWAPPED, "the brackets of the link are swapped")):
        for found in pattern.finditer(body):
            remedy = f"Write `[{shown(found['words'], 200)}]({shown(found['target'], 200)})`."
            yield page.problem(*place(body, found.start()), fault, remedy)
