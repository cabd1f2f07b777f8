"""A progress bar on a terminal; silence in CI and in pipes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show how much of `total` is done; what is yielded takes the number done so far."""
    if os.environ.get("CI") or not sys.stderr.isatty():
        yield lambda _done: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as shown:
        yield lambda done: shown.update(done - shown.pos)
