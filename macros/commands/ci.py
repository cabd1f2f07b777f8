"""`kit ci`: what a forge's workflows do, so that each of them is a few lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from macros import report
from macros import upstream as news_from
from macros.ci import audit as packages
from macros.ci import checked, due, lychee, publishing, summary
from macros.commands.terminal import content_of, stop, today
from macros.forges import FORGES, Refused
from macros.problem import ContentError, Problem
from macros.writing import put

# What is kept of a run, for forges that show no summary of it.
KEPT = ".cache/ci"
# Only GitHub shows problems at their lines by what a step prints.
PRINTED = {"github": "github", "gitlab": "text", "forgejo": "text"}
forge_option = click.option(
    "--forge", "name", type=click.Choice(list(FORGES)), default="github", show_default=True, help="Whose runner it is."
)


@contextmanager
def _in_a_sentence() -> Iterator[None]:
    """End with what somebody refuses, or what is wrong."""
    try:
        yield
    except (Refused, ContentError) as error:
        stop(str(error))


@click.group("ci")
def group() -> None:
    """The steps of the forge's workflows."""


@group.command()
@forge_option
@click.pass_obj
def check(root: Path, name: str) -> None:
    """Show everything that is wrong with the content and its language, and sum up how a change leaves it."""
    found, problems = checked.everything(root, today())
    if found:
        problems = sorted({*problems, *checked.language(root)})
    if name == "gitlab":
        put(root / KEPT / "code-quality.json", report.gitlab(problems))
    _tell(root, "check", name, problems, summary.of_content(root, found, problems, name))


@group.command()
@forge_option
@click.pass_obj
def links(root: Path, name: str) -> None:
    """Follow the links and anchors of the site in `site/`, without a network."""
    content = content_of(root)
    with _in_a_sentence():
        problems = lychee.problems(content, root / "site")
    _tell(root, "links", name, problems, summary.of_problems("Links", problems))


@group.command()
@forge_option
@click.pass_obj
def review(root: Path, name: str) -> None:
    """Tell in one issue what is to be read through again within a month; close it when nothing is."""
    content = content_of(root)
    with _in_a_sentence():
        forge = FORGES[name]()
        text = due.told(content, forge, today(), own_only=news_from.address(root, forge) is not None)
        done = forge.tell(due.TITLE, text) if text else forge.close(due.TITLE)
        click.echo(f"{text}\n\n{done}" if text else f"Nothing is due for review. {done}".strip())


@group.command()
@forge_option
@click.pass_obj
def audit(root: Path, name: str) -> None:
    """Ask whether the packages in the lock files have known holes."""
    with _in_a_sentence():
        problems, silence = packages.problems(root)
    text = summary.of_problems("Packages", problems)
    if silence and not problems:
        stop(silence)
    if silence:
        click.echo(silence, err=True)
    _tell(root, "audit", name, problems, "\n\n".join(filter(None, [text, silence])))


@group.command()
@click.pass_obj
def publish(root: Path) -> None:
    """Put the site in `site/` into the branch `pages`, for Forgejo and Codeberg."""
    with _in_a_sentence():
        click.echo(publishing.publish(root))


@group.command()
@forge_option
@click.pass_obj
def upstream(root: Path, name: str) -> None:
    """Tell a fork in one issue what is new upstream, and how its own changes stand towards that."""
    with _in_a_sentence():
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


def _tell(root: Path, step: str, name: str, problems: Sequence[Problem], text: str) -> None:
    """Print problems as the forge wants them, put the summary where it looks for it, and end with 1 at an error."""
    click.echo(report.FORMATS[PRINTED[name]](problems))
    put(root / KEPT / f"{step}.md", f"{text}\n")
    if shown := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(shown).open("a", encoding="utf-8") as file:
            file.write(f"{text}\n\n")
    if any(problem.level == "error" for problem in problems):
        sys.exit(1)
