"""The page of a tool: its facts, where it stands among the others, and what follows its sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros import facts
from macros.called import calls
from macros.leaf import Leaf
from macros.model import Checklist, Tool


def shown(leaf: Leaf) -> dict[str, object]:
    """Return what the template of a tool's page takes."""
    renderer, id = leaf.renderer, leaf.page.front.tool or ""
    tool = renderer.content.tools[id]
    related = [ref for id in tool.related if (ref := renderer.refs[id]).address]
    at = next((n for n, section in enumerate(leaf.sections) if section.id == "steps"), len(leaf.sections))
    own = [("materials", renderer.words["materials"])] if tool.materials else []
    return {
        "id": id,
        "tool": tool,
        "facts": facts.facts(renderer, tool),
        "where": facts.where(renderer, tool),
        "materials_at": at,
        "contents": [*leaf.contents[:at], *own, *leaf.contents[at:], *_ends(leaf, tool, bool(related))],
        "begin": _first_checklist(tool, [args["id"] for args, _ in calls(leaf.page, "checklist")]),
        "related": related,
        "themes": [theme for theme in leaf.themes if id in theme.tools],
        "contact": renderer.contact(tool.contact),
        "origin": renderer.words.language(tool.origin),
    }


def _ends(leaf: Leaf, tool: Tool, has_related: bool) -> Iterator[tuple[str, str]]:
    """The ids and titles of what every tool's page ends with."""
    there = {"related": has_related, "sources": bool(tool.sources), "contact": True}
    yield from ((name, leaf.renderer.words[name]) for name in there if there[name])


def _first_checklist(tool: Tool, shown: Sequence[str]) -> Checklist | None:
    """The first checklist proper that a page shows: the one to begin with."""
    return next((one for one in tool.checklists if isinstance(one, Checklist) and one.id in shown), None)
