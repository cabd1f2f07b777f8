"""What was meant as a macro call on a page, and has only half of its braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.fences import unfenced
from macros.pages import Page
from macros.pieces import without
from macros.problem import Problem
from macros.signatures import MACROS

ONE_BRACE = re.compile(rf"\{{(?<!\{{\{{)\s*(?:{'|'.join(MACROS)})\s*\(")
HALF = re.compile(rf"\}}\}}|%\}}|{ONE_BRACE.pattern}")


def problems(page: Page) -> Iterator[Problem]:
    """Yield braces that are no call since one half is missing; braces in code mean nothing."""
    body = without(page.body)
    if not HALF.search(body):
        return
    for n, line in enumerate(unfenced(body)):
        remedy = 'Write it as in `{{ checklist("set-up") }}`, with two braces before and two after.'
        if found := re.search(r"\}\}|%\}", line):
            yield page.problem(n, found.start(), f"`{found[0]}` closes what was not opened", remedy)
        elif found := ONE_BRACE.search(line):
            yield page.problem(n, found.start(), "a macro call needs two braces", remedy)
