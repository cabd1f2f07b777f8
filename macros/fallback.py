"""What readers of a language get where nothing is written in it: the language that stands in for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import babel
from pydantic import BaseModel, RootModel

from macros.fields import Text
from macros.problem import Problem, nearest
from macros.site_model import Site
from macros.source import Source

CODE = re.compile(r"(?P<language>[a-z]{2,3})(-[a-z0-9]{2,4})?")
# What people write for a language and is none, and what its code is.
COUNTRIES = {"dk": "da", "gb": "en", "us": "en"}


def problems(source: Source, site: Site, code: str) -> Iterator[Problem]:
    """Yield what is wrong with the code of one of the site's languages, and with what stands in for it."""
    found = CODE.fullmatch(code)
    if not found or found["language"] not in babel.Locale("en").languages:
        near = f"Did you mean `{COUNTRIES[code]}`?" if code in COUNTRIES else ""
        remedy = near or "Use the short code, as in `da`, `sv` or `nb`."
        yield source.problem(("languages", code), f"`{code}` is not a language code", remedy)
    other = site.languages[code].fallback
    if other == code:
        fault = f"`{code}` cannot stand in for itself"
        yield source.problem(("languages", code, "fallback"), fault, "Name another language, or take the line away.")
    elif other and other not in site.languages:
        fault = f"`{other}` is to stand in for `{code}`, but is not a language of this site"
        yield source.problem(("languages", code, "fallback"), fault, nearest(other, site.languages))


def settled(site: Site, own: Collection[str]) -> Site:
    """Let the first language stand in for the municipality's own languages that name none."""
    languages = {
        code: language.model_copy(update={"fallback": language.fallback or site.first})
        if code in own and code != site.first
        else language
        for code, language in site.languages.items()
    }
    return site.model_copy(update={"languages": languages})


def chain(site: Site, lang: str) -> tuple[str, ...]:
    """Return the languages that stand in for one, the nearest first; none for one that is to have everything."""
    found: list[str] = []
    other = site.languages[lang].fallback
    while other and other not in (lang, *found):
        found.append(other)
        other = site.languages[other].fallback
    return tuple(found)


def read(site: Site) -> tuple[str, ...]:
    """Return the languages whose pages are read: those that are built, and those that stand in for them."""
    return tuple(dict.fromkeys(code for lang in site.built for code in (lang, *chain(site, lang))))


def ordered(value: Any, codes: tuple[str, ...]) -> Any:
    """Return content in which the first wording of each text is in the first of these languages that it is written in.

    Where a text lacks a language, readers get its first wording (`Text.told`).
    """
    if isinstance(value, Text):
        codes = tuple(code for code in codes if code in value.root)
        return Text({**{code: value.root[code] for code in codes}, **value.root})
    if isinstance(value, Mapping):
        return {key: ordered(part, codes) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(ordered(part, codes) for part in value)
    if isinstance(value, BaseModel) and not isinstance(value, RootModel):
        return value.model_copy(
            update={name: ordered(getattr(value, name), codes) for name in type(value).model_fields}
        )
    return value
