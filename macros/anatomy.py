"""The parts of a model: which shape lies under a key, and which keys there can be."""

from __future__ import annotations

import types
import typing
from typing import Annotated, Any, Literal

from pydantic import BaseModel, RootModel

from macros.source import Loc

# The keys that say which of several shapes a mapping has.
TAGS = ("kind", "op")


def step_into(data: Any, step: str | int) -> Any:
    """Return what lies under a key or at a place in a list; None where there is nothing."""
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def known_keys(data: Any, model: Any, loc: Loc) -> list[str]:
    """Return the keys that the mapping at `loc` may have; empty when they are free."""
    shape = shape_at(data, model, loc)
    for step in loc:
        data = step_into(data, step)
    found = model_of(shape, data)
    return [field.alias or name for name, field in found.model_fields.items()] if found else []


def shape_at(data: Any, shape: Any, loc: Loc) -> Any:
    """Return the shape at a place in data of a shape; None where it is free."""
    for step in loc:
        shape = inside(shape, data, step)
        data = step_into(data, step)
    return shape


def is_wording(shape: Any) -> bool:
    """Whether a value of this shape is given once for each language."""
    return any(_is_root(option) for option in _options(shape))


def _is_root(option: Any) -> bool:
    return isinstance(option, type) and issubclass(option, RootModel)


def is_text(shape: Any) -> bool:
    """Whether a value of this shape is text, and so needs quotes where YAML would read a number."""
    return {_bare(option) for option in _options(shape)} <= {str, type(None)}


def inside(shape: Any, data: Any, step: str | int) -> Any:
    """Return the shape of what lies under `step` in data of a shape; None where it is free."""
    root = next((option for option in _options(shape) if _is_root(option) and isinstance(data, dict)), None)
    if root:
        shape = root.model_fields["root"].annotation
    found = model_of(shape, data)
    if found:
        by_key = {field.alias or name: field.annotation for name, field in found.model_fields.items()}
        return by_key.get(str(step))
    shape = _bare(shape)
    words = typing.get_origin(shape) is Literal
    inner = [] if words else [arg for arg in typing.get_args(shape) if arg is not Ellipsis]
    return inner[-1] if inner else None


def model_of(shape: Any, data: Any) -> type[BaseModel] | None:
    """Return the closed model that a shape stands for; among several, the one that the data's `kind` or `op` names."""
    for option in _options(shape):
        if not (isinstance(option, type) and issubclass(option, BaseModel)) or _is_root(option):
            continue
        names = _tags(option)
        if not names or (isinstance(data, dict) and any(data.get(tag) in names[tag] for tag in names)):
            return option
    return None


def tags_of(shape: Any, tag: str) -> list[str]:
    """Return what can stand under the key that says which of several shapes it is."""
    models = [option for option in _options(shape) if isinstance(option, type) and issubclass(option, BaseModel)]
    return [name for model in models for name in _tags(model).get(tag, ())]


def _tags(model: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    fields = {tag: model.model_fields[tag] for tag in TAGS if tag in model.model_fields}
    return {tag: typing.get_args(field.annotation) for tag, field in fields.items() if field.is_required()}


def _options(shape: Any) -> tuple[Any, ...]:
    shape = _bare(shape)
    union = isinstance(shape, types.UnionType) or typing.get_origin(shape) is typing.Union
    return typing.get_args(shape) if union else (shape,)


def _bare(shape: Any) -> Any:
    return typing.get_args(shape)[0] if typing.get_origin(shape) is Annotated else shape
