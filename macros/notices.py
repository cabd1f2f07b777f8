"""What tells readers that a page, or a part of it, is in another language, or older than its source."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from macros.addresses import Here
from macros.pages import Page
from macros.render import Renderer
from macros.sections import Section
from macros.translations.sections import TOP
from macros.translations.shown import Behind


def lent(renderer: Renderer, page: Page) -> str:
    """Say that the page is in another language than the site; empty where it is not."""
    if not page.borrowed:
        return ""
    words = renderer.words
    return words("lent_page", language=words.language(page.lang), other=words.language(page.borrowed))


def behind(renderer: Renderer, old: Behind, here: Here) -> str:
    """Say that parts of the page may be out of date; empty where none is."""
    return _aged(renderer, "", old, here, "") if old else ""


def marked(renderer: Renderer, page: Page, section: Section, old: Behind, here: Here) -> Section:
    """Return a section with its language, and with a word of it where it is older than its source or not translated."""
    section = replace(section, lang=page.borrowed)
    if not (state := old.sections.get(section.id)):
        return section
    note = _aged(renderer, state, old, here, f"#{section.id}")
    return replace(section, note=note, lang=old.origin if state == "missing" else section.lang)


def in_language(page: Page, before: Markup, old: Behind) -> Markup:
    """Give what stands before a page's sections its language, where that is another's."""
    lang = page.borrowed or (old.origin if old.sections.get(TOP) == "missing" else "")
    if not lang or not before.strip():
        return before
    return Markup('<div class="iv-prose" lang="{}">{}</div>').format(lang, before)


def _aged(renderer: Renderer, state: str, old: Behind, here: Here, anchor: str) -> Markup:
    address = renderer.address(old.source) if old.source else None
    return renderer.partial(
        "partials/behind.html",
        state=state,
        language=renderer.words.language(old.origin),
        origin=old.origin,
        href=f"{here.to(address)}{anchor}" if address else "",
    )
