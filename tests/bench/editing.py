"""How long an editor waits under `kit serve`: from saving a file until its page says what was written."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tests.test_serve import served, text_of

PAGE, TOOL = "docs/da/vaerktoejer/styregruppe.md", "tools/steering-group.yml"
ITEMS = "    items:\n"
PATIENCE = 120


def waits(project: Path) -> tuple[float, float]:
    """Return the seconds for a page and for a checklist of a project that is served."""
    page, tool = (project / name for name in (PAGE, TOOL))
    item = "      - {id: bench-item, text: {da: Et nyt punkt om nitten, sv: En ny punkt om nitton}}\n"
    edits = {
        page: (page.read_text("utf-8") + "\nEn ny sætning om sytten.\n", "En ny sætning om sytten."),
        tool: (tool.read_text("utf-8").replace(ITEMS, ITEMS + item, 1), "Et nyt punkt om nitten"),
    }
    with served(project) as (address, log):
        here = f"{address}/da/vaerktoejer/styregruppe/"
        _wait(lambda: "Serving on" in log.read_text("utf-8") and bool(text_of(here)))
        found = [_saved(path, text, here, said) for path, (text, said) in edits.items()]
    return found[0], found[1]


def _saved(path: Path, text: str, here: str, said: str) -> float:
    before = path.read_text("utf-8")
    began = time.monotonic()
    path.write_text(text, "utf-8")
    _wait(lambda: said in text_of(here))
    seconds = time.monotonic() - began
    path.write_text(before, "utf-8")
    _wait(lambda: said not in text_of(here))
    return seconds


def _wait(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the server does not answer")
        time.sleep(0.02)
