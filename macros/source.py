"""Read a YAML file, and remember where every value stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros import slips
from macros.decoding import CONTROL, UNSEEN, decode
from macros.problem import ContentError, Level, Problem, shown
from macros.yaml_fault import fault_of

Loc = tuple[str | int, ...]
DEEPEST = 24
NULLS = {"", "~", "null", "Null", "NULL"}
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mark(NamedTuple):
    """A place: the file relative to the repository, line and column from 1."""

    file: str
    line: int
    column: int


class Typed(NamedTuple):
    """How a text is typed: where its value begins, on how many lines it stands, and after which sign (`|`, `'`, …)."""

    line: int
    column: int
    lines: int
    sign: str


@dataclass(frozen=True)
class Source:
    """A parsed file: mappings, lists, texts, and None where nothing is written.

    Every plain value is text, as typed: `no`, `12:30` and `010` too. The model says what is a number or a date.
    `marks[loc]` is where the value at `loc` begins; for a value under a key, where the key begins. `problems` are the
    faults that did not stop the reading, such as a key that stands twice; whoever fits the source to a model reports
    them together with its own. `typed` says of each text how it is written.
    """

    file: str
    data: Any
    marks: Mapping[Loc, Mark]
    problems: tuple[Problem, ...] = ()
    typed: Mapping[Loc, Typed] = field(default_factory=dict, repr=False)

    def place(self, loc: Loc) -> Mark:
        """Return the mark of `loc`, or of its nearest ancestor when the value is missing."""
        while loc not in self.marks:
            loc = loc[:-1]
        return self.marks[loc]

    def problem(self, loc: Loc, fault: str, remedy: str = "", level: Level = "error") -> Problem:
        """Return a problem at the place of `loc`."""
        return Problem(*self.place(loc), fault, remedy, level)

    @cached_property
    def texts(self) -> Sequence[tuple[Loc, str]]:
        """Every text with its place, in the order of the file."""
        found: list[tuple[Loc, str]] = []
        _gather(self.data, (), found)
        return found


def read(path: Path, file: str) -> Source:
    """Read one YAML file; `file` is its name in problems.

    Raises:
        ContentError: it cannot be read, or is not YAML.
    """
    return scan(decode(path, file), file)


def parse(text: str, file: str, first_line: int = 1) -> Source:
    """Read the YAML of a whole content file, which has keys at its top, and let nothing pass.

    Raises:
        ContentError: with all problems that can be told apart.
    """
    source = scan(text, file, first_line)
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
    parser = PARSER(text)
    builder = _Builder(parser, text, file, first_line)
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        problem = fault_of(error, text, file, first_line)
        earlier = [other for other in builder.problems if other.line != problem.line]
        raise ContentError([*earlier, problem]) from error
    finally:
        parser.dispose()
    return Source(file, data, builder.marks, tuple(builder.problems), builder.typed)


class _Builder:
    """Turns parser events into data and marks; keeps the problems that do not stop the reading."""

    def __init__(self, parser: Any, text: str, file: str, first_line: int) -> None:
        self.parser, self.text, self.file, self.first_line = parser, text, file, first_line
        self.marks: dict[Loc, Mark] = {(): Mark(file, first_line, 1)}
        self.typed: dict[Loc, Typed] = {}
        self.problems: list[Problem] = []

    def document(self) -> Any:
        self.parser.get_event()
        if isinstance(self.parser.get_event(), yaml.StreamEndEvent):
            return None
        data = self.value(self.parser.get_event(), ())
        self.parser.get_event()
        after = self.parser.get_event()
        if not isinstance(after, yaml.StreamEndEvent):
            self.say(after, "a second document begins here", "Take the line with `---` or `...` away.")
        return data

    def value(self, event: Any, loc: Loc) -> Any:
        if loc not in self.marks:
            self.marks[loc] = self.mark(event)
        if event.anchor is not None or getattr(event, "tag", None) is not None or len(loc) > DEEPEST:
            self.refuse(event, loc)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, loc)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, loc)
        return self.sequence(loc) if isinstance(event, yaml.SequenceStartEvent) else None

    def scalar(self, event: Any, loc: Loc) -> str | None:
        begin, end = event.start_mark, event.end_mark
        typed = Typed(begin.line + self.first_line, begin.column + 1, end.line - begin.line + 1, event.style or "")
        self.typed.setdefault(loc, typed)
        if slip := slips.comment(self.text, event):
            behind, said = slip
            self.problems.append(Problem(self.file, end.line + self.first_line, end.column + behind + 1, *said))
        plain = not event.style
        if plain and event.value in NULLS:
            return None
        if plain and slips.ODD_SPACE.match(event.value):
            self.say(event, *slips.odd_space(event.value[0]))
        if bad := CONTROL.search(event.value) or UNSEEN.search(event.value):
            self.say(event, f"there is an invisible character in this text (U+{ord(bad[0]):04X})", "Take it away.")
        return str(event.value).lstrip() if plain else str(event.value)

    def refuse(self, event: Any, loc: Loc) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.say(event, f"`*{event.anchor}` repeats another place", "Write the text here as well.")
        elif event.anchor:
            self.say(event, f"`&{event.anchor}` names a place", "Take it away; texts are written where they are used.")
        if getattr(event, "tag", None) is not None:
            self.say(
                event, f"`{_tag(event.tag)}` is a tag", "Take it away; if the text begins with `!`, put it in quotes."
            )
        if len(loc) > DEEPEST:
            deep = Problem(*self.mark(event), f"this lies more than {DEEPEST} levels deep", "Take brackets away.")
            raise ContentError([*self.problems, deep])

    def mapping(self, start: Any, loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        # Whether two items have become one, so that all keys stand twice.
        merged = False
        while not isinstance(event := self.parser.get_event(), yaml.MappingEndEvent):
            key = self.key(event)
            where = (*loc, key)
            if key == "<<":
                self.say(event, "`<<` takes keys from another place", "Write them here as well.")
            if key in result:
                if not merged:
                    self.say(event, *slips.again(key, loc))
                merged = merged or slips.begins_item(key, loc)
                where = (*loc, key, "again")
            self.marks[where] = self.mark(event)
            following = self.parser.get_event()
            if start.flow_style and following.start_mark.index == event.end_mark.index:
                fault = f"`{shown(key)}` has no colon after it"
                remedy = "Write one; a text with a comma or a brace in it needs single quotes."
                self.say(event, fault, remedy)
            value = self.value(following, where)
            result.setdefault(key, value)
        return result

    def key(self, event: Any) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self.refuse(event, ())
            if not event.style and (odd := slips.ODD_SPACE.search(event.value)):
                place = Problem(*self.mark(event), *slips.odd_space(odd[0]))
                self.problems.append(replace(place, column=place.column + odd.start()))
            return slips.ODD_SPACE.sub("", event.value) if not event.style else str(event.value)
        fault, remedy = "a key must be one word", "Write it as in `title:`; quote braces in a text."
        raise ContentError([*self.problems, Problem(*self.mark(event), fault, remedy)])

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


def _gather(data: Any, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    if isinstance(data, str):
        found.append((loc, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(value, (*loc, key), found)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            _gather(value, (*loc, place), found)
