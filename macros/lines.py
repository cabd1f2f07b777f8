"""The lines of a page's body, each with the place where it is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from macros.source import Loc, Mark, Source


class Line(NamedTuple):
    """One line of a body; in its file it begins at column `begin`, and stands `shift` columns further to the right."""

    text: str
    file: str
    number: int
    shift: int = 0
    begin: int = 1

    def mark(self, column: int) -> Mark:
        """Return where a column of the line is written."""
        return Mark(self.file, self.number, max(self.begin, column + self.shift))


def of_body(body: str, file: str, first_line: int) -> tuple[Line, ...]:
    """Return the lines of a body that stands in a file of its own."""
    return tuple(Line(text, file, first_line + n) for n, text in enumerate(body.split("\n")))


def of_value(source: Source, loc: Loc, value: str, raw: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of a text in a YAML file, without empty ones before and behind; `raw` are the file's lines."""
    typed = source.typed(loc)
    assert typed is not None, loc
    if typed.sign == "|":
        first = typed.line + 1
        lines = [_in_block(text, source.file, first + n, raw) for n, text in enumerate(value.split("\n"))]
        return trimmed(lines)
    begin = typed.column + len(typed.sign)
    return trimmed([Line(text, source.file, typed.line, begin - 1, begin) for text in value.split("\n")])


def _in_block(text: str, file: str, number: int, raw: Sequence[str]) -> Line:
    """A line of a block of YAML stands in its file as it is, but for the indentation."""
    indent = len(raw[number - 1]) - len(text) if text and number <= len(raw) else 0
    return Line(text, file, number, indent, indent + 1)


def trimmed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines without the empty ones before and behind."""
    written = [n for n, line in enumerate(lines) if line.text.strip()]
    return tuple(lines[written[0] : written[-1] + 1]) if written else ()


def said(lines: Sequence[Line]) -> str:
    """Return the text of lines."""
    return "\n".join(line.text for line in lines)
