"""The shapes of a tool: what may be written in `tools/*.yml`, and what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from macros.fields import Clock, Date, LanguageCode, Phrases, Scalar, Slug, Strict, Text, Whole, Words, YesNo
from macros.patterns import HttpsAddress, LanguageTag


class Item(Strict):
    """One thing to have in place."""

    id: Slug = Field(description="Stays the same when the wording changes: answers are saved under it.")
    text: Text
    help: Text | None = Field(None, description="One or two sentences for those who wonder what is meant.")
    helps: tuple[Slug, ...] = Field((), description="The tools to open when this is not in place.")
    core: YesNo = Field(False, description="Part of the short version; six in a list.")


class _Checklist(Strict):
    id: Slug = Field(description="Unique in the tool, and never changed: answers are saved under it.")
    title: Text
    intro: Text | None = Field(None, description="A sentence or two above the first row.")


class Checklist(_Checklist):
    """Things to have in place, each answered by a traffic light."""

    kind: Literal["checklist"]
    items: tuple[Item, ...] = Field(min_length=1)


class Dimension(Strict):
    """An axis of an assessment that gathers several items."""

    id: Slug
    text: Text


class Levels(Strict):
    """What 1, 3 and 5 look like; 2 and 4 lie between."""

    one: Text = Field(alias="1")
    three: Text = Field(alias="3")
    five: Text = Field(alias="5")


class Rated(Strict):
    """One thing to rate from 1 to 5."""

    id: Slug = Field(description="Stays the same when the wording changes: answers are saved under it.")
    text: Text
    help: Text | None = None
    levels: Levels
    dimension: Slug | None = Field(None, description="The axis it counts towards; without it, it is an axis itself.")
    helps: tuple[Slug, ...] = Field((), description="The tools that lift a low rating.")


class Assessment(_Checklist):
    """Things rated from 1 to 5, shown as a radar and a table."""

    kind: Literal["assessment"]
    dimensions: tuple[Dimension, ...] = ()
    items: tuple[Rated, ...] = Field(min_length=1)


class Choice(Strict):
    """One of several answers to choose between."""

    id: Slug
    text: Text
    value: Whole | None = Field(None, description="Its place on an axis: 1 is the lowest.")


FieldType = Literal["text", "long", "choice", "number", "date", "check"]
ColumnType = Literal["text", "long", "choice", "number", "minutes", "date", "check", "status"]
Role = Literal["title", "owner", "minutes", "start", "end", "milestone", "x", "y", "status"]
View = Literal["agenda", "timeline", "matrix", "status"]


class Entry(Strict):
    """One field to fill in."""

    id: Slug = Field(description="Stays the same when the wording changes: answers are saved under it.")
    text: Text
    help: Text | None = None
    type: FieldType = "long"
    choices: tuple[Choice, ...] = ()


class Worksheet(_Checklist):
    """Fields to fill in together."""

    kind: Literal["worksheet"]
    views: tuple[Literal["star"], ...] = Field((), description="`star` draws the fields as a star.")
    items: tuple[Entry, ...] = Field(min_length=1)


class Column(Strict):
    """One column of a table that the readers fill with rows of their own."""

    id: Slug = Field(description="Stays the same when the wording changes: answers are saved under it.")
    text: Text
    help: Text | None = None
    type: ColumnType = "text"
    role: Role | None = Field(None, description="What the views and the plan need the column for.")
    choices: tuple[Choice, ...] = ()


class Example(Strict):
    """A row that shows what is meant; the reader can remove it."""

    id: Slug
    values: Mapping[Slug, Text | Scalar]


class Table(_Checklist):
    """Rows of the readers' own, with one or more views of them."""

    kind: Literal["table"]
    views: tuple[View, ...] = ()
    start: Clock | None = Field(None, description="When the agenda begins, as in `9:00`.")
    rows: Whole = Field(4, ge=0, le=40, description="Empty rows to begin with, on the screen and on paper.")
    columns: tuple[Column, ...] = Field(min_length=1)
    examples: tuple[Example, ...] = ()


AnyChecklist = Annotated[Checklist | Assessment | Worksheet | Table, Field(discriminator="kind")]


class People(Strict):
    """How many take part."""

    min: Whole = Field(ge=1, le=500)
    max: Whole = Field(ge=1, le=500)


class Reference(Strict):
    """A published work, or one of the documents that the tool builds on."""

    title: Words = Field(description="In its own language.")
    lang: LanguageTag | None = Field(
        None, description="The language of the title as a code, as in `en`: screen readers speak it so."
    )
    author: Words | None = None
    year: Annotated[Whole, Field(ge=1800, le=2100)] | None = None
    publisher: Words | None = None
    url: HttpsAddress | None = None


class Tool(Strict):
    """One implementation tool, as written in `tools/<id>.yml`; its id is the name of the file."""

    title: Text
    summary: Text = Field(description="Two sentences at most: what it is for, and what is gained.")
    phase: Slug = Field(description="One of the phases in `_vocabulary.yml`.")
    roles: tuple[Slug, ...] = Field(min_length=1, description="Who uses it; ids from `_vocabulary.yml`.")
    themes: tuple[Slug, ...] = ()
    obstacles: tuple[Slug, ...] = Field(
        (), max_length=3, description="What stands in the way when it helps, the nearest first; at most three."
    )
    minutes: Whole | None = Field(
        None, ge=5, le=960, description="Time around the table in minutes; the filters use it."
    )
    time: Text | None = Field(None, description="The time in words, when a number of minutes does not say it all.")
    people: People | None = None
    rhythm: Text | None = Field(None, description="How often, when it is done more than once.")
    materials: Text | None = Field(None, description="What must lie on the table, in one sentence.")
    use_when: Phrases | None = Field(
        None, description="Two to four things a practitioner would say who needs this tool."
    )
    synonyms: Phrases | None = Field(
        None, description="Other words for it, at least four: search finds the tool by them."
    )
    related: tuple[Slug, ...] = ()
    origin: LanguageCode = Field(description="The language it was first written in.")
    reviewed: Date = Field(description="When someone last read it with the practice of today in mind.")
    contact: Slug = Field(description="A role among the contacts in `site.yml`.")
    sources: tuple[Reference, ...] = ()
    checklists: tuple[AnyChecklist, ...] = ()
    aliases: Mapping[Slug, Slug] = Field(
        default_factory=dict, description="Ids that were renamed, each with the new one: answers and changes follow."
    )
    retired: tuple[Slug, ...] = Field((), description="Ids that were taken away, and are never used again.")
