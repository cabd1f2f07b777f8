"""Pages that one language lends another: what is not there yet is shown in the language that stands in."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from macros import fallback
from macros.files import is_published
from macros.links import src_of
from macros.pages import FOLDERS, Page, url_of
from macros.site_model import Site


def lent(read: Mapping[str, tuple[Page, ...]], site: Site) -> dict[str, tuple[Page, ...]]:
    """Return the pages of each built language, with those of others where it has none of its own.

    Args:
        read: the pages that are written, by language; of all languages in `fallback.read`.
        site: says which languages are built, and which stand in for them.
    """
    found: dict[str, tuple[Page, ...]] = {}
    for lang in site.built:
        mine = read[lang]
        for other in fallback.chain(site, lang):
            mine = tuple(_with_lent(mine, lang, read[other]))
        found[lang] = tuple(sorted(mine, key=lambda page: page.src))
    return found


def _with_lent(mine: Sequence[Page], lang: str, theirs: Sequence[Page]) -> Iterator[Page]:
    """Yield a language's pages, and copies of another's that it has not.

    A page of its own also answers where the copy stood before it was written: readers may have kept that address.
    """
    sisters = {page.key: page.url() for page in theirs if page.key}
    taken = {page.url() for page in mine} | {f"{old.rstrip('/')}/" for page in mine for old in page.front.redirect_from}
    for page in mine:
        old = sisters.get(page.key or "", "")
        free = old and old not in taken
        yield _at(page, (*page.front.redirect_from, old)) if free else page
    keys = {page.key for page in mine if page.key}
    for page in theirs:
        if page.key not in keys and page.url() not in taken:
            yield replace(_at(page, ()), lang=lang, borrowed=page.lang)


def copies(page: Page, pages: Mapping[str, tuple[Page, ...]], site: Site) -> dict[str, Page]:
    """Return the same file in other languages: the page that is lent, or the copies of it."""
    # Only a page that is lent has a copy in a language that is to have everything: most sites need not look.
    codes = [lang for lang in pages if page.borrowed or lang not in site.whole]
    return {lang: one for lang in codes for one in pages[lang] if one.file == page.file}


def _at(page: Page, old: tuple[str, ...]) -> Page:
    return replace(page, front=page.front.model_copy(update={"redirect_from": old}))


def files(root: Path, pages: Sequence[Page]) -> Iterator[tuple[str, Path]]:
    """Yield what the pages of one language lend from others, as the path below a folder and that folder.

    First the lent pages, then the pictures and documents that lie beside them.
    """
    for page in pages:
        if page.borrowed:
            # At the address of a shared page that has moved, the file is that one's: its text is not.
            moved = page.written_src != page.src
            yield (
                page.src,
                root / (f"{FOLDERS[0]}/{page.borrowed}" if moved else page.file.removesuffix(f"/{page.src}")),
            )
    for lang in dict.fromkeys(page.borrowed for page in pages if page.borrowed):
        for folder in reversed(FOLDERS):
            base = root / folder / lang
            for path in sorted(base.rglob("*")) if base.is_dir() else ():
                if path.is_file() and is_published(src := path.relative_to(base).as_posix()):
                    yield src, base


def led(page: Page, pages: Collection[Page]) -> Callable[[str], str]:
    """Return what leads the targets of a lent page's links to where its own language has the pages."""
    moved = {f"{old.rstrip('/')}/": one for one in pages for old in one.front.redirect_from}
    by_url = moved | {one.url(): one for one in pages}
    folder = posixpath.dirname(page.src)

    def way(target: str) -> str:
        path, _, anchor = target.partition("#")
        there = by_url.get(url_of(src_of(page, path)))
        if there is None or not path.endswith(".md"):
            return target
        # An anchor that the sister lacks would lead nowhere: its headings may bear other names.
        return posixpath.relpath(there.src, folder or ".") + (f"#{anchor}" if anchor in there.anchors() else "")

    return way
