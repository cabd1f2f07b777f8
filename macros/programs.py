"""Programs of others that we run."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def find(name: str) -> str | None:
    """Return the path of a program, looked for first beside the Python that runs this; None where there is none."""
    places = os.pathsep.join([str(Path(sys.prefix) / "bin"), os.environ.get("PATH", "")])
    return shutil.which(name, path=places)
