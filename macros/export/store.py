"""The copies that are made already: `.cache/blank/`, by what they are made from."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from macros.export.blank import Blank
from macros.writing import put

FOLDER = ".cache/blank"
# The formats by their files' endings.
FORMATS: Mapping[str, str] = {"docx": "Word", "xlsx": "Excel"}
# What makes a copy what it is, beside its contents: relative to `macros/`.
MAKERS = ("export/*", "definitions.py", "digest.py", "rows.py", "words.py", "../requirements/site.lock")
DAY = 24 * 60 * 60
KEPT_DAYS = 30


def kept(root: Path, blank: Blank, ending: str) -> Path:
    """Return the file with a copy, which is made if it is not there yet.

    Two processes may do so at once: each puts its file in place as a whole, and both are the same.
    """
    found = root / FOLDER / f"{blank.key}-{makers()}.{ending}"
    try:
        if time.time() - found.stat().st_mtime > DAY:
            os.utime(found)  # so that it is not swept while it is in use
    except FileNotFoundError:
        put(found, make(blank, ending), last=False)
    return found


def make(blank: Blank, ending: str) -> bytes:
    """Make a copy. The makers are imported only here: most builds find all copies made."""
    if ending == "docx":
        from macros.export import docx

        return docx.made(blank)
    from macros.export import xlsx

    return xlsx.made(blank)


def sweep(root: Path) -> None:
    """Remove the copies that no build has used for a month."""
    oldest = time.time() - KEPT_DAYS * DAY
    with suppress(FileNotFoundError), os.scandir(root / FOLDER) as copies:
        for copy in copies:
            with suppress(FileNotFoundError):  # another process sweeps too
                if copy.stat().st_mtime < oldest:
                    Path(copy).unlink()


@cache
def makers() -> str:
    """Return 12 hex digits that change with the makers and the packages they use."""
    top = Path(__file__).parent.parent
    total = hashlib.sha256()
    for pattern in MAKERS:
        for path in sorted(top.glob(pattern)):
            if path.is_file():
                total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:12]
