"""The templates: those of the site, and a municipality's own, which cover them or build on them."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, TemplateSyntaxError, meta

from macros.decoding import decode
from macros.files import is_left_behind
from macros.problem import ContentError, Problem, nearest

SHARED, LOCAL = "overrides", "local/overrides"
# What covers a shared template reaches it under this name, as in `{% extends "shared/main.html" %}`.
PREFIX = "shared/"


def loader(root: Path) -> BaseLoader:
    """Return where templates are found: first among the municipality's own."""
    shared = FileSystemLoader(root / SHARED)
    return ChoiceLoader([FileSystemLoader(root / LOCAL), shared, PrefixLoader({PREFIX.rstrip("/"): shared})])


def problems(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the municipality's own templates, before anything is made of them."""
    shared, own = set(_names(root / SHARED)), dict(_names(root / LOCAL))
    known = {*shared, *own, *(PREFIX + name for name in shared)}
    used: set[str] = set()
    for name, path in own.items():
        file = f"{LOCAL}/{name}"
        try:
            text = decode(path, file)
            tree = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).parse(text)
        except ContentError as error:
            yield from error.problems
        except TemplateSyntaxError as error:
            fault = f"the template cannot be read: {error.message}"
            yield Problem(file, error.lineno, 1, fault, "Compare it with the one in `overrides/`.")
        else:
            named = [one for one in meta.find_referenced_templates(tree) if one]
            used.update(named)
            yield from _missing(file, text, [one for one in named if one not in known], known)
            if name in named:
                remedy = f'Write `{{% extends "{PREFIX}{name}" %}}`.'
                yield Problem(file, _line(text, name), 1, f"`{name}` builds on itself", remedy)
    for name in own:
        if name not in shared and name not in used:
            yield Problem(f"{LOCAL}/{name}", 1, 1, f"nothing reads `{LOCAL}/{name}`", nearest(name, shared))


def fault(root: Path, error: Exception) -> Problem | None:
    """Say where one of the municipality's own templates failed; None where the fault is ours, or told."""
    own = str(root / LOCAL)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(own)]
    if not frames or isinstance(error, ContentError):
        return None
    file = Path(frames[-1].filename).relative_to(root).as_posix()
    remedy = "Its first line in `overrides/` says what a template takes."
    return Problem(file, frames[-1].lineno or 1, 1, f"the template cannot be filled in: {error}", remedy)


def _missing(file: str, text: str, names: list[str], known: set[str]) -> Iterator[Problem]:
    for name in names:
        yield Problem(file, _line(text, name), 1, f"no template is called `{name}`", nearest(name, sorted(known)))


def _line(text: str, word: str) -> int:
    return text.count("\n", 0, max(text.find(word), 0)) + 1


def _names(folder: Path) -> Mapping[str, Path]:
    """The templates below a folder by name."""
    paths = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {
        path.relative_to(folder).as_posix(): path for path in paths if path.is_file() and not is_left_behind(path.name)
    }
