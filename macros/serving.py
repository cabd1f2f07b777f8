"""What a server remembers from one build to the next, and does between them; mkdocs reads `hooks.py` anew for each."""

from __future__ import annotations

import importlib
import logging
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Memory:
    """Whether this is a server, its code, and for each language what it was last built from and where its pages lie."""

    serves: bool = False
    code: tuple[object, ...] = ()
    built: dict[str, tuple[object, Path]] = field(default_factory=dict)

    def clear(self) -> None:
        """Take the served pages away."""
        for _, folder in self.built.values():
            shutil.rmtree(folder, ignore_errors=True)
        self.built.clear()


MEMORY = Memory()
# Modules, and what they keep once they have read it.
CODE = ("macros", "assets")


def states(places: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Yield how files stand on the disk, and all those below folders: path, nanoseconds and bytes."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                state = path.stat()
                yield str(path), state.st_mtime_ns, state.st_size


def forget_modules() -> None:
    """Let all modules be read anew when one has changed, since they hold on to each other."""
    before, top = MEMORY.code, Path(__file__).parents[1]
    MEMORY.code = tuple(states(top / name for name in CODE))
    if before in ((), MEMORY.code):
        return
    for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
        if name != __name__:
            del sys.modules[name]
    importlib.invalidate_caches()


def patient(build: Callable[[], None], log: logging.Logger) -> Callable[[], None]:
    """Let a build that content stops leave the last site as it is, and the server answering."""

    def built_or_said() -> None:
        try:
            build()
        except SystemExit as error:
            log.error("%s\nThe last site is shown until this is put right.", error)
        except Exception:  # a fault of ours; the editor's server goes on all the same
            log.exception("The site could not be built. The last site is shown until the next change.")

    return built_or_said
