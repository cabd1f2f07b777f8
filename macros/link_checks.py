"""Check the links in a page: that what they lead to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.links import definitions, links, src_of
from macros.pages import FOLDERS, Page, url_of
from macros.pieces import place
from macros.problem import Problem, nearest, shown

REFERENCE = re.compile(r"\[(?<!\\\[)(?<!\]\[)(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")


def problems(page: Page, pages: Mapping[str, Page], root: Path) -> Iterator[Problem]:
    """Yield a problem for each link of the page that leads nowhere.

    Args:
        page: the page with the links.
        pages: all pages of its language, by their path below `docs/<lang>/`.
        root: the repository, where pictures and files are looked for.
    """
    body = "\n".join(page.lines)
    for link in links(page):
        if fault := _fault(page, link.target, pages, root):
            yield page.problem(*place(body, link.start), *fault)
    defined = {found["name"].casefold() for found in definitions(body)}
    for found in REFERENCE.finditer(body):
        name = found["name"] or found["text"]
        if name.casefold() not in defined:
            fault = (
                f"`[{shown(name)}]` is not explained anywhere on the page",
                f"Write `[{shown(name)}]: address` on a line of its own.",
            )
            yield page.problem(*place(body, found.start()), *fault)


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
    return _inner(page, path, unquote(anchor), pages, root)


def _outer(target: str) -> tuple[str, str] | None:
    try:
        host = urlsplit(target).hostname
    except ValueError:
        host = None
    if not host or re.search(r"\s", target):
        return f"`{shown(target)}` is not a web address", "Copy it whole from the browser's address line."
    return None


def _inner(page: Page, path: str, anchor: str, pages: Mapping[str, Page], root: Path) -> tuple[str, str] | None:
    folder, src, path = posixpath.dirname(page.src), src_of(page, path), unquote(path)
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
        if meant := _meant(src, pages):
            return fault, f"Did you mean `{posixpath.relpath(meant, folder or '.')}`?"
        return fault, "Name the file from this page's folder, or take the link away."
    if anchor and anchor not in pages[src].anchors():
        known = [f"#{id}" for id in sorted(pages[src].anchors())]
        return f"`{pages[src].file}` has no section `#{shown(anchor)}`", nearest(f"#{anchor}", known)
    return None


def _meant(src: str, pages: Collection[str]) -> str | None:
    """The page whose name is nearly that of one that is not there; a page that was taken away is like none.

    Its folder tells only which of several, since folders and endings make all paths alike.
    """
    names = {one: _name(one) for one in pages if not src.startswith("..")}
    near = get_close_matches(_name(src), set(names.values()), n=1, cutoff=0.85)
    return next(iter(get_close_matches(src, [one for one in names if names[one] in near], n=1, cutoff=0)), None)


def _name(src: str) -> str:
    return posixpath.basename(url_of(src).rstrip("/")).casefold()


def _redirected(src: str, pages: Mapping[str, Page]) -> Page | None:
    """The page that the address of one that is gone leads to."""
    url = url_of(src)
    return next(
        (one for one in pages.values() if url in {f"{old.rstrip('/')}/" for old in one.front.redirect_from}), None
    )


def _is_file(path: Path) -> bool:
    """Whether the file is there under just this name: some disks take `A.md` for `a.md`, and no web server does."""
    try:
        return path.is_file() and path.name in {other.name for other in path.parent.iterdir()}
    except (OSError, ValueError):
        return False
