"""The site's own values: `site.yml`, covered key by key by `local/site.yml`."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros import accessibility, fallback, look, own_assets, wording
from macros.accessibility import Accessibility
from macros.admin import publishing
from macros.admin.publishing import Admin
from macros.covering import covered, with_local
from macros.fields import LanguageCode, Slug, Strict, Text, TimeZone, WebAddress, Words
from macros.hiding import Hidden
from macros.look import Colours, Logo
from macros.problem import ContentError, Problem, nearest, shown
from macros.shape import fit
from macros.source import Source, read

__all__ = ["LOCAL", "SHARED", "Contact", "Language", "Site", "covered", "load", "source", "with_local"]

# The site's own address has pages put behind it: a host, a port, folders, and nothing else.
HOME_ADDRESS = (
    r"^https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,4}|:[1-5][0-9]{4})?(?:/[A-Za-z0-9._~-]+)*/?$"
)
HomeAddress = Annotated[str, StringConstraints(pattern=HOME_ADDRESS)]
SHARED, LOCAL = "site.yml", "local/site.yml"


class Language(Strict):
    """What the site is called in one language, and where its tools lie."""

    name: Words = Field(description="The language's own name for itself, as in `Dansk`.")
    site_name: Words
    description: Words = Field(description="One sentence for search engines and the foot of each page.")
    sender: Words = Field(description="Who stands behind the site.")
    owner: Words | None = Field(None, description="The authority that answers for the site by law.")
    tools: Slug = Field(
        description="The folder of the tool pages below `docs/<language>/`, which is also their address."
    )
    statement: WebAddress | None = Field(
        None, description="Where the accessibility statement stands, when that is not a page of this site."
    )
    accessibility: Accessibility | None = Field(
        None, description="What the statement on the site's own page says; for Swedish municipalities."
    )
    timezone: TimeZone = Field("Europe/Copenhagen", description="For meetings in calendars, as in `Europe/Stockholm`.")
    fallback: LanguageCode | None = Field(
        None,
        description="What readers get where it has no words yet; for a municipality's own, the first language. "
        "A shared one without it is to have everything.",
    )


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
    forge: Literal["github", "gitlab", "forgejo"] | None = Field(
        None, description="What lies at `repository`, where its host does not tell; `forgejo` stands for Gitea, too."
    )
    feedback: WebAddress | None = Field(None, description="Where “report an error” leads.")
    robots: Literal["index", "noindex"] = Field("index", description="Whether search engines may list the site.")
    canonical: Literal["own", "shared"] | None = Field(
        None,
        description="Whose pages are the originals for search engines, where a page is unchanged; else `shared`.",
    )
    admin: Admin | None = Field(None, description="Publishes the form for editing at `/admin/`; off when left out.")
    logo: Logo | None = None
    colours: Colours | None = None
    languages: Mapping[str, Language] = Field(min_length=1, description="The languages that texts can be in.")
    build: tuple[str, ...] = Field(
        (), description="The languages to build, in the order shown; without it, all of them."
    )
    order: tuple[Slug, ...] = Field((), description="The phases in the order shown; others follow as they were.")
    hidden: Hidden = Field(default_factory=Hidden, description="Tools and pages that are not shown.")
    contacts: Mapping[Slug, Contact]

    @property
    def built(self) -> dict[str, Language]:
        """The languages to build, by code."""
        return {code: self.languages[code] for code in self.build or self.languages if code in self.languages}

    @property
    def whole(self) -> tuple[str, ...]:
        """The built languages that are to have everything: those that no other stands in for."""
        return tuple(code for code, language in self.built.items() if not language.fallback)

    @property
    def root(self) -> str:
        """The address with one `/` at the end."""
        return self.address.rstrip("/") + "/"

    @property
    def unlisted(self) -> bool:
        """Whether search engines are to leave the site alone."""
        return self.robots == "noindex"


def load(root: Path) -> Site:
    """Read the settings below `root`; `KIT_ADDRESS` and `KIT_LANGUAGES` in the environment cover both files.

    Raises:
        ContentError: with all problems of both files.
    """
    return _from_environment(checked(root, source(root)))


def source(root: Path) -> Source:
    """Read `site.yml`, the municipality's own laid over it.

    Raises:
        ContentError: with the problems of both files, when either cannot be read.
    """
    return with_local(root, partial(shared, root), LOCAL)


def shared(root: Path) -> Source:
    """Read `site.yml` alone."""
    return read(root / SHARED, SHARED)


def upstream(root: Path) -> str:
    """Return the shared site's address, where the municipality has one of its own; empty where it has none."""
    addresses = [one.data.get("address") for one in (shared(root), source(root)) if isinstance(one.data, dict)]
    return str(addresses[0]) if len(set(addresses)) > 1 else ""


def checked(root: Path, source: Source, incoming: Collection[str] = ()) -> Site:
    """Return the settings of a source; `incoming` are files that are about to lie in `local/assets/`.

    Raises:
        ContentError: with everything that is wrong in it.
    """
    unfit = list(wording.unfit(source, personal=False))
    try:
        site = fit(source, Site)
    except ContentError as error:
        raise ContentError([*error.problems, *unfit]) from error
    if problems := [
        *unfit,
        *_problems(source, site),
        *look.problems(source, site, {*own_assets.files(root), *incoming}),
    ]:
        raise ContentError(problems)
    own = [code for code in site.languages if source.place(("languages", code)).file == LOCAL]
    return fallback.settled(site, own)


def _problems(source: Source, site: Site) -> list[Problem]:
    wrong = list(_languages(source, site)) or list(wording.problems(source, site, site.languages, ()))
    return [*wrong, *accessibility.problems(source, site), *publishing.problems(source, site)]


def _languages(source: Source, site: Site) -> Iterator[Problem]:
    for n, code in enumerate(site.build):
        if code not in site.languages:
            fault = f"`{code}` is to be built, but is not a language of this site"
            yield source.problem(("build", n), fault, nearest(code, site.languages))
        elif code in site.build[:n]:
            yield source.problem(("build", n), f"`{code}` stands twice in `build`", "Keep one of them.")
    for code in site.languages:
        yield from fallback.problems(source, site, code)
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
