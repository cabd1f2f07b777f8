"""The words of a language's texts, and in which section of which page each of them is found."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from macros import coded, prose
from macros.pages import Page
from macros.terms import Concept

CALL = re.compile(r"\{\{.*?\}\}")
TERM = re.compile(r"\{\{\s*term\(\s*\"([^\"]+)\"[^}]*\}\}")
# Shorter words hold sentences together, or are found in the titles. The letters of all scripts, in lower case and as
# ranges, which are found twice as fast as `[^\W\d_]`.
WORD = re.compile(r"[a-zß-öø-῿Ⰰ-퟿]{4,}")
# A word that more than this share of the pages have says nothing of any of them.
COMMON = 0.10


def words_of(text: str) -> set[str]:
    """Return the words of a text that can be searched."""
    return set(WORD.findall(text.lower()))


def concordance(
    pages: Sequence[tuple[Page | None, Set[str]]], stop: Set[str], terms: Mapping[str, Concept]
) -> dict[str, Any]:
    """Return the sections of pages and their words, in few letters (`coded.py`).

    Args:
        pages: the pages in the order of their entries, each with the words that its entry says anyway.
        stop: words that nobody searches.
        terms: the glossary, for the words that stand for calls.

    Returns:
        `places`, the sections: the number of the entry, and of the heading, -1 above the first; `words` in their
        order, and for each what `found` tells: in which places; `common` words by the number of pages that have them.
    """
    places: list[tuple[int, int]] = []
    found: dict[str, list[int]] = defaultdict(list)
    held: Counter[str] = Counter()
    for entry, (page, told) in enumerate(pages):
        words_of_page: set[str] = set()
        for head, text in _sections(page, terms) if page else ():
            said = words_of(text) - stop
            words_of_page |= said
            for word in said - told:
                found[word].append(len(places))
            places.append((entry, head))
        held.update(words_of_page)
    most = max(2, COMMON * len(pages))
    rare = sorted(word for word in found if held[word] <= most)
    return {
        "places": places,
        "words": coded.fronted(rare),
        "found": " ".join(coded.steps(found[word]) for word in rare),
        "common": _by_count(held, most),
    }


def _by_count(held: Counter[str], most: float) -> dict[int, str]:
    """The words that more pages have than `most`, by how many these are."""
    common: dict[int, list[str]] = defaultdict(list)
    for word in sorted(word for word, count in held.items() if count > most):
        common[held[word]].append(word)
    return {n: " ".join(common[n]) for n in sorted(common)}


def _sections(page: Page, terms: Mapping[str, Concept]) -> Iterator[tuple[int, str]]:
    """Yield the number of each heading of a page, and the text below it; -1 is what stands before the first."""
    begins = {heading.line - page.first_line: n for n, heading in enumerate(page.headings)}
    head, lines = -1, list[str]()
    for n, line in enumerate(page.lines):
        if n in begins:
            yield head, _prose("\n".join(lines), page.spoken, terms)
            head, lines = begins[n], []
        else:
            lines.append(line)
    yield head, _prose("\n".join(lines), page.spoken, terms)


def _prose(text: str, lang: str, terms: Mapping[str, Concept]) -> str:
    text = TERM.sub(lambda found: terms[found[1]].word(lang).words if found[1] in terms else " ", text)
    return prose.masked(CALL.sub(" ", text))
