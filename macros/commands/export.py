"""`kit export`: the site as a file that can be put away."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import click

from macros import records
from macros.commands.terminal import content_of, log_to_terminal, stop, today


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
    from macros import generator

    _try(folder)
    log_to_terminal(logging.WARNING)
    found, day = content_of(root), today()
    target = folder / records.name(found, day)
    (root / ".cache").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="archive.", dir=root / ".cache") as made:
        try:
            generator.build(root, Path(made), directories=False)
        except SystemExit as error:
            stop(str(error))
        _write(target, records.parts(found, Path(made), day))
    click.echo(target)


def _try(folder: Path) -> None:
    """Say at once, not after the build, that nothing can be written here."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        stop(f"Nothing can be written to `{folder}`: {error.strerror}. Name another folder with `--to`.", 2)


def _write(target: Path, parts: records.Parts) -> None:
    try:
        records.write(target, parts)
    except OSError as error:
        remedy = "Make room, or name another folder with `--to`."
        stop(f"`{target}` could not be written: {error.strerror}. {remedy}")
