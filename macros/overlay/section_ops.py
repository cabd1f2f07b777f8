"""The shape of `local/docs/<lang>/<key>.sections.yml`: what a municipality changes in a page, section by section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from macros.fields import Strict, Words
from macros.lines import Line
from macros.patterns import Digest
from macros.source import Loc

Base = Annotated[
    Digest | None,
    Field(description="Stands for the shared text that the change was written for: `kit local accept` writes it."),
]
Target = Annotated[Words, Field(description="The id of a section: what stands behind its heading, as in `{: #when }`.")]
Anchor = Annotated[Words, Field(description="The id of the section beside which the new one is to stand.")]
OwnId = Annotated[
    Words,
    Field(description="An id of your own, which begins with `x-`.", json_schema_extra={"pattern": "^x(-[a-z0-9]+)+$"}),
]
Heading = Annotated[Words, Field(description="The words alone, without `##`.")]
Markdown = Annotated[Words, Field(description="Markdown, behind `|` where it has several lines; headings from `###`.")]
Reason = Annotated[Words | None, Field(description="For those who come after you.")]


class Replace(Strict):
    """Put a text of one's own in the place of a section's; its id stays, and its heading where none is given."""

    op: Literal["replace"]
    id: Target
    base: Base = None
    heading: Heading | None = None
    text: Markdown
    reason: Reason = None


class Append(Strict):
    """Put a text at the end of a section."""

    op: Literal["append"]
    id: Target
    base: Base = None
    text: Markdown
    reason: Reason = None


class Remove(Strict):
    """Take a section away."""

    op: Literal["remove"]
    id: Target
    base: Base = None
    reason: Reason = None


class Before(Strict):
    """Put a section of one's own in front of another."""

    op: Literal["before"]
    id: Anchor
    section: OwnId
    heading: Heading
    text: Markdown
    reason: Reason = None


class After(Strict):
    """Put a section of one's own behind another."""

    op: Literal["after"]
    id: Anchor
    section: OwnId
    heading: Heading
    text: Markdown
    reason: Reason = None


Change = Replace | Append | Remove
Addition = Before | After
Op = Annotated[Replace | Before | After | Append | Remove, Field(discriminator="op")]


class Sections(Strict):
    """The changes of one page; what stands first is made first."""

    ops: tuple[Op, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Own:
    """One op, its place in the file, and the lines of its heading and its text."""

    op: Change | Addition
    loc: Loc
    heading: Line | None = None
    text: tuple[Line, ...] = ()
