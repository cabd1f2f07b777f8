"""The form at `/admin/`: which forge it writes to, and what that takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from macros.problem import Problem
from macros.site_model import Site
from macros.source import Source

FOLDER = "admin"
GITHUB = "https://github.com"
EXAMPLES = {"app": "app: 3f2a91c07b", "login": "login: https://login.kommune.example"}


def problems(source: Source, site: Site) -> Iterator[Problem]:
    """Yield what the form lacks to reach its forge."""
    if site.admin is None:
        return
    needed, other = ("login", "app") if site.admin.forge == "github" else ("app", "login")
    if not getattr(site.admin, needed):
        fault = f"`{needed}` is missing: the form logs in at `{site.admin.forge}` by it"
        remedy = f"Write it as in `{EXAMPLES[needed]}`; HOSTING.md says how to get it."
        yield source.problem(("admin", needed), fault, remedy)
    if getattr(site.admin, other):
        fault = f"`{other}` says nothing to `{site.admin.forge}`"
        yield source.problem(("admin", other), fault, "Take it away.")
    parts = urlsplit(site.repository or "")
    if parts.scheme != "https" or len(_path(site)) < 2 or parts.query or parts.fragment or "'" in parts.netloc:
        fault = "the form does not know which project it writes to"
        remedy = "Write `repository` whole, as in `https://gitlab.com/kommune/vaerktoejer`."
        yield source.problem(("repository",) if site.repository else ("admin",), fault, remedy)


def hosts(site: Site) -> list[str]:
    """Return the origins that the published form talks to: the forge's, and no other."""
    if site.admin is None:
        return []
    return ["https://api.github.com"] if _origin(site) == GITHUB else [_origin(site)]


def backend(site: Site) -> dict[str, Any]:
    """Return what Decap is told of the forge."""
    if site.admin is None:
        return {"name": "test-repo"}
    path, origin = _path(site), _origin(site)
    made = {"name": site.admin.forge, "repo": "/".join(path), "branch": site.branch, "app_id": site.admin.app}
    match site.admin.forge:
        case "github":
            login = urlsplit(site.admin.login or "")
            del made["app_id"]
            made |= {"base_url": f"{login.scheme}://{login.netloc}", "auth_endpoint": login.path.strip("/") or "auth"}
            return made | ({} if origin == GITHUB else {"api_root": f"{origin}/api/v3"})
        case "gitlab":
            roots = {"api_root": f"{origin}/api/v4", "graphql_api_root": f"{origin}/api/graphql"}
            return made | {"auth_type": "pkce", "base_url": origin, **roots}
        case _:
            base = "/".join([origin, *path[:-2]])
            return made | {"repo": "/".join(path[-2:]), "base_url": base, "api_root": f"{base}/api/v1"}


def mode(site: Site) -> str:
    """Return how a change is saved: as a pull request that is checked first, where Decap can; else as a commit."""
    return "editorial_workflow" if site.admin and site.admin.forge != "gitea" else "simple"


def _origin(site: Site) -> str:
    parts = urlsplit(site.repository or "")
    return f"{parts.scheme}://{parts.netloc}"


def _path(site: Site) -> list[str]:
    return [part for part in urlsplit(site.repository or "").path.removesuffix(".git").split("/") if part]
