"""Formulas as Excel writes them: texts in them, codes of how a value looks, counts of answers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.export.blank import Blank
from macros.export.grid import Formula


def literal(text: str) -> str:
    """Return a text as it stands in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def like(text: str) -> str:
    """Return what COUNTIF counts cells with just this text by: it reads `*`, `?` and `~` as signs of its own."""
    return literal("=" + re.sub(r"[*?~]", r"~\g<0>", text))


def look(before: str, code: str, after: str = "") -> str:
    """Return how a number looks with words around it, as in `"Slut: "hh:mm`; no quotation mark can stand in them."""
    first, last = (words.replace('"', "”") for words in (before, after))
    return (f'"{first}"' if first else "") + code + (f'"{last}"' if last else "")


def counted(cells: str, blank: Blank, counts: Mapping[str, int], rows: int | None = None) -> Formula:
    """Return a sentence with how many cells hold each answer.

    Args:
        cells: where the answers stand.
        blank: the copy that it is for.
        counts: how many there are of each answer to begin with, by its id.
        rows: how many answers there will be, if that is known: the first answer is then told out of all but those
            that are not relevant.
    """
    answers = {answer.id: answer.text.in_(blank.lang) for answer in blank.answers}
    number = {id: f"COUNTIF({cells},{like(text)})" for id, text in answers.items()}
    relevant = f"(ROWS({cells})-{number['skip']})"
    formulas: list[str] = []
    values: list[str] = []
    for id, text in answers.items():
        told = blank.words("answer_of" if rows and not values else "answer_count", answer=text)
        formulas.append(_joined(told, number=number[id], total=relevant))
        values.append(told.replace("{number}", str(counts.get(id, 0))).replace("{total}", str(rows)))
    return Formula("=" + '&" · "&'.join(formulas), " · ".join(values))


def _joined(told: str, **formulas: str) -> str:
    """Return a sentence as a formula, with formulas for the names in braces."""
    pieces = re.split(r"\{(number|total)\}", told)
    return "&".join(formulas[piece] if n % 2 else literal(piece) for n, piece in enumerate(pieces) if piece)
