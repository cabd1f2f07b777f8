"""Which page is which in another language, and whether the two say the same in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros import calls
from macros.catalogue import Catalogue
from macros.pages import Page
from macros.problem import Problem, listed, nearest

ByLanguage = Mapping[str, tuple[Page, ...]]


def sisters(page: Page, pages: ByLanguage) -> dict[str, Page]:
    """Return the page's sisters by language, itself left out."""
    if page.key is None:
        return {}
    return {
        lang: other
        for lang, others in pages.items()
        for other in others
        if other.key == page.key and lang != page.lang
    }


def problems(pages: ByLanguage, found: Catalogue) -> Iterator[Problem]:
    """Yield pages that name no tool or no sister, claim what another has, or differ from their sister in structure."""
    for lang, read in pages.items():
        yield from _claims(read)
        for page in read:
            yield from _front(page, lang, pages, found)
            yield from _sections(page)
        yield from _missing(lang, read, found)
    yield from _differences(pages)


def _claims(read: tuple[Page, ...]) -> Iterator[Problem]:
    first: dict[str, Page] = {}
    addresses = {page.url(): page for page in read}
    for page in read:
        if page.key and page.key in first:
            fault = f"`{page.file}` and `{first[page.key].file}` are both the page of {page.key.strip('()')}"
            place = ("tool",) if page.front.tool else ("pair",)
            yield page.source.problem(place, fault, "Take it away from one of them.")
        elif page.key:
            first[page.key] = page
        for n, old in enumerate(page.front.redirect_from):
            if old.rstrip("/") + "/" in addresses:
                fault = f"`{old}` is the address of `{addresses[old.rstrip('/') + '/'].file}`"
                yield page.source.problem(("redirect_from", n), fault, "An old address must be free.")


def _front(page: Page, lang: str, pages: ByLanguage, found: Catalogue) -> Iterator[Problem]:
    front = page.front
    if front.tool and front.tool not in found.ids:
        yield page.source.problem(("tool",), f"no tool is called `{front.tool}`", nearest(front.tool, found.ids))
    if front.tool and front.pair:
        yield page.source.problem(("pair",), "the page has both `tool` and `pair`", "Keep `tool`; it pairs the page too.")
    if not front.tool and not front.title:
        yield page.source.problem((), "the page has neither `tool` nor `title`", "Write one of them between two lines of `---`.")
    if front.tool and front.title:
        yield page.source.problem(("title",), "the title of a tool stands in its file", f"Write it in `tools/{front.tool}.yml`.")
    if front.only and front.only != lang:
        yield page.source.problem(("only",), f"`only` is `{front.only}`, but the page lies under `{lang}`", f"Write `only: {lang}`.")
    others = sisters(page, pages)
    if front.only and others:
        other = next(iter(others.values()))
        yield page.source.problem(("only",), f"the page has a sister, `{other.file}`", "Take `only` away.")
    if not front.only and len(pages) > 1 and not others:
        yield _lonely(page, lang, pages)


def _lonely(page: Page, lang: str, pages: ByLanguage) -> Problem:
    if page.key is None:
        remedy = f"Write `pair:` and the same word on both pages, or `only: {lang}` if there is none on purpose."
        return page.source.problem((), "the page names no sister in another language", remedy)
    missing = listed(other for other in pages if other != lang)
    return Problem(*page.source.place(()), f"the page is not written in {missing} yet", level="gap")


def _missing(lang: str, read: tuple[Page, ...], found: Catalogue) -> Iterator[Problem]:
    have = {page.front.tool for page in read}
    for id in found.tools:
        if id not in have:
            yield Problem(*found.sources[id].place(()), f"the tool has no page in `{lang}` yet", level="gap")


def _sections(page: Page) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for heading in page.headings:
        if heading.level == 1:
            fault = "the title comes from the front matter or the tool"
            yield Problem(page.file, heading.line, 1, fault, "Begin sections with `##`.")
        if heading.id in seen:
            fault = f"the section id `#{heading.id}` stands on line {seen[heading.id]} too"
            yield Problem(page.file, heading.line, 1, fault, "Choose another.")
        seen.setdefault(heading.id, heading.line)


def _differences(pages: ByLanguage) -> Iterator[Problem]:
    """Compare each page with its sister in the first language that has one."""
    done: set[str] = set()
    for read in pages.values():
        for page in read:
            if page.key and page.key not in done:
                done.add(page.key)
                for other in sisters(page, pages).values():
                    yield from _compared(page, other)


def _compared(page: Page, other: Page) -> Iterator[Problem]:
    mine = [heading.id for heading in page.headings if heading.level == 2]
    theirs = [heading for heading in other.headings if heading.level == 2]
    for heading in theirs:
        if heading.id not in mine:
            fault = f"`{page.file}` has no section `#{heading.id}`"
            near = nearest(heading.id, [id for id in mine if id not in {h.id for h in theirs}])
            remedy = near if near.startswith("Did") else "Sections have the same ids in all languages, as in `{: #purpose }`."
            yield Problem(other.file, heading.line, 1, fault, remedy)
    ids = [heading.id for heading in theirs]
    for heading in page.headings:
        if heading.level == 2 and heading.id not in ids:
            fault = f"`{other.file}` has no section `#{heading.id}`"
            yield Problem(page.file, heading.line, 1, fault, "Write it there too, in the same place.")
    shared = [id for id in mine if id in ids]
    for heading, expected in zip([h for h in theirs if h.id in mine], shared, strict=True):
        if heading.id != expected:
            fault = f"`#{heading.id}` stands where `{page.file}` has `#{expected}`"
            yield Problem(other.file, heading.line, 1, fault, "Put the sections in the same order.")
            break
    yield from _checklists(page, other)


def _checklists(page: Page, other: Page) -> Iterator[Problem]:
    try:
        mine, theirs = ({args["id"]: line for args, line in calls.calls(p, "checklist")} for p in (page, other))
    except Exception:  # a call that cannot be read is reported by `calls`
        return
    for here, there, that in ((mine, theirs, other), (theirs, mine, page)):
        file = page.file if that is other else other.file
        for id, line in here.items():
            if id not in there:
                yield Problem(file, line, 1, f"`{that.file}` does not show the checklist `{id}`", "Show it on both pages.")
