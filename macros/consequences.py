"""What only follows from another fault: it goes with that fault, and what it advises would be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.fences import endless
from macros.pages import Page
from macros.problem import Problem


def readable(problems: Iterable[Problem], pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield the problems without those below code that never ends: nobody knows what is meant as code there."""
    begun = {page.file: page.first_line + lines[0] for page in pages if (lines := endless(page.body))}
    return (problem for problem in problems if problem.line <= begun.get(problem.file, problem.line))
