"""Terms of art in the other language's text: each country has institutions of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.foreign import name
from macros.passages import Passage
from macros.problem import Problem
from macros.terms import Concept

# Words for terms that mean something ordinary in the other language.
ORDINARY: Mapping[str, frozenset[str]] = {
    "da": frozenset({"drift", "driften", "kram"}),
    "sv": frozenset({"linjen", "målen", "politiker", "premortem"}),
}
# Words of this length also stand at the beginning of longer ones, as in `byrådsmøde`.
STEM = 5


@dataclass(frozen=True)
class Strange:
    """What is not to stand in the texts of a language: the other's words for terms, each with its term."""

    lang: str
    own: frozenset[str]
    terms: Mapping[str, Concept]
    pattern: re.Pattern[str]


def strange(terms: Mapping[str, Concept], lang: str, other: str) -> Strange:
    """Return the words for terms in `other` that are not to stand in texts in `lang`."""
    own, others = _words(terms, lang), _words(terms, other)
    left = {word: term for word, term in others.items() if word not in own and word not in ORDINARY.get(other, ())}
    begins = [
        re.escape(word) + ("" if len(word) >= STEM else r"(?=s?\b)") for word in sorted(left, key=len, reverse=True)
    ]
    pattern = re.compile(rf"\b(?P<word>{'|'.join(begins) or '(?!)'})\w*", re.IGNORECASE)
    return Strange(other, frozenset(own), left, pattern)


def problems(passage: Passage, words: Strange) -> Iterator[Problem]:
    """Yield the words in a passage that belong to the other language's country."""
    for found in words.pattern.finditer(passage.text):
        if found[0].lower() not in words.own:
            ours = words.terms[found["word"].lower()].text.root.get(passage.lang)
            missing = f"There is no such thing here: say in {name(passage.lang)} what is meant."
            fault = f"`{found[0]}` is a {name(words.lang)} term"
            yield Problem(*passage.place(found.start()), fault, f"Write `{ours}`." if ours else missing)


def _words(terms: Mapping[str, Concept], lang: str) -> dict[str, Concept]:
    """Return all words of a language for the terms, in small letters, each with its term."""
    found: dict[str, Concept] = {}
    for term in terms.values():
        texts = [text.root.get(lang) for text in (term.text, *term.forms.named.values())]
        found |= {word.lower(): term for word in [*texts, *(term.also.in_(lang) if term.also else ())] if word}
    return found
