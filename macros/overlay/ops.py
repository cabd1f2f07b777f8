"""The shapes of `local/tools/<id>.patch.yml`: what a municipality changes in a shared tool, by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from macros.fields import Strict, Words
from macros.patterns import Digest

Target = Annotated[Words, Field(description="An id in the tool's file; `.` is the tool itself.")]
Base = Annotated[
    Digest | None,
    Field(description="What the change was written for: `kit local accept` writes it."),
]


class Set(Strict):
    """Put own values in the place of shared ones, language by language."""

    op: Literal["set"]
    id: Target
    base: Base = None
    value: Mapping[str, Any] = Field(description="Only the keys to change; an empty one takes the shared value away.")
    reason: Words | None = None


class Replace(Strict):
    """Put a whole item, column or checklist in the place of a shared one; its id stays."""

    op: Literal["replace"]
    id: Target
    base: Base = None
    value: Mapping[str, Any] = Field(description="All of it but the id.")
    reason: Words | None = None


class Remove(Strict):
    """Take something away: what has the id, or with `list` and `item` one word of one of its lists."""

    op: Literal["remove"]
    id: Target
    base: Base = None
    list: Words | None = Field(None, description="A list of words, as in `related` or `synonyms.da`.")
    item: Words | None = None
    reason: Words | None = None


class Add(Strict):
    """Add something of one's own; its id begins with `x-`."""

    op: Literal["add"]
    into: Target = "."
    list: Words | None = Field(None, description="The list, where it is not the one that the items stand in.")
    item: Any = Field(description="An item, a column, a checklist; or a word or several, in a list of words.")
    after: Words | None = None
    before: Words | None = None
    at: Literal["start", "end"] | None = None
    reason: Words | None = None


class Move(Strict):
    """Put something in another place."""

    op: Literal["move"]
    id: Target
    into: Words | None = Field(None, description="Another checklist, where it is to change that, too.")
    after: Words | None = None
    before: Words | None = None
    at: Literal["start", "end"] | None = None
    reason: Words | None = None


Op = Annotated[Set | Replace | Remove | Add | Move, Field(discriminator="op")]


class Patch(Strict):
    """The changes, in the order in which they are made."""

    ops: tuple[Op, ...] = Field(min_length=1)
