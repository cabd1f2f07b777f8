"""`kit local init`: a municipality's first file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import click

from macros import answers, founding, settings
from macros.answers import Answers, WrongAnswer
from macros.commands.prompts import LEAVE, answered, or_none
from macros.commands.terminal import stop
from macros.problem import ContentError
from macros.writing import put_all


@click.command()
@click.option("--country", help="Where you are: dk or se. The file's comments are in that language.")
@click.option("--name", help="The municipality's name, as in 'Solby Kommune'.")
@click.option("--address", help="Where the site will stand, as in https://vaerktoejer.solby.example/.")
@click.option("--languages", help="The languages to build, as in da or da,sv.")
@click.option("--colour", help="The colour of the thread, as in '#005f73'.")
@click.option("--logo", help="A file: svg, png or webp; it is copied to local/assets/.")
@click.option("--contact", "contacts", multiple=True, metavar="ROLE=TITLE", help="Once for each role.")
@click.option("--replace", is_flag=True, help="Write local/site.yml anew where it is there already.")
@click.pass_obj
def init(
    root: Path,
    country: str | None,
    name: str | None,
    address: str | None,
    languages: str | None,
    colour: str | None,
    logo: str | None,
    contacts: tuple[str, ...],
    replace: bool,
) -> None:
    """Begin local/site.yml: answer the questions, or give the answers as options."""
    asks = name is None
    try:
        site = settings.checked(root, settings.shared(root))
        _refuse(root, [settings.LOCAL], replace)
        place = answered(country, asks, "Country (dk or se)", answers.country, "dk")
        given = Answers(
            place,
            answered(name, asks, "Name of the municipality", answers.name),
            answered(address, asks or address is None, "Address of the site", answers.address),
            answered(
                languages,
                asks,
                "Languages to build",
                lambda one: answers.languages(one, site.languages),
                founding.LANGUAGES[place],
            ),
            answered(colour, asks, f"Colour of the thread, as in #005f73 {LEAVE}", or_none(answers.colour, ""), ""),
            answered(logo, asks, f"File of the logo {LEAVE}", or_none(answers.logo, None), ""),
            _contacts(contacts, asks, site.contacts),
        )
        made = founding.files(root, given, site)
        _refuse(root, [file for file, content in made.items() if _differs(root / file, content)], replace)
    except WrongAnswer as error:
        stop(str(error), 2)
    except ContentError as error:
        stop(f"{error}\nPut this right first.")
    _write(root, made)


def _contacts(given: tuple[str, ...], asks: bool, roles: Collection[str]) -> dict[str, str]:
    if asks and not given:
        asked = {
            role: answered(None, True, f"Title of the contact `{role}` {LEAVE}", _title(role), "") for role in roles
        }
        return {role: title for role, title in asked.items() if title}
    return dict(answers.contact(one, roles) for one in given)


def _title(role: str) -> Callable[[str], str]:
    return or_none(lambda title: answers.contact(f"{role}={title}", [role])[1], "")


def _refuse(root: Path, files: Collection[str], replace: bool) -> None:
    """Never write over what is there without saying so."""
    for file in files:
        if (root / file).exists() and not replace:
            raise WrongAnswer(f"`{file}` is there already. Change it by hand, or add `--replace` to write it anew.")


def _differs(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() != content


def _write(root: Path, made: dict[str, bytes]) -> None:
    anew = [file for file, content in made.items() if _differs(root / file, content)]
    put_all({root / file: content for file, content in made.items()})
    for file in made:
        click.echo(f"{file} (written anew)" if file in anew else file)
