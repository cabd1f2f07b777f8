"""What is searched: the entries of a language, and the words of its texts.

It reaches the browser as two scripts (assets/ts/search/shape.ts): titles, search words, headings and items first, which
is what most readers mean, and the texts' own words after them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from macros import dated, glossary, prose
from macros.concordance import CALL, concordance, words_of
from macros.fields import Phrases, Told
from macros.model import AnyChecklist, Table, Tool
from macros.pages import Page
from macros.render import Renderer

MARKS = re.compile(r"[\[\]*`]")
# A heading without marks, as most are.
BARE = re.compile(r"[^\s{\[\]<*`/!?](?:[^{\[\]<*`/\n]*[^\s{\[\]<*`/])?")
# So many of a tool's search words come first; the rest, and so many of those in other languages, behind.
AHEAD, THEIRS = 16, 8
Plain = dict[str, Any]


class Index:
    """The index of one language."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer, self.lang = renderer, renderer.lang
        self._tools = renderer.listed
        self._of_tool = {page.front.tool: page for page in renderer.pages if page.front.tool}
        listed = [page for page in renderer.pages if page.listed and not page.front.tool]
        listed = [page for page in listed if page.front.kind not in ("home", "search")]
        self._later = [page for page in listed if page.front.kind in dated.KINDS]
        self._others = [page for page in listed if page.front.kind not in dated.KINDS]

    def first(self, more: str) -> Plain:
        """Return the first script's data; `more` is the address of the second."""
        words = self.renderer.words.plain
        return {
            "lang": self.lang,
            "more": more,
            "stop": words["search_stop_words"],
            "endings": words["search_endings"],
            "entries": self._first,
        }

    def more(self) -> Plain:
        """Return the second script's data."""
        says = [self._foreign(ref.summary.lang) or "" for ref in self._tools]
        return {
            "about": [ref.summary.words for ref in self._tools],
            **_filled(says=says if any(says) else []),
            "also": [self._also(ref.tool)[AHEAD:] for ref in self._tools],
            "theirs": [self._theirs(ref.tool.synonyms) for ref in self._tools],
            "entries": [*self._dated, *self._terms()],
            **self._concordance(),
        }

    @cached_property
    def _first(self) -> list[Plain]:
        return [*self._tool_entries(), *map(self._page, self._others)]

    @cached_property
    def _dated(self) -> list[Plain]:
        return [*map(self._page, self._later)]

    def _tool_entries(self) -> Iterator[Plain]:
        for ref in self._tools:
            tool, page = ref.tool, self._of_tool.get(ref.id)
            yield _filled(
                id=ref.id,
                title=ref.title.words,
                page=ref.address,
                lang=self._foreign(ref.title.lang),
                other={lang: text for lang, text in tool.title.root.items() if text and lang != ref.title.lang},
                also=self._also(tool)[:AHEAD],
                when=list(tool.use_when.in_(self.lang)) if tool.use_when else [],
                heads=self._heads(page) if page else [],
                items={one.id: items for one in tool.checklists if (items := self._items(one))},
            )

    def _items(self, checklist: AnyChecklist) -> list[tuple[str, ...]]:
        if isinstance(checklist, Table):
            return []
        return [self._with_lang(one.id, one.text.told(self.lang)) for one in checklist.items]

    def _heads(self, page: Page) -> list[tuple[str, ...]]:
        return [self._with_lang(id, Told(text, page.spoken)) for id, text in _heads(page)]

    def _with_lang(self, id: str, told: Told) -> tuple[str, ...]:
        """An id and its text, and the text's language where it is not the site's."""
        return (id, *told) if self._foreign(told.lang) else (id, told.words)

    def _foreign(self, lang: str) -> str | None:
        return lang if lang != self.lang else None

    def _page(self, page: Page) -> Plain:
        return _filled(
            title=page.front.title,
            page=self.renderer.address(page),
            lang=self._foreign(page.spoken),
            also=list(page.front.themes),
            heads=self._heads(page),
            about=page.front.summary,
            says=self._foreign(page.spoken) if page.front.summary else None,
        )

    def _terms(self) -> Iterator[Plain]:
        if not self.renderer.glossary:
            return
        for entry in glossary.entries(self.renderer):
            yield _filled(
                title=entry.word.words,
                page=f"{self.renderer.glossary}#{entry.id}",
                lang=self._foreign(entry.word.lang),
                other={told.lang: told.words for told in entry.others},
                also=list(entry.also),
                about=entry.meaning.words,
                says=self._foreign(entry.meaning.lang),
            )

    def _also(self, tool: Tool) -> tuple[str, ...]:
        return tool.synonyms.in_(self.lang) if tool.synonyms else ()

    def _theirs(self, words: Phrases | None) -> dict[str, tuple[str, ...]]:
        return {lang: words.in_(lang)[:THEIRS] for lang in words.root if lang != self.lang} if words else {}

    def _concordance(self) -> Plain:
        pages = [*(self._of_tool.get(ref.id) for ref in self._tools), *self._others, *self._later]
        told = map(_words, (*self._first, *self._dated))
        stop = frozenset(self.renderer.words.plain["search_stop_words"].split())
        return concordance(list(zip(pages, told, strict=True)), stop, self.renderer.content.terms)


def _heads(page: Page) -> list[tuple[str, str]]:
    return [(heading.id, _plain(heading.text)) for heading in page.headings]


def _plain(text: str) -> str:
    return text if BARE.fullmatch(text) else MARKS.sub("", prose.masked(CALL.sub("", text))).strip()


def _words(entry: Plain) -> set[str]:
    """The words of an entry's texts."""
    return words_of(json.dumps(entry, ensure_ascii=False))


def _filled(**values: Any) -> Plain:
    return {name: value for name, value in values.items() if value}
