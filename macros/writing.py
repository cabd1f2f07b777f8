"""Files are written whole or not at all: what stood there before stays until what replaces it is complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def put(path: Path, content: str | bytes, *, last: bool = True) -> None:
    """Put a file in the place of the old one, with the line ends that it has; its folder is made where it is missing.

    With `last` it is there even if the power goes; what can be made again need not wait for that.

    Raises:
        OSError: there is no room, or no right to write here; what was there is untouched.
    """
    put_all({path: content}, last=last)


def put_all(files: Mapping[Path, str | bytes], *, last: bool = True) -> None:
    """Put several files in their places, all of them or none; see `put`."""
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            _stage(path.resolve(), content, last, staged)
        for new, path in staged:
            new.replace(path)
    finally:
        for new, _ in staged:
            new.unlink(missing_ok=True)


def _stage(path: Path, content: str | bytes, last: bool, staged: list[tuple[Path, Path]]) -> None:
    """Write a file beside its place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".kit-", dir=path.parent)
        staged.append((Path(name), path))
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            if last:
                file.flush()
                os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode if path.exists() else 0o644)
    except OSError as error:
        error.filename = str(path)
        raise
