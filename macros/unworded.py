"""Keys that the interface has no words for, and where a template or the code names them."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from types import FrameType

from macros.decoding import decode
from macros.overrides import LOCAL, SHARED
from macros.problem import ContentError, Problem, meant

CODE = Path(__file__).parent
# In templates and in Python alike: `t["menu"]`, `words("phase_of", …)`, `t.count("tools", …)`.
NAMED = re.compile(r'\b(?:t|words)(?:\.plain)?(?P<many>\.count)?[\[(]"(?P<key>\w+)"(?=[\]),])')


def keys(text: str) -> Iterator[tuple[str, int]]:
    """Yield the keys that a template or a module names as they stand, each with its line."""
    for found in NAMED.finditer(text):
        yield found["key"] + ("_other" if found["many"] else ""), text.count("\n", 0, found.start()) + 1


def problems(root: Path, known: Collection[str]) -> Iterator[Problem]:
    """Yield the keys in the templates, the shared ones and the municipality's own, that have no words."""
    for folder in (SHARED, LOCAL):
        for path in sorted((root / folder).rglob("*.html")):
            file = path.relative_to(root).as_posix()
            try:
                named = [*keys(decode(path, file))]
            except ContentError:
                continue
            yield from (_problem(key, known, file, line) for key, line in named if key not in known)


def fault(key: str) -> ContentError:
    """Return what to raise where a template or the code asks for words that are not there; it says who asks."""
    return ContentError([_problem(key, (), *_asking(sys._getframe(1)))])


def _asking(frame: FrameType | None) -> tuple[str, int]:
    """The file and the line that ask: the nearest that is not of the words, Jinja, or what calls for Jinja."""
    while frame and _module(frame) in ("macros.words", "macros.templates", "jinja2"):
        frame = frame.f_back
    if frame is None:
        return "macros/words.yml", 1
    if template := frame.f_globals.get("__jinja_template__"):
        return _named(template.filename or template.name), template.get_corresponding_lineno(frame.f_lineno)
    return _named(frame.f_code.co_filename), frame.f_lineno


def _module(frame: FrameType) -> str:
    name: str = frame.f_globals.get("__name__", "")
    return "jinja2" if name.startswith("jinja2.") else name


def _named(file: str) -> str:
    """A file's name from the top of the project."""
    path = Path(file).as_posix()
    tops = (f"/{top}/" for top in (LOCAL, SHARED, CODE.name))
    return next((path[path.rindex(top) + 1 :] for top in tops if top in path), path)


def _problem(key: str, known: Collection[str], file: str, line: int) -> Problem:
    remedy = meant(key, known) or "Write them in macros/words.yml."
    return Problem(file, line, 1, f"`{key}` has no words", remedy)
