"""Say what a YAML parser found wrong, in the words of the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import yaml

from macros.problem import Problem, shown
from macros.quotes import COLON, LONGEST, QUOTE_IT, quote_line, text_of
from macros.slips import ODD_SPACE, odd_space
from macros.yaml_items import list_sign, no_sign, out_of_line, under_a_text
from macros.yaml_stop import Place, Said, Stop, stop_of

UNCLOSED = (
    "a quotation mark is opened here and never closed",
    "Close it at the end of the text; write an apostrophe between single quotes twice.",
)


def fault_of(error: yaml.YAMLError, text: str, file: str, first_line: int) -> Problem:
    """Turn a parser's error into a problem; `text` begins on line `first_line` of `file`."""
    stop = stop_of(error, text)
    place, fault, remedy = next(found for rule in RULES if (found := rule(stop)))
    return Problem(file, place.line + first_line, place.column + 1, fault, remedy)


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


def _quoted(stop: Stop) -> Said | None:
    if "quoted scalar" not in stop.context:
        return None
    if "escape" in stop.problem:
        return Said(stop.at, "a backslash has a meaning between double quotes", "Use single quotes instead.")
    return Said(stop.began, *UNCLOSED)


def _left_open(stop: Stop) -> Said | None:
    """A quotation mark that is only closed by another one further down: the parser stops there, the slip is here."""
    for number, (line, below) in enumerate(pairwise(stop.lines[: stop.at.line + 1])):
        text = text_of(line)
        if text[:1] in ("'", '"') and text.count(text[0]) % 2 and re.match(r"\s*(?:- |[\w-]+:(?:\s|$))", below):
            return Said(Place(number, line.index(text)), *UNCLOSED)
    return None


def _stray_colon(stop: Stop) -> Said | None:
    if "mapping values are not allowed" not in stop.problem:
        return None
    _, found, value = stop.line.strip().removeprefix("- ").partition(": ")
    if found and ": " in f"{value} ":
        return Said(stop.at, COLON, quote_line(stop.line))
    above = stop.above()
    if above is None:
        return Said(stop.at, "a colon is out of place here", QUOTE_IT)
    words = stop.lines[above.line].strip().removeprefix("- ")
    if not re.search(r":(\s|$)", words):
        return _no_key(above, words)
    return under_a_text(stop, above)


def _no_colon(stop: Stop) -> Said | None:
    if "could not find expected ':'" not in stop.problem:
        return None
    return _no_key(stop.began, stop.begun.strip())


def _no_key(place: Place, words: str) -> Said:
    """A line that should be a key and its text; the colon may be there, but not the space."""
    key, colon, rest = words.partition(":")
    if colon and rest and re.fullmatch(r"[\w.-]+", key):
        remedy = f"Write `{key}: {rest}`." if len(rest) <= LONGEST else f"Write `{key}: `, and then the text."
        return Said(place, f"there is no space after the colon of `{key}`", remedy)
    fault = f"`{shown(words, 40)}` has no colon after it"
    return Said(place, fault, "Write `key: text`; if it goes on from the line above, indent it more than its key.")


def _bad_start(stop: Stop) -> Said | None:
    inside = "anchor" in stop.context or "alias" in stop.context or "tag" in stop.context or "directive" in stop.context
    if not (inside or "cannot start any token" in stop.problem or "alphabetic or numeric" in stop.problem):
        return None
    place = stop.began if inside else stop.at
    sign = stop.lines[place.line][place.column : place.column + 1] or " "
    return Said(place, f"a text cannot begin with {_code(sign)}", quote_line(stop.lines[place.line]))


def _after_sign(stop: Stop) -> Said | None:
    """Text after a bracket that closes, or behind `>` or `|`: a plain text that begins with a sign."""
    if "did not find expected" not in stop.problem:
        return None
    text = text_of(stop.line)
    if text[:1] in ("[", "{", ">", "|", ",", "]", "}") and stop.line.rindex(text) <= stop.at.column:
        place = Place(stop.at.line, stop.line.rindex(text))
        return Said(place, f"a text cannot begin with {_code(text[0])}", quote_line(stop.line))
    return None


def _bracket(stop: Stop) -> Said | None:
    sign = stop.line[stop.at.column : stop.at.column + 1]
    if "flow" in stop.context and sign == ":" and stop.at.line == stop.began.line:
        return Said(stop.at, COLON, "Put the text that it belongs to in single quotes.")
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
    text = text_of(stop.line)
    if "did not find expected" not in stop.problem or text[:1] not in ("'", '"') or stop.at.column >= len(stop.line):
        return None
    fault = "there is text after the closing quotation mark"
    return Said(stop.at, fault, "Put quotes around the whole text, and other quotation marks (» « or ” ”) inside it.")


def _question(stop: Stop) -> Said | None:
    if "mapping keys are not allowed" not in stop.problem:
        return None
    return Said(stop.at, "a text cannot begin with `? `", quote_line(stop.line))


def _directive(stop: Stop) -> Said | None:
    if "document" not in stop.problem or not stop.line.startswith("%"):
        return None
    return Said(stop.at, "a line that begins with `%` has no use here", "Take the line away.")


def _anything(stop: Stop) -> Said:
    remedy = "Compare it with the lines above, or put the text in single quotes."
    return Said(stop.at, "this line cannot be read", remedy)


# The first that knows the fault says it.
RULES: tuple[Callable[[Stop], Said | None], ...] = (
    _tab,
    _odd_space,
    list_sign,
    no_sign,
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
    out_of_line,
    _anything,
)


def _code(sign: str) -> str:
    return "a backtick" if sign == "`" else f"`{sign}`"
