"""A tool's facts in words: for whom it is, how long it takes, which phase it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.fields import Told
from macros.model import Tool

if TYPE_CHECKING:
    from macros.render import Renderer


def facts(renderer: Renderer, tool: Tool) -> list[tuple[str, str]]:
    """Return the facts' names and values, without those that are not known."""
    words = renderer.words
    found = [
        (words["for_whom"], roles(renderer, tool)),
        (words["time"], time(renderer, tool)),
        (words["participants"], people(renderer, tool)),
        (words["rhythm"], renderer.said(tool.rhythm) if tool.rhythm else ""),
    ]
    return [(name, value) for name, value in found if value]


def where(renderer: Renderer, tool: Tool) -> dict[str, object]:
    """Return the number of the tool's phase, counted from 1, among how many, and the phase itself."""
    phases = renderer.content.vocabulary.phases
    number = next(n for n, phase in enumerate(phases, start=1) if phase.id == tool.phase)
    return {"number": number, "count": len(phases), "phase": phases[number - 1]}


def roles(renderer: Renderer, tool: Tool) -> str:
    """Return the tool's roles in words, as in “Koordinator, leder”."""
    by_id = {role.id: role.text.told(renderer.lang) for role in renderer.content.vocabulary.roles}
    first, *rest = [by_id[role] for role in tool.roles]
    rest = [Told(name.words[:1].lower() + name.words[1:], name.lang) for name in rest]
    return ", ".join(renderer.said(name) for name in (first, *rest))


def time(renderer: Renderer, tool: Tool) -> str:
    """Return how long the tool takes, in words; empty where it is not known."""
    if tool.time:
        return renderer.said(tool.time)
    return renderer.words.count("minutes", tool.minutes) if tool.minutes else ""


def people(renderer: Renderer, tool: Tool) -> str:
    """Return how many take part, in words; empty where it is not known."""
    if not tool.people:
        return ""
    low, high = tool.people.min, tool.people.max
    words = renderer.words
    return words.count("people", low) if low == high else words("people_range", min=low, max=high)
