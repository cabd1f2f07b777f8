"""`kit translations`: which translations have fallen behind, what has changed, and that they are right again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click

from macros.commands.meant import chosen, every, named
from macros.commands.terminal import content_of, right_first, stop
from macros.content import Content
from macros.overlay import history
from macros.problem import ContentError, nearest
from macros.translations import beginning, differing, noting, telling, typos
from macros.translations.records import Seen
from macros.translations.standing import Translation
from macros.writing import put


@click.group("translations")
def group() -> None:
    """Languages in step: what is translated from what, and whether that has changed since."""


@group.command()
@click.argument("names", metavar="[TOOL|PAGE]...", nargs=-1)
@click.option("--lang", help="One language alone, as in `sv`.")
@click.option("--format", "form", type=click.Choice(list(telling.FORMATS)), default="text", show_default=True)
@click.pass_obj
def status(root: Path, names: tuple[str, ...], lang: str | None, form: str) -> None:
    """Say how each translation stands, or those of some tools and pages. That one has fallen behind is no error."""
    content = content_of(root)
    found = [one for one, _ in named(content, names, lang)] if names else [*every(content, lang)]
    click.echo(telling.FORMATS[form](found))


@group.command()
@click.argument("names", metavar="TOOL|PAGE[#PART]...", nargs=-1, required=True)
@click.option("--lang", help="One language alone, as in `sv`.")
@click.pass_obj
def diff(root: Path, names: tuple[str, ...], lang: str | None) -> None:
    """Show what has changed in a source since it was translated, and the translation."""
    content = content_of(root)
    said: list[str] = []
    for one, ids in named(content, names, lang):
        parts = chosen(one, ids) if ids else one.moved
        translated = [part for part in parts if part.lang != part.origin]
        said += differing.told(content, one, translated, _source(content, one))
    click.echo("\n".join(said) or "Nothing has changed since it was translated.")


@group.command()
@click.argument("names", metavar="[TOOL|PAGE[#PART]]...", nargs=-1)
@click.option("--lang", help="One language alone, as in `sv`.")
@click.option("--new", "fresh", is_flag=True, help="Only what nobody has noted yet; without names, this is meant.")
@click.option("--typo", metavar="COMMIT", help="Only what this commit changed in the sources: nothing to translate.")
@click.pass_obj
def accept(root: Path, names: tuple[str, ...], lang: str | None, fresh: bool, typo: str | None) -> None:
    """Note that translations say the same as their sources today.

    By names: a tool, a page, or a part of one, as in `steering-group#right-level`. Without names: all that nobody has
    noted yet, and nothing that has changed since.
    """
    content = content_of(root)
    if typo is not None:
        _is_commit(root, typo)
    found = list(named(content, names, lang, alone=True)) if names else [(one, []) for one in every(content, lang)]
    count = 0
    for one, ids in found:
        parts = chosen(one, ids)
        if typo is not None:
            seen = typos.only(root, one, parts, _source(content, one), typo)
        else:
            wanted = [part for part in parts if part.state == "unrecorded" or (names and not fresh)]
            seen = {part.unit.id: part.now for part in wanted if part.seen != part.now}
        count += _note(content, one, seen)
    if not count and typo is not None:
        click.echo(f"Nothing is noted: `{typo}` changed no text here whose translation was right before it.")
    elif not count:
        click.echo("There is nothing to note.")


@group.command()
@click.argument("name", metavar="TOOL|PAGE")
@click.option("--to", "lang", required=True, help="The language to translate to.")
@click.option("--title", help="The title there; a tool's stands in its file.")
@click.pass_obj
def new(root: Path, name: str, lang: str, title: str | None) -> None:
    """Begin the translation of a page: the same sections, with the text to be written over."""
    content = content_of(root)
    if lang not in content.site.built:
        stop(f"`{lang}` is not a language of this site. {nearest(lang, content.site.built)}", 2)
    try:
        file, text = beginning.page(content, name, lang, title)
    except beginning.WrongCall as error:
        stop(str(error), 2)
    put(root / file, text)
    click.echo(file)


@group.command()
@click.argument("name", metavar="TOOL|PAGE")
@click.option("--reason", required=True, help="Why it is another text on purpose.")
@click.option("--lang", help="The language that differs, where there are more than two.")
@click.pass_obj
def diverge(root: Path, name: str, reason: str, lang: str | None) -> None:
    """Say that a translation is another text on purpose, and need not follow.

    A tool's id means its page; the texts of the tool itself are meant by its file, as in `tools/steering-group.yml`.
    """
    if not reason.strip():
        stop("Say after `--reason` why it is another text on purpose.", 2)
    content = content_of(root)
    found = [one for one, _ in named(content, (name,), lang) if one.lang != one.origin and one.file]
    pages = [one for one in found if one.page] or found
    for one in pages:
        file, text = right_first(partial(noting.diverged, content, one, reason))
        put(root / file, text)
        click.echo(file)
    if not pages:
        stop(f"`{name}` is translated to no other language.", 2)


def _source(content: Content, one: Translation) -> str:
    """The file of the language that a translation was made from."""
    page = one.page and content.written_kin.sisters(one.page).get(one.origin, one.page)
    return page.file if page else one.file


def _is_commit(root: Path, name: str) -> None:
    """Stop with a sentence where git knows no such commit, or not what was before it."""
    if history.git(root, "rev-parse", "--git-dir") is None:
        stop("There is no git history here to look a commit up in.", 2)
    if not name or history.git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") is None:
        stop(f"`{name}` is no commit here. `git log --oneline` lists them.", 2)
    if history.git(root, "rev-parse", "--verify", "--quiet", f"{name}^") is None:
        stop(f"What was before `{name}` is not in git's history here; `git fetch --unshallow` may bring it.", 2)


def _note(content: Content, one: Translation, fresh: Mapping[str, Seen]) -> int:
    """Write down what is to be noted of a translation, and return of how many parts."""
    if not fresh or not one.file:
        return 0
    try:
        file, text = noting.noted(content, one, fresh)
    except ContentError as error:
        stop(str(error))
    put(content.root / file, text)
    click.echo(f"{file}: {len(fresh)} noted")
    return len(fresh)
