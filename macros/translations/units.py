"""The smallest parts of a tool and of a page that are translated by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import pairwise
from typing import NamedTuple

from pydantic import BaseModel, RootModel

from macros.fields import Phrases, Text, keys
from macros.model import Tool
from macros.pages import Page
from macros.source import Loc
from macros.terms import Concept, Terms
from macros.translations.sections import Section, sections_of
from macros.vocabulary import Vocabulary
from macros.wording import BARE

# Written for each language by itself: what people there call the tool.
OWN = ("synonyms",)
# What the front matter of a page says to readers.
FRONT = ("title", "summary", "held", "organiser", "audience", "themes")
# A text of so many words that is the same in two languages was never translated. Shorter ones may rightly be the same:
# names, and in languages as near as Danish and Norwegian whole headings.
COPIED = 5
# What a part says: a text, or a list of them.
Said = str | tuple[str, ...]


class Unit(NamedTuple):
    """One part, and what it says in each language that has it.

    Its `id` never says where it stands, so that it can be moved: `title`, `right-level.text`, `place/here.text` in a
    tool; the section's id on a page. `loc` is its place in the tool's file. Of a section, `sections` has in each
    language how it is written.
    """

    id: str
    said: Mapping[str, Said]
    loc: Loc = ()
    sections: Mapping[str, Section] | None = None

    @property
    def langs(self) -> Set[str]:
        """The languages that have the part, also where it says nothing yet."""
        return (self.said if self.sections is None else self.sections).keys()

    def is_copy(self, lang: str) -> bool:
        """Whether the text in a language is still that of another one; a heading says nothing."""
        own = self._text(lang)
        return any(own == self._text(other) for other in self.langs - {lang}) and len(own.split()) >= COPIED

    def _text(self, lang: str) -> str:
        if self.sections is not None:
            return self.sections[lang].text if lang in self.sections else ""
        return str(self.said.get(lang, ""))


def of(model: BaseModel) -> Iterator[Unit]:
    """Yield the parts of a tool, of the glossary, or of the lists that all tools share."""
    if isinstance(model, Tool):
        yield from of_tool(model)
    elif isinstance(model, Terms):
        yield from of_terms(model.root)
    elif isinstance(model, Vocabulary):
        yield from of_vocabulary(model)


def of_tool(tool: Tool) -> Iterator[Unit]:
    """Yield the parts of a tool in their order."""
    for name, _ in keys(type(tool)):
        if name not in OWN:
            yield from _of(getattr(tool, name), "", (name,), (name,))


def of_vocabulary(vocabulary: Vocabulary) -> Iterator[Unit]:
    """Yield the parts of the lists that all tools share; the same id may stand in several."""
    for name, key in keys(type(vocabulary)):
        for n, one in enumerate(getattr(vocabulary, name)):
            if isinstance(one, BaseModel):
                for unit in _of(one, "", (), (key, n)):
                    yield unit._replace(id=f"{key}/{unit.id}")


def of_terms(terms: Mapping[str, Concept]) -> Iterator[Unit]:
    """Yield what the terms of the glossary mean; which word is preferred, and its forms, is each language's own."""
    for id, concept in terms.items():
        if not concept.only:
            yield from _of(concept.meaning, id, ("meaning",), (id, "meaning"))


def _of(value: object, owner: str, names: Loc, loc: Loc) -> Iterator[Unit]:
    """Yield the parts below a value; `names` lead to it from the last thing with an id, `loc` from the top."""
    if isinstance(value, (Text, Phrases)):
        id = ".".join(map(str, (owner, *names) if owner else names))
        yield Unit(id, {lang: said for lang, said in value.root.items() if said}, loc)
    elif isinstance(value, BaseModel) and not isinstance(value, RootModel):
        within = _named(value, owner, names)
        rest: Loc = () if within != owner else names
        for name, key in keys(type(value)):
            part = getattr(value, name)
            if part and not isinstance(part, BARE):
                yield from _of(part, within, (*rest, key), (*loc, key))
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            step: Loc = () if isinstance(part, BaseModel) and hasattr(part, "id") else (place,)
            yield from _of(part, owner, (*names, *step), (*loc, place))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _of(part, owner, (*names, key), (*loc, key))


def _named(value: BaseModel, owner: str, names: Loc) -> str:
    """The id of what holds the text: its own, for choices behind that of their column."""
    own = getattr(value, "id", None)
    if own is None:
        return owner
    return f"{owner}/{own}" if names[-1:] == ("choices",) else str(own)


def of_page(pages: Mapping[str, Page]) -> Iterator[Unit]:
    """Yield the parts of a page and its sisters, by language: what the front matter says, then the sections."""
    for name in FRONT:
        words = {lang: said for lang, page in pages.items() if (said := getattr(page.front, name))}
        if words:
            yield Unit(f"_{name}", words, (name,))
    sections = {lang: sections_of(page) for lang, page in pages.items()}
    for id in dict.fromkeys(id for read in sections.values() for id in read):
        have = {lang: read[id] for lang, read in sections.items() if id in read}
        yield Unit(id, {lang: one.said for lang, one in have.items() if one.said}, sections=have)


def copied(page: Page, source: Page) -> list[range]:
    """Return the lines of a page that are still those of the page that it is being translated from."""
    starts = sorted(one.line for one in sections_of(page).values())
    ends = dict(pairwise([*starts, page.first_line + len(page.lines)]))
    units = (unit for unit in of_page({page.lang: page, source.lang: source}) if unit.is_copy(page.lang))
    lines = [unit.sections[page.lang].line for unit in units if unit.sections]
    return [range(line, ends[line]) for line in lines]
