"""What a language still lacks that another stands in for: one gap for each tool, each page and each file of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros import fallback
from macros.catalogue import VOCABULARY, Catalogue
from macros.fields import Text
from macros.kin import Kin
from macros.pages import Page
from macros.problem import Problem
from macros.settings import Site
from macros.terms import SHARED as TERMS
from macros.terms import Glossary
from macros.wording import wordings
from macros.words import LOCAL as WORDS


def problems(
    site: Site,
    found: Catalogue,
    glossary: Glossary,
    entries: Mapping[str, Text],
    read: Mapping[str, tuple[Page, ...]],
) -> Iterator[Problem]:
    """Yield the gaps of all built languages that another stands in for, each with how many texts are missing."""
    for lang in site.built:
        if lang not in site.whole:
            yield from _tools(lang, found, read)
            yield from _pages(lang, fallback.chain(site, lang), read)
            terms = [one for one in glossary.terms.values() if one.only in (None, lang)]
            parts = ((VOCABULARY, found.vocabulary), (TERMS, terms), (WORDS, list(entries.values())))
            yield from (_gap(file, number, lang) for file, value in parts if (number := _missing(value, lang)))


def _tools(lang: str, found: Catalogue, read: Mapping[str, tuple[Page, ...]]) -> Iterator[Problem]:
    paged = {page.front.tool for page in read[lang]}
    for id, tool in found.tools.items():
        missing = _missing(tool, lang)
        if missing or id not in paged:
            yield _gap(found.sources[id].file, missing, lang, page=id not in paged)


def _pages(lang: str, others: tuple[str, ...], read: Mapping[str, tuple[Page, ...]]) -> Iterator[Problem]:
    """The pages about no tool that stand in; those that are one language's on purpose are not missed."""
    listed = [page for other in others for page in read[other] if page.listed and page.key and not page.front.tool]
    kin = Kin(read)
    for page in {page.key: page for page in reversed(listed)}.values():
        if lang not in kin.sisters(page):
            place = page.source.place(())
            yield Problem(*place, f"the page is not written in `{lang}` yet", level="gap")


def _missing(value: object, lang: str) -> int:
    """How many texts are not written in a language; words to find by need not be there in each."""
    return sum(not text.root.get(lang) for _, text in wordings(value) if isinstance(text, Text))


def _gap(file: str, texts: int, lang: str, page: bool = False) -> Problem:
    lacks = [*(["its page"] if page else []), *([f"{texts} text" + ("s" if texts > 1 else "")] if texts else [])]
    verb = "are" if texts > 1 or len(lacks) > 1 else "is"
    return Problem(file, 1, 1, f"{' and '.join(lacks)} {verb} not written in `{lang}` yet", level="gap")
