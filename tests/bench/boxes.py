"""Search boxes of built sites in Chromium: what is typed into them, what they answer, and what they load for it."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import BROWSERS, CHROMIUM

# The tool or else the page that each link among the answers leads to.
FOUND = """links => [...document.querySelectorAll(links)].map(link =>
    link.closest('[data-tool-id]')?.dataset.toolId ?? new URL(link.href).pathname)"""
# Material looks into its box when a key is let go.
FILL = """([input, text]) => {
    const field = document.querySelector(input);
    field.value = text;
    for (const name of ["input", "keyup"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}"""
STATUS = "([status, rest, wanted]) => (document.querySelector(status).textContent.trim() === rest) === wanted"
# After so long a page has loaded what it will, in milliseconds.
SETTLED = 700


@dataclass(frozen=True)
class Box:
    """How a site is searched: its input, the links that answer, and what of the site is loaded for it."""

    input: str
    links: str
    loaded: re.Pattern[str]
    # What says another thing at rest than when there are answers; nothing where they are there at once.
    status: str | None = None


OURS = Box("input[type=search]", "[data-search-results] a", re.compile(r"/(search|index|texts)-[0-9A-Z]{8}\.js$"))
MATERIAL = Box(
    ".md-search__input",
    ".md-search-result__link",
    re.compile(r"/(search_index\.json|workers/search\b.*\.js|lunr/.*\.js)$"),
    ".md-search-result__meta",
)


class Served(NamedTuple):
    """A folder's address, and what was asked of it so far."""

    address: str
    asked: list[str]


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """A browser from the machine; None where there is none."""
    found = os.environ.get("CHROMIUM", next(filter(None, map(shutil.which, BROWSERS)), None))
    if not found:
        yield None
        return
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=CHROMIUM.split())
        yield launched
        launched.close()


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder."""
    asked: list[str] = []

    class Noting(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            asked.append(urlsplit(self.path).path)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Noting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Served(f"http://127.0.0.1:{server.server_address[1]}", asked)
    server.shutdown()
    server.server_close()


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a context of its own, with all that it loads by itself."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(SETTLED)
    yield page
    context.close()


def use(page: Page, box: Box) -> None:
    """Go into the box, and let it load what it needs."""
    page.locator(box.input).first.focus()
    page.wait_for_timeout(SETTLED)


def answers(page: Page, box: Box, queries: Sequence[str]) -> list[list[str]]:
    """What the box answers to each query: tools' ids, and the addresses of other pages."""
    use(page, box)
    for text in ("x", ""):
        fill(page, box, text)
        page.wait_for_timeout(SETTLED)
    rest = (page.locator(box.status).text_content() or "").strip() if box.status else ""
    return [answer(page, box, query, rest) for query in queries]


def answer(page: Page, box: Box, query: str, rest: str) -> list[str]:
    """What the box answers; `rest` is what its status says when it is empty."""
    if box.status:
        fill(page, box, "")
        page.wait_for_function(STATUS, arg=[box.status, rest, True])
    fill(page, box, query)
    if box.status:
        page.wait_for_function(STATUS, arg=[box.status, rest, False])
    found: list[str] = page.evaluate(FOUND, box.links)
    return found


def fill(page: Page, box: Box, text: str) -> None:
    """Have a text in the box."""
    page.evaluate(FILL, [box.input, text])
