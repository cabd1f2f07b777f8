"""What the forms of the four kinds draw beyond their rows: axes, stars, views."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from macros import drawing, rows, views
from macros.model import AnyChecklist, Assessment, Table, Worksheet
from macros.vocabulary import Answer
from macros.words import Words


@dataclass(frozen=True)
class Filled:
    """What stands at an item or field of a form: an answer with its details, a rating, or a value.

    Forms are blank on the site, and filled in by the reader; the style page shows them filled in.
    """

    answer: str = ""
    note: str = ""
    owner: str = ""
    due: datetime.date | None = None
    open: bool = False
    rating: int = 0
    value: str = ""

    @property
    def detailed(self) -> bool:
        """Whether there is a note, an owner or a deadline."""
        return bool(self.note or self.owner or self.due)


def values(
    checklist: AnyChecklist, filled: Mapping[str, Filled], words: Words, answers: Sequence[Answer]
) -> dict[str, object]:
    """Return what the partial of the checklist's kind is given beside the checklist itself."""
    if isinstance(checklist, Assessment):
        return _assessment(checklist, filled, words)
    if isinstance(checklist, Worksheet):
        return _worksheet(checklist)
    if isinstance(checklist, Table):
        return _table(checklist, words, answers)
    return {}


def _assessment(checklist: Assessment, filled: Mapping[str, Filled], words: Words) -> dict[str, object]:
    axes = list(checklist.dimensions) + [item for item in checklist.items if not item.dimension]
    rings, ends, places = drawing.radar(max(len(axes), 3))
    ratings = {axis.id: _rating(axis.id, checklist, filled) for axis in axes}
    rated = [drawing.on_axis(n, len(axes), rating) for n, rating in enumerate(ratings.values())]
    return {
        "axes": axes,
        "rings": rings,
        "ends": ends,
        "places": places,
        "rated": rated if all(ratings.values()) else [],
        "ratings": {id: words.decimal(rating) for id, rating in ratings.items() if rating},
    }


def _rating(axis: str, checklist: Assessment, filled: Mapping[str, Filled]) -> float:
    """Return the mean of what is rated on an axis; 0 where nothing is."""
    found = [filled[item.id].rating for item in checklist.items if axis in (item.id, item.dimension)]
    return mean(found) if all(found) else 0


def _worksheet(checklist: Worksheet) -> dict[str, object]:
    drawn = "star" in checklist.views
    points = [entry for entry in checklist.items if entry.type == "long"] if drawn else []
    others = [entry for entry in checklist.items if entry not in points]
    outline, tips = drawing.star(len(points)) if points else ([], [])
    return {"points": points, "others": others, "outline": outline, "tips": tips}


def _table(checklist: Table, words: Words, answers: Sequence[Answer]) -> dict[str, object]:
    every = rows.rows(checklist, words, answers)
    found = every[: max(len(checklist.examples) + 1, rows.FEWEST)]
    roles = {column.role for column in checklist.columns}
    total = sum(map(rows.minutes, found))
    states = [cell.value for row in found if (cell := row.of("status"))]
    return {
        "rows": found,
        "more": len(every) - len(found),
        "examples": [row for row in found if row.example],
        "total": total,
        "matrix": views.matrix(checklist, found) if {"x", "y", "title"} <= roles else None,
        "timeline": views.timeline(found) if {"start", "end"} <= roles else None,
        "counts": [(answer, states.count(answer.id)) for answer in answers],
        "clock": words.clock,
        "clock_end": rows.clock_after(checklist.start, total) if checklist.start else "",
    }
