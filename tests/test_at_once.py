"""What several processes make at once: each has all of it, and nobody's is taken away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from macros import assets
from macros.commands import site as commands
from tests.conftest import ROOT

HOUR = 60 * 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """What the bundles are made from, and none of them."""
    for name in ("assets", "node_modules", "package-lock.json"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def test_processes_that_begin_together_all_have_the_bundles(root: Path) -> None:
    code = "from pathlib import Path; from macros import assets; print(len(assets.bundles(Path()).addresses))"
    command = [sys.executable, "-c", code]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}

    begun = [subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.PIPE) for _ in range(5)]

    assert [int(one.communicate()[0] or 0) for one in begun] == [len(assets.ENTRIES)] * 5
    assert len(list((root / assets.BUNDLES).iterdir())) == 1


def test_bundles_go_when_nobody_has_used_them_for_an_hour(root: Path) -> None:
    kept = root / assets.BUNDLES
    for name, age in (("under-way.17", 5), ("read", HOUR - 60), ("left", HOUR + 60)):
        (kept / name).mkdir(parents=True)
        os.utime(kept / name, (time.time() - age,) * 2)

    made = assets.bundles(root).folder

    assert {path.name for path in kept.iterdir()} == {"under-way.17", "read", made.name}


def test_bundles_that_are_used_stay(root: Path) -> None:
    made = assets.bundles(root).folder
    os.utime(made, (time.time() - 2 * HOUR,) * 2)

    assert assets.bundles(root).folder == made
    assert time.time() - made.stat().st_mtime < HOUR


def test_of_builds_that_end_together_one_stays(tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def build(name: str) -> None:
        new = tmp_path / name
        for _ in range(50):
            new.mkdir()
            (new / "index.html").write_text(name, "utf-8")
            try:
                commands._replace(new, tmp_path / "site")
            except OSError as error:
                failed.append(error)
                shutil.rmtree(new, ignore_errors=True)

    threads = [threading.Thread(target=build, args=[f"site.{n}"]) for n in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert failed == []
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site/index.html").is_file()
