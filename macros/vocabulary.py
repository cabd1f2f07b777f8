"""The shapes of the lists that all tools share: what may be written in `tools/_vocabulary.yml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.fields import Slug, Strict, Text


class Term(Strict):
    """An id and its wording, as in the vocabulary's lists."""

    id: Slug
    text: Text


class Phase(Term):
    """One of the steps from policy to practice."""

    summary: Text
    order: tuple[Slug, ...] = Field((), description="Its tools in the order of the menu; others follow by id.")


class Part(Term):
    """One part of a drawing: its name stands in the drawing, and what it is in the list below."""

    text: Text = Field(description="One or two words, or three short ones: there is no room for more.")
    summary: Text


class Group(Term):
    """Some of those who use the tools."""

    plural: Text = Field(description="Within a sentence, as in `ledere`.")


class Obstacle(Term):
    """Something that stands in the way, as practitioners say it."""

    when: Text = Field(description="The same after “når” or “när”, said to the reader: `møderne ikke fører til noget`.")


class Answer(Term):
    """One answer of the traffic light; the order is the order on the screen."""

    id: Literal["done", "part", "none", "skip"]


class Vocabulary(Strict):
    """The lists that all tools share: `tools/_vocabulary.yml`."""

    phases: tuple[Phase, ...] = Field(min_length=1)
    roles: tuple[Group, ...] = Field(min_length=1)
    themes: tuple[Term, ...] = ()
    determinants: tuple[Part, ...] = Field(
        min_length=3, max_length=6, description="The layers round a person that health depends on, from the outermost."
    )
    follow_up: tuple[Part, ...] = Field(
        alias="follow-up",
        min_length=3,
        max_length=8,
        description="Its steps; the last leads to the first.",
    )
    obstacles: tuple[Obstacle, ...] = ()
    answers: tuple[Answer, ...] = Field(min_length=4, max_length=4)
    retired: tuple[Slug, ...] = Field(
        (), description="Tools that were taken away: what municipalities still say of them stops no build."
    )
