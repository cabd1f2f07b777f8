"""What the shared content said when a change was written: found in git's history by its digest."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from macros import page_reader
from macros.lines import said
from macros.overlay import patches
from macros.overlay.body import cut
from macros.overlay.finding import Finding
from macros.overlay.ops import Patch
from macros.problem import ContentError
from macros.shape import fit
from macros.yaml_reader import read, scan

# So many versions of a file are looked at: years of weekly changes.
MOST = 500
# What `git cat-file --batch` writes above a text; of what is not there, it says the name and `missing`.
ENTRY = re.compile(rb"[0-9a-f]+ (?P<kind>\w+) (?P<size>\d+)\n")


def base(root: Path, finding: Finding) -> Any:
    """Return what the shared file said when a change was written; None where history does not tell."""
    known = _of_section if finding.path.endswith(".md") else partial(_of_tool, root)
    for text in versions(root, finding.path):
        try:
            digest, beneath = known(finding, text)
        except (ContentError, StopIteration):
            continue
        if digest == finding.base:
            return beneath
    return None


def versions(root: Path, path: str) -> Iterator[str]:
    """Yield the texts that a file has had, the newest first, also under the names that it had before.

    None where this is no git repository.
    """
    every = git(root, "log", f"--max-count={MOST}", "--full-history", "--format=%H", "--", path) or ""
    for commit, name in [*((commit, path) for commit in every.split()), *_renamed(root, path)]:
        text = git(root, "show", f"{commit}:./{name}")
        if text is not None:
            yield text


def _renamed(root: Path, path: str) -> Iterator[tuple[str, str]]:
    """The commits in which a file had another name, with that name."""
    named = ("--follow", "--relative", "--name-only", "-z", "--format=%x01%H")
    told = git(root, "log", f"--max-count={MOST}", *named, "--", path) or ""
    for entry in told.split("\x01"):
        commit, _, name = entry.strip("\0\n").partition("\0")
        if (name := name.strip("\0\n")) and name != path:
            yield commit, name


def texts(root: Path, commit: str, paths: Iterable[str]) -> dict[str, str]:
    """Return what files said in a commit, by their paths, without those that it lacks; all are asked for at once."""
    asked = list(paths)
    names = "".join(f"{commit}:./{path}\n" for path in asked).encode()
    told = io.BytesIO((_told(root, ["cat-file", "--batch"], names) if asked else None) or b"")
    found: dict[str, str] = {}
    for path in asked:
        if entry := ENTRY.fullmatch(told.readline()):
            text = told.read(int(entry["size"]) + 1)[:-1]
            found |= {path: text.decode("utf-8", "replace")} if entry["kind"] == b"blob" else {}
    return found


def git(root: Path, *args: str) -> str | None:
    """Return what git prints; None where it cannot, or is not there."""
    told = _told(root, args)
    return None if told is None else told.decode("utf-8", "replace")


def _told(root: Path, args: Iterable[str], asked: bytes | None = None) -> bytes | None:
    try:
        done = subprocess.run(["git", *args], cwd=root, input=asked, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _of_tool(root: Path, finding: Finding, text: str) -> tuple[str | None, Any]:
    """What a change depends on in an earlier version of a tool: the change is made there once more."""
    changes = read(root / finding.mark.file, finding.mark.file)
    made = patches.patched(scan(text, finding.path), changes, fit(changes, Patch))
    one = next(one for one in made.findings if one.mark == finding.mark)
    return one.now, one.beneath


def _of_section(finding: Finding, text: str) -> tuple[str | None, Any]:
    """A section of an earlier version of a page."""
    page, _ = page_reader.made(text, "", finding.path, "page.md")
    section = next(section for section in cut(page) if finding.target in section.ids)
    return section.digest, said(section.text)
