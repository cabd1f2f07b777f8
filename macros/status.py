"""How far each tool is written in each language, and when it is to be read through again."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic_core import to_json

from macros.content import Content
from macros.model import Tool
from macros.pages import Page
from macros.translations import telling
from macros.translations.standing import Translation, of_page, of_tool, translations
from macros.translations.states import MOVED, State

NAME = "status.json"
# In the order of what is most urgent.
Written = Literal["unwritten", "behind", "lacking", "unrecorded", "diverged", "current", "original"]


@dataclass(frozen=True)
class InLanguage:
    """A tool in one language: its page, if there is one, how it stands, and how many parts and words that is about."""

    lang: str
    page: Page | None
    state: Written
    parts: int = 0
    words: int = 0


@dataclass(frozen=True)
class Status:
    """One tool in all built languages; `broken` are a municipality's changes of it that cannot be made any more."""

    id: str
    languages: tuple[InLanguage, ...]
    due: datetime.date
    broken: int = 0

    @property
    def words(self) -> int:
        """How many words are to be translated, or read through again."""
        return sum(one.words for one in self.languages)


def statuses(content: Content) -> Sequence[Status]:
    """Return the tools in the order of the menu; looked up once."""
    if not content.statuses:
        content.statuses.extend(_statuses(content))
    return content.statuses


def _statuses(content: Content) -> Iterator[Status]:
    places = _places(content)
    broken = Counter(one.path for one in content.findings if one.state == "broken")
    for id, tool in sorted(content.tools.items(), key=lambda item: (places[item[0]], item[0])):
        written = tuple(_in_language(id, tool, lang, content) for lang in content.site.built)
        files = {f"tools/{id}.yml", *(one.page.file for one in written if one.page)}
        yield Status(id, written, a_year_after(tool.reviewed), sum(broken[file] for file in files))


def data(content: Content, lang: str) -> str:
    """Return the status of everything in a language, as JSON."""
    tools = [
        {
            "id": one.id,
            "reviewed": content.tools[one.id].reviewed.isoformat(),
            "due": one.due.isoformat(),
            "contact": content.tools[one.id].contact,
            "languages": {
                there.lang: {"state": there.state, "parts": there.parts, "words": there.words}
                for there in one.languages
            },
            "broken": one.broken,
        }
        for one in statuses(content)
    ]
    texts = [telling.as_data(one) for one in translations(content, lang)]
    return to_json({"lang": lang, "tools": tools, "texts": texts}, indent=1).decode() + "\n"


def a_year_after(date: datetime.date) -> datetime.date:
    """Return the same day a year later; from 29 February, the 28th."""
    try:
        return date.replace(year=date.year + 1)
    except ValueError:
        return date.replace(year=date.year + 1, day=28)


def _places(content: Content) -> Mapping[str, tuple[int, int]]:
    """Where each tool stands in the menu: the number of its phase, and its place in the order of that."""
    phases = content.vocabulary.phases
    numbers = {phase.id: n for n, phase in enumerate(phases)}
    orders = [{id: place for place, id in enumerate(phase.order)} for phase in phases]
    found = ((id, numbers[tool.phase]) for id, tool in content.tools.items())
    return {id: (n, orders[n].get(id, len(orders[n]))) for id, n in found}


def _in_language(id: str, tool: Tool, lang: str, content: Content) -> InLanguage:
    page = content.kin.of_tool(id).get(lang)
    page = page if page and not page.borrowed else None
    found = [of_tool(content, id, tool, lang), *([_page(content, page)] if page else [])]
    count: Counter[State] = Counter()
    for one in found:
        count.update(one.states)
    words = sum(one.words for one in found)
    if page is None:
        return InLanguage(lang, None, "unwritten", words=words)
    if moved := sum(count.get(state, 0) for state in MOVED):
        return InLanguage(lang, page, "behind", moved, words)
    if missing := count.get("missing", 0):
        return InLanguage(lang, page, "lacking", missing, words)
    for state in ("unrecorded", "diverged", "current"):
        if number := count.get(state, 0):
            return InLanguage(lang, page, state, number)
    return InLanguage(lang, page, "original")


def _page(content: Content, page: Page) -> Translation:
    return of_page(content, content.written_kin.group(page), page.lang)
