"""Check the links in a page: that what they lead to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from macros.pages import FOLDERS, Page, url_of
from macros.pieces import place
from macros.problem import Problem, nearest, shown

# `](target "title")`, over line ends too, as Python-Markdown reads it.
TARGET = re.compile(
    r"(?<!\\)\]\(\s*(?P<target><[^<>\n]*>|(?:[^()\n]|\([^()\n]*\))*?)(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]^][^\]]*)\]:[ \t]*(?P<target>\S+)", re.MULTILINE)
REFERENCE = re.compile(r"(?<![\\\]])\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")
AUTOMATIC = re.compile(r"<(?P<target>[hH][tT][tT][pP][sS]?://[^<>\s]*)>")


class Link(NamedTuple):
    """A target, and where it begins in the body."""

    target: str
    start: int


def problems(page: Page, pages: Mapping[str, Page], root: Path) -> Iterator[Problem]:
    """Yield a problem for each link of the page that leads nowhere.

    Args:
        page: the page with the links.
        pages: all pages of its language, by their path below `docs/<lang>/`.
        root: the repository, where pictures and files are looked for.
    """
    body = "\n".join(page.lines)
    for link in _links(body):
        if fault := _fault(page, link.target, pages, root):
            yield _problem(page, body, link.start, *fault)
    defined = {found["name"].casefold() for found in DEFINITION.finditer(body)}
    for found in REFERENCE.finditer(body):
        name = found["name"] or found["text"]
        if name.casefold() not in defined:
            fault = (
                f"`[{shown(name)}]` is not explained anywhere on the page",
                f"Write `[{shown(name)}]: address` on a line of its own.",
            )
            yield _problem(page, body, found.start(), *fault)


def anchors(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the sections that the page links to: the path of the page below `docs/<lang>/`, and the id."""
    for link in _links("\n".join(page.lines)):
        path, _, anchor = link.target.partition("#")
        if anchor:
            yield _src(page, unquote(path)), unquote(anchor)


def targets(page: Page) -> list[Link]:
    """Return what the page's links lead to, and where that begins in the body; code counts for nothing."""
    return list(_links("\n".join(page.lines)))


def retargeted(page: Page, ways: Sequence[Callable[[str], str]]) -> str:
    """Return the page's body, each link's target led through all these ways."""
    body = page.body
    for link in sorted(targets(page), key=lambda one: -one.start):
        at = body.index(link.target, link.start)
        body = body[:at] + reduce(lambda target, way: way(target), ways, link.target) + body[at + len(link.target) :]
    return body


def _problem(page: Page, body: str, start: int, fault: str, remedy: str) -> Problem:
    line, column = place(body, start)
    return Problem(page.file, page.first_line + line, column + 1, fault, remedy)


def _links(body: str) -> Iterator[Link]:
    for found in TARGET.finditer(body):
        if is_opened(body, found.start()):
            yield Link(found["target"].strip("<>").strip(), found.start("target"))
    for found in [*DEFINITION.finditer(body), *AUTOMATIC.finditer(body)]:
        yield Link(found["target"].strip("<>"), found.start("target"))


def is_opened(body: str, end: int) -> bool:
    """Whether the bracket that closes at `end` is opened in the same paragraph."""
    depth = 0
    for at in range(end, max(body.rfind("\n\n", 0, end), 0) - 1, -1):
        escaped = body[at - 1 : at] == "\\"
        depth += {"]": 1, "[": -1}.get(body[at], 0) if not escaped else 0
        if depth == 0 and not escaped:
            return True
    return False


def _fault(page: Page, target: str, pages: Mapping[str, Page], root: Path) -> tuple[str, str] | None:
    words = shown(target)
    if not target:
        return "the link leads nowhere", "Write an address between the parentheses."
    if re.match(r"(?i)mailto:|tel:", target):
        return f"`{words}` is somebody's address", 'Write `{{ contact("…") }}` with a role instead.'
    if re.match(r"(?i)http://", target):
        return f"`{words}` is not a safe address", "Begin it with `https://`."
    if re.match(r"(?i)https://", target):
        return _outer(target)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.\s-]*:", target):
        return f"`{words}` is not an address that pages can have", "Use `https://` or the name of a page's file."
    if target.startswith("/"):
        return f"`{words}` begins at the top of the host", "Begin at this page's folder, as in `styregruppe.md`."
    if target.lower().startswith("www."):
        return f"`{words}` is not a whole address", "Begin it with `https://`."
    path, _, anchor = target.partition("#")
    return _inner(page, unquote(path), unquote(anchor), pages, root)


def _outer(target: str) -> tuple[str, str] | None:
    try:
        host = urlsplit(target).hostname
    except ValueError:
        host = None
    if not host or re.search(r"\s", target):
        return f"`{shown(target)}` is not a web address", "Copy it whole from the browser's address line."
    return None


def _inner(page: Page, path: str, anchor: str, pages: Mapping[str, Page], root: Path) -> tuple[str, str] | None:
    folder, src = posixpath.dirname(page.src), _src(page, path)
    if src not in pages:
        if not src.startswith("..") and any(_is_file(root / base / page.lang / src) for base in FOLDERS):
            return None
        fault = f"there is no page or file `{shown(path)}`"
        if now := _redirected(src, pages):
            to = posixpath.relpath(now.src, folder or ".")
            return (
                f"{fault} any more",
                f"It was moved or retired: link to `{to}`, where its address leads, or take it away.",
            )
        near = nearest(path, [posixpath.relpath(name, folder or ".") for name in pages])
        return fault, near if near.startswith("Did") else "Name the file from this page's folder."
    if anchor and anchor not in pages[src].anchors():
        known = [f"#{id}" for id in sorted(pages[src].anchors())]
        return f"`{pages[src].file}` has no section `#{shown(anchor)}`", nearest(f"#{anchor}", known)
    return None


def _redirected(src: str, pages: Mapping[str, Page]) -> Page | None:
    """The page that the address of one that is gone leads to."""
    url = url_of(src)
    return next(
        (one for one in pages.values() if url in {f"{old.rstrip('/')}/" for old in one.front.redirect_from}), None
    )


def _src(page: Page, path: str) -> str:
    """The path below `docs/<lang>/` of what a page links to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.src), path)) if path else page.src


def _is_file(path: Path) -> bool:
    """Whether the file is there under just this name: some disks take `A.md` for `a.md`, and no web server does."""
    try:
        return path.is_file() and path.name in {other.name for other in path.parent.iterdir()}
    except (OSError, ValueError):
        return False
