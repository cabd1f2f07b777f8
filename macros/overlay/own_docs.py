"""A municipality's own files in `local/docs/<lang>/`: its pages, and what is published beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from macros.files import is_published
from macros.pages import FOLDERS, Page


def files(root: Path, lang: str, pages: Collection[Page], hidden: Collection[str]) -> Iterator[tuple[str, Path]]:
    """Yield a language's own files, as the path below a folder and that folder; `hidden` are paths to leave out."""
    folder = root / FOLDERS[1] / lang
    # A page that covers one of ours which has moved is put in the place of that one's text.
    away = {*hidden, *(page.written_src for page in pages if page.written_src != page.src)}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        src = path.relative_to(folder).as_posix()
        if path.is_file() and src not in away and (path.suffix == ".md" or is_published(src)):
            yield src, folder
