"""What was in the last release and is gone: ids, on which answers and changes hang, and addresses of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.kin import ByLanguage
from macros.overlay import lost_addresses
from macros.overlay.history import git, texts
from macros.overlay.retired import VOCABULARY, retired
from macros.overlay.tree import index, tree
from macros.problem import ContentError, Problem
from macros.source import Source
from macros.yaml_reader import read, scan

RELEASES = "v[0-9]*"
TOOL = re.compile(r"tools/[^/_][^/]*\.yml")
# What git is asked for: a file that was given another name is one that is gone, and one that is new.
CHANGED = ("diff", "--name-only", "--no-renames", "--relative")


def problems(
    root: Path, history: Path | None = None, also: Iterable[str] = (), pages: ByLanguage | None = None
) -> Iterator[Problem]:
    """Yield what the last release had, and what is neither there nor accounted for: ids of shared tools, addresses.

    Nothing where this is no git repository, or has no release yet. Where `root` is only a copy, `history` is the
    repository, and `also` names the files that are changed in the copy. `pages` are those that are written in each
    language, where somebody has read them already.
    """
    history = history or root
    release = (git(history, "describe", "--tags", "--abbrev=0", "--match", RELEASES) or "").strip()
    if not release:
        return
    changed = git(history, *CHANGED, release, "--", "tools/*.yml", "docs/*.md") or ""
    before = texts(history, release, sorted({*changed.splitlines(), *also}))
    for path in filter(TOOL.fullmatch, before):
        try:
            yield from _lost(scan(before[path], path), root, path, release)
        except ContentError:
            continue
    yield from lost_addresses.problems(root, before, release, pages or {})


def _lost(before: Source, root: Path, path: str, release: str) -> Iterator[Problem]:
    if not (root / path).exists():
        if Path(path).stem not in retired(root):
            remedy = f"List it under `retired` in `{VOCABULARY}`, and say in CHANGELOG.md what a municipality must do."
            remedy = lost_addresses.put_back(root) or remedy
            yield Problem(path, 1, 1, f"the tool was in {release} and is gone", remedy)
        return
    now = read(root / path, path)
    there, known = tree(now), now.data if isinstance(now.data, dict) else {}
    accounted = {*(known.get("aliases") or {}), *(known.get("retired") or ())}
    left = {name for name in index(there) if "/" not in name}
    for id in (name for name in index(tree(before)) if "/" not in name):
        if id not in left and id not in accounted:
            remedy = f"List it under `retired`, or under `aliases` with its new id, as in `{id}: new-id`."
            yield Problem(path, 1, 1, f"the id `{id}` was in {release} and is gone", remedy)
