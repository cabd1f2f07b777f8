"""Files that lie beside the pages: which of them are published, and which may not be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from macros.overlay.section_files import ENDING, FOLDER
from macros.pages import FOLDERS
from macros.problem import Problem
from macros.slug import slug

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
DOCUMENTS = (".csv", ".docx", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".txt", ".xlsx")
PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# What a drawing would run, or load from elsewhere, when it is opened by itself.
RUNS = re.compile(
    r"(?i)<(?:[\w-]+:)?(?:script|foreignobject|iframe)|<!entity|\son[a-z]+\s*=|javascript:"
    r"|(?:href|src)\s*=\s*[\"']?(?:https?:|//)|@import|url\(\s*[\"']?(?:https?:|//)"
)
# A name that stands in an address as it is.
NAME = re.compile(r"[A-Za-z0-9._~-]+")
HEAVY = 500_000
# What was meant as a municipality's changes in sections.
SECTIONS = re.compile(r"\.sections?\.ya?ml$")


class Run(NamedTuple):
    """Words in a drawing that could be run, and on which line they stand."""

    words: str
    line: int


def runs(path: Path) -> Run | None:
    """Return the first thing that a browser could run in a drawing; letters of two bytes are read, too."""
    text = path.read_bytes().replace(b"\0", b"").decode("utf-8", "replace")
    found = RUNS.search(text)
    return Run(found[0].strip(), text.count("\n", 0, found.start()) + 1) if found else None


def is_left_behind(name: str) -> bool:
    """Whether an editor or the system left this file behind; it is passed over."""
    return (
        name.startswith((".", "~$"))
        or name.endswith(("~", ".swp", ".tmp", ".bak"))
        or re.fullmatch("#.*#", name) is not None
    )


def is_published(src: str) -> bool:
    """Whether a file is copied into the site as it is; `src` is its path below its language's folder."""
    parts = PurePosixPath(src).parts
    return PurePosixPath(src).suffix.lower() in PICTURES + DOCUMENTS and not any(map(is_left_behind, parts))


def problems(root: Path, lang: str) -> Iterator[Problem]:
    """Yield the files of a language that a browser would run, or that no site publishes."""
    for folder in FOLDERS:
        base = root / folder / lang
        for path in sorted(base.rglob("*")) if base.is_dir() else ():
            src = path.relative_to(base).as_posix()
            if path.is_dir() or any(map(is_left_behind, PurePosixPath(src).parts)) or path.suffix.lower() in PAGES:
                continue
            file = f"{folder}/{lang}/{src}"
            if SECTIONS.search(path.name):
                yield from _sections(file, lang, path.name)
            elif not is_published(src):
                allowed = ", ".join(ending[1:] for ending in PICTURES + DOCUMENTS)
                yield Problem(
                    file,
                    1,
                    1,
                    f"`{path.name}` is not a kind of file that the site publishes",
                    f"Take it away, or use one of {allowed}.",
                )
            elif path.suffix.lower() == ".svg" and (found := runs(path)):
                fault = f"`{found.words}` in a drawing could be run"
                yield Problem(file, found.line, 1, fault, "Save the drawing without it, or as png.")
            else:
                yield from _hints(path, file)


def _hints(path: Path, file: str) -> Iterator[Problem]:
    """Names that make odd addresses, and pictures that readers wait for."""
    if not NAME.fullmatch(path.name):
        plain = f"{slug(path.stem)}{path.suffix.lower()}"
        fault = f"`{path.name}` makes an address that is hard to read and to share"
        yield Problem(file, 1, 1, fault, f"Name it `{plain}`, and write so where it is linked to.", "hint")
    size = path.stat().st_size
    if path.suffix.lower() in PICTURES and size > HEAVY:
        remedy = "Make it smaller: on a phone, 500 kB is much to wait for."
        yield Problem(file, 1, 1, f"the picture weighs {size // 1000} kB", remedy, "hint")


def _sections(file: str, lang: str, name: str) -> Iterator[Problem]:
    """Changes in sections lie beside no page: they are named after its key, and read in one place."""
    wanted = f"{FOLDER}/{lang}/{SECTIONS.sub(ENDING, name)}"
    if file != wanted:
        yield Problem(file, 1, 1, f"nothing reads `{file}`", f"Move it to `{wanted}`.")
