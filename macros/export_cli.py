"""`kit export`: the site as a file that can be put away."""

from __future__ import annotations

import datetime
import logging
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import click

from macros import content, records
from macros.problem import ContentError
from macros.today import today as date_of_today


@click.group("export")
def group() -> None:
    """The site as a file that can be put away."""


@group.command()
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), default=Path(), help="The folder to put it in, when not this."
)
@click.pass_obj
def archive(root: Path, folder: Path) -> None:
    """Make a dated zip for the records: the site to open from its folder, and what it was made from."""
    from macros import hooks

    _try(folder)
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stderr)
    found, today = _content(root)
    target = folder / records.name(found, today)
    (root / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="archive.", dir=root / ".cache") as made:
        try:
            hooks.build(root, Path(made), directories=False)
        except SystemExit as error:
            _stop(str(error))
        _write(target, records.parts(found, Path(made), today))
    click.echo(target)


def _content(root: Path) -> tuple[content.Content, datetime.date]:
    try:
        today = date_of_today()
    except ValueError as error:
        _stop(str(error), 2)
    try:
        return content.load(root, today), today
    except ContentError as error:
        _stop(f"{error}\nPut this right first.")


def _try(folder: Path) -> None:
    """Say at once, not after the build, that nothing can be written here."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        _stop(f"Nothing can be written to `{folder}`: {error.strerror}. Name another folder with `--to`.", 2)


def _write(target: Path, parts: records.Parts) -> None:
    try:
        records.write(target, parts)
    except OSError as error:
        remedy = "Make room, or name another folder with `--to`."
        _stop(f"`{target}` could not be written: {error.strerror}. {remedy}")


def _stop(sentence: str, code: int = 1) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)
