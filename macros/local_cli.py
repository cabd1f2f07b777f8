"""`kit local`: what a municipality changes, and what has moved beneath it."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import NoReturn

import click

from macros.catalogue import FOLDER, SLUG
from macros.overlay import begin, beneath, history, patches, record
from macros.problem import ContentError, nearest
from macros.source import Loc, Source

UPSTREAM = "upstream/main"


@click.group("local")
def group() -> None:
    """What is your own in `local/`, and what has moved beneath it."""


@group.command()
@click.option("--format", "form", type=click.Choice(list(beneath.FORMATS)), default="text", show_default=True)
@click.option("--upstream", is_flag=False, flag_value=UPSTREAM, help=f"Against another branch; {UPSTREAM} when bare.")
@click.option("--since", metavar="VERSION", help="Only what has moved since a release, as in `v1.2.0`.")
@click.pass_obj
def check(root: Path, form: str, upstream: str | None, since: str | None) -> None:
    """Say how each of your changes stands; exit with 1 if one cannot be made any more."""
    for ref in filter(None, (upstream, since)):
        if history.git(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") is None:
            _stop(f"`{ref}` is no branch or tag here. Fetch it first, as in `git fetch upstream`.", 2)
    try:
        found = beneath.findings(root, _ids(root), upstream)
        before = {one.mark: one.now for one in beneath.findings(root, _ids(root), since)} if since else {}
        found = [one for one in found if not since or before.get(one.mark) != one.now]
        click.echo(beneath.FORMATS[form](beneath.moved(root, _ids(root), found)))
    except ContentError as error:
        _stop(str(error))
    sys.exit(1 if any(one.state == "broken" for one in found) else 0)


@group.command()
@click.argument("tools", nargs=-1)
@click.pass_obj
def accept(root: Path, tools: tuple[str, ...]) -> None:
    """Note in your changes that you have seen what is beneath them; of all tools, or of those named."""
    changes, problems = patches.load(root, _ids(root))
    if problems:
        _stop("\n".join(map(str, problems)))
    if unknown := [id for id in tools if id not in changes]:
        _stop(f"You change nothing in `{unknown[0]}`. {nearest(unknown[0], changes)}", 2)
    for id in tools or changes:
        path = patches.files(root)[id]
        text = path.read_text(encoding="utf-8")
        source, _ = changes[id]
        bases = _bases(root, id, source)
        if bases:
            path.write_text(record.recorded(text, source, bases), encoding="utf-8", newline="\n")
            click.echo(f"{source.file}: {len(bases)} noted")


@group.command()
@click.argument("target", metavar="TOOL[#ID]")
@click.option("--lang", required=True, help="The language whose text is to change.")
@click.pass_obj
def edit(root: Path, target: str, lang: str) -> None:
    """Begin a change of a tool's wording: the shared text is put into your file, to write over."""
    id, _, inner = target.partition("#")
    ids = _ids(root)
    if id not in ids:
        _stop(f"No tool is called `{id}`. {nearest(id, ids)}", 2)
    try:
        begun = begin.tool(root, id, inner or ".", lang)
    except ContentError as error:
        _stop(str(error))
    path = root / begun.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(begun.text, encoding="utf-8", newline="\n")
    click.echo(f"{begun.file}:{begun.line}:1: write your own text here, then run `kit check`")


def _bases(root: Path, id: str, source: Source) -> list[tuple[Loc, str]]:
    """The changes of a tool that note something else than what is beneath them, with what they should note."""
    found = [one for one in beneath.findings(root, _ids(root)) if one.mark.file == source.file]
    by_mark = defaultdict(list, {one.mark: [one] for one in found})
    places: list[Loc] = [("ops", n) for n in range(len(source.data["ops"]))]
    return [
        (loc, one.now)
        for loc in places
        for one in by_mark[source.place((*loc, "op"))]
        if one.now and one.now != one.base and one.state in ("drifted", "unrecorded")
    ]


def _ids(root: Path) -> list[str]:
    """The ids of the shared tools."""
    return [path.stem for path in sorted((root / FOLDER).glob("*.yml")) if SLUG.fullmatch(path.stem)]


def _stop(sentence: str, code: int = 1) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)
