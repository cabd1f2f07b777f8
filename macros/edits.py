"""Where at the forge each page is edited."""

from __future__ import annotations

from macros import terms
from macros.catalogue import file_of
from macros.pages import Page
from macros.render import Renderer


def edits(renderer: Renderer, page: Page) -> list[tuple[str, str]]:
    """Return the words and the addresses that lead to a page's files; none where the forge is not known."""
    site, words = renderer.content.site, renderer.words
    if not site.repository:
        return []
    base = f"{site.repository.rstrip('/')}/edit/{site.branch}/"
    links = [(words["edit_page"], base + page.file)]
    if page.front.tool:
        links.append((words["edit_tool"], base + file_of(page.front.tool)))
    if page.front.kind == "glossary":
        links.append((words["edit_terms"], base + terms.SHARED))
    return links
