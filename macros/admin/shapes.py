"""What a field of a model can hold, with what pydantic keeps around it taken off."""

from __future__ import annotations

import types
import typing
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from macros.fields import Clock, Slug


class Shape(NamedTuple):
    """A type without `None` and `Annotated`, and what was noted on it: limits, patterns, validators."""

    bare: Any
    notes: tuple[Any, ...] = ()

    @property
    def options(self) -> tuple[Any, ...]:
        """The types of a union; of anything else, itself."""
        return typing.get_args(self.bare) if _is_union(self.bare) else (self.bare,)

    @property
    def item(self) -> Shape | None:
        """What a list holds; None where this is no list."""
        return shape(typing.get_args(self.bare)[0]) if typing.get_origin(self.bare) is tuple else None

    @property
    def literals(self) -> tuple[str, ...]:
        """The values to choose from, where there are only those."""
        return typing.get_args(self.bare) if typing.get_origin(self.bare) is typing.Literal else ()

    @property
    def model(self) -> type[BaseModel] | None:
        """The model that this is, if it is one."""
        return self.bare if isinstance(self.bare, type) and issubclass(self.bare, BaseModel) else None

    @property
    def is_mapping(self) -> bool:
        """Whether this maps free keys to values."""
        return len(typing.get_args(self.bare)) == 2 and self.item is None and not _is_union(self.bare)

    @property
    def is_slug(self) -> bool:
        """Whether this is an id."""
        return self.pattern == shape(Slug).pattern

    @property
    def is_clock(self) -> bool:
        """Whether this is a time of day."""
        return any(note in self.notes for note in shape(Clock).notes)

    @property
    def pattern(self) -> str | None:
        """What a text must look like."""
        patterns = (note.pattern for note in self.notes if isinstance(note, StringConstraints))
        return next((pattern for pattern in patterns if isinstance(pattern, str)), None)

    def limit(self, *names: str) -> int | None:
        """Return the first limit of these names, as in `ge` and `min_length`."""
        found = (getattr(note, name, None) for note in self.notes for name in names)
        return next((limit for limit in found if isinstance(limit, int)), None)


def of(info: FieldInfo) -> Shape:
    """Return the shape of a model's field."""
    inner = shape(info.annotation)
    return Shape(inner.bare, (*info.metadata, *inner.notes))


def shape(annotation: Any) -> Shape:
    """Return the shape of an annotation."""
    if typing.get_origin(annotation) is Annotated:
        first, *notes = typing.get_args(annotation)
        inner = shape(first)
        more = (one for note in notes for one in (note.metadata if isinstance(note, FieldInfo) else [note]))
        return Shape(inner.bare, (*more, *inner.notes))
    left = [one for one in typing.get_args(annotation) if one is not type(None)] if _is_union(annotation) else []
    return shape(left[0]) if len(left) == 1 else Shape(annotation)


def _is_union(annotation: Any) -> bool:
    return isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union
