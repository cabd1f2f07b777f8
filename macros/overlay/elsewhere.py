"""The shared content of another version in git, with the municipality's own over it."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What the content is read from; only the first two change from one release to the next in ways that matter here.
SHARED = ("tools", "docs", "site.yml")


@contextmanager
def at(root: Path, ref: str) -> Iterator[Path]:
    """Give a folder for a while, in which the shared content is that of a branch or a tag, and `local/` is today's.

    Raises:
        OSError: git cannot give it.
    """
    with tempfile.TemporaryDirectory(prefix="kit-") as folder:
        command = ["git", "archive", "--format=tar", ref, "--", *SHARED]
        packed = subprocess.run(command, cwd=root, capture_output=True, check=False)
        if packed.returncode:
            raise OSError(f"git cannot give `{ref}`: {packed.stderr.decode(errors='replace').strip()}")
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        if (root / "local").is_dir():
            shutil.copytree(root / "local", Path(folder) / "local")
        yield Path(folder)
