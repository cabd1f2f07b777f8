"""What a blank copy is made from: a checklist in one language, with what stands around it on paper."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from babel.core import get_global
from pydantic import BaseModel

from macros.content import Content
from macros.definitions import revision
from macros.fields import Text, Told, keys
from macros.model import AnyChecklist
from macros.vocabulary import Answer
from macros.words import Words

# The words that the makers may use; another word changes no copy.
WORDS = (
    "answer",
    "answer_count",
    "answer_of",
    "begins",
    "clock",
    "core_item",
    "date",
    "deadline",
    "dimension",
    "ends",
    "example_number",
    "examples_note",
    "explanation",
    "field",
    "minutes_one",
    "minutes_other",
    "note",
    "organisation",
    "owner_role",
    "page_of",
    "point",
    "radar_label",
    "rating",
    "responsible",
    "reviewed",
    "row_number",
    "total",
    "version",
    "yes",
)
# What file systems refuse in a name.
REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


@dataclass(frozen=True)
class Blank:
    """A checklist to be written out in one language; the address is the whole one of a page that shows it."""

    tool: Told
    checklist: AnyChecklist
    words: Words
    answers: tuple[Answer, ...]
    site_name: str
    sender: str
    address: str
    reviewed: datetime.date

    @property
    def lang(self) -> str:
        """The language that the copy is made for."""
        return self.words.lang

    @property
    def title(self) -> str:
        """The titles of the tool and the checklist, as in “Styregruppe – Før gruppen nedsættes”."""
        return f"{self.tool.words} – {self.checklist.title.in_(self.lang)}"

    @property
    def file_name(self) -> str:
        """The title as a file can be called on any machine, without an ending."""
        return " ".join(REFUSED.sub(" ", self.title).split())[:120].strip(" .")

    @property
    def version(self) -> str:
        """What a person compares two copies by: the digest of the checklist in this language."""
        return revision(self.checklist, self.lang)

    @property
    def about(self) -> str:
        """The version and when the tool was read through, in words."""
        words = self.words
        return f"{words['version']} {self.version} · {words['reviewed']} {words.date(self.reviewed)}"

    @property
    def contents(self) -> object:
        """All that a copy depends on, exactly as written, for the cache to tell one from another."""
        words = {key: self.words.entries[key].told(self.lang) for key in self.words.entries}
        answers = [_told(answer, self.lang) for answer in self.answers]
        around = [self.lang, self.tool, self.site_name, self.sender, self.address, self.reviewed.isoformat()]
        return [_told(self.checklist, self.lang), words, answers, around]

    @cached_property
    def key(self) -> str:
        """32 hex digits of SHA-256 over the contents."""
        exact = json.dumps(self.contents, sort_keys=True, allow_nan=False)
        return hashlib.sha256(exact.encode()).hexdigest()[:32]


def of(content: Content, lang: str, tool_id: str, checklist: AnyChecklist, address: str) -> Blank:
    """Return what a copy of one checklist is made from."""
    tool, language = content.tools[tool_id], content.site.languages[lang]
    words = Words({key: content.entries[key] for key in WORDS if key in content.entries}, lang)
    return Blank(
        tool.title.told(lang),
        checklist,
        words,
        content.vocabulary.answers,
        language.site_name,
        language.sender,
        address,
        tool.reviewed,
    )


def tag(lang: str) -> str:
    """Return a language as office programs know it, with the country that CLDR finds likely: `da-DK` for `da`."""
    likely = get_global("likely_subtags").get(lang, "").split("_")
    return f"{likely[0]}-{likely[-1]}" if len(likely) == 3 else lang


def _told(value: object, lang: str) -> object:
    """Return a part of the model as plain data, each wording in `lang` and beside it the language it is really in."""
    if isinstance(value, Text):
        return list(value.told(lang))
    if isinstance(value, BaseModel):
        return {name: _told(getattr(value, name), lang) for name, _ in keys(type(value))}
    if isinstance(value, Mapping):
        return {key: _told(part, lang) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [_told(part, lang) for part in value]
    return value
