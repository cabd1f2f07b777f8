"""What each kind of checklist needs beyond its shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros import table_checks
from macros.model import AnyChecklist, Assessment, Column, Entry, Table, Worksheet
from macros.problem import Problem, nearest
from macros.source import Loc, Source

STAR_POINTS = range(3, 9)


def problems(source: Source, checklist: AnyChecklist, loc: Loc) -> Iterator[Problem]:
    """Yield what is wrong with one checklist, which stands at `loc`."""
    if isinstance(checklist, Assessment):
        yield from _assessment(source, checklist, loc)
    elif isinstance(checklist, Worksheet):
        yield from _worksheet(source, checklist, loc)
    elif isinstance(checklist, Table):
        yield from _choices(source, checklist.columns, (*loc, "columns"))
        yield from table_checks.problems(source, checklist, loc)


def _assessment(source: Source, assessment: Assessment, loc: Loc) -> Iterator[Problem]:
    names = [dimension.id for dimension in assessment.dimensions]
    used = {item.dimension for item in assessment.items}
    for n, item in enumerate(assessment.items):
        if item.dimension and item.dimension not in names:
            fault = f"no dimension is called `{item.dimension}`"
            remedy = nearest(item.dimension, names) or "List it under `dimensions` of this checklist."
            yield source.problem((*loc, "items", n, "dimension"), fault, remedy)
    for n, name in enumerate(names):
        if name not in used:
            fault = f"no item counts towards the dimension `{name}`"
            yield source.problem((*loc, "dimensions", n), fault, f"Give an item `dimension: {name}`, or take it away.")


def _worksheet(source: Source, worksheet: Worksheet, loc: Loc) -> Iterator[Problem]:
    yield from _choices(source, worksheet.items, (*loc, "items"))
    points = sum(entry.type == "long" for entry in worksheet.items)
    if "star" in worksheet.views and points not in STAR_POINTS:
        fault = f"a star has {STAR_POINTS[0]} to {STAR_POINTS[-1]} points, and this one has {points}"
        yield source.problem(
            (*loc, "views"), fault, "The fields of type `long` are its points; other types stand above it."
        )


def _choices(source: Source, asked: Sequence[Entry | Column], loc: Loc) -> Iterator[Problem]:
    """What is wrong with the choices of fields or columns, whose list stands at `loc`."""
    for n, one in enumerate(asked):
        place = (*loc, n)
        if one.type == "choice" and len(one.choices) < 2:
            fault = f"`{one.id}` is a choice with fewer than two `choices`"
            yield source.problem(place, fault, "List what to choose between.")
        if one.type != "choice" and one.choices:
            fault = f"`{one.id}` has choices, but is of type `{one.type}`"
            yield source.problem((*place, "choices"), fault, "Write `type: choice`.")
        ids = [choice.id for choice in one.choices]
        for at, id in enumerate(ids):
            if id in ids[:at]:
                fault = f"the choice `{id}` stands twice"
                yield source.problem((*place, "choices", at, "id"), fault, "Choose another id.")
