"""Whether sister pages link to the same, and call the same macros, in each section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.called import calls
from macros.links import links, src_of
from macros.pages import Page
from macros.problem import Problem
from macros.signatures import named
from macros.terms import Concept

REMEDY = "Sections have the same links and macros in all languages."


class Paths:
    """All pages by language, and by their path below it or what pairs them."""

    def __init__(self, pages: Mapping[str, tuple[Page, ...]]) -> None:
        self.by_src = {lang: {page.src: page for page in read} for lang, read in pages.items()}
        self.by_key = {lang: {page.key: page for page in read if page.key} for lang, read in pages.items()}


class Thing(NamedTuple):
    """A link or a macro: in which section, what it is whatever the language, how to name it, and the line."""

    section: str
    key: str
    said: str
    line: int


def compared(page: Page, other: Page, paths: Paths, terms: Mapping[str, Concept]) -> Iterator[Problem]:
    """Yield what a section of one of two sisters links to or calls, and the same section of the other does not.

    Args:
        page: a page.
        other: its sister.
        paths: all pages.
        terms: the glossary, for what is used in one language only.
    """
    mine, theirs = list(_things(page, paths, other.lang, terms)), list(_things(other, paths, page.lang, terms))
    yield from _lacking(page, mine, other, theirs)
    yield from _lacking(other, theirs, page, mine)


def _lacking(page: Page, mine: Iterable[Thing], other: Page, there: Iterable[Thing]) -> Iterator[Problem]:
    theirs = {(thing.section, thing.key) for thing in there}
    sections = {heading.id for heading in other.headings if heading.level == 2} | {""}
    for thing in mine:
        if thing.section in sections and (thing.section, thing.key) not in theirs:
            where = f"in the section `#{thing.section}`" if thing.section else "above its first section"
            yield Problem(page.file, thing.line, 1, f"`{other.file}` has no {thing.said} {where}", REMEDY)


def _things(page: Page, paths: Paths, lang: str, terms: Mapping[str, Concept]) -> Iterator[Thing]:
    """What stands in a page that can stand in its sister, too."""
    body = "\n".join(page.lines)
    for link in links(page):
        path, _, anchor = link.target.partition("#")
        to = paths.by_src[page.lang].get(src_of(page, path))
        sister = paths.by_key[lang].get(to.key or "") if to else None
        if to and sister:
            line = page.first_line + body.count("\n", 0, link.start)
            said = f"link to `{sister.file}{'#' if anchor else ''}{anchor}`"
            yield Thing(_section(page, line), f"{to.key}#{anchor}", said, line)
    for name in named("in its section"):
        for args, line in calls(page, name):
            if name == "term" and args["id"] in terms and terms[args["id"]].only:
                continue
            said = ", ".join(f"{key}={value}" for key, value in sorted(args.items()) if key != "form")
            yield Thing(_section(page, line), f"{name}({said})", f"`{name}` with {said}" if said else f"`{name}`", line)


def _section(page: Page, line: int) -> str:
    return next((one.id for one in reversed(page.headings) if one.level == 2 and one.line <= line), "")
