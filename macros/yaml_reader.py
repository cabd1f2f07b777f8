"""Read a YAML file, and remember where every value stands."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from macros import slips
from macros.decoding import CONTROL, UNSEEN, decode, has_odd_letters
from macros.problem import ContentError, Problem
from macros.source import ALL, Loc, Mark, Marks, Source
from macros.yaml_fault import fault_of

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 24
NULLS = {"", "~", "null", "Null", "NULL"}


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


def _built(text: str, marks: Marks, first_line: int) -> tuple[_Builder, Any]:
    parser = PARSER(text)
    builder = _Builder(parser, text, marks, first_line)
    try:
        return builder, builder.document()
    except yaml.YAMLError as error:
        problem = fault_of(error, text, marks.file, first_line)
        earlier = [other for other in builder.problems if other.line != problem.line]
        raise ContentError([*earlier, problem]) from error
    finally:
        parser.dispose()


class _Builder:
    """Turns parser events into data and marks; keeps the problems that do not stop the reading."""

    def __init__(self, parser: Any, text: str, marks: Marks, first_line: int) -> None:
        self.next, self.text, self.file, self.first_line = parser.get_event, text, marks.file, first_line
        # What most files have none of is not looked for in each of their very many texts.
        odd = has_odd_letters(text)
        self.commented, self.odd, self.unseen = "#" in text, odd, odd or "\\" in text
        self.marks, self.levels = marks, marks.levels
        self.marks.keep((), first_line, 1)
        self.texts: list[tuple[Loc, str]] = []
        self.problems: list[Problem] = []

    def document(self) -> Any:
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        data = self.value(self.next(), ())
        self.next()
        after = self.next()
        if not isinstance(after, yaml.StreamEndEvent):
            self.say(after, "a second document begins here", "Take the line with `---` or `...` away.")
        return data

    def value(self, event: Any, loc: Loc) -> Any:
        # What only stands for another value has its name, and no tag.
        if event.anchor is not None or event.tag is not None or len(loc) > DEEPEST:
            self.refuse(event, loc)
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event, loc)
        if kind is MappingStartEvent:
            return self.mapping(event, loc)
        return self.sequence(loc) if kind is SequenceStartEvent else None

    def scalar(self, event: Any, loc: Loc) -> str | None:
        if self.levels == ALL:
            begin, lines = event.start_mark, event.end_mark.line - event.start_mark.line + 1
            self.marks.keep_typed(loc, begin.line + self.first_line, begin.column + 1, lines, event.style or "")
        if self.commented and (slip := slips.comment(self.text, event)):
            (behind, said), end = slip, event.end_mark
            self.problems.append(Problem(self.file, end.line + self.first_line, end.column + behind + 1, *said))
        text: str = event.value
        plain = not event.style
        if plain and text in NULLS:
            return None
        if self.odd and plain and slips.ODD_SPACE.match(text):
            self.say(event, *slips.odd_space(text[0]))
        if self.unseen and (bad := CONTROL.search(text) or UNSEEN.search(text)):
            self.say(event, f"there is an invisible character in this text (U+{ord(bad[0]):04X})", "Take it away.")
        if self.odd and plain:
            text = text.lstrip()
        self.texts.append((loc, text))
        return text

    def refuse(self, event: Any, loc: Loc) -> None:
        for said in slips.marked(event):
            self.say(event, *said)
        if len(loc) > DEEPEST:
            deep = Problem(*self.mark(event), f"this lies more than {DEEPEST} levels deep", "Take brackets away.")
            raise ContentError([*self.problems, deep])

    def mapping(self, start: Any, loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        # Whether two items have become one, so that all keys stand twice.
        merged, flow = False, start.flow_style
        while type(event := self.next()) is not MappingEndEvent:
            key = self.key(event)
            where = (*loc, key)
            if key == "<<":
                self.say(event, "`<<` takes keys from another place", "Write them here as well.")
            again, told = key in result, len(self.texts)
            if again:
                if not merged:
                    self.say(event, *slips.again(key, loc))
                merged = merged or slips.begins_item(key, loc)
                where = (*loc, key, "again")
            if len(where) <= self.levels:
                self.note(where, event)
            following = self.next()
            if flow and following.start_mark.index == event.end_mark.index:
                self.say(event, *slips.no_colon(key))
            value = self.value(following, where)
            if again:
                del self.texts[told:]
            else:
                result[key] = value
        return result

    def key(self, event: Any) -> str:
        if type(event) is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self.refuse(event, ())
            if not self.odd or event.style:
                return sys.intern(event.value)
            if odd := slips.ODD_SPACE.search(event.value):
                place = Problem(*self.mark(event), *slips.odd_space(odd[0]))
                self.problems.append(replace(place, column=place.column + odd.start()))
            return sys.intern(slips.ODD_SPACE.sub("", event.value))
        fault, remedy = "a key must be one word", "Write it as in `title:`; quote braces in a text."
        raise ContentError([*self.problems, Problem(*self.mark(event), fault, remedy)])

    def sequence(self, loc: Loc) -> list[Any]:
        result: list[Any] = []
        while type(event := self.next()) is not SequenceEndEvent:
            where = (*loc, len(result))
            if len(where) <= self.levels:
                self.note(where, event)
            result.append(self.value(event, where))
        return result

    def note(self, loc: Loc, event: Any) -> None:
        begin = event.start_mark
        self.marks.keep(loc, begin.line + self.first_line, begin.column + 1)

    def mark(self, event: Any) -> Mark:
        return Mark(self.file, event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def say(self, event: Any, fault: str, remedy: str) -> None:
        self.problems.append(Problem(*self.mark(event), fault, remedy))
