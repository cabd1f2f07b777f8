"""The site's own values: `site.yml`, covered key by key by `local/site.yml`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from macros import wording
from macros.fields import Slug, Strict, Text, TimeZone, Words
from macros.problem import ContentError, Problem, nearest, shown
from macros.shape import fit
from macros.source import Loc, Mark, Source, read

WEB_ADDRESS = r"^https?://[^\s/@]+(/[^\s]*)?$"
# The site's own address has pages put behind it: a host, a port, folders, and nothing else.
HOME_ADDRESS = (
    r"^https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,4}|:[1-5][0-9]{4})?(?:/[A-Za-z0-9._~-]+)*/?$"
)
WebAddress = Annotated[str, StringConstraints(pattern=WEB_ADDRESS)]
HomeAddress = Annotated[str, StringConstraints(pattern=HOME_ADDRESS)]
CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,4})?")
SHARED, LOCAL = "site.yml", "local/site.yml"


class Language(Strict):
    """What the site is called in one language, and where its tools lie."""

    name: Words = Field(description="The language's own name for itself, as in `Dansk`.")
    site_name: Words
    description: Words = Field(description="One sentence for search engines and the foot of each page.")
    sender: Words = Field(description="Who stands behind the site.")
    tools: Slug = Field(
        description="The folder of the tool pages below `docs/<language>/`, which is also their address."
    )
    statement: WebAddress | None = Field(
        None, description="Where the accessibility statement stands, when that is not a page of this site."
    )
    timezone: TimeZone = Field("Europe/Copenhagen", description="For meetings in calendars, as in `Europe/Stockholm`.")


class Contact(Strict):
    """A role that readers can turn to. The only place for an address is here."""

    title: Text
    email: Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+\.[^\s@]+$")] | None = None
    phone: Words | None = None
    url: WebAddress | None = None


class Site(Strict):
    """What a site owner may want to change."""

    address: HomeAddress = Field(description="Where the site will stand, with `/` at the end.")
    repository: WebAddress | None = Field(None, description="The project's page at the forge, for “edit this page”.")
    branch: Words = "main"
    feedback: WebAddress | None = Field(None, description="Where “report an error” leads.")
    languages: Mapping[str, Language] = Field(min_length=1, description="The languages that texts can be in.")
    build: tuple[str, ...] = Field(
        (), description="The languages to build, in the order shown; without it, all of them."
    )
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
    source = with_local(root, partial(read, root / SHARED, SHARED), LOCAL)
    unfit = list(wording.unfit(source, personal=False))
    try:
        site = fit(source, Site)
    except ContentError as error:
        raise ContentError([*error.problems, *unfit]) from error
    if problems := [*unfit, *_problems(source, site)]:
        raise ContentError(problems)
    return _from_environment(site)


def with_local(root: Path, shared: Callable[[], Source], local: str) -> Source:
    """Read a shared file, and the municipality's own laid over it, where there is one.

    Raises:
        ContentError: with the problems of both files, when either cannot be read.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    own = [partial(read, root / local, local)] if (root / local).exists() else []
    readers: list[Callable[[], Source]] = [shared, *own]
    for reader in readers:
        try:
            sources.append(reader())
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    under, *over = sources
    return covered(under, over[0]) if over else under


def covered(under: Source, over: Source) -> Source:
    """Lay one source over another, key by key; a key that is written empty takes the one below away.

    A file in which nothing is written yet covers nothing.
    """
    marks: dict[Loc, Mark] = dict(under.marks)
    problems = (*under.problems, *over.problems)
    if over.data is None:
        return Source(under.file, under.data, marks, problems)
    return Source(under.file, _merge(under.data, over.data, (), over, marks), marks, problems)


def _merge(under: Any, over: Any, loc: Loc, source: Source, marks: dict[Loc, Mark]) -> Any:
    if not (isinstance(under, dict) and isinstance(over, dict)):
        marks.update({place: mark for place, mark in source.marks.items() if place[: len(loc)] == loc})
        return over
    result = dict(under)
    for key, value in over.items():
        if value is None:
            result.pop(key, None)
            marks[(*loc, key)] = source.marks[(*loc, key)]
        else:
            result[key] = _merge(under.get(key), value, (*loc, key), source, marks)
    return result


def _problems(source: Source, site: Site) -> list[Problem]:
    return list(_languages(source, site)) or list(wording.problems(source, site, site.languages, ()))


def _languages(source: Source, site: Site) -> Iterator[Problem]:
    for n, code in enumerate(site.build):
        if code not in site.languages:
            fault = f"`{code}` is to be built, but is not a language of this site"
            yield source.problem(("build", n), fault, nearest(code, site.languages))
        elif code in site.build[:n]:
            yield source.problem(("build", n), f"`{code}` stands twice in `build`", "Keep one of them.")
    for code in site.languages:
        if not CODE.fullmatch(code):
            fault = f"`{code}` is not a language code"
            yield source.problem(("languages", code), fault, "Use the short code, as in `da`, `sv` or `nb`.")
    for place in source.marks:
        if len(place) == 2 and place[0] == "languages" and place[1] not in site.languages:
            fault = f"`{place[1]}` is taken away, but texts are written in it"
            remedy = f"Leave it, and list the languages to build, as in `build: [{_first(site)}]`."
            yield source.problem(place, fault, remedy)


def _first(site: Site) -> str:
    return next(iter(site.languages))


def _from_environment(site: Site) -> Site:
    """Cover the settings by those of the command line."""
    problems: list[Problem] = []
    if address := os.environ.get("KIT_ADDRESS", ""):
        if not re.fullmatch(HOME_ADDRESS, address):
            fault = f"`{shown(address)}` is not a web address"
            problems.append(Problem("KIT_ADDRESS", 1, 1, fault, "Write it whole, beginning with `https://`."))
        site = site.model_copy(update={"address": address})
    codes = [code.strip() for code in os.environ.get("KIT_LANGUAGES", "").split(",") if code.strip()]
    for code in codes:
        if code not in site.languages:
            fault = f"`{shown(code)}` is not a language of this site"
            problems.append(Problem("KIT_LANGUAGES", 1, 1, fault, nearest(code, site.languages)))
    if problems:
        raise ContentError(problems)
    return site.model_copy(update={"build": tuple(codes)}) if codes else site
