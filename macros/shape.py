"""Fit a source to a model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.anatomy import inside
from macros.misfit import misfits
from macros.model_fault import fault_of
from macros.problem import ContentError
from macros.source import Loc, Source

M = TypeVar("M", bound=BaseModel)


def fit(source: Source, model: type[M]) -> M:
    """Return the source's data as a `model`.

    Raises:
        ContentError: with the source's own problems, and one for each thing that does not fit.
    """
    try:
        fitted = model.model_validate(source.data)
    except ValidationError as error:
        said = {problem.line for problem in source.problems}
        more = [source.problem(one.place, *fault_of(one)) for one in misfits(source.data, model, error)]
        raise ContentError([*source.problems, *(one for one in more if one.line not in said)]) from error
    if source.problems:
        raise ContentError(source.problems)
    return fitted


def parts(source: Source, model: type[BaseModel]) -> Iterator[tuple[Loc, object]]:
    """Yield the largest parts of the source that fit, with their places: one, when all of it fits.

    So what is right in a file can be checked further, in the same run that says what is wrong.
    """
    return _parts(source.data, model, ())


def _parts(data: Any, shape: Any, loc: Loc) -> Iterator[tuple[Loc, object]]:
    if shape is None:
        return
    try:
        yield loc, TypeAdapter(shape).validate_python(data)
    except ValidationError:
        steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        for step in steps:
            yield from _parts(data[step], inside(shape, data, step), (*loc, step))
