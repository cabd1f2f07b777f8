"""`kit ci`: what a forge's workflows do, so that each of them is a few lines."""

from __future__ import annotations

from pathlib import Path

import click

from macros import upstream as news_from
from macros.commands.terminal import stop
from macros.forges import FORGES, Refused
from macros.problem import ContentError


@click.group("ci")
def group() -> None:
    """The steps of the forge's workflows."""


@group.command()
@click.option("--forge", "name", type=click.Choice(list(FORGES)), default="github", show_default=True)
@click.pass_obj
def upstream(root: Path, name: str) -> None:
    """Tell a fork in one issue what is new upstream, and how its own changes stand towards that."""
    try:
        forge = FORGES[name]()
        address = news_from.address(root, forge)
        if address is None:
            click.echo("This is no fork: there is nothing upstream of it.")
            return
        news = news_from.fetched(root, address)
        if not news.is_any:
            click.echo("Nothing is new upstream, and all your changes are current.")
            return
        text = news_from.told(root, news, forge, address)
        click.echo(f"{text}\n")
        click.echo(forge.tell(news_from.TITLE, text))
    except (Refused, ContentError) as error:
        stop(str(error))
