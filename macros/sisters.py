"""Compare sister pages: how they are built, what they link to, and which macros they call."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from macros import alike, structure
from macros.catalogue import Catalogue
from macros.fences import endless
from macros.kin import ByLanguage, Kin
from macros.own import is_own
from macros.pages import Page
from macros.problem import Problem
from macros.terms import Concept


def differences(pages: ByLanguage, found: Catalogue, broken: Collection[str]) -> Iterator[Problem]:
    """Yield what differs in the structure of sisters; what a municipality changes in sections is its own affair.

    Where only one of two is its own, it is a hint: the other is ours, and may have changed. What a page lacks is not
    told where it is the file of a call that is wrong, or has code without an end.
    """
    for page, others in _groups(pages):
        for other in others:
            if not any(endless(one.body) for one in (page, other)):
                told = structure.compared(page, other, found, broken)
                yield from (replace(one, level="hint") for one in told) if _is_mixed(page, other) else told


def unlike(pages: ByLanguage, terms: Mapping[str, Concept], wrong: Collection[str]) -> Iterator[Problem]:
    """Yield links and macros that a page's sister lacks, where both files are right otherwise; `wrong` are those not.

    What a municipality covers need not follow each link of ours.
    """
    paths = alike.Paths(pages)
    for page, others in _groups(pages):
        for other in others:
            if not _is_mixed(page, other) and page.file not in wrong and other.file not in wrong:
                yield from alike.compared(page, other, paths, terms)


def _is_mixed(page: Page, other: Page) -> bool:
    """Whether one of two is the municipality's own, and the other ours."""
    return is_own(page.file) != is_own(other.file)


def _groups(pages: ByLanguage) -> Iterator[tuple[Page, list[Page]]]:
    """The shared pages, each with its sisters that are not another text on purpose; each group once."""
    shared = {lang: tuple(page.shared or page for page in read) for lang, read in pages.items()}
    kin = Kin(shared)
    done: set[str] = set()
    for read in shared.values():
        for page in read:
            if page.key and page.key not in done:
                done.add(page.key)
                others = [other for other in kin.sisters(page).values() if not other.front.diverged]
                yield page, [] if page.front.diverged else others
