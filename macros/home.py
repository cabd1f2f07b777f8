"""The front page: the thread through the phases, what practitioners say, and what is new."""

from __future__ import annotations

from itertools import zip_longest

from macros import news
from macros.addresses import Here
from macros.refs import ToolRef
from macros.render import Renderer

# So many of what practitioners say: a glance, and all phases in it.
MOST = 8


def shown(renderer: Renderer, here: Here) -> dict[str, object]:
    """Return what the front page's template takes."""
    return {
        "map": renderer.phase_map(here),
        "needs": needs(renderer),
        "guide": renderer.guide,
        "news": news.newest(renderer),
        "phase_count": len(renderer.content.vocabulary.phases),
    }


def needs(renderer: Renderer) -> list[tuple[str, ToolRef]]:
    """Return what practitioners say, and the tool that answers: one phrase a tool, from all phases in their order."""
    said = [[(phrases[0], ref) for ref in refs if (phrases := _said(renderer, ref))] for _, refs in renderer.phases()]
    # Taken by turns, so that no phase crowds out the others.
    turns = [one for turn in zip_longest(*said) for one in turn if one][:MOST]
    return [one for phase in said for one in phase if one in turns]


def _said(renderer: Renderer, ref: ToolRef) -> tuple[str, ...]:
    return ref.tool.use_when.in_(renderer.lang) if ref.tool.use_when else ()
