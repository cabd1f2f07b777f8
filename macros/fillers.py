"""What each macro puts in its place on a page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from macros import accessibility, slots
from macros.addresses import Here
from macros.pages import Page
from macros.render import Renderer


def fillers(renderer: Renderer, page: Page, here: Here, mixed: bool = False) -> dict[str, slots.Filler]:
    """Return what the macros of a page do, by their names; `mixed` says that its text is in two languages."""
    site = renderer.content.site
    found: dict[str, slots.Filler] = {
        "checklist": lambda id, tool=page.front.tool: renderer.checklist(here, tool, id),
        "tool_link": lambda id: renderer.tool_link(here, id),
        "tool_cards": lambda phase=None, ids=None: renderer.tool_cards(here, _chosen(renderer, phase, ids)),
        "phase_map": lambda: renderer.phase_map(here),
        "determinants": renderer.determinants,
        "follow_up_loop": renderer.follow_up_loop,
        "accessibility": lambda: renderer.accessibility(accessibility.points(renderer, page.front.reviewed)),
        "status_table": lambda: renderer.status_table(here),
        "term": lambda id, form=None: renderer.term(here, id, form, page.spoken),
        "contact": renderer.contact,
        "site_name": lambda: str(Markup.escape(site.languages[renderer.lang].site_name)),
    }
    mixed = mixed or bool(page.borrowed)
    return {name: partial(_at_home, page, name, filler) for name, filler in found.items()} if mixed else found


def _chosen(renderer: Renderer, phase: str | None, ids: Sequence[str] | None) -> list[str]:
    if ids is not None:
        return list(ids)
    return [ref.id for ref in renderer.listed if phase in (None, ref.tool.phase)]


def _at_home(page: Page, name: str, filler: slots.Filler, /, **args: object) -> str:
    """Fill a placeholder in the site's language, in a text that is in another one."""
    tag = "div" if name in slots.BLOCKS else "span"
    return f'<{tag} lang="{page.lang}">{filler(**args)}</{tag}>'
