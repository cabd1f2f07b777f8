"""Whether tools can be found by the words that people use."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue import Catalogue
from macros.problem import Problem, listed
from macros.site_model import Site
from macros.source import Loc

# A tool with fewer search words is found by its title only; a word of more tools finds none of them.
FEWEST, MOST = 4, 3


def hints(found: Catalogue, site: Site) -> Iterator[Problem]:
    """Yield tools with few search words, and search words of many tools."""
    for lang in site.built:
        owners: dict[str, list[tuple[str, Loc]]] = {}
        for id, tool in found.tools.items():
            words = tool.synonyms.in_(lang) if tool.synonyms else ()
            if tool.synonyms is None or 0 < len(words) < FEWEST:
                yield _few(found, id, lang, len(words))
            for n, word in enumerate(words):
                owners.setdefault(word.casefold(), []).append((id, ("synonyms", lang, n)))
        for word, places in owners.items():
            if len(places) > MOST:
                ids = [id for id, _ in places]
                for id, loc in places:
                    fault = f"`{word}` is a search word of {listed(ids)}"
                    remedy = "Keep it where it fits best: a word of many tools leads to none of them."
                    yield found.sources[id].problem(loc, fault, remedy, "hint")


def _few(found: Catalogue, id: str, lang: str, number: int) -> Problem:
    source = found.sources[id]
    place: Loc = ("synonyms", lang) if number else ()
    fault = f"the tool has {number or 'no'} search words in `{lang}`"
    remedy = f"Write at least {FEWEST} under `synonyms`: what people call it, beside its title."
    return source.problem(place, fault, remedy, "hint")
