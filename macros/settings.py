"""The site's own values: `site.yml`, covered key by key by `local/site.yml`."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from macros import accessibility, fallback, look, own_assets, wording
from macros.admin import publishing
from macros.covering import with_local
from macros.patterns import HOME_ADDRESS
from macros.problem import ContentError, Problem, nearest, shown
from macros.shape import fit
from macros.site_model import Site
from macros.source import Source
from macros.yaml_reader import read

SHARED, LOCAL = "site.yml", "local/site.yml"


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
            remedy = f"Leave it, and list the languages to build, as in `build: [{site.first}]`."
            yield source.problem(place, fault, remedy)


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
