"""A build that is stopped in the middle: the last site stays whole, and nothing runs on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests import base_site
from tests.conftest import ROOT, TODAY, kit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with a site."""
    root = base_site.make(tmp_path / "project")
    for name in ("assets", "overrides", "macros"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    (root / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    for name in ("mkdocs.yml", "package-lock.json"):
        shutil.copy(ROOT / name, root)
    assert kit(root, "build").returncode == 0
    return root


@pytest.mark.parametrize(("end", "share"), [(signal.SIGKILL, 0.4), (signal.SIGKILL, 0.8), (signal.SIGTERM, 0.6)])
def test_the_last_site_stays_whole_and_nothing_runs_on(root: Path, end: signal.Signals, share: float) -> None:
    before = _site(root)
    (root / "docs/da/om.md").write_text("---\ntitle: Om\npair: om\n---\nNyt.\n", "utf-8")
    began = time.monotonic()
    assert kit(root, "check").returncode == 0
    took = 2 * (time.monotonic() - began)

    build = subprocess.Popen(
        [sys.executable, "-c", "from macros.cli import main; main()", "build"],
        cwd=root,
        env={**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(root)},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(share * took)
    build.send_signal(end)
    build.wait()

    left = _site(root)
    _wait_for_silence(build.pid)
    assert kit(root, "build").returncode == 0
    assert list((root / ".cache").glob("site.*")) == []
    assert left in (before, _site(root)) and before != _site(root)


def _site(root: Path) -> dict[str, bytes]:
    found = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def _wait_for_silence(session: int) -> None:
    """Wait until no process of a build is left."""
    for _ in range(100):
        left = [one for one in psutil.process_iter() if _session(one) == session and one.status() != "zombie"]
        if not left:
            return
        time.sleep(0.1)
    pytest.fail(f"still running: {left}")


def _session(process: psutil.Process) -> int:
    try:
        return os.getsid(process.pid)
    except OSError:
        return 0
