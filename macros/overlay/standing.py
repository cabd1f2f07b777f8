"""How a change of a section stands towards the section beneath it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.lines import Line, said
from macros.overlay.body import Section
from macros.overlay.finding import State
from macros.overlay.section_ops import Addition, Append, Change, Replace
from macros.source import Loc


@dataclass(frozen=True)
class Own:
    """One op, its place in the file, and the lines of its heading and its text."""

    op: Change | Addition
    loc: Loc
    heading: Line | None = None
    text: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Stand:
    """How a change stands; see `Finding`."""

    state: State
    why: str = ""
    remedy: str = ""
    now: str | None = None
    beneath: str | None = None


def idle(section: Section, op: Change, own: Own) -> str:
    """Say why a change changes nothing; nothing where it does."""
    if isinstance(op, Append) and said(own.text).split() == said(section.text).split()[-len(said(own.text).split()) :]:
        return f"`{op.id}` ends so without this change"
    if isinstance(op, Replace) and op.heading in (None, section.heading.text if section.heading else ""):
        lines = [[line.text.rstrip() for line in text] for text in (own.text, section.text)]
        return f"`{op.id}` says the same without this change" if lines[0] == lines[1] else ""
    return ""


def against(op: Change, section: Section) -> Stand:
    """Hold what the change was written for against what is there now."""
    now, beneath = section.digest, said(section.text)
    if op.base == now:
        return Stand("current", now=now, beneath=beneath)
    if op.base is None:
        why = f"nobody has noted what this change of `{op.id}` was written for"
        return Stand("unrecorded", why, now=now, beneath=beneath)
    return Stand("drifted", f"`{op.id}` has changed since this was written", now=now, beneath=beneath)
