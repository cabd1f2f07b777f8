"""The languages' builds: side by side in processes, or under a server only those that an edit touches."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, wait
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from macros import outputs, progress, templates, worker
from macros.serving import Memory
from macros.worker import Job


def side_by_side(jobs: list[Job], log: logging.Logger) -> None:
    """Build the languages in processes of their own; log what they said in the languages' order."""
    templates.compile_all(jobs[0].build.content.root)
    context = get_context(_beginning())
    made = context.Value("i", 0)
    gc.freeze()  # what is read by now is never looked through again, here and in those that are forked
    total = sum(len(job.build.content.pages[job.lang]) for job in jobs)
    with ProcessPoolExecutor(len(jobs), context, worker.begin, (jobs, made)) as pool:
        futures = [pool.submit(worker.run, n) for n in range(len(jobs))]
        with progress.bar("Pages", total) as show:
            while wait(futures, timeout=0.1).not_done:
                show(made.value)
            show(total)
        for job, future in zip(jobs, futures, strict=True):
            for level, message in future.result():
                log.log(level, "%s: %s", job.lang, message)


def _beginning() -> str:
    """How a process begins: with all that this one has read, where that is safe; else it reads everything again.

    Forking beside threads can lock up, and so can the libraries of macOS after it.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def touched(jobs: Iterable[Job], watched: Iterable[str], memory: Memory, log: logging.Logger) -> None:
    """Build each language if what it is made from changed; else take its pages from the last time."""
    from macros.generator import build_language

    for job in jobs:
        made_from = outputs.fingerprint(job.build.content, job.lang, watched)
        known = memory.built.get(job.lang)
        if known is None or known[0] != made_from or not known[1].is_dir():
            folder = known[1] if known else Path(tempfile.mkdtemp(prefix=f"kit-{job.lang}-"))
            memory.built.pop(job.lang, None)
            began = time.monotonic()
            build_language(replace(job, site_dir=folder))
            log.info("Built %s in %.1f s", job.lang, time.monotonic() - began)
            memory.built[job.lang] = (made_from, folder)
        shutil.copytree(memory.built[job.lang][1], job.site_dir, copy_function=_link, dirs_exist_ok=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
