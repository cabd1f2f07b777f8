"""What a municipality answers when it begins: each answer is right by itself, or refused with what can be."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from macros import look, palette, plain
from macros.colour import rgb, written
from macros.files import runs
from macros.patterns import HOME_ADDRESS
from macros.problem import nearest, shown
from macros.slug import slug

Country = Literal["dk", "se"]
LONGEST = 120
ADDRESS = re.compile(HOME_ADDRESS)


class WrongAnswer(Exception):
    """An answer that cannot be; the message says why, and what can. `offer` is one that can, where there is one."""

    def __init__(self, sentence: str, offer: str = "") -> None:
        super().__init__(sentence)
        self.offer = offer


@dataclass(frozen=True)
class Answers:
    """What a municipality says of itself; `contacts` are titles by role."""

    country: Country
    name: str
    address: str
    languages: tuple[str, ...]
    colour: str = ""
    logo: Path | None = None
    contacts: Mapping[str, str] = field(default_factory=dict)

    @property
    def logo_name(self) -> str:
        """What the logo is called below `local/assets/`."""
        return f"{slug(self.logo.stem, 'logo')}{self.logo.suffix.lower()}" if self.logo else ""


def country(answer: str) -> Country:
    """Return the country's code."""
    for known in get_args(Country):
        if answer.strip().lower() == known:
            return known  # type: ignore[no-any-return]
    raise WrongAnswer(f"`{shown(answer)}` is not a country here. Write `dk` or `se`.")


def name(answer: str) -> str:
    """Return the municipality's name."""
    words = answer.strip()
    if not words or not words.isprintable() or len(words) > LONGEST:
        raise WrongAnswer(f"The name must be one line of at most {LONGEST} letters, as in `Solby Kommune`.")
    return _clean(words, "name")


def address(answer: str) -> str:
    """Return the site's address."""
    if not ADDRESS.fullmatch(answer.strip()):
        raise WrongAnswer(
            f"`{shown(answer)}` is not a web address. Write it as in `https://vaerktoejer.solby.example/`."
        )
    return answer.strip()


def languages(answer: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the languages to build, each once."""
    codes = [code for code in re.split(r"[,\s]+", answer.strip()) if code]
    for code in codes:
        if code not in known:
            raise WrongAnswer(f"`{shown(code)}` is not a language of this site. {nearest(code, known)}")
    if not codes:
        raise WrongAnswer("At least one language must be built, as in `da`.")
    return tuple(dict.fromkeys(codes))


def colour(answer: str) -> str:
    """Return the colour of the thread on light paper; one that does not stand out there is refused with the nearest."""
    try:
        given = rgb(answer.strip())
    except ValueError:
        raise WrongAnswer(f"`{shown(answer)}` is not a colour. Write it as in `#9c1646`.") from None
    if fault := look.sentence("light", "thread", given):
        near = written(palette.nearest("light", {"thread": given}, "thread"))
        raise WrongAnswer(f"{fault[0].upper()}{fault[1:]}. The nearest of its hue that does is `{near}`.", near)
    return written(given)


def logo(answer: str) -> Path:
    """Return the logo's file."""
    try:
        path = Path(answer.strip()).expanduser()
    except RuntimeError:  # nobody is called so
        path = Path(answer.strip())
    if not path.is_file():
        raise WrongAnswer(f"There is no file `{shown(answer)}`. Write its path from here.")
    if path.suffix.lower() not in look.LOGOS:
        raise WrongAnswer(f"`{path.name}` is not a logo. Save it as svg, png or webp.")
    if path.suffix.lower() == ".svg" and (found := runs(path)):
        raise WrongAnswer(f"`{found.words}` in `{path.name}` could be run. Save the drawing without it, or as png.")
    return path


def contact(answer: str, known: Collection[str]) -> tuple[str, str]:
    """Return a role and its title, as they are written: `prevention=Sundhedskoordinator`."""
    role, sign, title = (part.strip() for part in answer.partition("="))
    if not sign or not title:
        example = next(iter(known), "prevention")
        raise WrongAnswer(
            f"`{shown(answer)}` is not a role with its title. Write it as in `{example}=Sundhedskonsulent`."
        )
    if role not in known:
        raise WrongAnswer(f"No contact is called `{shown(role)}`. {nearest(role, known)}")
    return role, _clean(title, "title")


def _clean(words: str, noun: str) -> str:
    if found := next(iter([*plain.markup(words), *plain.personal(words)]), None):
        raise WrongAnswer(f"The {noun} cannot stand as it is: {found.fault}. {found.remedy}")
    return words
