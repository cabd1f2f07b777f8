"""What a table needs beyond its shape: columns for its views, and examples that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from macros.fields import Date, Text, Whole, YesNo
from macros.model import Column, Table
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
SCALAR: Mapping[str, tuple[TypeAdapter[object], str]] = {
    "number": (TypeAdapter(Whole), "a whole number"),
    "minutes": (TypeAdapter(Annotated[Whole, Field(ge=0, le=960)]), "a whole number of minutes, at most 960"),
    "date": (TypeAdapter(Date), "a date, as in `2026-11-21`"),
    "check": (TypeAdapter(YesNo), "`true` or `false`"),
}


def problems(source: Source, table: Table, loc: Loc) -> Iterator[Problem]:
    """Yield what is wrong with one table, which stands at `loc`."""
    yield from _columns(source, table, loc)
    yield from _views(source, table, loc)
    yield from _examples(source, table, loc)


def _columns(source: Source, table: Table, loc: Loc) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for n, column in enumerate(table.columns):
        place = (*loc, "columns", n)
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
