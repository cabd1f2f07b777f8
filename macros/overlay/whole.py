"""A municipality's whole pages: each covers the one of ours that it is, wherever that stands today.

So a page of ours can move, or go, and no merge is stopped: theirs moves along, or stands for itself.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from macros import page_reader
from macros.lines import of_body
from macros.links import anchors, retargeted
from macros.overlay.body import with_lines
from macros.overlay.finding import Finding
from macros.overlay.retired import retired
from macros.own import FOLDER, is_own
from macros.pages import FOLDERS, Page, url_of
from macros.problem import Problem
from macros.source import Mark

OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#]|$")


def load(root: Path, lang: str) -> tuple[list[Page], list[Problem]]:
    """Read a language's pages, the municipality's own in place of the shared ones that they cover."""
    (shared, problems), (own, faults) = (page_reader.load(root, lang, folder) for folder in FOLDERS)
    if own:
        gone = retired(root)
        shared = _laid(shared, [_alone(page) if page.front.tool in gone else page for page in own])
    return shared, [*problems, *faults]


def findings(pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield the whole pages beneath which ours has moved, or gone."""
    for page in (page for page in pages if is_own(page.file)):
        there = f"{FOLDERS[0]}/{page.lang}/{page.src}"
        if page.src != page.written_src:
            why = f"the page that this covers is `{there}` today, so it stands at that address"
            remedy = f"Give yours the same name: `git mv {page.file} {FOLDER}{there}`."
            yield Finding(Mark(page.file, 1, 1), there, ".", "", "drifted", why, remedy=remedy)
        elif tool := _gone(page):
            why = f"the tool `{tool}` is not there any more, so this is a page of its own, without checklists"
            remedy = f"Write `title:` and `pair: {tool}` in place of `tool:` to keep it; else take it away."
            yield Finding(page.source.place(("tool",)), there, ".", "", "obsolete", why, remedy=remedy)


def _gone(page: Page) -> str | None:
    """The tool that a page names and that is no more."""
    return page.front.pair if not page.front.tool and "tool" in (page.source.data or ()) else None


def _alone(page: Page) -> Page:
    """A page whose tool is gone, as one without a tool: only its file's name tells what to call it."""
    name = posixpath.basename(page.url().rstrip("/")).replace("-", " ").capitalize()
    names = {"tool": None, "pair": page.front.tool, "title": page.front.title or name}
    return replace(page, front=page.front.model_copy(update=names))


def _laid(shared: Sequence[Page], own: Sequence[Page]) -> list[Page]:
    covers = _covers(shared, own)
    at = {page.file: covers[page.file].src if page.file in covers else page.src for page in own}
    left = [page for page in shared if page.src not in at.values()]
    theirs = {url_of(src) for src in at.values()}
    taken = theirs | {page.url() for page in left}
    found = [_redirected(page, _free(page.front.redirect_from, theirs)) for page in left]
    linked = {link for page in left for link in anchors(page)} if covers else set()
    for page in own:
        under = covers.get(page.file)
        found.append(_covering(page, under, taken, linked) if under else page)
    return sorted(found, key=lambda page: page.src)


def _covering(page: Page, under: Page, taken: Collection[str], linked: Collection[tuple[str, str]]) -> Page:
    """A page in the place of ours: it answers at all old addresses, and to what links lead to."""
    old = page.front.redirect_from
    more = _free([*under.front.redirect_from, page.url()], {*taken, *map(_url, old)})
    lost = {id for src, id in linked if src == under.src} & under.anchors() - page.anchors()
    return _redirected(_at(page, under.src, sorted(lost)), [*old, *more])


def _covers(shared: Sequence[Page], own: Sequence[Page]) -> dict[str, Page]:
    """The shared pages by the file of what covers them: that of the same tool or `pair`, else that of the same name.

    A page that says neither is known by its old address.
    """
    by_key, by_src = {page.key: page for page in shared if page.key}, {page.src: page for page in shared}
    by_old = {_url(old): page for page in shared if not page.key for old in page.front.redirect_from}
    found: dict[str, tuple[str, Page]] = {}
    pairs = []
    for page in own:
        same = by_key.get(page.key) if page.key else None
        under = same or by_src.get(page.src) or (None if page.key else by_old.get(page.url()))
        pairs += [(page, under)] if under else []
    # Only one can cover a page: first the one that bears its name.
    for page, under in sorted(pairs, key=lambda pair: pair[0].src != pair[1].src):
        found.setdefault(under.src, (page.file, under))
    return dict(found.values())


def _at(page: Page, src: str, lost: Sequence[str]) -> Page:
    """A page at another place, its links led from there; what we link to and it lacks leads to its top."""
    if src == page.src and not lost:
        return page
    before, after = posixpath.dirname(page.src), posixpath.dirname(src)

    def way(target: str) -> str:
        path, mark, anchor = target.partition("#")
        if before == after or OUTSIDE.match(target):
            return target
        return posixpath.relpath(posixpath.join(before, path), after or ".") + mark + anchor

    lines = of_body(retargeted(page, [way]), page.file, page.first_line)
    top = [lines[0]._replace(text=text) for id in lost for text in (f'<a id="{id}"></a>', "")]
    # So that lines go by the same numbers as in the file.
    page = replace(page, first_line=page.first_line - len(top))
    return replace(with_lines(page, [*top, *lines]), src=src, shared=None)


def _redirected(page: Page, old: Iterable[str]) -> Page:
    return replace(page, front=page.front.model_copy(update={"redirect_from": tuple(old)}))


def _free(old: Iterable[str], taken: Collection[str]) -> list[str]:
    """The addresses at which no page stands."""
    return [one for one in dict.fromkeys(old) if one and _url(one) not in taken]


def _url(address: str) -> str:
    return f"{address.rstrip('/')}/"
