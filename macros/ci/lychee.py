"""The links and anchors of the built site, looked up by lychee without a network."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from macros import programs
from macros.content import Content
from macros.forges import Refused
from macros.problem import Problem

OPTIONS = ("--offline", "--include-fragments", "--index-files=index.html", "--no-ignore", "--no-progress")


def problems(content: Content, site: Path) -> list[Problem]:
    """Return the links that lead nowhere, at the files that the pages are made from.

    Raises:
        Refused: there is no lychee, no site, or no page in it.
    """
    if not any(site.rglob("*.html")):
        raise Refused(f"There is no site in `{site.name}/`. Run `make build ARGS=--folder` first.")
    sources = _sources(content)
    with tempfile.TemporaryDirectory() as folder:
        # “Not found” pages lead to addresses below the site's own, so the site is shown to lychee in its place.
        top = Path(folder).resolve() / "top"
        place = top / urlsplit(content.site.address).path.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(site.resolve())
        found = list(_asked(site.resolve(), top))
    # The first that an address begins with is cut off; the top lies above the place.
    places = [folder.as_uri() for folder in (place, top, site.resolve())]
    return sorted({_told(page, link, sources, site, places) for page, link in found})


def _sources(content: Content) -> Mapping[str, str]:
    """The files of pages, by those in the site, whether that is built for a folder or for a server."""
    return {
        f"{lang}/{address}": page.file
        for lang, pages in content.pages.items()
        for page in pages
        for address in (page.url(False), f"{page.url()}index.html")
    }


def _asked(site: Path, top: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each link that leads nowhere, with the page that it stands on."""
    program = programs.find("lychee")
    if not program:
        raise Refused("`lychee` is not on this machine. Run `make setup`, which puts it into `.venv`.")
    command = [program, *OPTIONS, f"--root-dir={top}", "--format=json", str(site)]
    # Elsewhere, so that no settings of lychee's that lie about are read.
    done = subprocess.run(command, cwd=top.parent, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        failed = json.loads(done.stdout)["error_map"]
    except (ValueError, KeyError, TypeError):
        said = " ".join(done.stderr.split("\n\n")[0].split()) or "it said nothing"
        raise Refused(f"`lychee` cannot look at the links: {said}. Run `make setup` for the version we use.") from None
    for page, links in failed.items():
        yield from ((Path(page).resolve().relative_to(site).as_posix(), link) for link in links)


def _told(page: str, link: Mapping[str, Any], sources: Mapping[str, str], site: Path, places: Sequence[str]) -> Problem:
    span, status = link.get("span") or {}, link.get("status") or {}
    line, column = span.get("line", 1), span.get("column", 1)
    target, fragment = _target(link["url"], places)
    fault = f"the built page leads to `{target}`, which is not there"
    if not target:
        fault = f"the built page has a link that cannot be read: {status.get('details', status.get('text', ''))}"
    elif fragment and "fragment" in status.get("text", ""):
        fault = f"the built page leads to `{target}#{fragment}`, and nothing there has that id"
    where = f"{site.name}/{page}"
    if page in sources:
        return Problem(sources[page], 1, 1, fault, f"Mend the link; it is in line {line} of `{where}`.")
    return Problem(where, line, column, fault, "Mend what the page is made from.")


def _target(url: str, places: Sequence[str]) -> tuple[str, str]:
    """A link's file below the site, and the id there; nothing for what is no address."""
    if not url.startswith("file:"):
        return "", ""
    address, _, fragment = url.partition("#")
    for place in places:
        if address.startswith(f"{place}/"):
            return unquote(address.removeprefix(f"{place}/")) or "/", unquote(fragment)
    return unquote(address.removeprefix("file://")), unquote(fragment)
