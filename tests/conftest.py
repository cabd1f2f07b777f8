"""What the tests share: a copy of the project without anybody's `local/`, the site built from it, a browser."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from macros import assets
from macros.export import store
from tests import forked

ROOT = Path(__file__).parent.parent
# How long a test takes says how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
CHROMIUM = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync"
# What a program reads when it begins, and never again.
ONLY_FROM_THE_START = {"PYTHONHASHSEED", "PYTHONUTF8", "LC_ALL", "TZ"}
# A page is loaded when all its forms are awake, which otherwise takes them a task or two more each.
AWAKE = "addEventListener('load', () => dispatchEvent(new Event('beforeprint')));"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def latest_date(root: Path) -> str:
    """Return the last day that the content tells of: a fixed one would fail the tests when somebody reviews a tool."""
    dated = re.compile(r"^(?:reviewed|updated|held): (\d{4}-\d\d-\d\d)$", re.MULTILINE)
    files = [*(root / "tools").glob("*.yml"), *(root / "docs").rglob("*.md")]
    days: list[str] = [day for file in files for day in dated.findall(file.read_text(encoding="utf-8"))]
    return max(days)


TODAY = latest_date(ROOT)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: one more than there are cores, since many wait for a browser or a server."""
    return (os.cpu_count() or 1) + 1


def copy_of(root: Path, target: Path) -> Path:
    """Copy the project without its `local/`, so that the tests pass in every fork.

    What is made from the content by its digest is made once for all copies.
    """
    ignored = shutil.ignore_patterns(".git", ".venv", ".cache", ".hypothesis", "node_modules", "site", "local")
    shutil.copytree(root, target, ignore=ignored)
    bundles = assets.bundles(root).folder
    shutil.copytree(bundles, target / assets.BUNDLES / bundles.name)
    (root / store.FOLDER).mkdir(parents=True, exist_ok=True)
    for name in (store.FOLDER, "node_modules"):
        (target / name).symlink_to(root / name, target_is_directory=True)
    return target


def kit(root: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command as an editor would, with a fixed today."""
    wanted = {**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(root), "CI": "true", **env}
    if sys.platform == "linux" and not env.keys() & ONLY_FROM_THE_START:
        return forked.run(root, args, wanted)
    code = "from macros.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *args], cwd=root, env=wanted, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project; tests that change it make their own."""
    return copy_of(ROOT, tmp_path_factory.mktemp("project") / "værktøj og prøve")


@pytest.fixture
def own_project(tmp_path: Path) -> Path:
    """A copy of the project that the test may change."""
    return copy_of(ROOT, tmp_path / "project")


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The built site."""
    done = kit(project, "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def vik(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of an invented municipality that added a language of its own, and its site as it builds it."""
    from tests import nordre_vik

    project = nordre_vik.made(tmp_path_factory.mktemp("nordre-vik") / "project")
    nordre_vik.built(project)
    return project


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(site) as at:
        yield at


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site at the address that is given."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            """Answer with the site's own 404, as hosts do."""
            body = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome, from the machine."""
    found = os.environ.get("CHROMIUM", next(filter(None, map(shutil.which, BROWSERS)), None))
    if not found:
        pytest.skip("there is no Chromium or Chrome on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=CHROMIUM.split())
        new_context = launched.new_context

        def awake(**options: Any) -> BrowserContext:
            context = new_context(**options)
            context.add_init_script(AWAKE)
            return context

        launched.new_context = awake  # type: ignore[method-assign]
        launched.new_page = lambda **options: awake(**options).new_page()  # type: ignore[method-assign]
        yield launched
        launched.close()


@pytest.fixture
def api() -> Iterator[tuple[type[Any], str]]:
    """A fake forge that is asked over the net, and its address."""
    from tests.fake_forge import Api

    class Own(Api):
        asked: list[tuple[str, str, str | None, Any]] = []  # noqa: RUF012
        about: dict[str, Any] = {}  # noqa: RUF012
        there: list[dict[str, Any]] = []  # noqa: RUF012

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Own)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Own, f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
