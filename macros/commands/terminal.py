"""What all commands share: the folder, the day, the content, and a sentence to end with."""

from __future__ import annotations

import datetime
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from macros import survey
from macros.content import Content
from macros.problem import ContentError
from macros.today import today as date_of_today

T = TypeVar("T")


def stop(sentence: str, code: int = 1) -> NoReturn:
    """End with a sentence: 1 when the content is wrong, 2 when the call is."""
    click.echo(sentence, err=True)
    sys.exit(code)


def today() -> datetime.date:
    """Return what day it is, or end with what is wrong with the one that is given."""
    try:
        return date_of_today()
    except ValueError as error:
        stop(str(error), 2)


def content_of(root: Path) -> Content:
    """Return the content, or end with what is wrong with it."""
    return right_first(lambda: survey.load(root, today()))


def right_first(read: Callable[[], T]) -> T:
    """Return what is read, or end with what must be put right first."""
    try:
        return read()
    except ContentError as error:
        stop(f"{error}\nPut this right first.")


def log_to_terminal(level: int = logging.INFO) -> None:
    """Show what mkdocs says."""
    logging.basicConfig(level=level, format="%(message)s", stream=sys.stderr)
