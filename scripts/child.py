"""Programs that setup starts, in silence."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from remedy import ROOT, failure

VENV = ROOT / ".venv"
BIN = VENV / "bin"


def say(step: str) -> None:
    """Tell which step begins; on stderr, since stdout is for results."""
    print(f"{step} …", file=sys.stderr, flush=True)


def run(command: Sequence[str | Path], source: str, cwd: Path = ROOT, text: str = "") -> str:
    """Run a program in silence.

    Args:
        command: the program and its arguments.
        source: where it fetches from, as the beginning of a sentence: "PyPI".
        cwd: the folder to run it in.
        text: what it reads on stdin.

    Returns:
        All that it printed.

    Raises:
        Stop: it failed.
    """
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=environment(),
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise failure(Path(command[0]).name, done.stdout, source)
    return done.stdout


def environment() -> dict[str, str]:
    """The environment for programs: a person's own, but for what would lead them astray."""
    return {
        **os.environ,
        # A user install can't go into `.venv`.
        "PIP_USER": "0",
        "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        # Playwright's own Node needs a library (libatomic) that a small Debian lacks; ours is known to run.
        "PLAYWRIGHT_NODEJS_PATH": str(BIN / "node"),
    }


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other setup works in this folder, so that `make serve` and `make test` may start together."""
    folder = os.open(ROOT / "scripts", os.O_RDONLY)
    try:
        # Some network file systems have no locks: go on without.
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
