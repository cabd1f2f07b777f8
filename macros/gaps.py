"""What a language still lacks that another stands in for: one gap for each tool, each page and each file of words.

Texts are counted as `kit translations status` counts them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from macros import fallback, settings, wordbook
from macros.hiding import is_hidden
from macros.problem import Problem
from macros.translations.records import TERMS
from macros.translations.standing import Translation, of_lists, of_tool

if TYPE_CHECKING:
    from macros.content import Content


def problems(content: Content) -> Iterator[Problem]:
    """Yield the gaps of all built languages that another stands in for, each with how many texts are missing."""
    source = settings.source(content.root)
    for lang in content.site.built:
        if lang not in content.site.whole:
            yield from _tools(content, lang)
            yield from _pages(content, lang)
            yield from _lists(content, lang)
            own = source.place(("languages", lang)).file == settings.LOCAL
            lacking = sum(not text.root.get(lang) for text in content.entries.values())
            yield from _gap(wordbook.LOCAL if own else wordbook.SHARED, lang, ("text", lacking))


def _tools(content: Content, lang: str) -> Iterator[Problem]:
    paged = {page.front.tool for page in content.written[lang]}
    for id, tool in content.tools.items():
        found = of_tool(content, id, tool, lang)
        yield from _gap(found.file, lang, ("text", _missing(found)), page=id not in paged)


def _pages(content: Content, lang: str) -> Iterator[Problem]:
    """The pages about no tool that stand in; those that are one language's on purpose are not missed."""
    others = fallback.chain(content.site, lang)
    listed = [page for other in others for page in content.written[other] if page.listed and not page.front.tool]
    for page in {page.key: page for page in reversed(listed) if page.key}.values():
        if lang not in content.written_kin.sisters(page) and not is_hidden(page, content.site.hidden):
            place = page.source.place(())
            yield Problem(*place, f"the page is not written in `{lang}` yet", level="gap")


def _lists(content: Content, lang: str) -> Iterator[Problem]:
    """What all tools share; of the terms also the words themselves, which each language chooses freely."""
    for found in of_lists(content, lang):
        terms = [one for one in content.terms.values() if one.only in (None, lang) and found.name == TERMS]
        unnamed = sum(not one.text.root.get(lang) for one in terms)
        yield from _gap(found.file, lang, ("text", _missing(found)), ("term", unnamed))


def _missing(found: Translation) -> int:
    return found.states.get("missing", 0)


def _gap(file: str, lang: str, *counts: tuple[str, int], page: bool = False) -> Iterator[Problem]:
    some = [(noun, number) for noun, number in counts if number]
    lacks = [*(["its page"] if page else []), *(f"{number} {noun}{'s' * (number > 1)}" for noun, number in some)]
    if lacks:
        verb = "are" if len(lacks) > 1 or any(number > 1 for _, number in some) else "is"
        yield Problem(file, 1, 1, f"{' and '.join(lacks)} {verb} not written in `{lang}` yet", level="gap")
