"""What has been set up from what: one small file per step in `.venv/stamps`."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from child import VENV

FOLDER = VENV / "stamps"


def key(*parts: str | Path) -> str:
    """A digest of strings and of the contents of files; it changes when any of them does."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def read(step: str) -> str:
    """What was written when the step was last finished; empty if it never was, or was interrupted since."""
    stamp = FOLDER / step
    return stamp.read_text(encoding="utf-8") if stamp.exists() else ""


@contextmanager
def doing(step: str, stamp: str) -> Iterator[None]:
    """Take the stamp away while the step is done, and write it when all went well."""
    (FOLDER / step).unlink(missing_ok=True)
    yield
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / step).write_text(stamp, encoding="utf-8")
