"""What pages of several languages owe each other: a sister in each, and one address each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from macros import structure
from macros.catalogue import Catalogue
from macros.kin import ByLanguage, Kin
from macros.pages import Page
from macros.problem import Problem, listed, meant, nearest

# What the build writes into each language's folder itself.
OURS = ("404.html", "feed.xml", "index.html", "sitemap.xml")
# The keys of which each page has one.
NAMES = ("tool", "title")


def problems(pages: ByLanguage, found: Catalogue, behind: Collection[str] = ()) -> Iterator[Problem]:
    """Yield pages that name no tool or no sister, or claim what another has, and headings that no page can have.

    What the languages `behind` lack is no fault of a page: others stand in for them.
    """
    kin = Kin(pages)
    for lang, read in pages.items():
        yield from _claims(read)
        for page in read:
            yield from _front(page, kin, pages, found, behind)
            yield from structure.headings(page)
            yield from structure.unwritten(page)
        if lang not in behind:
            yield from _missing(lang, read, found)


def _claims(read: tuple[Page, ...]) -> Iterator[Problem]:
    """Two pages cannot be of one tool, nor stand at one address."""
    first: dict[str, Page] = {}
    addresses: dict[str, Page] = {}
    for page in read:
        if page.key and page.key in first:
            fault = f"`{page.file}` and `{first[page.key].file}` are both the page of {page.key.strip('()')}"
            yield page.source.problem((_key(page),), fault, "Take it away from one of them.")
        elif page.key:
            first[page.key] = page
        if (other := addresses.setdefault(page.url(), page)) is not page:
            fault = f"`{page.file}` and `{other.file}` have the same address, `{page.url() or '/'}`"
            yield Problem(page.file, 1, 1, fault, "Give one of the files another name.")
    for page in read:
        for n, old in enumerate(page.front.redirect_from):
            taken = addresses.get(old.rstrip("/") + "/")
            if taken or old.rstrip("/") in OURS:
                fault = f"`{old}` is the address of `{taken.file if taken else 'a file that the site makes'}`"
                yield page.source.problem(("redirect_from", n), fault, "An old address must be free.")


def _key(page: Page) -> str:
    """The key in the front matter that says which page it is."""
    if page.front.kind in ("home", "catalogue"):
        return "kind"
    return "tool" if page.front.tool else "pair"


def _front(page: Page, kin: Kin, pages: ByLanguage, found: Catalogue, behind: Collection[str]) -> Iterator[Problem]:
    front, lang, others = page.front, page.lang, kin.sisters(page)
    if front.tool and front.tool not in found.ids:
        yield page.source.problem(("tool",), f"no tool is called `{front.tool}`", nearest(front.tool, found.ids))
        return
    if front.tool and front.pair:
        yield page.source.problem(
            ("pair",), "the page has both `tool` and `pair`", "Keep `tool`; it pairs the page too."
        )
    if front.tool and front.title:
        yield page.source.problem(
            ("title",), "the title of a tool stands in its file", f"Write it in `tools/{front.tool}.yml`."
        )
    if not front.tool and not front.title:
        keys = list(page.source.data or ())
        if not any(key in NAMES or meant(str(key), NAMES) for key in keys):
            fault = "the page has neither `tool` nor `title`"
            yield page.source.problem(
                (), fault, "Write one of them between two lines of `---`, at the top of the page."
            )
        return
    if front.only and others:
        other = next(iter(others.values()))
        yield page.source.problem(("only",), f"the page has a sister, `{other.file}`", "Take `only` away.")
    elif front.only and front.only != lang:
        yield page.source.problem(
            ("only",), f"`only` is `{front.only}`, but the page lies under `{lang}`", f"Write `only: {lang}`."
        )
    wanted = [other for other in pages if other != lang and other not in behind]
    if not front.only and wanted and not others.keys() & set(wanted):
        yield _lonely(page, kin, pages, wanted)


def _lonely(page: Page, kin: Kin, pages: ByLanguage, wanted: Sequence[str]) -> Problem:
    if page.key is None:
        remedy = f"Write `pair:` and the same word on both pages, or `only: {page.lang}` if there is none on purpose."
        return page.source.problem((), "the page names no sister in another language", remedy)
    missing = listed(wanted)
    lonely = [other.key for read in pages.values() for other in read if other.front.pair and not kin.sisters(other)]
    near = meant(page.key, [key for key in lonely if key and key != page.key]) if page.front.pair else ""
    return page.source.problem((), f"the page is not written in {missing} yet", near, "gap")


def _missing(lang: str, read: tuple[Page, ...], found: Catalogue) -> Iterator[Problem]:
    have = {page.front.tool for page in read}
    for id in found.tools:
        if id not in have:
            yield Problem(*found.sources[id].place(()), f"the tool has no page in `{lang}` yet", level="gap")
    if not any(page.front.kind == "home" for page in read):
        yield Problem(
            f"docs/{lang}/index.md", 1, 1, f"`{lang}` has no front page yet", "Write one with `kind: home`.", "gap"
        )
