"""Say what a YAML parser found wrong, in the words of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import yaml

from macros.problem import Problem, shown

ENTRY = re.compile(r"^\s*(?:- )*(?P<key>[\w.-]+:[ \t]+|- )?(?P<text>.*?)\s*$")
# Spaces that YAML takes for letters.
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_UP = "Begin the line in the same column as its neighbours, and indent with spaces, two for each level."
QUOTE_IT = "Put the text in single quotes."


class Place(NamedTuple):
    """A line and a column from 0, as the parser counts."""

    line: int
    column: int


class Said(NamedTuple):
    """What is wrong, where, and what to do."""

    place: Place
    fault: str
    remedy: str


@dataclass(frozen=True)
class Stop:
    """Where the parser stopped, where the thing began that it was reading, and what it said of both."""

    at: Place
    began: Place
    problem: str
    context: str
    lines: list[str]

    @property
    def line(self) -> str:
        """The line where it stopped."""
        return self.lines[self.at.line]

    @property
    def begun(self) -> str:
        """What stands from the beginning of the thing to the end of its line."""
        return self.lines[self.began.line][self.began.column :]

    def above(self) -> Place | None:
        """The nearest line above that says something, and where it begins."""
        for number in range(self.at.line - 1, -1, -1):
            words = self.lines[number].lstrip()
            if words and not words.startswith("#"):
                return Place(number, len(self.lines[number]) - len(words))
        return None


def fault_of(error: yaml.YAMLError, text: str, file: str, first_line: int = 1) -> Problem:
    """Turn a parser's error into a problem; `text` begins on line `first_line` of `file`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    at = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or at
    said, context = str(getattr(error, "problem", None) or error), str(getattr(error, "context", None) or "")
    stop = Stop(_clip(at, lines), _clip(began, lines), said, context, lines)
    place, fault, remedy = next(found for rule in RULES if (found := rule(stop)))
    return Problem(file, place.line + first_line, place.column + 1, fault, remedy)


def _clip(mark: object, lines: list[str]) -> Place:
    """The mark's line and column, never past the end of the file."""
    line = getattr(mark, "line", 0)
    if line >= len(lines):
        return Place(len(lines) - 1, len(lines[-1]))
    return Place(line, min(getattr(mark, "column", 0), len(lines[line])))


def _tab(stop: Stop) -> Said | None:
    before = stop.line[: stop.at.column + 1]
    here = before if not before.strip() else stop.line[stop.at.column : stop.at.column + 1]
    return Said(stop.at, "there is a tab here", "Indent with spaces, two for each level.") if "\t" in here else None


def _odd_space(stop: Stop) -> Said | None:
    for number in sorted({stop.began.line, stop.at.line - 1, stop.at.line}):
        found = ODD_SPACE.search(stop.lines[number]) if number >= 0 else None
        before = stop.lines[number][: found.start()] if found else ""
        if found and (before.strip() in ("", "-") or before.endswith(":")):
            return Said(Place(number, found.start()), *odd_space(found[0]))
    return None


def odd_space(sign: str) -> tuple[str, str]:
    """Say that a space is none to the parser, and what to do."""
    fault = f"there is an odd space here (U+{ord(sign):04X})"
    return fault, "Delete it, and type a space; it often comes along with pasted text."


def _quoted(stop: Stop) -> Said | None:
    if "quoted scalar" not in stop.context:
        return None
    if "escape" in stop.problem:
        return Said(stop.at, "a backslash has a meaning between double quotes", "Use single quotes instead.")
    fault = "a quotation mark is opened here and never closed"
    return Said(stop.began, fault, "Close it at the end of the text; write an apostrophe between single quotes twice.")


def _left_open(stop: Stop) -> Said | None:
    """A quotation mark that is only closed by another one further down: the parser stops there, the slip is here."""
    for number, (line, below) in enumerate(pairwise(stop.lines[: stop.at.line + 1])):
        text = _text(line)
        if text[:1] in ("'", '"') and text.count(text[0]) % 2 and re.match(r"\s*(?:- |[\w-]+:(?:\s|$))", below):
            fault = "a quotation mark is opened here and never closed"
            remedy = "Close it at the end of the text; write an apostrophe between single quotes twice."
            return Said(Place(number, line.index(text)), fault, remedy)
    return None


def _stray_colon(stop: Stop) -> Said | None:
    if "mapping values are not allowed" not in stop.problem:
        return None
    key, found, value = stop.line.strip().removeprefix("- ").partition(": ")
    if found and ": " in f"{value} ":
        fault = "a colon followed by a space has a meaning in a plain text"
        return Said(stop.at, fault, f"Put the text in quotes: `{key}: {_in_quotes(value)}`.")
    above = stop.above()
    if above is None:
        return Said(stop.at, "a colon is out of place here", QUOTE_IT)
    words = stop.lines[above.line].strip().removeprefix("- ")
    if not re.search(r":(\s|$)", words):
        return _no_key(above, words)
    indent = len(stop.line) - len(stop.line.lstrip())
    fault = f"this line is indented under `{shown(words.partition(':')[0], 40)}`, which has a text already"
    return Said(Place(stop.at.line, indent), fault, LINE_UP)


def _no_colon(stop: Stop) -> Said | None:
    if "could not find expected ':'" not in stop.problem:
        return None
    return _no_key(stop.began, stop.begun.strip())


def _no_key(place: Place, words: str) -> Said:
    """A line that should be a key and its text; the colon may be there, but not the space."""
    key, colon, rest = words.partition(":")
    if colon and rest and re.fullmatch(r"[\w.-]+", key):
        return Said(place, f"there is no space after the colon of `{key}`", f"Write `{key}: {shown(rest)}`.")
    fault = f"`{shown(words, 40)}` has no colon after it"
    return Said(place, fault, "Write `key: text`; if it goes on from the line above, indent it more than its key.")


def _bad_start(stop: Stop) -> Said | None:
    inside = "anchor" in stop.context or "alias" in stop.context or "tag" in stop.context or "directive" in stop.context
    if not (inside or "cannot start any token" in stop.problem or "alphabetic or numeric" in stop.problem):
        return None
    place = stop.began if inside else stop.at
    sign = stop.lines[place.line][place.column : place.column + 1] or " "
    return Said(place, f"a text cannot begin with {_code(sign)}", _quote_line(stop.lines[place.line]))


def _after_sign(stop: Stop) -> Said | None:
    """Text after a bracket that closes, or behind `>` or `|`: a plain text that begins with a sign."""
    if "did not find expected" not in stop.problem:
        return None
    text = _text(stop.line)
    if text[:1] in ("[", "{", ">", "|", ",", "]", "}") and stop.line.rindex(text) <= stop.at.column:
        place = Place(stop.at.line, stop.line.rindex(text))
        return Said(place, f"a text cannot begin with {_code(text[0])}", _quote_line(stop.line))
    return None


def _bracket(stop: Stop) -> Said | None:
    sign = stop.line[stop.at.column : stop.at.column + 1]
    if "flow" in stop.context and sign == ":" and stop.at.line == stop.began.line:
        fault = "a colon followed by a space has a meaning in a plain text"
        return Said(stop.at, fault, "Put the text that it belongs to in single quotes.")
    if "flow" in stop.context:
        fault = "a bracket is opened here and not closed in order"
        remedy = "Close it; a text with a comma, colon, bracket or brace in it needs single quotes."
        return Said(stop.began, fault, remedy)
    if "did not find expected" in stop.problem and sign in ("]", "}"):
        fault = "a bracket is closed here that was not opened"
        return Said(stop.at, fault, "Take it away, or put the text in single quotes.")
    return None


def _list(stop: Stop) -> Said | None:
    if "block sequence entries are not allowed" not in stop.problem:
        return None
    remedy = "Put each `- ` on a line of its own, indented under its key; quote a text that begins with `- `."
    return Said(stop.at, "a list cannot begin here", remedy)


def _after_quote(stop: Stop) -> Said | None:
    text = _text(stop.line)
    if "did not find expected" not in stop.problem or text[:1] not in ("'", '"') or stop.at.column >= len(stop.line):
        return None
    fault = "there is text after the closing quotation mark"
    return Said(stop.at, fault, "Put quotes around the whole text, and other quotation marks (» « or ” ”) inside it.")


def _question(stop: Stop) -> Said | None:
    if "mapping keys are not allowed" not in stop.problem:
        return None
    return Said(stop.at, "a text cannot begin with `? `", _quote_line(stop.line))


def _directive(stop: Stop) -> Said | None:
    if "document" not in stop.problem or not stop.line.startswith("%"):
        return None
    return Said(stop.at, "a line that begins with `%` has no use here", "Take the line away.")


def _out_of_line(stop: Stop) -> Said | None:
    if "did not find expected" in stop.problem:
        return Said(stop.at, "this line does not fit in with the lines above it", LINE_UP)
    if "block scalar" in stop.context or "indentation" in stop.problem:
        return Said(stop.at, "this line is not indented like the lines above it", LINE_UP)
    return None


def _anything(stop: Stop) -> Said:
    remedy = "Compare it with the lines above, or put the text in single quotes."
    return Said(stop.at, "this line cannot be read", remedy)


# The first that knows the fault says it.
RULES: tuple[Callable[[Stop], Said | None], ...] = (
    _tab,
    _odd_space,
    _left_open,
    _quoted,
    _stray_colon,
    _no_colon,
    _bad_start,
    _bracket,
    _after_sign,
    _list,
    _after_quote,
    _question,
    _directive,
    _out_of_line,
    _anything,
)


def _text(line: str) -> str:
    found = ENTRY.match(line)
    return found["text"] if found else ""


def _quote_line(line: str) -> str:
    found = ENTRY.match(line)
    if not found or not found["text"]:
        return QUOTE_IT
    return f"Put the text in quotes: `{(found['key'] or '').strip()} {_in_quotes(found['text'])}`.".replace("` ", "`")


def _in_quotes(text: str) -> str:
    return "'" + shown(text.strip()).replace("'", "''") + "'"


def _code(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"
