"""Which template each kind of page has, and what that takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from macros import dated, event, glossary, home, questions, sample, toolpage
from macros.front import Front
from macros.leaf import Leaf

# The kinds of pages with a template of their own.
OWN = ("home", "catalogue", "guide", "plan", "glossary", "search", "style", "style-forms", "tryout")
# What a template takes beside what those of all pages take.
MORE: Mapping[str, Callable[[Leaf], Mapping[str, object]]] = {
    "tool": toolpage.shown,
    "event": event.shown,
    "home": lambda leaf: {**home.shown(leaf.renderer, leaf.here), "themes": leaf.themes},
    "catalogue": lambda leaf: {**questions.catalogue(leaf.renderer), "themes": leaf.themes},
    "guide": lambda leaf: questions.guide(leaf.renderer),
    "glossary": lambda leaf: glossary.shown(leaf.renderer),
    "search": lambda leaf: {"phases": leaf.renderer.phases()},
    "style": lambda leaf: sample.shown(leaf.renderer, leaf.here, leaf.sections),
    "style-forms": lambda leaf: sample.forms(leaf.renderer, leaf.here),
}


def layout(leaf: Leaf) -> tuple[str, Mapping[str, object]]:
    """Return the file of a page's template, and what it takes beside what those of all pages take."""
    name = _template(leaf.page.front)
    return f"{name}.html", MORE[name](leaf) if name in MORE else {}


def _template(front: Front) -> str:
    if front.tool:
        return "tool"
    if front.kind in dated.KINDS:
        return "event"
    return front.kind if front.kind in OWN else "page"
