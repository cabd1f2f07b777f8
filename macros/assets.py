"""The bundles: styles and scripts, made by esbuild when their sources changed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from macros import programs
from macros.problem import ContentError, Problem

SOURCES = "assets"
BUNDLES = ".cache/assets"
HOUR = 60 * 60
# How a script names a wording; a counted one has plural forms.
NAMED = re.compile(r"\b(t|count)\(\s*\"([a-z0-9_]+)\"")
# Scripts that pages load when somebody needs them.
LATER = ("docx", "handover", "ics", "projector", "search", "takeaway", "xlsx")
# What the form consists of; it goes to a page of its own.
FORM = ("form.css", "form.js")
ENTRIES = (
    "css/site.css",
    "css/form.css",
    "ts/form.ts",
    *(
        f"ts/{name}.ts"
        for name in ("assessment", "checklist", "choose", "plan", "site", "sort", "table", "theme", "tryout")
    ),
    *(f"ts/{name}.ts" for name in LATER),
)


class Named(NamedTuple):
    """A wording that a script names, and where."""

    key: str
    file: str
    line: int


@dataclass(frozen=True)
class Bundles:
    """The folder with the bundles, their addresses below the site's root by name, and the wordings they show."""

    folder: Path
    addresses: Mapping[str, str]
    words: tuple[Named, ...] = ()

    @property
    def later(self) -> dict[str, str]:
        """The scripts that pages load when somebody needs them."""
        return {name: self.addresses[f"{name}.js"] for name in LATER}


def bundles(root: Path) -> Bundles:
    """Return the bundles, made anew if anything below `assets/` changed since.

    Raises:
        ContentError: a source is wrong, or Node and its packages are not set up.
    """
    folder = root / BUNDLES / _digest(root)
    try:
        os.utime(folder)  # so that it is not swept while it is in use
    except FileNotFoundError:
        _bundle(root, folder)
    names = sorted(path.name for path in folder.iterdir() if path.suffix in (".css", ".js"))
    addresses = {re.sub("-[A-Z0-9]{8}(?=\\.)", "", name): f"assets/{name}" for name in names}
    return Bundles(folder, addresses, tuple(_words(root)))


def _words(root: Path) -> Iterator[Named]:
    for path in (path for path in _sources(root) if path.suffix == ".ts"):
        file, text = path.relative_to(root).as_posix(), path.read_text("utf-8")
        for found in NAMED.finditer(text):
            endings = ("_one", "_other") if found[1] == "count" else ("",)
            line = text.count("\n", 0, found.start()) + 1
            yield from (Named(found[2] + ending, file, line) for ending in endings)


def _digest(root: Path) -> str:
    total = hashlib.sha256(" ".join(ENTRIES).encode())
    for path in [*_sources(root), root / "package-lock.json"]:
        if path.is_file():
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:12]


def _sources(root: Path) -> Iterator[Path]:
    return iter(sorted(path for path in (root / SOURCES).rglob("*") if path.suffix in (".css", ".ts", ".svg")))


def _bundle(root: Path, folder: Path) -> None:
    program = esbuild(root)
    new = folder.with_name(f"{folder.name}.{os.getpid()}")
    command = [
        *program,
        *(f"{SOURCES}/{entry}" for entry in ENTRIES),
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2022,chrome111,firefox119,safari16.4",
        "--charset=utf8",
        "--entry-names=[name]-[hash]",
        "--log-level=error",
        "--log-limit=0",
        f"--outdir={new}",
    ]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(new, ignore_errors=True)
        raise ContentError([Problem(SOURCES, 1, 1, f"the bundles cannot be made: {done.stderr.strip()}")])
    try:
        new.rename(folder)
    except OSError:  # another process was first, with the same bytes
        shutil.rmtree(new, ignore_errors=True)
    _sweep(folder.parent)


def _sweep(kept: Path) -> None:
    """Remove what no build has used for an hour; what is younger another process may be making, or reading."""
    oldest = time.time() - HOUR
    for path in kept.iterdir():
        with suppress(OSError):  # another process sweeps too
            if path.stat().st_mtime < oldest:
                # First out of the way: what is half removed must not be taken for whole.
                shutil.rmtree(path.rename(path.with_name(f"{path.name}.old")))


def esbuild(root: Path) -> list[str]:
    """Return the command that starts esbuild: its binary, or through Node where the package has only the script.

    Raises:
        ContentError: Node and its packages are not set up.
    """
    package = root / "node_modules" / "esbuild" / "bin" / "esbuild"
    if package.is_file() and package.read_bytes()[:2] != b"#!":
        return [str(package)]
    program = node()
    if not package.is_file() or not program:
        remedy = "Run `make build` once; it sets up Node and its packages."
        raise ContentError([Problem("package.json", 1, 1, "the bundles cannot be made: esbuild is not set up", remedy)])
    return [program, str(package)]


def node() -> str | None:
    """Return the path of Node, looked for first beside the Python that runs this; None where there is none."""
    return programs.find("node")
