"""The pages about themes that run through all phases, and which tools each of them shows."""

from __future__ import annotations

from dataclasses import dataclass

from macros.addresses import Address
from macros.called import calls
from macros.fields import Told
from macros.render import Renderer


@dataclass(frozen=True)
class Theme:
    """A theme's page; `tools` are the ids that it shows by name."""

    title: str
    summary: str
    address: Address
    tools: frozenset[str]


def themes(renderer: Renderer) -> list[Theme]:
    """Return the language's themes, in the order of their files."""
    return [
        Theme(
            renderer.title(page),
            renderer.said(Told(page.front.summary or "", page.spoken)),
            renderer.address(page),
            frozenset(id for args, _ in calls(page, "tool_cards") for id in args.get("ids", ())),
        )
        for page in renderer.pages
        if page.front.kind == "theme"
    ]
