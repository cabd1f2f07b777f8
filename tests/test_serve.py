"""The site as an editor sees it while she writes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import TODAY


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(root: Path) -> Iterator[tuple[str, Path]]:
    """Run `kit serve`; yield its address and the file it writes to."""
    port, log = free_port(), root / "serve.log"
    env = {**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(root), "CI": "true"}
    command = [sys.executable, "-c", "from macros.cli import main; main()", "serve", "--address", f"127.0.0.1:{port}"]
    with log.open("w") as out, subprocess.Popen(command, cwd=root, env=env, stdout=out, stderr=out) as process:
        try:
            yield f"http://127.0.0.1:{port}", log
        finally:
            process.terminate()


def text_of(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def eventually(holds: Callable[[], bool], seconds: float = 60) -> bool:
    """Wait for something to hold; the limit is for a machine that does other things too."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.2)
    return False


def test_an_edit_is_on_the_screen_and_the_other_language_is_left_alone(own_project: Path) -> None:
    page = own_project / "docs/da/vaerktoejer/styregruppe.md"
    with served(own_project) as (address, log):
        here = f"{address}/da/vaerktoejer/styregruppe/"
        assert eventually(lambda: "Styregruppe" in text_of(here)), log.read_text()
        assert eventually(lambda: "Serving on" in log.read_text())

        page.write_text(page.read_text(encoding="utf-8") + "\nEn ny sætning om sytten.\n", encoding="utf-8")

        assert eventually(lambda: "En ny sætning om sytten." in text_of(here)), log.read_text()
        assert "Styrgrupp" in text_of(f"{address}/sv/verktyg/styrgrupp/")
        assert [log.read_text().count(f"Built {lang} in") for lang in ("da", "sv")] == [2, 1], log.read_text()

        code = own_project / "macros/documents.py"
        code.write_text(code.read_text(encoding="utf-8").replace("{heading} · {", "{heading} – {"), encoding="utf-8")

        assert eventually(lambda: "<title>Styregruppe – " in text_of(here)), log.read_text()


def test_a_slip_is_told_and_the_server_goes_on(own_project: Path) -> None:
    tool = own_project / "tools/steering-group.yml"
    right = tool.read_text(encoding="utf-8")
    tool.write_text(right.replace("phase: mandate", "phase: mandat"), encoding="utf-8")
    with served(own_project) as (address, log):
        assert eventually(lambda: "no phase is called `mandat`" in log.read_text()), log.read_text()

        tool.write_text(right, encoding="utf-8")

        assert eventually(lambda: "Styregruppe" in text_of(f"{address}/da/vaerktoejer/styregruppe/")), log.read_text()
        tool.write_text(right.replace("phase: mandate", "phase: mandat"), encoding="utf-8")
        assert eventually(lambda: log.read_text().count("no phase is called `mandat`") == 2), log.read_text()
        assert "Styregruppe" in text_of(f"{address}/da/vaerktoejer/")
        assert "Traceback" not in log.read_text()
