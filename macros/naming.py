"""Name a value as its editor would: `text` in item 1 of checklist `set-up`."""

from __future__ import annotations

from typing import Any

from macros.anatomy import step_into
from macros.problem import shown
from macros.source import Loc

# What one element of a list is called.
SINGULAR = {
    "items": "item",
    "checklists": "checklist",
    "columns": "column",
    "examples": "example",
    "choices": "choice",
    "dimensions": "dimension",
    "sources": "source",
    "phases": "phase",
    "roles": "role",
    "themes": "theme",
    "determinants": "determinant",
    "follow-up": "follow-up step",
    "obstacles": "obstacle",
    "answers": "answer",
    "views": "view",
    "synonyms": "synonym",
}


def name_of(data: Any, loc: Loc, first_joint: str = "in") -> str:
    """Return the name of what stands at `loc`; `first_joint` joins it to what it stands in."""
    if not loc:
        return "the file"
    parts: list[str] = []
    steps = _steps(data, loc)
    for place in range(len(steps) - 1, -1, -1):
        key, step, node = steps[place]
        if isinstance(step, int):
            parts.append(_element(str(key or ""), step, node))
        elif not (place + 1 < len(steps) and isinstance(steps[place + 1][1], int) and str(step) in SINGULAR):
            parts.append(f"`{shown(step)}`")
    first, *rest = parts
    return first + "".join(f" {first_joint if n == 0 else 'of'} {part}" for n, part in enumerate(rest))


def _element(key: str, place: int, node: Any) -> str:
    noun = SINGULAR.get(key, "entry")
    own_id = node.get("id") if isinstance(node, dict) else None
    return f"{noun} `{shown(own_id)}`" if noun == "checklist" and isinstance(own_id, str) else f"{noun} {place + 1}"


def _steps(data: Any, loc: Loc) -> list[tuple[str | int | None, str | int, Any]]:
    """Return for each step the one above it, itself, and what lies there."""
    steps: list[tuple[str | int | None, str | int, Any]] = []
    above: str | int | None = None
    for step in loc:
        data = step_into(data, step)
        steps.append((above, step, data))
        above = step
    return steps
