"""The comments of a YAML file, which its parser leaves out: each with what it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from macros.source import Loc, Source
from macros.yaml_reader import PARSER


@dataclass(frozen=True)
class Comments:
    """The comments above each place, behind it on its line, below all of it, and at the end of the file.

    Those below a place say whether they are indented further than it, as the last of its lines are.
    """

    above: dict[Loc, list[str]] = field(default_factory=dict)
    behind: dict[Loc, str] = field(default_factory=dict)
    below: dict[Loc, list[tuple[bool, str]]] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)


class _Comment(NamedTuple):
    """One comment: its line from 1, its column where it stands alone on that, else 0, and its words."""

    line: int
    column: int
    words: str


def comments_of(text: str, source: Source) -> Comments:
    """Return the comments of a text, and what each stands at in the source that was read from it."""
    lines: dict[int, list[Loc]] = {}
    for loc, mark in source.marks.items():
        if loc:
            lines.setdefault(mark.line, []).append(loc)
    found = Comments()
    for one in _all(text):
        following = next((lines[number] for number in sorted(lines) if number > one.line), None)
        below = min(following, key=len) if following else ()
        if not one.column and one.line in lines:
            found.behind[_innermost(lines[one.line], source)] = one.words
        elif one.column > source.marks[below].column and (owner := _owner(lines, one, source)):
            found.below.setdefault(owner, []).append((one.column > source.marks[owner].column, one.words))
        elif following:
            found.above.setdefault(below, []).append(one.words)
        else:
            found.tail.append(one.words)
    return found


def words_of(text: str) -> list[str]:
    """Return what all comments say, sorted: the same for two texts of which neither lacks one."""
    return sorted(one.words for one in _all(text))


def _owner(lines: dict[int, list[Loc]], one: _Comment, source: Source) -> Loc:
    """The innermost place above a comment that begins no further to the right than it."""
    above = max((number for number in lines if number < one.line), default=None)
    loc = _innermost(lines[above], source) if above else ()
    while loc and source.marks[loc].column > one.column:
        loc = loc[:-1]
    return loc


def _innermost(locs: list[Loc], source: Source) -> Loc:
    """Of the places on one line the last."""
    return max(locs, key=lambda loc: (source.marks[loc].column, len(loc)))


def _all(text: str) -> Iterator[_Comment]:
    within = _in_scalars(text)
    begin = 0
    for number, line in enumerate(text.split("\n"), start=1):
        for sign in re.finditer(r"(?:^|(?<=\s))#.*", line):
            if begin + sign.start() not in within:
                alone = not line[: sign.start()].strip()
                yield _Comment(number, sign.start() + 1 if alone else 0, sign[0].rstrip())
                break
        begin += len(line) + 1


def _in_scalars(text: str) -> set[int]:
    """Where a `#` stands within a value, and begins no comment."""
    events = yaml.parse(text, Loader=PARSER)
    marks = [(event.start_mark, event.end_mark) for event in events if isinstance(event, yaml.ScalarEvent)]
    spans = [(_text_begins(text, start.index), end.index) for start, end in marks if start and end]
    return {place for start, end in spans for place in range(start, end) if text[place] == "#"}


def _text_begins(text: str, start: int) -> int:
    """Where the text of a scalar begins: that of a block below the line with its sign."""
    return text.find("\n", start) + 1 if text.startswith(("|", ">"), start) else start
