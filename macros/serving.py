"""What a server remembers from one build to the next; mkdocs reads `hooks.py` anew for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Memory:
    """Whether this is a server, and for each language what it was last built from and where its pages lie."""

    serves: bool = False
    built: dict[str, tuple[object, Path]] = field(default_factory=dict)


MEMORY = Memory()
