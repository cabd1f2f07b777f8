"""Addresses that pages had in the last release, and that none has now: readers keep them in bookmarks and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from macros import page_reader
from macros.kin import ByLanguage
from macros.overlay import whole
from macros.pages import FOLDERS, Page
from macros.problem import ContentError, Problem
from macros.settings import LOCAL

PAGE = re.compile(rf"{FOLDERS[0]}/(?P<lang>[^/]+)/(?P<src>.+\.md)")


def problems(root: Path, before: Mapping[str, str], release: str, read: ByLanguage) -> Iterator[Problem]:
    """Yield the addresses at which no page answers any more, neither one that stands there nor one that stood there.

    Args:
        root: the repository as it is now.
        before: what the files that were changed since said in the release, by their paths; only shared pages count.
        release: what to call it.
        read: the pages as they are now, of the languages of which somebody has read them already.
    """
    was: dict[str, list[Page]] = {}
    for path, text in before.items():
        if (found := PAGE.fullmatch(path)) and (not (root / path).exists() or "redirect_from" in text):
            was.setdefault(found["lang"], []).extend(_read(text, path, **found.groupdict()))
    for lang, pages in was.items():
        now, faults = (read[lang], []) if lang in read else whole.load(root, lang)
        # What a page that cannot be read answers is not known; a language that is gone has no page to lead to.
        if now and not faults:
            yield from _lost(pages, now, release, put_back(root))


def _read(text: str, file: str, lang: str, src: str) -> Iterator[Page]:
    try:
        yield page_reader.made(text, lang, file, src)[0]
    except ContentError:
        return


def put_back(root: Path) -> str:
    """Return what a municipality does that took a shared file away in its own project; nothing in the shared one."""
    remedy = f"Put the file back; what is not to be shown is listed under `hidden` in `{LOCAL}`."
    return remedy if (root / LOCAL).exists() else ""


def _lost(was: Sequence[Page], now: Sequence[Page], release: str, put_back: str) -> Iterator[Problem]:
    answered = {address.rstrip("/") for page in now for address in _addresses(page)}
    for page in was:
        for address in _addresses(page):
            if address.rstrip("/") not in answered:
                heir = _heir(page, now)
                fault = f"the page answered at `{address or '/'}` in {release}, and nothing does any more"
                place = heir.source.place(("redirect_from",)) if heir else (page.file, 1, 1)
                yield Problem(*place, fault, (not heir and put_back) or _remedy(address, page.lang, heir))


def _addresses(page: Page) -> tuple[str, ...]:
    return (page.url(), *page.front.redirect_from)


def _heir(page: Page, now: Sequence[Page]) -> Page | None:
    """What an old page is today: the page of the same tool or `pair`, else of the same title, else of the same name."""
    signs = map(attrgetter, ("key", "front.title", "src"))
    return next((one for sign in signs for one in now if sign(page) and sign(one) == sign(page)), None)


def _remedy(address: str, lang: str, heir: Page | None) -> str:
    if not address:
        return f"Name the front page `{FOLDERS[0]}/{lang}/index.md`: `redirect_from` cannot lead from there."
    if heir:
        return f"List it under `redirect_from` here, as in `redirect_from: [{address}]`: readers have it on paper."
    return "List it under `redirect_from` of the page that takes its place: readers have it on paper."
