"""The one way to write a content file: block style, a line for each text, keys in the model's order, comments kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from pydantic import BaseModel

from macros.shape import inside, is_text, model_of
from macros.source import NULLS, Loc, Source, parse

# What YAML 1.2 takes for something else than text.
CORE = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
ODD_START = re.compile(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.|<<$")
# What a block of lines cannot hold, or not so that one sees it.
UNSHOWN = re.compile("[\x85\u2028\u2029\ufeff]")
ESCAPED = re.compile("[\n\t\x85\xa0\xad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")


class Unsure(Exception):
    """The file cannot be rewritten without losing something, so it is left alone."""


def canonical(text: str, model: type[BaseModel], file: str) -> str:
    """Return the text of a YAML file in canonical form.

    Raises:
        ContentError: it is not YAML that can be read.
        Unsure: a comment stands where it cannot be kept.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = parse(text, file)
    found = _comments(text, source)
    first = next((loc for loc in source.marks if loc), ())
    head = found.above.pop(first, [])
    lines = [*head, *_Emitter(found).mapping(source.data, model, (), 0), *found.tail]
    result = "\n".join(lines) + "\n"
    if parse(result, file).data != source.data or sorted(_all_comments(result)) != sorted(_all_comments(text)):
        raise Unsure("a comment stands where it cannot be kept; put it on a line of its own, above a key")
    return result


@dataclass(frozen=True)
class _Comments:
    """The comments above each place, behind it on its line, below all of it, and at the end of the file.

    Those below a place say whether they are indented further than it, as the last of its lines are.
    """

    above: dict[Loc, list[str]] = field(default_factory=dict)
    behind: dict[Loc, str] = field(default_factory=dict)
    below: dict[Loc, list[tuple[bool, str]]] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)


class _Emitter:
    """Writes lines, with the comments where they stood."""

    def __init__(self, found: _Comments) -> None:
        self.found = found

    def mapping(self, data: Any, shape: Any, loc: Loc, indent: int) -> Iterator[str]:
        for key in _order(data, shape):
            inner, value = (*loc, key), data[key]
            yield from self.comments(inner, indent)
            yield from self.value(f"{_scalar(key, False)}:", value, inside(shape, data, key), inner, indent)
            yield from self.below(inner, indent, value)

    def value(self, head: str, value: Any, shape: Any, loc: Loc, indent: int) -> Iterator[str]:
        pad, trail = " " * indent, self.trail(loc)
        if isinstance(value, dict) and value:
            yield f"{pad}{head}{trail}"
            yield from self.mapping(value, shape, loc, indent + 2)
        elif isinstance(value, list) and value:
            yield f"{pad}{head}{trail}"
            yield from self.sequence(value, shape, loc, indent + 2)
        elif isinstance(value, str) and "\n" in value and not UNSHOWN.search(value):
            yield f"{pad}{head} {_block_sign(value)}{trail}"
            yield from (f"{pad}  {line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        else:
            yield f"{pad}{head} {_leaf(value, shape)}".rstrip() + trail

    def sequence(self, data: list[Any], shape: Any, loc: Loc, indent: int) -> Iterator[str]:
        for n, value in enumerate(data):
            inner, within = (*loc, n), inside(shape, data, n)
            yield from self.comments(inner, indent)
            if isinstance(value, dict) and value:
                lines = list(self.mapping(value, within, inner, indent + 2))
                first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
                yield from (line[2:] for line in lines[:first])
                yield " " * indent + "- " + lines[first].lstrip()
                yield from lines[first + 1 :]
            else:
                yield from self.value("-", value, within, inner, indent)
            yield from self.below(inner, indent + 2, None)

    def comments(self, loc: Loc, indent: int) -> Iterator[str]:
        yield from (" " * indent + comment for comment in self.found.above.get(loc, ()))

    def below(self, loc: Loc, indent: int, value: Any) -> Iterator[str]:
        step = 2 if value and isinstance(value, (dict, list)) else 0
        for further, comment in self.found.below.get(loc, ()):
            yield " " * (indent + step * further) + comment

    def trail(self, loc: Loc) -> str:
        return f"  {self.found.behind[loc]}" if loc in self.found.behind else ""


def _leaf(value: Any, shape: Any) -> str:
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list):
        return "[]"
    return "" if value is None else _scalar(value, is_text(shape))


def _scalar(text: str, textual: bool) -> str:
    """Write a text plain if every YAML 1.2 reader takes it for that text, else in quotes."""
    if ESCAPED.search(text):
        quoted = json.dumps(text, ensure_ascii=False)
        return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04X}", quoted)
    odd = ODD_START.match(text) or ": " in text or " #" in text or text.endswith(":") or text.strip() != text
    if odd or text in NULLS or (textual and CORE.fullmatch(text)):
        return "'" + text.replace("'", "''") + "'"
    return text


def _block_sign(text: str) -> str:
    """Say how a block of lines ends, and where it begins if that cannot be seen from its first line."""
    indent = "2" if re.match(r"\n*[ \t]", text) else ""
    ending = "" if re.search(r"[^\n]\n\Z", text) else "+" if text.endswith("\n") else "-"
    return f"|{indent}{ending}"


def quoted(text: str) -> str:
    """Return a text as it is written after a key: plain where that is safe, else in quotes."""
    return _scalar(text, True)


def _order(data: dict[str, Any], shape: Any) -> list[str]:
    model = model_of(shape, data)
    if model is None:
        return list(data)
    known = [field.alias or name for name, field in model.model_fields.items()]
    return [key for key in known if key in data] + [key for key in data if key not in known]


def _comments(text: str, source: Source) -> _Comments:
    lines: dict[int, list[Loc]] = {}
    for loc, mark in source.marks.items():
        if loc:
            lines.setdefault(mark.line, []).append(loc)
    found = _Comments()
    for line, column, comment in _found(text):
        following = next((lines[number] for number in sorted(lines) if number > line), None)
        next_one = min(following, key=len) if following else ()
        if not column and line in lines:
            found.behind[max(lines[line], key=lambda loc: (source.marks[loc].column, len(loc)))] = comment
        elif column > source.marks[next_one].column and (owner := _owner(lines, line, column, source)):
            found.below.setdefault(owner, []).append((column > source.marks[owner].column, comment))
        elif following:
            found.above.setdefault(next_one, []).append(comment)
        else:
            found.tail.append(comment)
    return found


def _owner(lines: dict[int, list[Loc]], line: int, column: int, source: Source) -> Loc:
    """The innermost place above a line that begins no further to the right than a column."""
    above = max((number for number in lines if number < line), default=None)
    loc = max(lines[above], key=lambda one: (source.marks[one].column, len(one))) if above else ()
    while loc and source.marks[loc].column > column:
        loc = loc[:-1]
    return loc


def _text_begins(text: str, start: int) -> int:
    """Where the text of a scalar begins: that of a block below the line with its sign."""
    return text.find("\n", start) + 1 if text[start] in "|>" else start


def _all_comments(text: str) -> list[str]:
    return [comment for _, _, comment in _found(text)]


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each comment: its line from 1, its column where it stands alone, else 0, and its text."""
    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    marks = [(event.start_mark, event.end_mark) for event in events if isinstance(event, yaml.ScalarEvent)]
    spans = [(_text_begins(text, start.index), end.index) for start, end in marks if start and end]
    inside_scalar = {place for start, end in spans for place in range(start, end) if text[place] == "#"}
    begin = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for found in re.finditer(r"(?:^|(?<=\s))#.*", line):
            if begin + found.start() not in inside_scalar:
                alone = not line[: found.start()].strip()
                yield number, found.start() + 1 if alone else 0, found[0].rstrip()
                break
        begin += len(line) + 1
