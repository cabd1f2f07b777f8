"""A municipality's changes in pages, section by section: `local/docs/<lang>/<key>.sections.yml`.

A page's key is its tool's id, or its `pair`. Problems in such a file stop the build; what has moved or gone beneath a
change never does, so that no merge is stopped by what we do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros import fallback, links
from macros.lines import said
from macros.overlay import following, section_files, whole
from macros.overlay.finding import Finding
from macros.overlay.laying import lay
from macros.overlay.section_files import Changes
from macros.overlay.section_ops import Own
from macros.overlay.standing import Stand
from macros.pages import Page
from macros.problem import ContentError, Problem
from macros.site_model import Site


@dataclass(frozen=True)
class Laid:
    """A language's pages with the changes made, how these stand, and what is wrong."""

    pages: list[Page]
    findings: list[Finding]
    problems: list[Problem]


def findings(root: Path, site: Site) -> list[Finding]:
    """Return how each change stands, in the languages whose pages are read.

    Raises:
        ContentError: a page or a file of changes is wrong.
    """
    laid = [load(root, lang) for lang in fallback.read(site)]
    if errors := [problem for one in laid for problem in one.problems if problem.level == "error"]:
        raise ContentError(errors)
    return [finding for one in laid for finding in one.findings]


def load(root: Path, lang: str) -> Laid:
    """Read a language's pages, and make the municipality's changes in them."""
    shared, problems = whole.load(root, lang)
    readable = {problem.file for problem in problems} <= {page.file for page in shared}
    files = section_files.load(root, lang, shared, readable)
    laid = Laid([], [*whole.findings(shared), *files.findings], [*problems, *files.problems])
    first = {file: lay(one.page, one.ops) for file, one in files.changes.items()}
    linked = _linked([first[page.file][0] if page.file in first else page for page in shared])
    for page in shared:
        if page.file not in first:
            laid.pages.append(page)
            continue
        changes, (changed, stands) = files.changes[page.file], first[page.file]
        lost = {id for src, id in linked if src == page.src} & page.anchors() - changed.anchors()
        laid.pages.append(lay(page, changes.ops, lost)[0] if lost else changed)
        for own, stand in zip(changes.ops, stands, strict=True):
            laid.findings.append(_finding(changes, own, stand))
    followed, hints = following.followed(root, laid.pages)
    return replace(laid, pages=followed, problems=[*laid.problems, *hints])


def _linked(found: Sequence[Page]) -> set[tuple[str, str]]:
    """The sections that pages link to; nobody asks where nothing is changed."""
    changed = any(page.shared for page in found)
    return {link for page in found for link in links.anchors(page)} if changed else set()


def _finding(changes: Changes, own: Own, stand: Stand) -> Finding:
    op = own.op
    mark, base = changes.source.place((*own.loc, "id")), getattr(op, "base", None)
    said_of = (stand.state, stand.why, base, stand.now, stand.beneath, said(own.text) or None, stand.remedy)
    return Finding(mark, changes.page.file, op.id, op.op, *said_of)
