"""The built site in a branch of its own, from which Forgejo's and Codeberg's servers publish."""

from __future__ import annotations

import base64
import os
import subprocess
import tempfile
from pathlib import Path

from macros.forges import TOKEN, Refused, given

BRANCH = "pages"
NAMED = ("-c", "user.name=kit", "-c", "user.email=kit@localhost", "-c", "commit.gpgsign=false")


def publish(root: Path) -> str:
    """Push `site/` as the whole of the branch; return what was done.

    Raises:
        Refused: there is no site, or the forge does not take it.
    """
    site = root / "site"
    if not (site / "index.html").is_file():
        raise Refused("There is no site in `site/`. Run `make build` first.")
    address = f"{given('GITHUB_SERVER_URL')}/{given('GITHUB_REPOSITORY')}.git"
    with tempfile.TemporaryDirectory() as folder:
        # Git's own files lie elsewhere, so that the site stays as it was built.
        env = {**os.environ, **_signed_in(), "GIT_DIR": folder, "GIT_WORK_TREE": str(site), "GIT_TERMINAL_PROMPT": "0"}
        _git(site, env, "init", "--quiet", f"--initial-branch={BRANCH}")
        _git(site, env, "add", "--all", "--force")
        _git(site, env, *NAMED, "commit", "--quiet", "--message", "Publish the site")
        _git(site, env, "push", "--quiet", "--force", "--", address, f"HEAD:refs/heads/{BRANCH}")
    return f"The site is in the branch `{BRANCH}`."


def _signed_in() -> dict[str, str]:
    """What lets git in; in the environment, since others on the machine can read a command's words."""
    secret = base64.b64encode(f"x-access-token:{given(TOKEN)}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{given('GITHUB_SERVER_URL')}/.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {secret}",
    }


def _git(folder: Path, env: dict[str, str], *args: str) -> None:
    command = ["git", *args]
    try:
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    except OSError:
        raise Refused("`git` is not on this machine. Install it, then run this again.") from None
    if done.returncode:
        said = " ".join(done.stderr.split())
        raise Refused(f"The site cannot be put into the branch `{BRANCH}`: {said}. See what `{TOKEN}` may do.")
