"""What each kind of checklist needs beyond its shape: columns for its views, choices, examples that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from macros.fields import Date, Text, Whole, YesNo
from macros.model import Assessment, Checklist, Column, Entry, Table, Worksheet
from macros.problem import Problem, listed, nearest
from macros.source import Loc, Source

ANSWERS = ("done", "part", "none", "skip")
# The roles that a view cannot do without.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "agenda": ("title", "minutes"),
    "timeline": ("title", "start", "end"),
    "matrix": ("title", "x", "y"),
    "status": ("status",),
}
# The types that a column in a role may have; the first is the one to suggest.
FITS: Mapping[str, tuple[str, ...]] = {
    "title": ("text", "long"),
    "owner": ("text", "choice"),
    "minutes": ("minutes",),
    "start": ("date",),
    "end": ("date",),
    "milestone": ("check",),
    "x": ("choice",),
    "y": ("choice",),
    "status": ("status",),
}
STAR_POINTS = range(3, 9)
SCALAR: Mapping[str, tuple[TypeAdapter[object], str]] = {
    "number": (TypeAdapter(Whole), "a whole number"),
    "minutes": (TypeAdapter(Annotated[Whole, Field(ge=0, le=960)]), "a whole number of minutes, at most 960"),
    "date": (TypeAdapter(Date), "a date, as in `2026-11-21`"),
    "check": (TypeAdapter(YesNo), "`true` or `false`"),
}


def problems(source: Source, checklist: Checklist | Assessment | Worksheet | Table, loc: Loc) -> Iterator[Problem]:
    """Yield what is wrong with one checklist, which stands at `loc`."""
    if isinstance(checklist, Assessment):
        yield from _assessment(source, checklist, loc)
    elif isinstance(checklist, Worksheet):
        yield from _worksheet(source, checklist, loc)
    elif isinstance(checklist, Table):
        yield from _columns(source, checklist, loc)
        yield from _views(source, checklist, loc)
        yield from _examples(source, checklist, loc)


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
    for n, entry in enumerate(worksheet.items):
        yield from _choices(source, entry, (*loc, "items", n))
    points = sum(entry.type == "long" for entry in worksheet.items)
    if "star" in worksheet.views and points not in STAR_POINTS:
        fault = f"a star has {STAR_POINTS[0]} to {STAR_POINTS[-1]} points, and this one has {points}"
        yield source.problem(
            (*loc, "views"), fault, "The fields of type `long` are its points; other types stand above it."
        )


def _columns(source: Source, table: Table, loc: Loc) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for n, column in enumerate(table.columns):
        place = (*loc, "columns", n)
        yield from _choices(source, column, place)
        if not column.role:
            continue
        if column.role in taken:
            fault = f"`{column.id}` and `{taken[column.role]}` both have the role `{column.role}`"
            yield source.problem((*place, "role"), fault, "A role belongs to one column; take it away from the other.")
        taken.setdefault(column.role, column.id)
        if column.type not in (fitting := FITS[column.role]):
            fault = f"a column in the role `{column.role}` cannot be of type `{column.type}`"
            yield source.problem((*place, "role"), fault, f"Write `type: {fitting[0]}`.")
        if column.role in ("x", "y"):
            yield from _axis(source, column, place)


def _axis(source: Source, column: Column, loc: Loc) -> Iterator[Problem]:
    for n, choice in enumerate(column.choices):
        if choice.value is None:
            fault = f"the choice `{choice.id}` has no place on the axis"
            yield source.problem((*loc, "choices", n), fault, "Add `value:` with a number; 1 is the lowest.")
        elif choice.value in [other.value for other in column.choices[:n]]:
            fault = f"the place {choice.value} on the axis is taken"
            yield source.problem((*loc, "choices", n, "value"), fault, "Give each choice a number of its own.")


def _choices(source: Source, asked: Entry | Column, loc: Loc) -> Iterator[Problem]:
    if asked.type == "choice" and len(asked.choices) < 2:
        yield source.problem(
            loc, f"`{asked.id}` is a choice with fewer than two `choices`", "List what to choose between."
        )
    if asked.type != "choice" and asked.choices:
        yield source.problem(
            (*loc, "choices"), f"`{asked.id}` has choices, but is of type `{asked.type}`", "Write `type: choice`."
        )
    seen: set[str] = set()
    for n, choice in enumerate(asked.choices):
        if choice.id in seen:
            yield source.problem(
                (*loc, "choices", n, "id"), f"the choice `{choice.id}` stands twice", "Choose another id."
            )
        seen.add(choice.id)


def _views(source: Source, table: Table, loc: Loc) -> Iterator[Problem]:
    roles = {column.role for column in table.columns}
    for n, view in enumerate(table.views):
        if view in table.views[:n]:
            yield source.problem((*loc, "views", n), f"the view `{view}` stands twice", "Keep one of them.")
            continue
        missing = [role for role in NEEDS[view] if role not in roles]
        if missing:
            fault = f"the view `{view}` needs {_columns_in(missing)}"
            fitting = FITS[missing[0]][0]
            yield source.problem(
                (*loc, "views", n), fault, f"Write `role: {missing[0]}` in a column of type `{fitting}`."
            )
    if table.start and "agenda" not in table.views:
        yield source.problem(
            (*loc, "start"), "`start` is for an agenda, which this table has not", "Add `agenda` to `views`."
        )


def _columns_in(roles: list[str]) -> str:
    return f"a column in the role {listed(roles)}" if len(roles) == 1 else f"columns in the roles {listed(roles)}"


def _examples(source: Source, table: Table, loc: Loc) -> Iterator[Problem]:
    columns = {column.id: column for column in table.columns}
    for n, example in enumerate(table.examples):
        for name, value in example.values.items():
            place = (*loc, "examples", n, "values", name)
            if name not in columns:
                yield source.problem(place, f"no column is called `{name}`", nearest(name, columns))
            elif fault := _misfit(columns[name], value):
                yield source.problem(place, *fault)


def _misfit(column: Column, value: Text | str) -> tuple[str, str] | None:
    if column.type in ("text", "long"):
        if isinstance(value, Text):
            return None
        return (
            f"`{column.id}` is not written by language",
            "Write it once for each language, as in `da: …` and `sv: …`.",
        )
    if isinstance(value, Text):
        return f"`{column.id}` is of type `{column.type}`, the same in all languages", "Write it after the colon."
    if column.type in ("choice", "status"):
        known: Iterable[str] = ANSWERS if column.type == "status" else [choice.id for choice in column.choices]
        if value in known:
            return None
        return f"`{value}` is not a choice of `{column.id}`", nearest(value, known)
    adapter, wanted = SCALAR[column.type]
    try:
        adapter.validate_python(value)
    except ValidationError:
        return f"`{column.id}` must be {wanted}, not `{value}`", "Write it without quotes or unit."
    return None


def clock_after(start: str, minutes: int) -> str:
    """Return the time of day so many minutes after `start`, both as in `09:30`; past midnight it begins again."""
    hours, rest = map(int, re.split("[:.]", start))
    total = (hours * 60 + rest + minutes) % (24 * 60)
    return f"{total // 60:02}:{total % 60:02}"
