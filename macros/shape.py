"""Fit a source to a model; say what does not fit, in the words of the file."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from macros.problem import ContentError, Problem, listed, nearest
from macros.source import Loc, Source

M = TypeVar("M", bound=BaseModel)
# What one element of a list is called.
SINGULAR = {
    "items": "item",
    "checklists": "checklist",
    "columns": "column",
    "examples": "example",
    "choices": "choice",
    "dimensions": "dimension",
    "sources": "source",
    "phases": "phase",
    "roles": "role",
    "themes": "theme",
    "answers": "answer",
    "views": "view",
    "synonyms": "synonym",
}
LIST_SHAPE = "Write one on each line, with `- ` before it."
MAP_SHAPE = "Write one on each line, as in `key: text`."
TEXT_SHAPE = "Write it as text after the colon."
WORDING_SHAPE = "Write it once for each language, as in `da: …` and `sv: …`."


def fit(source: Source, model: type[M]) -> M:
    """Return the source's data as a `model`.

    Raises:
        ContentError: with a problem for each thing that does not fit.
    """
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise ContentError(_problems(source, model, error)) from error


def _problems(source: Source, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    said: set[Loc] = set()
    for detail in error.errors(include_url=False):
        loc = _file_loc(source.data, detail["loc"])
        if loc not in said and not _follows(source.data, loc, detail):
            said.add(loc)
            yield source.problem(loc, *_sentence(source.data, model, loc, detail))


def _follows(data: Any, loc: Loc, detail: ErrorDetails) -> bool:
    """Whether a list is only short because pydantic left out entries that have problems of their own."""
    for step in loc:
        data = _inside(data, step)
    return detail["type"] == "too_short" and isinstance(data, list) and len(data) >= detail["ctx"]["min_length"]


def _file_loc(data: Any, loc: Loc) -> Loc:
    """Drop the steps that pydantic adds for unions and roots, and keep those that are in the file."""
    kept: list[str | int] = []
    for place, step in enumerate(loc):
        last = place == len(loc) - 1
        inside = (isinstance(data, dict) and (step in data or last)) or (isinstance(data, list) and isinstance(step, int))
        if inside and step != "[key]":
            kept.append(step)
            data = data.get(step) if isinstance(data, dict) else data[step] if step < len(data) else None
    return tuple(kept)


def _sentence(data: Any, model: type[BaseModel], loc: Loc, detail: ErrorDetails) -> tuple[str, str]:
    kind, ctx, value = detail["type"], detail.get("ctx", {}), detail["input"]
    name, known = _name(data, loc), _known_keys(data, model, loc[:-1])
    if kind == "extra_forbidden":
        return f"`{loc[-1]}` is not a known key", nearest(str(loc[-1]), known) or f"Known here: {listed(known)}."
    if kind == "missing":
        inside = f" in {_name(data, loc[:-1])}" if len(loc) > 1 else ""
        return f"`{loc[-1]}` is missing{inside}", ""
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _kind(data, loc, value)
    if "[key]" in detail["loc"]:
        return f"`{loc[-1]}` is not right as a key", "Write it in lower case, as in `da` or `steering-group`."
    if value is None:
        return f"{name} is empty", "Write something after the colon, or take the line away."
    if kind == "literal_error":
        allowed = [part.strip(" '") for part in str(ctx["expected"]).replace(" or ", ", ").split(", ")]
        return f"`{value}` is not a value that {name} can have", nearest(str(value), allowed)
    if kind == "string_pattern_mismatch" and "https" in str(ctx["pattern"]):
        return f"{name} is `{value}`, not a web address", "Write it whole, beginning with `https://`."
    if kind == "string_pattern_mismatch":
        return f"{name} is `{value}`, not an id", f"Write it as `{_slug(str(value))}`: a–z, 0–9, and hyphens between."
    if kind in ("whole", "yes_or_no", "date", "clock", "int_type", "bool_type", "date_type"):
        return _typed(name, kind, detail, value)
    if kind in ("dict_type", "mapping_type", "model_type", "model_attributes_type"):
        wording = _is_wording(_shape_at(data, model, loc))
        return f"{name} must have keys of its own", WORDING_SHAPE if wording else MAP_SHAPE
    return _sized(name, kind, ctx, value)


def _kind(data: Any, loc: Loc, value: Any) -> tuple[str, str]:
    kinds = ["checklist", "assessment", "worksheet", "table"]
    if not isinstance(value, dict):
        return f"{_name(data, loc)} is not a checklist", MAP_SHAPE
    if not value.get("kind"):
        return f"`kind` is missing in {_name(data, loc)}", f"Write `kind:` and one of {listed(kinds)}."
    return f"`{value['kind']}` is not a kind of checklist", nearest(str(value["kind"]), kinds)


def _typed(name: str, kind: str, detail: ErrorDetails, value: Any) -> tuple[str, str]:
    wanted = {
        "int_type": "must be a whole number",
        "bool_type": "must be `true` or `false`",
        "date_type": "must be a date, as in `2026-11-21`",
    }.get(kind, detail["msg"])
    if isinstance(value, (dict, list)):
        return f"{name} {wanted}", "Write it on the same line, after the colon."
    return f"{name} {wanted}, not `{value}`", "" if "as in" in wanted or "`" in wanted else "Use digits only, as in `90`."


def _sized(name: str, kind: str, ctx: Mapping[str, Any], value: Any) -> tuple[str, str]:
    if kind == "greater_than_equal":
        return f"{name} is {value}, and must be at least {ctx['ge']}", "Put in a larger number."
    if kind == "less_than_equal":
        return f"{name} is {value}, and must be at most {ctx['le']}", "Put in a smaller number."
    if kind == "too_short":
        least = ctx["min_length"]
        return f"{name} has too few entries", f"Write at least {least}."
    if kind == "too_long" and isinstance(value, (list, tuple)):
        return f"{name} has too many entries", f"Write at most {ctx['max_length']}."
    if kind in ("string_too_short", "string_too_long"):
        fault = "is empty" if kind == "string_too_short" else f"is longer than {ctx['max_length']} letters"
        return f"{name} {fault}", "Write something shorter." if "longer" in fault else "Write something between the quotes."
    if kind in ("tuple_type", "list_type"):
        return f"{name} must be a list", LIST_SHAPE
    if kind == "string_type":
        return f"{name} must be a text", TEXT_SHAPE
    return f"{name} does not fit", "Compare it with a tool that is right."


def _name(data: Any, loc: Loc) -> str:
    """Name a value as its editor would: `text` in item 1 of checklist `set-up`."""
    if not loc:
        return "the file"
    parts: list[str] = []
    steps = _steps(data, loc)
    for place in range(len(steps) - 1, -1, -1):
        key, step, node = steps[place]
        if isinstance(step, int):
            noun = SINGULAR.get(str(key), f"entry of `{key}`" if key else "entry")
            own_id = node.get("id") if isinstance(node, dict) else None
            by_id = noun == "checklist" and isinstance(own_id, str)
            parts.append(f"{noun} `{own_id}`" if by_id else f"{noun} {step + 1}")
        elif not (place + 1 < len(steps) and isinstance(steps[place + 1][1], int)):
            parts.append(f"`{step}`")
    return parts[0] + "".join(f" {'in' if n == 0 else 'of'} {part}" for n, part in enumerate(parts[1:]))


def _steps(data: Any, loc: Loc) -> list[tuple[str | int | None, str | int, Any]]:
    steps: list[tuple[str | int | None, str | int, Any]] = []
    above: str | int | None = None
    for step in loc:
        data = _inside(data, step)
        steps.append((above, step, data))
        above = step
    return steps


def _inside(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _known_keys(data: Any, model: Any, loc: Loc) -> list[str]:
    """The keys that the mapping at `loc` may have; empty when they are free."""
    shape = _shape_at(data, model, loc)
    for step in loc:
        data = _inside(data, step)
    found = model_of(shape, data)
    return [field.alias or name for name, field in found.model_fields.items()] if found else []


def _shape_at(data: Any, shape: Any, loc: Loc) -> Any:
    for step in loc:
        shape = inside(shape, data, step)
        data = _inside(data, step)
    return shape


def _is_wording(shape: Any) -> bool:
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
    inner = [arg for arg in typing.get_args(_bare(shape)) if arg is not Ellipsis]
    return inner[-1] if inner else None


def model_of(shape: Any, data: Any) -> type[BaseModel] | None:
    """Return the closed model that a shape stands for; among several, the one of the data's `kind`."""
    for option in _options(shape):
        if not (isinstance(option, type) and issubclass(option, BaseModel)) or _is_root(option):
            continue
        kind = option.model_fields.get("kind")
        if kind is None or (isinstance(data, dict) and data.get("kind") in typing.get_args(kind.annotation)):
            return option
    return None


def _options(shape: Any) -> tuple[Any, ...]:
    shape = _bare(shape)
    return typing.get_args(shape) if isinstance(shape, types.UnionType) or typing.get_origin(shape) is typing.Union else (shape,)


def _bare(shape: Any) -> Any:
    return typing.get_args(shape)[0] if typing.get_origin(shape) is Annotated else shape


def _slug(value: str) -> str:
    folded = value.strip().lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "a", "ö": "o"}))
    return "-".join(part for part in "".join(c if c.isascii() and c.isalnum() else " " for c in folded).split()) or "an-id"
