"""What the shared content said when a change was written: found in git's history by its digest."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.overlay.ops import Patch
from macros.overlay.patches import patched
from macros.problem import ContentError
from macros.source import Source, scan

# So many versions of a file are looked at: years of weekly changes.
MOST = 500


def base(root: Path, path: str, changes: Source, patch: Patch, number: int) -> Any:
    """Return what the shared file at `path` said when its change `number` was written.

    None where history does not tell: it was cut short, or nobody noted a base.
    """
    wanted = getattr(patch.ops[number], "base", None)
    for text in versions(root, path) if wanted else ():
        try:
            finding = patched(scan(text, path), changes, patch).findings[number]
        except ContentError:
            continue
        if finding.now == wanted:
            return finding.beneath
    return None


def versions(root: Path, path: str) -> Iterator[str]:
    """Yield the texts that a file has had, the newest first; none where this is no git repository."""
    commits = git(root, "log", f"--max-count={MOST}", "--format=%H", "--", path)
    for commit in (commits or "").split():
        text = git(root, "show", f"{commit}:./{path}")
        if text is not None:
            yield text


def git(root: Path, *args: str) -> str | None:
    """Return what git prints; None where it cannot, or is not there."""
    try:
        done = subprocess.run(["git", *args], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
