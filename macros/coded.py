"""Words and numbers in few letters, as assets/ts/search/coded.ts reads them."""

from __future__ import annotations

from collections.abc import Iterable

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Numbers are written in letters of their own, so that nothing need stand between them.
LAST = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
MORE = "!#$%&()*+,-./:;<=>?@[]^_{|}~"


def fronted(words: Iterable[str]) -> str:
    """Return sorted words as one text: how many letters each has in common with the one before, and the rest of it."""
    coded, before = [], ""
    for word in words:
        most = min(len(before), len(word), len(DIGITS) - 1)
        same = next((n for n in range(most) if before[n] != word[n]), most)
        coded.append(DIGITS[same] + word[same:])
        before = word
    return " ".join(coded)


def steps(places: Iterable[int]) -> str:
    """Return numbers in order as the steps between them: each a digit of `LAST`, behind any of `MORE` that it takes."""
    coded, before = "", -1
    for place in places:
        rest, last = divmod(place - before - 1, len(LAST))
        digits = LAST[last]
        while rest:
            rest, digit = divmod(rest - 1, len(MORE))
            digits = MORE[digit] + digits
        coded += digits
        before = place
    return coded
