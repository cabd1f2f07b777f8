"""A municipality's own file laid over a shared one, key by key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from macros.problem import ContentError, Problem
from macros.source import Loc, Mark, Source
from macros.yaml_reader import read


def with_local(root: Path, shared: Callable[[], Source], local: str) -> Source:
    """Read a shared file, and the municipality's own laid over it, where there is one.

    Raises:
        ContentError: with the problems of both files, when either cannot be read.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    own = [partial(read, root / local, local)] if (root / local).exists() else []
    readers: list[Callable[[], Source]] = [shared, *own]
    for reader in readers:
        try:
            sources.append(reader())
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    under, *over = sources
    return covered(under, over[0]) if over else under


def covered(under: Source, over: Source) -> Source:
    """Lay one source over another, key by key; a key that is written empty takes the one below away.

    A file in which nothing is written yet covers nothing.
    """
    marks: dict[Loc, Mark] = dict(under.marks)
    problems = (*under.problems, *over.problems)
    if over.data is None:
        return Source(under.file, under.data, marks, problems)
    return Source(under.file, _merge(under.data, over.data, (), over, marks), marks, problems)


def _merge(under: Any, over: Any, loc: Loc, source: Source, marks: dict[Loc, Mark]) -> Any:
    if not (isinstance(under, dict) and isinstance(over, dict)):
        marks.update({place: mark for place, mark in source.marks.items() if place[: len(loc)] == loc})
        return over
    result = dict(under)
    for key, value in over.items():
        if value is None:
            result.pop(key, None)
            marks[(*loc, key)] = source.marks[(*loc, key)]
        else:
            result[key] = _merge(under.get(key), value, (*loc, key), source, marks)
    return result
