"""Build one language in a process of its own."""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import TYPE_CHECKING

from macros.building import Build

if TYPE_CHECKING:
    Said = tuple[int, str]

_jobs: Sequence[Job] = ()
_made: Synchronized[int] | None = None


@dataclass(frozen=True)
class Job:
    """One language's build, and where it goes; `properdocs` says which of the two generators the parent runs in."""

    config_file: str
    site_dir: Path
    build: Build
    properdocs: bool = False

    @property
    def lang(self) -> str:
        """The language that is built."""
        return self.build.lang or ""


class Kept(logging.Handler):
    """Keeps warnings and errors for the parent to print."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append((record.levelno, record.getMessage()))


def begin(jobs: Sequence[Job], made: Synchronized[int]) -> None:
    """Remember what there is to do, and the counter of pages made, which the parent's progress bar reads."""
    global _jobs, _made
    _jobs, _made = jobs, made
    if parent := parent_process():
        threading.Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(sentinel: int) -> None:
    """End with the process that began this one: when that is killed, nobody waits for the pages any more."""
    wait([sentinel])
    os._exit(1)


def count() -> None:
    """Count one page as made."""
    if _made is not None:
        with _made.get_lock():
            _made.value += 1


def run(n: int) -> list[Said]:
    """Build the language of one job, and return what was said at level WARNING and above."""
    gc.enable()  # see `cli.py`
    job = _jobs[n]
    if job.properdocs:
        import properdocs.replacement  # noqa: F401 - from here on, `mkdocs` is ProperDocs
    kept = Kept()
    log = logging.getLogger("mkdocs")
    # Those of the parent, which a forked process has too, would tell everything a second time.
    log.handlers[:] = [kept]
    log.propagate = False
    # Imported only here: it must be the generator that the parent runs in.
    from macros.generator import build_language

    build_language(job)
    return kept.lines
