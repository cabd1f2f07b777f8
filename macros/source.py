"""Read a YAML file, and remember where every value stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.problem import ContentError, Problem
from macros.yaml_fault import fault_of

Loc = tuple[str | int, ...]
DEEPEST = 24
NULLS = {"", "~", "null", "Null", "NULL"}
# What YAML does not allow in a file, tabs and line ends apart.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(NamedTuple):
    """A place: the file relative to the repository, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A parsed file: mappings, lists, texts, and None where nothing is written.

    Every plain value is text, as typed: `no`, `12:30` and `010` too. The model says what is a number or a date.
    `marks[loc]` is where the value at `loc` begins; for a value under a key, where the key begins.
    """

    file: str
    data: Any
    marks: Mapping[Loc, Mark]

    def place(self, loc: Loc) -> Mark:
        """Return the mark of `loc`, or of its nearest ancestor when the value is missing."""
        while loc not in self.marks:
            loc = loc[:-1]
        return self.marks[loc]

    def problem(self, loc: Loc, fault: str, remedy: str = "") -> Problem:
        """Return a problem at the place of `loc`."""
        return Problem(*self.place(loc), fault, remedy)

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Yield every text with its place, in the order of the file."""
        return _texts(self.data, ())


def read(path: Path, file: str) -> Source:
    """Parse one YAML file; `file` is its name in problems.

    Raises:
        ContentError: it cannot be read, or is not the kind of YAML that we use.
    """
    return parse(decode(path, file), file)


def decode(path: Path, file: str) -> str:
    """Return the text of a file without byte order mark.

    Raises:
        ContentError: it cannot be opened, or is not UTF-8; the place is that of the first wrong byte.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ContentError(
            [Problem(file, 1, 1, f"the file cannot be read: {error.strerror}", "Check its name and its rights.")]
        ) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        fault = "the file is not UTF-8"
        remedy = "Save it as UTF-8 (in the editor: “Save with encoding”)."
        raise ContentError([Problem(file, before.count(b"\n") + 1, column, fault, remedy)]) from error
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        fault = f"there is a control character here (U+{ord(found[0]):04X})"
        raise ContentError([Problem(file, line, column, fault, "Delete it; it often comes along with pasted text.")])
    return text


def parse(text: str, file: str, first_line: int = 1) -> Source:
    """Parse YAML that begins on line `first_line` of `file`.

    Raises:
        ContentError: with all problems that can be told apart.
    """
    parser = _Parser(text)
    builder = _Builder(parser, file, first_line)
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        problem = fault_of(error, text, file, first_line)
        raise ContentError([*builder.problems, problem]) from error
    finally:
        parser.dispose()
    if builder.problems:
        raise ContentError(builder.problems)
    return Source(file, data, builder.marks)


class _Builder:
    """Turns parser events into data and marks; keeps the problems that do not stop the reading."""

    def __init__(self, parser: Any, file: str, first_line: int) -> None:
        self.parser, self.file, self.first_line = parser, file, first_line
        self.marks: dict[Loc, Mark] = {}
        self.problems: list[Problem] = []

    def document(self) -> Any:
        self.marks[()] = Mark(self.file, self.first_line, 1)
        self.parser.get_event()
        if isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            raise ContentError([Problem(self.file, self.first_line, 1, "the file is empty", "Write something in it.")])
        data = self.value(self.parser.get_event(), ())
        self.parser.get_event()
        after = self.parser.get_event()
        if not isinstance(after, yaml.StreamEndEvent):
            self.say(after, "a second document begins here", "Take the line with `---` or `...` away.")
        return data

    def value(self, event: Any, loc: Loc) -> Any:
        self.marks.setdefault(loc, self.mark(event))
        self.refuse(event, loc)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(loc)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None or event.style == ""
            return None if plain and event.value in NULLS else event.value
        return None

    def refuse(self, event: Any, loc: Loc) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.say(event, f"`*{event.anchor}` repeats another place", "Write the text here as well.")
        elif event.anchor:
            self.say(event, f"`&{event.anchor}` names a place", "Take it away; texts are written where they are used.")
        if getattr(event, "tag", None) not in (None, "!"):
            self.say(event, f"`{_tag(event.tag)}` is a tag", "Take it away; if the text begins with `!`, put it in quotes.")
        if len(loc) > DEEPEST:
            raise ContentError(
                [*self.problems, Problem(*self.mark(event), f"this lies more than {DEEPEST} levels deep", "Take brackets away.")]
            )

    def mapping(self, loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self.parser.get_event(), yaml.MappingEndEvent):
            key = self.key(event)
            where = (*loc, key)
            if key in result:
                self.say(event, f"`{key}` stands twice", "Keep one of them.")
                where = (*loc, key, "again")
            self.marks[where] = self.mark(event)
            value = self.value(self.parser.get_event(), where)
            result.setdefault(key, value)
        return result

    def key(self, event: Any) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self.refuse(event, ())
            return str(event.value)
        raise ContentError(
            [
                *self.problems,
                Problem(*self.mark(event), "a key must be one word", "Write it as in `title:`; quote braces in a text."),
            ]
        )

    def sequence(self, loc: Loc) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self.parser.get_event(), yaml.SequenceEndEvent):
            result.append(self.value(event, (*loc, len(result))))
        return result

    def mark(self, event: Any) -> Mark:
        return Mark(self.file, event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def say(self, event: Any, fault: str, remedy: str) -> None:
        self.problems.append(Problem(*self.mark(event), fault, remedy))


def _tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _texts(data: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, str):
        yield loc, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*loc, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _texts(value, (*loc, place))
