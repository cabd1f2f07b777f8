"""How hard a text is to read: LIX, for each page's prose and each summary.

LIX is the mean number of words in a sentence, plus the share of words with more than six letters in percent. Below 40 a
text is easy; from 50 on it is hard, as official texts are. Source: C. H. Björnsson, "Läsbarhet", 1968.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.passages import Passage
from macros.problem import Problem, shown
from macros.source import Mark

# The first LIX that is too hard. In a summary of one or two sentences a word weighs much, but it stands alone.
LIMITS = {"prose": 55, "summary": 50}
LONG = 7
WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# A sentence ends before a capital; so an abbreviation or a date ends none, and a colon may.
END = re.compile(r"[.!?:…][*_»”\")\]]*\s+(?=[*_»”\"(\[]*[A-ZÆØÅÄÖÉ])")


@dataclass(frozen=True)
class Sentence:
    """One sentence by its numbers, with its beginning and its place."""

    words: int
    long: int
    text: str
    mark: Mark


@dataclass(frozen=True)
class Reading:
    """One text that is measured: a page's prose, or a summary."""

    kind: str
    lang: str
    sentences: tuple[Sentence, ...]

    @property
    def file(self) -> str:
        """The file that the text stands in."""
        return self.sentences[0].mark.file

    @property
    def lix(self) -> float:
        """The text's LIX, from 1 up."""
        return lix(self.sentences)

    @property
    def limit(self) -> int:
        """The first LIX that is too hard for a text of this kind."""
        return LIMITS[self.kind]

    @property
    def too_hard(self) -> bool:
        """Whether it reaches the limit, in whole numbers as they are shown."""
        return round(self.lix) >= self.limit

    @property
    def hardest(self) -> Sentence:
        """The sentence without which the text would be easiest."""

        def without(one: Sentence) -> float:
            return lix([other for other in self.sentences if other is not one])

        return min(self.sentences, key=without)


def lix(sentences: Collection[Sentence]) -> float:
    """Return the LIX of sentences; 0 of none."""
    words = sum(sentence.words for sentence in sentences)
    return words / len(sentences) + 100 * sum(sentence.long for sentence in sentences) / words if words else 0.0


def readings(passages: Iterable[Passage]) -> list[Reading]:
    """Return what is measured in the passages, the hardest first."""
    found: dict[tuple[str, str, str], list[Sentence]] = {}
    for passage in passages:
        if passage.kind in LIMITS:
            found.setdefault((passage.mark.file, passage.kind, passage.lang), []).extend(sentences(passage))
    made = [Reading(kind, lang, tuple(parts)) for (_, kind, lang), parts in found.items() if parts]
    return sorted(made, key=lambda one: (-one.lix, one.sentences[0].mark))


def sentences(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a passage; one that ends without a full stop, such as an item of a list, is one, too."""
    begins = [0, *(found.end() for found in END.finditer(passage.text)), len(passage.text)]
    for begin, end in pairwise(begins):
        text = passage.text[begin:end]
        if words := WORD.findall(text):
            yield Sentence(len(words), sum(_letters(word) >= LONG for word in words), text, passage.place(begin))


def problem(reading: Reading) -> Problem:
    """Say that a text is too hard, at the sentence to begin with."""
    what = "the page" if reading.kind == "prose" else f"the summary in `{reading.lang}`"
    fault = f"{what} has LIX {reading.lix:.0f}, and must stay below {reading.limit}"
    hardest = reading.hardest
    remedy = f"Begin with this sentence: “{shown(hardest.text)}” Cut it in two, or choose shorter words."
    return Problem(*hardest.mark, fault, remedy)


def table(measured: Iterable[Reading]) -> str:
    """Return lines with LIX, limit, number of words, and where the text stands."""
    lines = ["LIX  limit  words  text"]
    for one in measured:
        words = sum(sentence.words for sentence in one.sentences)
        what = one.file + (f", summary in {one.lang}" if one.kind == "summary" else "")
        lines.append(f"{one.lix:3.0f}  {one.limit:5}  {words:5}  {what}")
    return "\n".join(lines)


def _letters(word: str) -> int:
    return sum(letter.isalpha() for letter in word)
