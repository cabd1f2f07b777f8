"""What is new or changed: the tools that were read through last, and the pages with a date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from markupsafe import Markup

from macros import dated
from macros.addresses import Address
from macros.fields import Told
from macros.pages import Page
from macros.refs import languages
from macros.render import Renderer


@dataclass(frozen=True)
class News:
    """Something new or changed: `said` is the key of the word before its date, `lang` the language of its page."""

    title: Told
    address: Address
    date: datetime.date | None
    said: str
    lang: str
    summary: str = ""

    def speaks(self, lang: str) -> Markup:
        """The attributes of a link to it on a page in `lang`."""
        return languages(lang, self.title.lang, self.lang)


def newest(renderer: Renderer, tools: int = 5, others: int = 3) -> list[News]:
    """Return the tools that were read through last and the newest pages with a date, together by date.

    Each kind has its own number, so that the many tools do not crowd out the few pages.
    """
    pages = [_dated(renderer, page) for page in renderer.pages if page.front.kind in dated.KINDS]
    return sorted([*_read(renderer)[:tools], *sorted(pages, key=_newest_first)[:others]], key=_newest_first)


def _read(renderer: Renderer) -> list[News]:
    found = [
        News(ref.title, ref.address or "", ref.tool.reviewed, "reviewed", ref.lang, ref.summary.words)
        for ref in renderer.listed
    ]
    return sorted(found, key=_newest_first)


def _dated(renderer: Renderer, page: Page) -> News:
    said = "updated" if page.front.updated else "held"
    title, summary = Told(page.front.title or "", page.spoken), page.front.summary or ""
    return News(title, renderer.address(page), dated.date_of(page), said, page.spoken, summary)


def _newest_first(news: News) -> tuple[int, str]:
    return -(news.date.toordinal() if news.date else 0), news.title.words
