"""`kit translations`: which translations have fallen behind, what has changed, and that they are right again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from macros.commands.terminal import content_of, right_first, stop, write
from macros.content import Content
from macros.overlay import history
from macros.problem import ContentError, nearest
from macros.translations import beginning, differing, noting, telling, typos
from macros.translations.standing import Part, Translation
from macros.translations.standing import translations as all_of


@click.group("translations")
def group() -> None:
    """Languages in step: what is translated from what, and whether that has changed since."""


@group.command()
@click.option("--lang", help="One language alone, as in `sv`.")
@click.option("--format", "form", type=click.Choice(list(telling.FORMATS)), default="text", show_default=True)
@click.pass_obj
def status(root: Path, lang: str | None, form: str) -> None:
    """Say how each translation stands. That one has fallen behind is no error."""
    click.echo(telling.FORMATS[form](list(_found(content_of(root), lang))))


@group.command()
@click.argument("names", metavar="TOOL|PAGE[#PART]...", nargs=-1, required=True)
@click.option("--lang", help="One language alone, as in `sv`.")
@click.pass_obj
def diff(root: Path, names: tuple[str, ...], lang: str | None) -> None:
    """Show what has changed in a source since it was translated, and the translation."""
    content = content_of(root)
    said: list[str] = []
    for one, ids in _named(content, names, lang):
        parts = noting.chosen(one, ids) if ids else one.moved
        said += differing.told(root, one, [part for part in parts if part.lang != part.origin], _source(content, one))
    click.echo("\n".join(said) or "Nothing has changed since it was translated.")


@group.command()
@click.argument("names", metavar="[TOOL|PAGE[#PART]]...", nargs=-1)
@click.option("--lang", help="One language alone, as in `sv`.")
@click.option("--typo", metavar="COMMIT", help="Only what this commit changed in the sources: nothing to translate.")
@click.pass_obj
def accept(root: Path, names: tuple[str, ...], lang: str | None, typo: str | None) -> None:
    """Note that translations say the same as their sources today.

    By names: a tool, a page, or a part of one, as in `steering-group#right-level`. Without names: all that nobody has
    noted yet, and nothing that has changed since.
    """
    content = content_of(root)
    if typo and history.git(root, "rev-parse", "--verify", "--quiet", f"{typo}^{{commit}}") is None:
        stop(f"`{typo}` is no commit here. `git log --oneline` lists them.", 2)
    found = list(_named(content, names, lang)) if names else [(one, []) for one in _found(content, lang)]
    for one, ids in found:
        if typo:
            parts = typos.only(root, one, noting.chosen(one, ids), _source(content, one), typo)
        else:
            parts = [part for part in noting.chosen(one, ids) if names or part.state == "unrecorded"]
        _note(content, one, parts)


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
    write(root / file, text)
    click.echo(file)


@group.command()
@click.argument("name", metavar="TOOL|PAGE")
@click.option("--reason", required=True, help="Why it is another text on purpose.")
@click.option("--lang", help="The language that differs, where there are more than two.")
@click.pass_obj
def diverge(root: Path, name: str, reason: str, lang: str | None) -> None:
    """Say that a translation is another text on purpose, and need not follow."""
    content = content_of(root)
    pages = [one for one, _ in _named(content, (name,), lang) if one.lang != one.origin and one.file]
    for one in pages:
        file, text = right_first(partial(noting.diverged, content, one, reason))
        write(root / file, text)
        click.echo(file)
    if not pages:
        stop(f"`{name}` is translated to no other language.", 2)


def _found(content: Content, lang: str | None) -> Iterator[Translation]:
    """All translations, in the order of the languages."""
    if lang and lang not in content.site.built:
        stop(f"`{lang}` is not a language of this site. {nearest(lang, content.site.built)}", 2)
    for code in [lang] if lang else content.site.built:
        yield from all_of(content, code)


def _named(content: Content, names: Sequence[str], lang: str | None) -> Iterator[tuple[Translation, list[str]]]:
    """The translations that names lead to, each with the parts that are meant; none means all."""
    found, meant = list(_found(content, lang)), dict[int, list[str]]()
    for name in names:
        whole, _, part = name.partition("#")
        these = {at: one for at, one in enumerate(found) if whole in (one.name, one.file, f"./{one.file}")}
        if not these:
            stop(f"No tool and no page is called `{whole}`. {nearest(whole, [one.name for one in found])}", 2)
        having = [at for at, one in these.items() if not part or noting.chosen(one, [part])]
        if not having:
            ids = [one.unit.id for there in these.values() for one in there.parts]
            stop(f"`{whole}` has no part `{part}`. {nearest(part, ids)}", 2)
        for at in having:
            meant.setdefault(at, []).append(part)
    for at, parts in meant.items():
        yield found[at], [] if "" in parts else parts


def _source(content: Content, one: Translation) -> str:
    """The file of the language that a translation was made from."""
    page = one.page and content.written_kin.sisters(one.page).get(one.origin, one.page)
    return page.file if page else one.file


def _note(content: Content, one: Translation, parts: Sequence[Part]) -> None:
    fresh = [part for part in parts if part.seen != part.now]
    if not fresh or not one.file:
        return
    try:
        file, text = noting.noted(content, one, fresh)
    except ContentError as error:
        stop(str(error))
    write(content.root / file, text)
    click.echo(f"{file}: {len(fresh)} noted")
