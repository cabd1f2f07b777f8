"""All that a language's pages are checked for, and where a municipality's part of them is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from macros import active, dated, footnotes, half_links, link_checks, marks, phases, pictures, plain, wording
from macros.calls import Known
from macros.pages import Page
from macros.problem import Problem
from macros.site_model import Site
from macros.source import Mark


def problems(
    read: Sequence[Page], linked: Sequence[Page], known: Known, site: Site | None, root: Path
) -> Iterator[Problem]:
    """Yield what is wrong on a language's pages, macro calls apart.

    Args:
        read: the pages that are written in it.
        linked: those that it shows, which links may lead to.
        known: what pages may name.
        site: the settings, where they could be read.
        root: the project's folder.
    """
    by_src = {page.src: page for page in linked}
    if known.phases:
        yield from phases.problems(read, known.phases)
    for page in read:
        yield from marks.problems(page)
        yield from dated.problems(page, known, site.languages if site else ())
        yield from link_checks.problems(page, by_src, root)
        yield from half_links.problems(page)
        yield from footnotes.problems(page)
        yield from pictures.hints(page)
        yield from _unfit(page)


def in_place(found: Iterable[Problem], read: Iterable[Page]) -> Iterator[Problem]:
    """Lead what is wrong in a municipality's own sections from the page to where it is written."""
    changed = {page.file: page for page in read if page.written}
    for problem in found:
        page = changed.get(problem.file)
        mark = page.mark(problem.line, problem.column) if page else Mark(problem.file, problem.line, problem.column)
        yield replace(problem, file=mark.file, line=mark.line, column=mark.column)


def _unfit(page: Page) -> Iterator[Problem]:
    yield from wording.unfit(page.source)
    # Pages have very many lines: what the whole has nothing of is not looked for in each.
    personal, held = plain.may_be_personal(page.body), "<!--" in page.body
    for n, (line, unfenced) in enumerate(zip(page.body.split("\n"), page.lines, strict=True)):
        found = [*plain.personal(line)] if personal else []
        if active.is_suspect(unfenced):
            found += active.finds(unfenced)
        if held:
            found += active.held(line)
        for find in found:
            yield page.problem(n, find.start, find.fault, find.remedy)
