"""`kit new`: begin a tool, a page, an event, a theme day, notes, a report or a theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from macros.answers import WrongAnswer
from macros.commands.new_asks import QUESTIONS, Asked
from macros.commands.terminal import content_of, stop, today
from macros.own import FOLDER
from macros.starter import headings, page, tool
from macros.starter.kinds import ALL, KINDS, TOOL
from macros.starter.page import Said, Value
from macros.writing import put_all

BY_LANGUAGE = "LANG=TEXT"


@click.command(epilog=f"KIND is one of {', '.join(ALL)}. Without it, a tool is begun.")
@click.argument("what", metavar="[KIND] ID", nargs=-1)
@click.option("--title", multiple=True, metavar="LANG=TITLE", help="As in da=Risikokort; once for each language.")
@click.option("--phase", help="The id of a tool's phase.")
@click.option("--held", multiple=True, metavar="DATE|LANG=TEXT", help="When it took place: 2026-10-30, or in words.")
@click.option("--organiser", multiple=True, metavar=BY_LANGUAGE, help="Who held it.")
@click.option("--audience", multiple=True, metavar=BY_LANGUAGE, help="For whom it was: roles, no names of persons.")
@click.option("--theme", "themes", multiple=True, metavar=BY_LANGUAGE, help="What it was about; once for each theme.")
@click.option("--related", multiple=True, metavar="TOOL", help="A tool that takes it up; once for each.")
@click.option("--contact", help="A role among the contacts in site.yml.")
@click.option("--foot", is_flag=True, help="List the page at the foot of the site.")
@click.pass_obj
def new(root: Path, /, what: tuple[str, ...], **options: tuple[str, ...] | str | bool | None) -> None:
    """Begin a tool, or a page of another kind: a file for each language, in which the text is still to be written.

    What is not given is asked for. In a municipality's own project all of it is written below local/.
    """
    asked = Asked(content_of(root), {name: value for name, value in options.items() if value}, today())
    try:
        kind, id = asked.named(what)
        made = _tool(asked, id) if kind == TOOL else _page(asked, kind, id)
    except WrongAnswer as error:
        stop(str(error), 2)
    _write(root, made)
    for file in made:
        folder, _, below = file.removeprefix(FOLDER).partition("/")
        lang = below.partition("/")[0]
        if folder == "docs" and headings.is_foreign(asked.content, kind, lang):
            click.echo(f"The headings in `{file}` are in another language: write them in `{lang}`.", err=True)
    if kind not in (TOOL, "theme") and not asked.options.get("foot"):
        click.echo("No page leads there yet: link to it, or write `foot: true` at its top.", err=True)


def _tool(asked: Asked, id: str) -> dict[str, str]:
    titles = asked.titles()
    return tool.files(asked.content, id, titles, asked.phase(), asked.contact_of_tool(), asked.today)


def _page(asked: Asked, kind: str, id: str) -> dict[str, str]:
    titles, wanted = asked.titles(), KINDS[kind].asks
    fields: dict[str, Mapping[str, Value]] = {
        name: asked.themes(titles) if name == "themes" else asked.texts(name, titles)
        for name in wanted
        if name in QUESTIONS
    }
    said = Said(
        kind,
        id,
        titles,
        fields,
        related=asked.related() if "related" in wanted else (),
        contact=asked.contact() if "contact" in wanted else "",
        foot=bool(asked.options.get("foot")),
    )
    return page.files(asked.content, said, asked.today)


def _write(root: Path, made: Mapping[str, str]) -> None:
    put_all({root / name: text for name, text in made.items()})
    for name in made:
        click.echo(name)
