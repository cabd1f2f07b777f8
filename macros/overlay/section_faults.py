"""What is wrong in a municipality's own sections, whatever the shared page says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from macros import plain
from macros.fences import endless, unfenced
from macros.headings import ATTRIBUTES, headings
from macros.lines import Line, said
from macros.overlay.section_ops import Change, Own, Replace
from macros.own import PREFIX, not_own
from macros.problem import Problem
from macros.source import Loc, Source

Faults = Iterator[tuple[Loc, Problem]]
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def faults(source: Source, ops: Sequence[Own], taken: Collection[str]) -> Faults:
    """Yield what is wrong, with the place of the op that it is wrong in; `taken` are the shared page's ids."""
    yield from _twice(source, ops)
    for own in ops:
        for problem in [*_ids(source, own, ops, taken), *_heading(source, own), *_text(source, own, taken)]:
            yield own.loc, problem
        for find in plain.personal(own.op.reason or ""):
            yield own.loc, source.problem((*own.loc, "reason"), find.fault, find.remedy)


def _twice(source: Source, ops: Sequence[Own]) -> Faults:
    first: dict[tuple[str, str], int] = {}
    for own in ops:
        changes = isinstance(own.op, Change)
        key, id = ("id", own.op.id) if isinstance(own.op, Change) else ("section", own.op.section)
        mark = source.place((*own.loc, key))
        if (line := first.setdefault((key, id), mark.line)) != mark.line:
            fault = f"`{id}` is changed on line {line} too" if changes else f"`{id}` stands on line {line} too"
            remedy = "Make one change of the two." if changes else "Choose another id."
            yield own.loc, Problem(*mark, fault, remedy)


def _ids(source: Source, own: Own, ops: Sequence[Own], taken: Collection[str]) -> Iterator[Problem]:
    if isinstance(own.op, Change):
        return
    id = own.op.section
    if not re.fullmatch(rf"{PREFIX}[a-z0-9]+(-[a-z0-9]+)*", id):
        yield source.problem((*own.loc, "section"), *not_own(id))
    elif id in taken:
        yield source.problem((*own.loc, "section"), f"the shared page has a section `#{id}` too", "Choose another id.")
    later = [other.op.section for other in ops if other.loc >= own.loc and not isinstance(other.op, Change)]
    if own.op.id in later and own.op.id not in taken:
        yield source.problem(
            (*own.loc, "id"), f"`{own.op.id}` is not there yet", "Write its op above the one that names it."
        )


def _heading(source: Source, own: Own) -> Iterator[Problem]:
    if own.heading is None or not isinstance(source.data, dict):
        return
    words, loc = own.heading.text.removeprefix("## "), (*own.loc, "heading")
    if "\n" in words:
        yield source.problem(loc, "a heading stands on one line", "Put what follows into `text`.")
    elif words.startswith("#"):
        yield source.problem(loc, "the heading is given with its signs", "Write its words alone, without `#`.")
    elif ATTRIBUTES.search(words):
        key = "id" if isinstance(own.op, Replace) else "section"
        yield source.problem(loc, f"the heading's id stands under `{key}`", "Take `{: … }` away.")


def _text(source: Source, own: Own, taken: Collection[str]) -> Iterator[Problem]:
    typed = source.typed((*own.loc, "text"))
    if typed is None or not own.text:
        return
    text = said(own.text)
    if typed.sign != "|" and (typed.lines > 1 or "\n" in text):
        fault = "a text of several lines begins with `|`"
        yield source.problem((*own.loc, "text"), fault, "Write `text: |`, and the text on the lines below it.")
        return
    lines = list(unfenced(text))[: next(iter(endless(text)), None)]
    for heading in headings(lines, 0):
        line = own.text[heading.line]
        if heading.underlined:
            fault = "the line below makes a heading of this one"
            yield Problem(*line.mark(1), fault, "Begin a heading with `###`; leave a line empty above a rule.")
        elif heading.level <= 2:
            fault = "a heading of this level begins a section of its own"
            yield Problem(*line.mark(1), fault, "Begin headings in a section with `###`.")
        elif heading.given and not heading.id.startswith(PREFIX) and heading.id not in taken:
            yield Problem(*line.mark(line.text.find(heading.id) + 1), *not_own(heading.id))
    yield from _open(own.text, text)


def _open(lines: Sequence[Line], text: str) -> Iterator[Problem]:
    """What is not closed would swallow the sections behind it."""
    at = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text).find("<!--")
    if at >= 0:
        line = text.count("\n", 0, at)
        mark = lines[line].mark(at - (text.rfind("\n", 0, at) + 1) + 1)
        yield Problem(*mark, "the comment begins here and never ends", "Write `-->` after it.")
    for line in endless(text):
        fault, remedy = "the code begins here and never ends", "Write the same signs on a line of their own after it."
        yield Problem(*lines[line].mark(1), fault, remedy)
