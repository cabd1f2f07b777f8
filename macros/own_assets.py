"""A municipality's own files for the look: `local/assets/`, which is copied as it is."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from macros.decoding import decode
from macros.files import PICTURES, is_left_behind, runs
from macros.problem import ContentError, Problem, nearest, shown

FOLDER = "local/assets"
SHEET = "local.css"
FONTS = (".otf", ".ttf", ".woff", ".woff2")
# Words about the files, for those who keep them.
NOTES = (".license", ".md", ".txt")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
IMPORT = re.compile(r"(?i)@import\b[^;]*")
ADDRESS = re.compile(r"(?i)\b(?:url|src)\(\s*(?P<mark>[\"']?)(?P<address>.*?)(?P=mark)\s*\)", re.DOTALL)
IMAGE_SET = re.compile(r"(?i)image-set\([^;{}]*?[\"'](?P<address>(?:[a-z][a-z0-9+.-]*:)?//[^\"']*)")
ELSEWHERE = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*:|//)")
HERE = f"Put the file into `{FOLDER}/`, and name it from there."


def files(root: Path) -> dict[str, Path]:
    """Return the files that are published, by their path below the folder."""
    return {src: path for src, path in _found(root) if _kind(src) in ("sheet", "published")}


def digest(root: Path) -> str:
    """Return eight letters that change with the files; browsers keep what lies below them."""
    total = hashlib.sha256()
    for src, path in files(root).items():
        total.update(f"{src}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest()[:8].upper()


def problems(root: Path) -> Iterator[Problem]:
    """Yield files that browsers would run, that no site publishes, or that ask for something elsewhere."""
    for src, path in _found(root):
        kind = _kind(src)
        if kind is None:
            allowed = ", ".join(ending[1:] for ending in (*PICTURES, *FONTS))
            fault = f"`{src}` is not a kind of file that the site takes from `{FOLDER}/`"
            remedy = f"Take it away; here can lie `{SHEET}`, and {allowed}."
            yield Problem(f"{FOLDER}/{src}", 1, 1, fault, remedy)
        elif path.suffix.lower() == ".svg" and (found := runs(path)):
            fault = f"`{found.words}` in a drawing could be run"
            yield Problem(f"{FOLDER}/{src}", found.line, 1, fault, "Save the drawing without it, or as png.")
        elif kind == "sheet":
            yield from _sheet(root, path)


def _found(root: Path) -> Iterator[tuple[str, Path]]:
    base = root / FOLDER
    for path in sorted(base.rglob("*")) if base.is_dir() else ():
        src = path.relative_to(base).as_posix()
        if path.is_file() and not any(map(is_left_behind, PurePosixPath(src).parts)):
            yield src, path


def _kind(src: str) -> str | None:
    ending = PurePosixPath(src).suffix.lower()
    if src == SHEET:
        return "sheet"
    if ending in NOTES:
        return "note"
    return "published" if ending in PICTURES + FONTS else None


def _sheet(root: Path, path: Path) -> Iterator[Problem]:
    """What the style sheet asks for: only files that lie beside it."""
    try:
        text = decode(path, f"{FOLDER}/{SHEET}")
    except ContentError as error:
        yield from error.problems
        return
    css = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    say = partial(_problem, css)
    for found in IMPORT.finditer(css):
        fault = f"`{shown(found[0])}` fetches another style sheet"
        yield say(found.start(), fault, "Write its rules here as well.")
    bare = IMPORT.sub(lambda found: " " * len(found[0]), css)
    for found in [*ADDRESS.finditer(bare), *IMAGE_SET.finditer(bare)]:
        address, start = found["address"].strip(), found.start("address")
        if address.lower().startswith(("data:image/", "#")):
            continue
        if ELSEWHERE.match(address) or "\\" in address:
            yield say(start, f"`{shown(address)}` is not a file of this site", HERE)
        elif (src := _beside(address)) not in files(root):
            yield say(start, f"there is no file `{shown(src)}` in `{FOLDER}/`", nearest(src, files(root)) or HERE)
    if unclosed := _unclosed(bare):
        yield say(*unclosed)


def _beside(address: str) -> str:
    return posixpath.normpath(unquote(re.split("[?#]", address, maxsplit=1)[0]))


def _problem(text: str, start: int, fault: str, remedy: str) -> Problem:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Problem(f"{FOLDER}/{SHEET}", line, column, fault, remedy)


def _unclosed(css: str) -> tuple[int, str, str] | None:
    """A brace without its sister: browsers would pass over the rest in silence."""
    opened: list[int] = []
    for found in re.finditer(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|[{}]", css):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and not opened:
            return found.start(), "`}` closes what was not opened", "Take it away, or open the rule with `{`."
        elif found[0] == "}":
            opened.pop()
    return (opened[-1], "`{` is never closed", "Write `}` where the rule ends.") if opened else None
