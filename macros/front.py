"""What stands between `---` at the top of a page, and where its body begins."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from pydantic import Field

from macros.fields import Date, LanguageCode, Slug, Strict, Words, YesNo
from macros.patterns import PathBelow
from macros.problem import ContentError, Problem
from macros.shape import fit, parts
from macros.source import Source
from macros.translations.records import TranslatedFrom

# Something that was meant as the line before the front matter.
KEY = re.compile(r"(?P<key>\w+):(?:[ \t]|\n)")
ALMOST = re.compile(r"\s*(?:-{2,}|–+|—+)[ \t]*\n[ \t]*[\w.-]+:")

Kind = Literal[
    "page",
    "home",
    "catalogue",
    "guide",
    "plan",
    "glossary",
    "search",
    "landing",
    "style",
    "style-forms",
    "tryout",
    "theme",
    "event",
    "notes",
    "report",
]


class Front(Strict):
    """The lines between `---` at the top of a page."""

    tool: Slug | None = Field(
        None, description="The tool that the page is about; its facts come from `tools/<id>.yml`."
    )
    pair: Slug | None = Field(None, description="The same word on this page's sister in another language.")
    only: Words | None = Field(None, description="The language's code, when the page has no sister on purpose.")
    kind: Kind = "page"
    title: Words | None = Field(None, description="For pages without a tool; a tool's title stands in its file.")
    summary: Words | None = None
    reviewed: Date | None = None
    held: Words | None = Field(
        None, description="When it took place: `2016-10-30`, or in words where the day is not known."
    )
    updated: Date | None = Field(None, description="When the page of an event, notes or a report last changed.")
    original: LanguageCode | None = Field(
        None, description="The language of the document, when the page only sums it up; its sister there is linked."
    )
    organiser: Words | None = None
    audience: Words | None = Field(None, description="For whom it was; roles, and no names of persons.")
    themes: tuple[Words, ...] = Field((), description="What it was about, in a few words each.")
    related: tuple[Slug, ...] = Field((), description="The tools that take up what it was about.")
    contact: Slug | None = Field(None, description="A role among the contacts in `site.yml`.")
    phase: Slug | None = Field(None, description="The phase that the page is about: menus lead to it.")
    foot: YesNo = Field(False, description="`true` lists the page at the foot of the site.")
    redirect_from: tuple[PathBelow, ...] = Field((), description="Old addresses of the page below its language.")
    translated_from: TranslatedFrom | None = Field(
        None, description="What the page was translated from; `kit translations accept` writes it."
    )
    diverged: Words | None = Field(None, description="Why the page is another text than its sister, on purpose.")


def fitted(source: Source) -> tuple[Front, list[Problem]]:
    """Return what is right of a front matter, and what is wrong with the rest."""
    try:
        return fit(source if source.data is not None else replace(source, data={}), Front), []
    except ContentError as error:
        if not isinstance(source.data, dict):
            raise
        fitting = dict(parts(source, Front))
        whole = fitting.get(())
        right = {name: fitting[(name,)] for name in Front.model_fields if (name,) in fitting}
        return whole if isinstance(whole, Front) else Front.model_validate(right), error.problems


def split(text: str, file: str) -> tuple[str, str, int]:
    """Return front matter, body, and the line on which the body begins."""
    if not re.match(r"---[ \t]*\n", text):
        if (key := KEY.match(text)) and key["key"] in Front.model_fields:
            fault, remedy = "the front matter begins with three hyphens", "Write `---` on a line of its own above this."
            raise ContentError([Problem(file, 1, 1, fault, remedy)])
        if almost := ALMOST.match(text):
            number = text.count("\n", 0, almost.end()) or 1
            fault = "the front matter must begin on line 1, with three hyphens"
            raise ContentError([Problem(file, number, 1, fault, "Delete what stands before it, and write `---`.")])
        return "", text, 1
    lines = text.split("\n")
    for n, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:n]) + "\n", "\n".join(lines[n + 1 :]), n + 2
    fault = "the front matter begins here and never ends"
    raise ContentError([Problem(file, 1, 1, fault, "Write `---` on a line of its own after it.")])
