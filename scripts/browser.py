"""The browser that the tests drive: Chromium or Chrome, from this machine or fetched."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from child import BIN, run, say
from remedy import AGAIN, ROOT, Stop

# Chromium without windows: the tests take a third of the time in it.
SHELL = "chromium-headless-shell"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# Where Debian keeps its fonts. The tests measure pages in one as wide as an office's: what a bare machine falls back to
# is wider than any that readers have.
FONTS = Path("/usr/share/fonts")
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find() -> str:
    """Path of a browser that runs, installed if need be; empty if none can be had, so that its tests are skipped.

    CHROMIUM in the environment names one; set to nothing, it means to go without.
    """
    named = os.environ.get("CHROMIUM")
    if named is not None:
        return check_named(named)
    for browser in candidates():
        if runs(browser):
            return browser
    print(
        "No Chromium or Chrome is on this machine and none could be installed, so the tests that need one are skipped: "
        "install one, or set CHROMIUM to the path of one.",
        file=sys.stderr,
    )
    return ""


def check_named(browser: str) -> str:
    """The browser that CHROMIUM names."""
    if browser and not runs(browser):
        raise Stop(
            f"CHROMIUM names `{browser}`, which does not run: set it to a Chromium or Chrome, or unset it, {AGAIN}"
        )
    return browser


def candidates() -> Iterator[str]:
    """Paths that may hold a browser: what is there first, then what can be installed."""
    system = os.geteuid() == 0 and shutil.which("apt-get")
    if system and not any(FONTS.rglob("LiberationSans-Regular.ttf")):
        attempt("Setting up fonts", lambda: install_system_package("fonts-liberation"))
    yield shutil.which(SHELL) or ""
    if system:
        attempt("Setting up Chromium from the system's packages", lambda: install_system_package(SHELL))
        yield shutil.which(SHELL) or ""
    for name in NAMES:
        yield shutil.which(name) or ""
    yield playwright_path()
    if system:
        attempt("Setting up Chromium from the system's packages", lambda: install_system_package("chromium"))
        yield shutil.which("chromium") or ""
    attempt("Setting up Chromium from Playwright", install_playwright_browser)
    yield playwright_path()


def runs(browser: str) -> bool:
    """Whether it starts: on Ubuntu, `chromium-browser` may be a mere hint to install something else."""
    if not shutil.which(browser):
        return False
    try:
        return not subprocess.run([browser, "--version"], capture_output=True, timeout=60, check=False).returncode
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwright_path() -> str:
    """Where Playwright keeps its own Chromium, whether it has fetched it or not."""
    with suppress(Stop):
        return run([BIN / "python", "-c", ASK_PLAYWRIGHT], source="Playwright").strip()
    return ""


def attempt(step: str, install: Callable[[], object]) -> None:
    """Try one way of installing; the next may do what it can't."""
    say(step)
    with suppress(Stop):
        install()


def install_system_package(name: str) -> None:
    """Install one of Debian's packages."""
    run(["apt-get", "update"], source="Debian")
    run(["apt-get", "install", "--yes", "--no-install-recommends", name], source="Debian", cwd=ROOT)


def install_playwright_browser() -> None:
    """Fetch the Chromium that Playwright is made with."""
    run([BIN / "playwright", "install", "--no-shell", "chromium"], source="Playwright")
