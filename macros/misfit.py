"""What does not fit a model, and where in the file that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.anatomy import known_keys, step_into
from macros.naming import name_of
from macros.problem import meant
from macros.source import Loc


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: its place and value, what pydantic calls the fault, and the whole it stands in.

    `of_key` says that it is a key, and not what stands under it.
    """

    data: Any
    model: type[BaseModel]
    loc: Loc
    kind: str
    ctx: Mapping[str, Any]
    value: Any
    said: str
    of_key: bool

    @property
    def name(self) -> str:
        """What the editor would call the value."""
        return name_of(self.data, self.loc)

    @property
    def nested(self) -> bool:
        """Whether the value is a list or has keys, where a text or a number belongs."""
        return isinstance(self.value, (dict, list))

    @property
    def tag(self) -> str:
        """The key that says which of several shapes it is; pydantic has it in quotes."""
        return str(self.ctx["discriminator"]).strip("'")

    @property
    def place(self) -> Loc:
        """Where to look: of a shape that there is not, at the key that names it."""
        return (*self.loc, self.tag) if self.kind == "union_tag_invalid" else self.loc


def misfits(data: Any, model: type[BaseModel], error: ValidationError) -> Iterator[Misfit]:
    """Yield what does not fit, once for each place, without what only follows from another one."""
    found = [_misfit(data, model, detail) for detail in error.errors(include_url=False)]
    misspelt = set(_misspelt(found))
    told: set[Loc] = set()
    for one in found:
        if one.kind == "missing" and one.loc in misspelt:
            continue
        if one.kind == "union_tag_invalid":
            yield one
        elif one.loc not in told and not _follows(one):
            told.add(one.loc)
            yield one


def _misfit(data: Any, model: type[BaseModel], detail: ErrorDetails) -> Misfit:
    loc, of_key = _file_loc(data, detail["loc"]), "[key]" in detail["loc"]
    return Misfit(data, model, loc, detail["type"], detail.get("ctx", {}), detail["input"], detail["msg"], of_key)


def _misspelt(found: Sequence[Misfit]) -> Iterator[Loc]:
    """Yield the places of the keys that others are told to be meant as: they are missing, but not forgotten."""
    for one in found:
        if one.kind == "extra_forbidden":
            *above, last = one.loc
            known = known_keys(one.data, one.model, (*above,))
            yield from ((*above, key) for key in known if meant(str(last), known) == meant(key, [key]))


def _follows(one: Misfit) -> bool:
    """Whether a list is only short because pydantic left out entries that have problems of their own."""
    data = one.data
    for step in one.loc:
        data = step_into(data, step)
    return one.kind == "too_short" and isinstance(data, list) and len(data) >= one.ctx["min_length"]


def _file_loc(data: Any, loc: Loc) -> Loc:
    """Drop the steps that pydantic adds for unions and roots, and keep those that are in the file."""
    kept: list[str | int] = []
    for place, step in enumerate(loc):
        last = place == len(loc) - 1
        within = (isinstance(data, dict) and (step in data or last)) or (
            isinstance(data, list) and isinstance(step, int)
        )
        if within and step != "[key]":
            kept.append(step)
            data = step_into(data, step)
    return tuple(kept)
