"""Links to tools and to pages: their words, where they lead, and in which languages these are."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from macros.addresses import Address
from macros.fields import Told
from macros.model import Tool


@dataclass(frozen=True)
class ToolRef:
    """A link to a tool: `address` is None where no language has a page for it; `lang` is that of the page."""

    id: str
    tool: Tool
    title: Told
    summary: Told
    address: Address | None
    lang: str

    def speaks(self, lang: str) -> Markup:
        """The attributes of the link on a page in `lang`: the languages of its words, and of where it leads."""
        return languages(lang, self.title.lang, self.lang)


def languages(lang: str, words: str, page: str) -> Markup:
    """Return the attributes of a link on a page in `lang`, from the languages of its words and of where it leads."""
    if words == page == lang:
        return Markup()
    said = Markup(' lang="{}"').format(words) if words != lang else Markup()
    return said + (Markup(' hreflang="{}"').format(page) if page != lang else Markup())
