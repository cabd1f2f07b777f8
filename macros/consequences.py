"""What only follows from another fault: it goes with that fault, and what it advises would be wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from macros.fences import endless
from macros.pages import Page
from macros.problem import Problem

NO_TOOL = re.compile(r"no tool is called `(?P<id>[a-z0-9-]+)`")
# A slip of the pen stands in fewer places.
MANY = 5


def readable(problems: Iterable[Problem], pages: Iterable[Page]) -> Iterator[Problem]:
    """Yield the problems without those below code that never ends: nobody knows what is meant as code there."""
    begun = {page.file: page.first_line + lines[0] for page in pages if (lines := endless(page.body))}
    return (problem for problem in problems if problem.line <= begun.get(problem.file, problem.line))


def gathered(problems: Iterable[Problem], retired: Collection[str]) -> list[Problem]:
    """Return the problems, with one in place of those that a tool gives whose file is gone and that many places name.

    What names a tool that is `retired` is told at each place, since it must be taken away there.
    """
    kept: list[Problem] = []
    named: dict[str, list[Problem]] = {}
    for problem in problems:
        found = NO_TOOL.fullmatch(problem.fault) if problem.level == "error" else None
        (named.setdefault(found["id"], []) if found else kept).append(problem)
    for id, places in named.items():
        if id in retired:
            kept += [replace(place, remedy="It is retired: take it away here.") for place in places]
        elif len(places) < MANY:
            kept += places
        else:
            kept.append(_gone(id, sorted(places)))
    return kept


def _gone(id: str, places: list[Problem]) -> Problem:
    first = ", ".join(f"`{place.file}:{place.line}`" for place in places[:3])
    fault = f"the file is missing, and {len(places)} places name the tool `{id}`: {first} and {len(places) - 3} more"
    remedy = f"Put the file back; or list `{id}` under `retired` in `tools/_vocabulary.yml`, and each place is told."
    return Problem(f"tools/{id}.yml", 1, 1, fault, remedy)
