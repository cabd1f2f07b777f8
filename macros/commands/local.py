"""`kit local`: what a municipality changes, and what has moved beneath it."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import click

from macros import fallback, settings
from macros.commands import local_init
from macros.commands.terminal import right_first, stop, today
from macros.overlay import begin, beneath, history, record
from macros.overlay.finding import Finding
from macros.problem import ContentError, nearest
from macros.source import Loc
from macros.writing import put
from macros.yaml_reader import read, scan

UPSTREAM = "upstream/main"


@click.group("local")
def group() -> None:
    """What is your own in `local/`, and what has moved beneath it."""


group.add_command(local_init.init)


@group.command()
@click.option("--format", "form", type=click.Choice(list(beneath.FORMATS)), default="text", show_default=True)
@click.option("--upstream", is_flag=False, flag_value=UPSTREAM, help=f"Against another branch; {UPSTREAM} when bare.")
@click.option("--since", metavar="VERSION", help="Only what has moved since a release, as in `v1.2.0`.")
@click.pass_obj
def check(root: Path, form: str, upstream: str | None, since: str | None) -> None:
    """Say how each of your changes stands; exit with 1 if one cannot be made any more, or stops the build."""
    for ref in filter(None, (upstream, since)):
        if history.git(root, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}") is None:
            stop(f"`{ref}` is no branch or tag here. Fetch it first, as in `git fetch upstream`.", 2)
    found = [*beneath.faulty(root, today(), upstream), *_findings(root, upstream)]
    before = [*beneath.faulty(root, today(), since), *_findings(root, since)] if since else []
    known = {(one.mark, one.now, one.why) for one in before}
    found = [one for one in found if not since or (one.mark, one.now, one.why) not in known]
    click.echo(beneath.FORMATS[form](beneath.moved(root, found)))
    sys.exit(1 if any(one.state in ("broken", "faulty") for one in found) else 0)


@group.command()
@click.argument("names", metavar="[TOOL|PAGE]...", nargs=-1)
@click.pass_obj
def accept(root: Path, names: tuple[str, ...]) -> None:
    """Note in your changes that you have seen what is beneath them: in all files, or in those of a tool or a page."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for one in _findings(root):
        by_file[one.mark.file].append(one)
    known = {Path(file).name.split(".")[0] for file in by_file}
    if unknown := [name for name in names if name not in known]:
        stop(f"You change nothing in `{unknown[0]}`. {nearest(unknown[0], known)}", 2)
    for file, found in by_file.items():
        fresh = [one for one in found if one.now != one.base and one.state in ("drifted", "unrecorded") and one.now]
        if fresh and (not names or Path(file).name.split(".")[0] in names):
            _note(root / file, file, fresh)
            click.echo(f"{file}: {len(fresh)} noted")


@group.command()
@click.argument("target", metavar="TOOL[#ID]")
@click.option("--lang", required=True, help="The language whose text is to change.")
@click.pass_obj
def edit(root: Path, target: str, lang: str) -> None:
    """Begin a change of an item or a section of a tool, or its translation: the text is put into your file.

    Sections of other pages are changed by hand, in `local/docs/<lang>/<pair>.sections.yml`.
    """
    id, _, inner = target.partition("#")
    ids = beneath.shared_ids(root)
    if id not in ids:
        stop(f"No tool is called `{id}`. {nearest(id, ids)}", 2)
    try:
        site = settings.load(root)
        if lang not in site.languages:
            stop(f"`{lang}` is not a language of this site. {nearest(lang, site.languages)}", 2)
        others = (*fallback.chain(site, lang), *fallback.read(site))
        begun = begin.section(root, id, inner, lang) or begin.tool(root, id, inner or ".", lang, others)
    except begin.NoSuchThing as error:
        stop(str(error), 2)
    except ContentError as error:
        stop(str(error))
    put(root / begun.file, begun.text)
    click.echo(f"{begun.file}:{begun.line}:1: write your own text here, then run `kit check`")


def _findings(root: Path, ref: str | None = None) -> list[Finding]:
    return right_first(lambda: beneath.findings(root, ref))


def _note(path: Path, file: str, found: Sequence[Finding]) -> None:
    """Write the digests into one file; a finding is at its op's place."""
    source = read(path, file)
    places = {source.place(("ops", n, key)): ("ops", n) for n in range(len(source.data["ops"])) for key in ("id", "op")}
    text = path.read_text(encoding="utf-8")
    bases: list[tuple[Loc, str]] = [(places[one.mark], one.now) for one in found if one.now]
    noted = record.recorded(text, source, bases)
    wanted = {n: base for (_, n), base in bases}
    ops = [{**op, "base": wanted[n]} if n in wanted else op for n, op in enumerate(source.data["ops"])]
    if scan(noted, file).data != {**source.data, "ops": ops}:
        stop(f"{file}:1:1: no digest can be noted in the way that this is written\n    Run `kit fmt`, then this again.")
    put(path, noted)
