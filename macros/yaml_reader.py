"""Read a YAML file, and remember where every value stands."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import yaml

from macros.decoding import decode
from macros.problem import ContentError
from macros.source import Marks, Source
from macros.yaml_builder import Builder
from macros.yaml_fault import fault_of

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(path: Path, file: str) -> Source:
    """Read one YAML file; `file` is its name in problems.

    Raises:
        ContentError: it cannot be read, or is not YAML.
    """
    return scan(decode(path, file), file)


def parse(text: str, file: str) -> Source:
    """Read the YAML of a whole content file, which has keys at its top, and let nothing pass.

    Raises:
        ContentError: with all problems that can be told apart.
    """
    source = scan(text, file)
    problems = [*source.problems]
    if not source.data:
        problems.append(source.problem((), "the file is empty", "Write something in it."))
    elif not isinstance(source.data, dict):
        problems.append(source.problem((), "the file must have keys of its own", "Begin it as in `title:`."))
    if problems:
        raise ContentError(problems)
    return source


def scan(text: str, file: str, first_line: int = 1) -> Source:
    """Read YAML that begins on line `first_line` of `file`; the source holds the faults that do not stop the reading.

    Raises:
        ContentError: it is not YAML, and reading cannot go on.
    """
    marks = Marks(file, partial(_all_marks, text, file, first_line))
    builder, data = _built(text, marks, first_line)
    return Source(file, data, marks, tuple(builder.problems), builder.texts)


def _all_marks(text: str, file: str, first_line: int) -> Marks:
    marks = Marks(file)
    _built(text, marks, first_line)
    return marks


def _built(text: str, marks: Marks, first_line: int) -> tuple[Builder, Any]:
    parser = PARSER(text)
    builder = Builder(parser, text, marks, first_line)
    try:
        return builder, builder.document()
    except yaml.YAMLError as error:
        problem = fault_of(error, text, marks.file, first_line)
        earlier = [other for other in builder.problems if other.line != problem.line]
        raise ContentError([*earlier, problem]) from error
    finally:
        parser.dispose()
