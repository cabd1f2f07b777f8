"""Check the links in a page: that what they lead to is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from macros.pages import FOLDERS, Page
from macros.problem import Problem, nearest

INLINE = re.compile(r"(?P<image>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\((?P<target><[^>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]^][^\]]*)\]:\s*(?P<target>\S+)")
REFERENCE = re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<name>[^\[\]]*)\]")


def problems(page: Page, pages: Mapping[str, Page], root: Path) -> Iterator[Problem]:
    """Yield a problem for each link of the page that leads nowhere.

    Args:
        page: the page with the links.
        pages: all pages of its language, by their path below `docs/<lang>/`.
        root: the repository, where pictures and files are looked for.
    """
    defined = {found["name"].casefold() for line in page.lines if (found := DEFINITION.match(line))}
    for n, line in enumerate(page.lines):
        number = page.first_line + n
        for found in [*INLINE.finditer(line), *DEFINITION.finditer(line)]:
            target = found["target"].strip("<>")
            if fault := _fault(page, target, pages, root):
                yield Problem(page.file, number, found.start("target") + 1, *fault)
        for found in REFERENCE.finditer(line):
            name = found["name"] or found["text"]
            if name.casefold() not in defined:
                fault = f"`[{name}]` is not explained anywhere on the page"
                yield Problem(page.file, number, found.start() + 1, fault, f"Write `[{name}]: address` on a line of its own.")


def _fault(page: Page, target: str, pages: Mapping[str, Page], root: Path) -> tuple[str, str] | None:
    if not target:
        return "the link leads nowhere", "Write an address between the parentheses."
    if re.match(r"(?i)https://[^/]", target):
        return None
    if re.match(r"(?i)http://", target):
        return f"`{target}` is not a safe address", "Begin it with `https://`."
    if re.match(r"(?i)mailto:|tel:", target):
        return f"`{target}` is somebody's address", 'Write `{{ contact("…") }}` with a role instead.'
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", target):
        return f"`{target}` is not an address that pages can have", "Use `https://` or the name of a page's file."
    if target.startswith("/"):
        return f"`{target}` begins at the top of the host", "Begin at this page's folder, as in `styregruppe.md`."
    path, _, anchor = target.partition("#")
    return _inner(page, unquote(path), unquote(anchor), pages, root)


def _inner(page: Page, path: str, anchor: str, pages: Mapping[str, Page], root: Path) -> tuple[str, str] | None:
    folder = posixpath.dirname(page.src)
    src = posixpath.normpath(posixpath.join(folder, path)) if path else page.src
    if src not in pages:
        if any((root / base / page.lang / src).is_file() for base in FOLDERS) and not src.startswith(".."):
            return None
        near = nearest(path, [posixpath.relpath(name, folder or ".") for name in pages])
        return f"there is no page or file `{path}`", near if near.startswith("Did") else "Name the file from this page's folder."
    if anchor and anchor not in pages[src].anchors():
        known = [f"#{id}" for id in sorted(pages[src].anchors())]
        return f"`{pages[src].file}` has no section `#{anchor}`", nearest(f"#{anchor}", known)
    return None
