"""The forges' editors: the address of a file, and of a line in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from macros.places import Place
from macros.problem import Problem
from macros.settings import LOCAL
from macros.site_model import Site
from macros.source import Source


class Forge(NamedTuple):
    """How a forge writes addresses: of the editor with a whole file, and of one line, from where one can edit."""

    whole: str
    line: str


# GitLab's editor goes to a line. GitHub's and Forgejo's don't: there the line is shown as typed, below the pencil.
FORGES: Mapping[str, Forge] = {
    "github": Forge("{base}/edit/{branch}/{file}", "{base}/blob/{branch}/{file}?plain=1#L{line}"),
    "gitlab": Forge("{base}/-/edit/{branch}/{file}", "{base}/-/edit/{branch}/{file}#L{line}"),
    "forgejo": Forge("{base}/_edit/{branch}/{file}", "{base}/src/branch/{branch}/{file}?display=source#L{line}"),
}
# What a host's name tells of the forge.
HOSTS = {"github": "github", "gitlab": "gitlab", "forgejo": "forgejo", "gitea": "forgejo", "codeberg": "forgejo"}
_quoted = cache(quote)  # nearly all links of a page name the same file


def whole(site: Site, file: str) -> str:
    """Return the address of the editor with a file."""
    return _address(site, _forge(site).whole, Place(file, 1))


def line(site: Site, place: Place) -> str:
    """Return the address of a line; of its file where that is the first."""
    return _address(site, _forge(site).line, place) if place.line > 1 else whole(site, place.file)


def hints(source: Source, site: Site) -> Iterator[Problem]:
    """Yield, as a hint, that a municipality's forge is not known by its address."""
    own = site.repository and source.place(("repository",)).file == LOCAL
    if own and not site.forge and not _known(site.repository):
        fault = "the address does not tell what forge this is, so links to edit are made as for GitHub"
        remedy = "Write `forge: gitlab`, or `forge: forgejo` for Forgejo and Gitea; for GitHub `forge: github`."
        yield source.problem(("repository",), fault, remedy, "hint")


def _forge(site: Site) -> Forge:
    return FORGES[site.forge or _known(site.repository) or "github"]


@cache
def _known(repository: str | None) -> str:
    """The forge that the repository's host is called after; empty where it is not."""
    host = urlsplit(repository or "").hostname or ""
    return next((forge for name, forge in HOSTS.items() if name in host), "")


def _address(site: Site, form: str, place: Place) -> str:
    base = (site.repository or "").rstrip("/").removesuffix(".git")
    return form.format(base=base, branch=_quoted(site.branch), file=_quoted(place.file), line=place.line)
