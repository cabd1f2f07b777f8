"""Say what a YAML parser found wrong, in the words of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from macros.problem import Problem

PLAIN_VALUE = re.compile(r"^(?P<head>\s*(?:- )*(?:[\w.-]+:\s+)?)(?P<text>.*?)\s*$")
LINE_UP = "Begin the line in the same column as its neighbours, and indent with spaces, two for each level."
QUOTE_IT = "Put the text in single quotes."


class Place(NamedTuple):
    """A line and a column from 0, as the parser counts."""

    line: int
    column: int


def fault_of(error: yaml.YAMLError, text: str, file: str, first_line: int = 1) -> Problem:
    """Turn a parser's error into a problem; `text` begins on line `first_line` of `file`."""
    said = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or at
    lines = text.splitlines() or [""]

    def problem(mark: object, fault: str, remedy: str) -> Problem:
        line, column = _clip(mark, lines)
        return Problem(file, line + first_line, column + 1, fault, remedy)

    row, column = _clip(at, lines)
    line = lines[row]
    if "\t" in (line[: column + 1] if line[: column + 1].strip() == "" else line[column : column + 1]):
        return problem(at, "there is a tab here", "Indent with spaces, two for each level.")
    if "quoted scalar" in context:
        if "escape" in said:
            return problem(at, "a backslash has a meaning between double quotes", "Use single quotes instead.")
        return problem(began, "a quotation mark is opened here and never closed", "Close it at the end of the text.")
    if "mapping values are not allowed" in said:
        return _stray_colon(problem, at, lines)
    if "could not find expected ':'" in said:
        begun_row, begun_column = _clip(began, lines)
        word = lines[begun_row][begun_column:].strip()
        return problem(began, f"`{_short(word)}` has no colon after it", "Write `key: text`, or indent it under its key.")
    if "cannot start any token" in said or "alphabetic or numeric" in said or "anchor" in context or "tag" in context:
        sign = line[column : column + 1] or " "
        if "anchor" in context or "alias" in context or "tag" in context:
            begun_row, begun_column = _clip(began, lines)
            at, sign = began, lines[begun_row][begun_column : begun_column + 1]
        return problem(at, f"a text cannot begin with `{sign}`", _quoted(lines[_clip(at, lines)[0]]))
    if "flow" in context:
        return problem(began, "a bracket is opened here and not closed in order", "Close it; a text with a comma, colon, bracket or brace in it needs single quotes.")
    if "block sequence entries are not allowed" in said:
        return problem(at, "a list cannot begin here", "Put each `- ` on a line of its own, indented under its key.")
    if "did not find expected" in said and column < len(line) and _after_quote(line, column):
        return problem(at, "there is text after the closing quotation mark", _inner_quotes(line))
    if "did not find expected" in said:
        return problem(at, "this line does not fit in with the lines above it", LINE_UP)
    if "mapping keys are not allowed" in said:
        return problem(at, "a text cannot begin with `? `", _quoted(line))
    if "block scalar" in context or "indentation" in said:
        return problem(at, "this line is not indented like the lines above it", LINE_UP)
    return problem(at, f"this is not YAML: {said}", "Compare with the lines above, or put the text in single quotes.")


def _clip(mark: object, lines: list[str]) -> tuple[int, int]:
    """The mark's line and column from 0, never past the end of the file."""
    line = min(getattr(mark, "line", 0), len(lines) - 1)
    return line, getattr(mark, "column", 0) if line == getattr(mark, "line", 0) else len(lines[line])


def _stray_colon(problem: Callable[[object, str, str], Problem], at: object, lines: list[str]) -> Problem:
    row, _ = _clip(at, lines)
    key, found, value = lines[row].strip().removeprefix("- ").partition(": ")
    if found and ": " in f"{value} ":
        fault = "a colon followed by a space has a meaning in a plain text"
        return problem(at, fault, f"Put the text in quotes: {_cure(key, value)}.")
    above = next((n for n in range(row - 1, -1, -1) if lines[n].strip() and not lines[n].lstrip().startswith("#")), None)
    if above is None:
        return problem(at, "a colon is out of place here", QUOTE_IT)
    column = len(lines[above]) - len(lines[above].lstrip())
    if ":" not in lines[above]:
        words = _short(lines[above].strip().removeprefix("- "))
        return problem(Place(above, column), f"`{words}` has no colon after it", "Write `key: text`.")
    indent = len(lines[row]) - len(lines[row].lstrip())
    key_above = lines[above].strip().removeprefix("- ").partition(":")[0]
    fault = f"this line is indented under `{key_above}`, which has a text already"
    return problem(Place(row, indent), fault, LINE_UP)


def _cure(key: str, value: str) -> str:
    quoted = value.strip().replace("'", "''")
    return f"`{key}: '{_short(quoted, 60)}'`"


def _quoted(line: str) -> str:
    found = PLAIN_VALUE.match(line)
    if not found or not found["text"]:
        return QUOTE_IT
    text = found["text"].replace("'", "''")
    return f"Put the text in quotes: `{found['head'].strip()} '{_short(text, 60)}'`."


def _after_quote(line: str, column: int) -> bool:
    return any(quote in line[:column] for quote in "\"'")


def _inner_quotes(line: str) -> str:
    return "Put quotes around the whole text, and other quotation marks (» « or ” ”) inside it."


def _short(words: str, most: int = 40) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
