"""Questions at the terminal: each is asked until its answer is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from macros.answers import WrongAnswer

T = TypeVar("T")
LEAVE = "(leave empty to go on without)"


def answered(given: str | None, asks: bool, question: str, right: Callable[[str], T], default: str | None = None) -> T:
    """Return what is given, else the default, or what is asked for until it is right; what can be is offered."""
    if given is not None or not asks:
        return right(given if given is not None else default or "")
    while True:
        try:
            return right(click.prompt(question, default=default, show_default=bool(default), err=True))
        except WrongAnswer as error:
            click.echo(str(error), err=True)
            default = error.offer or default


def or_none(right: Callable[[str], T], none: T) -> Callable[[str], T]:
    """Let an answer be left out."""
    return lambda answer: right(answer) if answer.strip() else none
