"""Real git, with nobody's settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

NOBODY = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false", "-c", "gc.auto=0")
# What the content is read from; `local/` is never copied, so that this is the same in every fork of ours.
SHARED = ("tools", "docs")


def git(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, and return what came of it."""
    command = ["git", *WHO, *args]
    return subprocess.run(command, cwd=root, env={**os.environ, **NOBODY}, capture_output=True, text=True, check=False)


def begin(root: Path) -> Path:
    """Make a repository of the content that we have today."""
    for name in SHARED:
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site.yml", root)
    (root / "local").mkdir()
    (root / "local/README.md").write_text("What lies here is yours.\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    release(root, 0)
    return root


def clone(upstream: Path, root: Path) -> Path:
    """Fork the repository."""
    git(upstream, "clone", "--quiet", "--shared", str(upstream), str(root))
    return root


def commit(root: Path, subject: str) -> None:
    """Commit all that has changed."""
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", subject)


def release(root: Path, number: int) -> None:
    """Commit a release, and tag it."""
    commit(root, f"Release {number}")
    git(root, "tag", f"v{number}.0.0")


def merged(root: Path, number: int) -> bool:
    """Merge a release into a fork; return whether nobody has to edit anything."""
    git(root, "fetch", "--quiet", "--tags", "origin")
    done = git(root, "merge", "--quiet", "--no-edit", f"v{number}.0.0")
    if done.returncode:
        git(root, "checkout", "--quiet", f"v{number}.0.0", "--", *SHARED)
        commit(root, "Take theirs")
    return done.returncode == 0
