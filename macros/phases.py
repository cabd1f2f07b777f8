"""The phases' own pages: menus lead to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from macros.pages import Page
from macros.problem import Problem, nearest


def problems(pages: Iterable[Page], phases: Collection[str]) -> Iterator[Problem]:
    """Yield pages of one language that are about a phase which is not there, or which has a page."""
    taken: dict[str, Page] = {}
    for page in pages:
        phase = page.front.phase
        if not phase:
            continue
        if phase not in phases:
            yield page.source.problem(("phase",), f"no phase is called `{phase}`", nearest(phase, phases))
        elif phase in taken:
            fault = f"the phase `{phase}` has a page, {taken[phase].file}"
            yield page.source.problem(("phase",), fault, "Take the line away from one of them.")
        taken.setdefault(phase, page)
