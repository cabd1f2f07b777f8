"""Turn what a YAML parser tells, event by event, into data, and note where every value stands."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent, StreamEndEvent

from macros import slips
from macros.decoding import CONTROL, UNSEEN, has_odd_letters
from macros.problem import ContentError, Problem
from macros.source import ALL, Loc, Mark, Marks

DEEPEST = 24
NULLS = {"", "~", "null", "Null", "NULL"}


class Builder:
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
        """Return the data of the whole file; None where nothing is written."""
        self.next()
        if isinstance(self.next(), StreamEndEvent):
            return None
        data = self._value(self.next(), ())
        self.next()
        after = self.next()
        if not isinstance(after, StreamEndEvent):
            self._say(after, "a second document begins here", "Take the line with `---` or `...` away.")
        return data

    def _value(self, event: Any, loc: Loc) -> Any:
        # What only stands for another value has its name, and no tag.
        if event.anchor is not None or event.tag is not None or len(loc) > DEEPEST:
            self._refuse(event, loc)
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event, loc)
        if kind is MappingStartEvent:
            return self._mapping(event, loc)
        return self._sequence(loc) if kind is SequenceStartEvent else None

    def _scalar(self, event: Any, loc: Loc) -> str | None:
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
            self._say(event, *slips.odd_space(text[0]))
        if self.unseen and (bad := CONTROL.search(text) or UNSEEN.search(text)):
            self._say(event, f"there is an invisible character in this text (U+{ord(bad[0]):04X})", "Take it away.")
        if self.odd and plain:
            text = text.lstrip()
        self.texts.append((loc, text))
        return text

    def _refuse(self, event: Any, loc: Loc) -> None:
        for said in slips.marked(event):
            self._say(event, *said)
        if len(loc) > DEEPEST:
            deep = Problem(*self._mark(event), f"this lies more than {DEEPEST} levels deep", "Take brackets away.")
            raise ContentError([*self.problems, deep])

    def _mapping(self, start: Any, loc: Loc) -> dict[str, Any]:
        result: dict[str, Any] = {}
        # Whether two items have become one, so that all keys stand twice.
        merged, flow = False, start.flow_style
        while type(event := self.next()) is not MappingEndEvent:
            key = self._key(event)
            where = (*loc, key)
            if key == "<<":
                self._say(event, "`<<` takes keys from another place", "Write them here as well.")
            again, told = key in result, len(self.texts)
            if again:
                if not merged:
                    self._say(event, *slips.again(key, loc))
                merged = merged or slips.begins_item(key, loc)
                where = (*loc, key, "again")
            if len(where) <= self.levels:
                self._note(where, event)
            following = self.next()
            if flow and following.start_mark.index == event.end_mark.index:
                self._say(event, *slips.no_colon(key))
            value = self._value(following, where)
            if again:
                del self.texts[told:]
            else:
                result[key] = value
        return result

    def _key(self, event: Any) -> str:
        if type(event) is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse(event, ())
            if not self.odd or event.style:
                return sys.intern(event.value)
            if odd := slips.ODD_SPACE.search(event.value):
                place = Problem(*self._mark(event), *slips.odd_space(odd[0]))
                self.problems.append(replace(place, column=place.column + odd.start()))
            return sys.intern(slips.ODD_SPACE.sub("", event.value))
        fault, remedy = "a key must be one word", "Write it as in `title:`; quote braces in a text."
        raise ContentError([*self.problems, Problem(*self._mark(event), fault, remedy)])

    def _sequence(self, loc: Loc) -> list[Any]:
        result: list[Any] = []
        while type(event := self.next()) is not SequenceEndEvent:
            where = (*loc, len(result))
            if len(where) <= self.levels:
                self._note(where, event)
            result.append(self._value(event, where))
        return result

    def _note(self, loc: Loc, event: Any) -> None:
        begin = event.start_mark
        self.marks.keep(loc, begin.line + self.first_line, begin.column + 1)

    def _mark(self, event: Any) -> Mark:
        return Mark(self.file, event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def _say(self, event: Any, fault: str, remedy: str) -> None:
        self.problems.append(Problem(*self._mark(event), fault, remedy))
