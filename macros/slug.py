"""Write words as an id, or as the name of a file."""

from __future__ import annotations

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "a", "ö": "o", "é": "e", "ü": "u"})


def slug(words: str, otherwise: str = "an-id") -> str:
    """Return words as an id or a file name can be written: lower case, a–z, 0–9, and hyphens between."""
    folded = words.strip().lower().translate(LETTERS)
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in folded).split()) or otherwise
