"""The smallest parts of a tool and of a page that are translated by themselves."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from pydantic import BaseModel, RootModel

from macros.fields import Phrases, Text
from macros.model import Tool
from macros.overlay.body import cut
from macros.pages import Page
from macros.source import Loc
from macros.terms import Concept
from macros.translations.essence import essence
from macros.vocabulary import Vocabulary

# What stands above a page's first section.
TOP = "_top"
# Written for each language by itself: what people there call the tool.
OWN = ("synonyms",)

# A text of so many words that is the same in both languages was never translated.
COPIED = 8

# What holds no text in languages.
PLAIN = (str, int, datetime.date)

# What a part says: a text, or a list of them.
Said = str | tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """One part, and what it says in each language that has it.

    Its `id` never says where it stands, so that it can be moved: `title`, `right-level.text`, `place/here.text` in a
    tool; the section's id on a page. `loc` is its place in the tool's file; `line` that on the page in each language.
    """

    id: str
    said: Mapping[str, Said]
    loc: Loc = ()
    line: Mapping[str, int] | None = None


def of_tool(tool: Tool) -> Iterator[Unit]:
    """Yield the parts of a tool in their order."""
    for name in type(tool).model_fields:
        if name not in OWN:
            yield from _of(getattr(tool, name), "", (name,), (name,))


def of_vocabulary(vocabulary: Vocabulary) -> Iterator[Unit]:
    """Yield the parts of the lists that all tools share; the same id may stand in several."""
    for name, field in type(vocabulary).model_fields.items():
        for n, one in enumerate(getattr(vocabulary, name)):
            if isinstance(one, BaseModel):
                key = field.alias or name
                for unit in _of(one, "", (), (key, n)):
                    yield replace(unit, id=f"{key}/{unit.id}")


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
        for name, field in type(value).model_fields.items():
            part = getattr(value, name)
            if part and not isinstance(part, PLAIN):
                key = field.alias or name
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
    for name in ("title", "summary"):
        words = {lang: said for lang, page in pages.items() if (said := getattr(page.front, name))}
        if words:
            yield Unit(f"_{name}", words, (name,))
    sections = {lang: _sections(page) for lang, page in pages.items()}
    for id in dict.fromkeys(id for read in sections.values() for id in read):
        have = {lang: read[id] for lang, read in sections.items() if id in read}
        yield Unit(
            id,
            {lang: said for lang, (said, _) in have.items() if said},
            line={lang: line for lang, (_, line) in have.items()},
        )


def is_copy(own: Said, source: Said) -> bool:
    """Whether a text is still its source."""
    return own == source and isinstance(own, str) and len(own.split()) >= COPIED


def copied(page: Page, source: Page) -> list[range]:
    """Return the lines of a page that are still those of the page that it is being translated from."""
    mine, theirs = _sections(page), _sections(source)
    starts = sorted(line for _, line in mine.values())
    ends = dict(pairwise([*starts, page.first_line + len(page.lines)]))
    return [
        range(line, ends[line]) for id, (said, line) in mine.items() if id in theirs and is_copy(said, theirs[id][0])
    ]


def _sections(page: Page) -> dict[str, tuple[str, int]]:
    """What each section says, with its heading, and the line on which it begins."""
    found: dict[str, tuple[str, int]] = {}
    for section in cut(page):
        heading = section.heading
        text = essence(line.text for line in section.text)
        if heading:
            found[heading.id] = (f"{heading.text}\n{text}", heading.line)
        elif text.strip():
            found[TOP] = (text, section.text[0].number)
    return found
