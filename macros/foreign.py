"""Passages that have come into the wrong language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import babel

from macros.passages import Passage
from macros.problem import Problem

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
# Fewer words may hold no little one that tells.
FEWEST = 6


class Signs(NamedTuple):
    """What tells a language from the other: little words, and letters."""

    words: frozenset[str]
    letters: frozenset[str]

    def show(self, word: str) -> bool:
        """Whether a word is of this language; letters tell nothing in a name, since Danish texts speak of Malmö."""
        return word.lower() in self.words or (word[0].islower() and not self.letters.isdisjoint(word))


def _signs(words: str, letters: str) -> Signs:
    return Signs(frozenset(words.split()), frozenset(letters))


SIGNS: Mapping[str, Signs] = {
    "da": _signs(
        "af at bliver der deres dette disse et fra hver hvert hvad hvem hvilke hvis hvor hvordan hvornår ikke jeg jer "
        "jeres kun mellem mere nogen noget nogle og også op skal til ud uden ved vil vores",
        "æø",
    ),
    "sv": _signs(
        "alla andra att av bara blir deras dessa detta ett finns från hur inte jag mellan mer många ni någon något "
        "några och också ska till upp ut utan vad varje vem vid vilka",
        "äö",
    ),
}


def problem(passage: Passage) -> Problem | None:
    """Return what to say of a passage that is in another language than its file says."""
    found = language(passage.text)
    if found is None or found == passage.lang or passage.lang not in SIGNS:
        return None
    remedy = f'Write it in {name(passage.lang)}; on a page, mark a title or a quotation: `*…*{{: lang="{found}" }}`.'
    return Problem(*passage.mark, f"this seems to be {name(found)}", remedy)


def language(text: str) -> str | None:
    """Return the language that most words tell of; None where they are few, or tell of two alike."""
    words = WORD.findall(text)
    if len(words) < FEWEST:
        return None
    told = {lang: sum(map(signs.show, words)) for lang, signs in SIGNS.items()}
    first, second = sorted(told, key=told.__getitem__, reverse=True)[:2]
    return first if told[first] > told[second] else None


def name(lang: str) -> str:
    """Return a language's name in English, as problems say it."""
    return str(babel.Locale("en").languages.get(lang, lang))
