"""One page as it is written: where it stands, and what Markdown made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from macros.addresses import Here
from macros.fields import Told
from macros.pages import Page
from macros.render import Renderer
from macros.sections import Section
from macros.themes import Theme


@dataclass(frozen=True)
class Leaf:
    """A page with what stands before its sections, and these; `themes` are all of the language."""

    renderer: Renderer
    page: Page
    here: Here
    before: Markup
    sections: Sequence[Section]
    themes: Sequence[Theme]

    def said(self, words: str | None) -> str:
        """Return words of the page, marked where they are in another language than the site around them."""
        return self.renderer.said(Told(words or "", self.page.spoken))

    @cached_property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The sections' ids and titles."""
        return tuple((one.id, self.said(one.title)) for one in self.sections)
