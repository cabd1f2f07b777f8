"""Where at the forge each page is edited: the whole of it, its sections and its checklists, each on its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros import editors, places, terms
from macros.called import calls
from macros.fields import Text, Told
from macros.pages import Page
from macros.places import Place
from macros.render import Renderer
from macros.sections import Section


class Edit(NamedTuple):
    """A link: its words, and where it leads."""

    words: str
    href: str


def edits(renderer: Renderer, page: Page, sections: Sequence[Section]) -> list[Edit]:
    """Return the links that lead to where a page is written, the whole of it first; none without a repository."""
    site, words = renderer.content.site, renderer.words
    if not site.repository:
        return []
    more = [*_sections(renderer, page, sections), *_checklists(renderer, page), *_beside(renderer, page)]
    first = Edit(words["edit_whole" if more else "edit_page"], editors.whole(site, page.file))
    return [first, *more]


def _sections(renderer: Renderer, page: Page, sections: Sequence[Section]) -> Iterator[Edit]:
    titles = {one.id: Told(one.title, one.lang or page.spoken) for one in sections}
    for heading in page.headings:
        if heading.level == 2 and heading.id in titles:
            yield _edit(renderer, "edit_section", titles[heading.id], places.of_section(page, heading))


def _checklists(renderer: Renderer, page: Page) -> Iterator[Edit]:
    """The checklists that the page shows, in its order."""
    content = renderer.content
    for args, _ in calls(page, "checklist"):
        tool = args.get("tool") or page.front.tool or ""
        shown = content.tools[tool].checklists if tool in content.tools else ()
        for one in (one for one in shown if one.id == args["id"]):
            key = "edit_checklist" if one.kind == "checklist" else "edit_form"
            yield _edit(renderer, key, one.title, content.places[tool][one.id])


def _beside(renderer: Renderer, page: Page) -> Iterator[Edit]:
    """What the page shows from other files."""
    site, words = renderer.content.site, renderer.words
    if page.front.tool:
        yield Edit(words["edit_tool"], editors.line(site, renderer.content.places[page.front.tool][places.ITSELF]))
    if page.front.kind == "glossary":
        yield Edit(words["edit_terms"], editors.whole(site, terms.SHARED))


def _edit(renderer: Renderer, key: str, title: Text | Told, place: Place) -> Edit:
    """A link that names what it leads to."""
    return Edit(renderer.words(key, title=renderer.said(title)), editors.line(renderer.content.site, place))
