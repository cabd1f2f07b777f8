"""Tell how the translations stand, and show what has changed since they were made."""

from __future__ import annotations

import json
from collections.abc import Sequence

from macros.translations.standing import Translation

# In this order in a sentence, the urgent first.
TOLD = ("conflict", "stale", "missing", "unrecorded", "diverged", "current", "original")


def counted(one: Translation) -> str:
    """How many parts stand in which way, as `2 stale, 31 current`."""
    states = one.states
    return ", ".join(f"{states[state]} {state}" for state in TOLD if state in states)  # type: ignore[index]


def text(found: Sequence[Translation]) -> str:
    """A line for each translation that needs somebody, and one for all."""
    open_ones = [one for one in found if is_open(one)]
    width = max((len(_name(one)) for one in open_ones), default=0)
    lines = [f"{_name(one):{width}}  {one.lang} from {one.origin}  {_urgent(one)}" for one in open_ones]
    return "\n".join([*lines, _sum(found)])


def markdown(found: Sequence[Translation]) -> str:
    """The same as a table for a forge."""
    open_ones = [one for one in found if is_open(one)]
    rows = [f"| {_name(one)} | {one.lang} | {one.origin} | {_urgent(one)} | {one.words} |" for one in open_ones]
    head = ["| | language | from | parts | words |", "|---|---|---|---|---:|"] if rows else []
    return "\n".join([*head, *rows, *([""] if rows else []), _sum(found)])


def as_json(found: Sequence[Translation]) -> str:
    """A list of objects, with all parts."""
    return json.dumps([as_data(one) for one in found], ensure_ascii=False, indent=2)


def as_data(one: Translation) -> dict[str, object]:
    """One translation as plain data."""
    return {
        "name": one.name,
        "file": one.file,
        "lang": one.lang,
        "origin": one.origin,
        "states": dict(one.states),
        "words": one.words,
        **({"diverged": one.diverged} if one.diverged else {}),
        "parts": {part.unit.id: part.state for part in one.parts},
    }


FORMATS = {"text": text, "md": markdown, "json": as_json}


def is_open(one: Translation) -> bool:
    """Whether somebody should look at it."""
    return any(state in one.states for state in ("conflict", "stale", "missing", "unrecorded"))


def _name(one: Translation) -> str:
    return one.file or one.name


def _urgent(one: Translation) -> str:
    states = one.states
    return ", ".join(f"{states[state]} {state}" for state in TOLD[:4] if state in states)  # type: ignore[index]


def _sum(found: Sequence[Translation]) -> str:
    total = {state: sum(one.states.get(state, 0) for one in found) for state in TOLD}  # type: ignore[call-overload]
    said = ", ".join(f"{number} {state}" for state, number in total.items() if number)
    words = sum(one.words for one in found)
    return f"{said}; {words} words to translate or read again." if words else f"{said or 'Nothing is translated'}."
