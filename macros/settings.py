"""The site's own values: `site.yml`, covered key by key by `local/site.yml`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from macros.model import Slug, Strict, Text, Words
from macros.problem import ContentError, Problem, nearest
from macros.shape import fit
from macros.source import Loc, Mark, Source, read

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+(/[^\s]*)?$")]
SHARED, LOCAL = "site.yml", "local/site.yml"


class Language(Strict):
    """What the site is called in one language, and where its tools lie."""

    name: Words = Field(description="The language's own name for itself, as in `Dansk`.")
    site_name: Words
    description: Words = Field(description="One sentence for search engines and the foot of each page.")
    sender: Words = Field(description="Who stands behind the site.")
    tools: Slug = Field(description="The folder of the tool pages below `docs/<language>/`, which is also their address.")


class Contact(Strict):
    """A role that readers can turn to. The only place for an address is here."""

    title: Text
    email: Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")] | None = None
    phone: Words | None = None
    url: WebAddress | None = None


class Site(Strict):
    """What a site owner may want to change."""

    address: WebAddress = Field(description="Where the site will stand, with `/` at the end.")
    repository: WebAddress | None = Field(None, description="The project's page at the forge, for “edit this page”.")
    branch: Words = "main"
    feedback: WebAddress | None = Field(None, description="Where “report an error” leads.")
    languages: Mapping[str, Language] = Field(min_length=1, description="The languages that texts can be in.")
    build: tuple[str, ...] = Field((), description="The languages to build, in the order shown; without it, all of them.")
    contacts: Mapping[Slug, Contact]

    @property
    def built(self) -> dict[str, Language]:
        """The languages to build, by code."""
        return {code: self.languages[code] for code in self.build or self.languages if code in self.languages}

    @property
    def root(self) -> str:
        """The address with one `/` at the end."""
        return self.address.rstrip("/") + "/"


def load(root: Path) -> Site:
    """Read the settings below `root`; `KIT_ADDRESS` and `KIT_LANGUAGES` in the environment cover both files.

    Raises:
        ContentError: with all problems of both files.
    """
    shared = read(root / SHARED, SHARED)
    source = covered(shared, read(root / LOCAL, LOCAL)) if (root / LOCAL).is_file() else shared
    site = fit(source, Site)
    if address := os.environ.get("KIT_ADDRESS"):
        site = site.model_copy(update={"address": address})
    if wanted := os.environ.get("KIT_LANGUAGES"):
        site = site.model_copy(update={"build": tuple(code.strip() for code in wanted.split(","))})
    if problems := list(_problems(source, site)):
        raise ContentError(problems)
    return site


def covered(under: Source, over: Source) -> Source:
    """Lay one source over another, key by key; a key that is written empty takes the one below away."""
    marks: dict[Loc, Mark] = dict(under.marks)
    data = _merge(under.data, over.data, (), over, marks)
    return Source(under.file, data, marks)


def _merge(under: Any, over: Any, loc: Loc, source: Source, marks: dict[Loc, Mark]) -> Any:
    if not (isinstance(under, dict) and isinstance(over, dict)):
        marks.update({place: mark for place, mark in source.marks.items() if place[: len(loc)] == loc})
        return over
    result = dict(under)
    for key, value in over.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = _merge(under.get(key), value, (*loc, key), source, marks)
    return result


def _problems(source: Source, site: Site) -> list[Problem]:
    problems = []
    for n, code in enumerate(site.build):
        if code not in site.languages:
            fault = f"`{code}` is to be built, but is not a language of this site"
            problems.append(source.problem(("build", n), fault, nearest(code, site.languages)))
    for code in site.languages:
        if not (2 <= len(code) <= 8 and code.replace("-", "").isalnum() and code == code.lower()):
            fault = f"`{code}` is not a language code"
            problems.append(source.problem(("languages", code), fault, "Use the short code, as in `da`, `sv` or `nb`."))
    return problems
