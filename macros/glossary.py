"""The glossary: all terms of a language in its own alphabet's order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from macros.fields import Told
from macros.render import Renderer


@dataclass(frozen=True)
class Entry:
    """One term: its word, other words for it, its words in the other languages, and what it means."""

    id: str
    word: Told
    also: tuple[str, ...]
    others: tuple[Told, ...]
    meaning: Told


def shown(renderer: Renderer) -> dict[str, object]:
    """Return what the glossary's template takes; `letters` lead to the first term under each."""
    found = entries(renderer)
    letters: dict[str, str] = {}
    for entry in found:
        letters.setdefault(initial(entry.word.words, _last_letters(renderer)), entry.id)
    return {"entries": found, "letters": list(letters.items()), "several": len(renderer.content.site.built) > 1}


def entries(renderer: Renderer) -> list[Entry]:
    """Return the terms that the language has, sorted as its readers look them up."""
    made = _entries(renderer)
    return sorted(made, key=lambda entry: (order(entry.word.words, _last_letters(renderer)), entry.id))


def _entries(renderer: Renderer) -> Iterable[Entry]:
    for id, concept in renderer.content.terms.items():
        if concept.only not in (None, renderer.lang):
            continue
        word = concept.text.told(renderer.lang)
        codes = [lang for lang in renderer.content.site.built if lang not in (renderer.lang, word.lang)]
        others = tuple(told for lang in codes if (told := concept.text.told(lang)).lang == lang)
        also = concept.also.in_(renderer.lang) if concept.also else ()
        # A municipality may have put one of the other words in place of the first.
        also = tuple(one for one in also if one != word.words)
        yield Entry(id, word, also, others, concept.meaning.told(renderer.lang))


def order(word: str, last: str) -> list[tuple[int, str]]:
    """Return what a word is sorted by.

    Args:
        word: any word; its case, its accents, and all that is no letter or digit count for nothing.
        last: the letters after z in their order, as `æøå`; these are letters of their own.
    """
    return [(last.find(letter), letter) for letter in _letters(word, last)]


def initial(word: str, last: str) -> str:
    """Return the letter that a word stands under."""
    return next(iter(_letters(word, last)), "").upper()


def _letters(word: str, last: str) -> list[str]:
    whole = unicodedata.normalize("NFC", word.casefold())
    return [one for letter in whole if letter.isalnum() for one in (letter if letter in last else _plain(letter))]


def _plain(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


def _last_letters(renderer: Renderer) -> str:
    return renderer.words.plain["letters_after_z"].replace(" ", "")
