"""Looking at pages in every state, width and palette, in several browsers side by side."""

from __future__ import annotations

import contextlib
import itertools
import os
import queue
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.audit import axe, pages
from tests.audit.contrasts import Decided
from tests.audit.states import NARROW, STATES, WIDE, Stage
from tests.conftest import BROWSERS, CHROMIUM, served

# What is looked for in each palette: the second shows the same page in other colours.
PALETTES: Mapping[Literal["light", "dark"], Mapping[str, Any]] = {"light": axe.ALL, "dark": axe.OF_COLOUR}
# The width at which WCAG asks for reading without scrolling sideways, in CSS pixels.
REFLOW = 320
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
WIDER = {"id": "reflow", "help": "Wider than 320 px", "target": "html", "html": "", "why": ""}
STUCK = {"id": "state", "help": "The page could not be brought into this state", "target": "html", "html": ""}
# More browsers than this don't make it faster.
MOST = 4


@dataclass(frozen=True)
class Finding:
    """What is wrong or undecided at one place, and where it was seen: "360 light", "1280 dark"."""

    page: str
    state: str
    rule: str
    selector: str
    help: str
    html: str
    why: str
    seen: tuple[str, ...]


@dataclass
class Looked:
    """What was found on one page, and how often it was looked at in each state."""

    page: pages.Address
    looks: dict[str, int] = field(default_factory=dict)
    wrong: list[Finding] = field(default_factory=list)
    unsure: list[Finding] = field(default_factory=list)
    decided: list[Decided] = field(default_factory=list)
    browser: str = ""


def at_all(site: Path, wanted: Sequence[pages.Address], samples: Mapping[str, list[str]]) -> Iterator[Looked]:
    """Look at the pages, and tell of each when it is done; a fault in one browser is raised here."""
    todo: queue.SimpleQueue[pages.Address] = queue.SimpleQueue()
    done: queue.SimpleQueue[Looked | Exception] = queue.SimpleQueue()
    for page in wanted:
        todo.put(page)
    with served(site) as address:
        browsers = [
            threading.Thread(target=_share, args=(todo, address, samples, done))
            for _ in range(min(os.cpu_count() or 1, MOST, len(wanted)))
        ]
        for browser in browsers:
            browser.start()
        for _ in wanted:
            looked = done.get()
            if isinstance(looked, Exception):
                raise looked
            yield looked
        for browser in browsers:
            browser.join()


def _share(
    todo: queue.SimpleQueue[pages.Address],
    address: str,
    samples: Mapping[str, list[str]],
    done: queue.SimpleQueue[Looked | Exception],
) -> None:
    """Look at pages, in a browser of one's own, as long as there are any."""
    found = os.environ.get("CHROMIUM", next(filter(None, map(shutil.which, BROWSERS)), None))
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM.split())
            with contextlib.suppress(queue.Empty):
                while True:
                    page = todo.get_nowait()
                    done.put(at_one(browser, address, page, samples.get(page.lang, [])))
            browser.close()
    except Exception as fault:
        done.put(fault)


def at_one(
    browser: Browser, site: str, wanted: pages.Address, checklists: Sequence[str] = (), patience: float = 10_000
) -> Looked:
    """Look at one page in all states that it has; `patience` is in milliseconds, for each step into a state."""
    looked = Looked(wanted, browser=browser.version)
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(site + wanted.path)
        page.set_default_timeout(patience)
        stage = Stage(page, site, checklists)
        for state, width in itertools.product(STATES, (NARROW, WIDE)):
            page.set_viewport_size({"width": width, "height": 800})
            try:
                if state.enter(stage):
                    _look(page, looked, state.name, width)
                    state.leave(stage)
            except Error as fault:
                why = fault.message.partition("\n")[0]
                looked.wrong.append(_finding(looked, state.name, {**STUCK, "why": why}, str(width)))
    looked.wrong, looked.unsure = _joined(looked.wrong), _joined(looked.unsure)
    return looked


def _look(page: Page, looked: Looked, state: str, width: int) -> None:
    """Look in both palettes, and once, where it is narrow, whether it can be narrower still."""
    for palette, rules in PALETTES.items():
        page.emulate_media(color_scheme=palette)
        found = axe.look(page, rules)
        seen = f"{width} {palette}"
        looked.looks[state] = looked.looks.get(state, 0) + 1
        looked.wrong += [_finding(looked, state, one, seen) for one in found.wrong]
        looked.unsure += [_finding(looked, state, one, seen) for one in found.unsure]
        looked.decided += found.decided
    if width == NARROW:
        page.set_viewport_size({"width": REFLOW, "height": 800})
        if page.evaluate(TOO_WIDE):
            looked.wrong.append(_finding(looked, state, WIDER, str(REFLOW)))
        page.set_viewport_size({"width": NARROW, "height": 800})


def _finding(looked: Looked, state: str, one: Mapping[str, str], seen: str) -> Finding:
    html = one["html"][:200]
    return Finding(looked.page.name, state, one["id"], one["target"], one["help"], html, one["why"], (seen,))


def _joined(found: Sequence[Finding]) -> list[Finding]:
    """Join what is found at one place in one state: it was seen in several widths and palettes."""
    places: dict[tuple[str, str, str], list[Finding]] = {}
    for one in found:
        places.setdefault((one.state, one.rule, one.selector), []).append(one)
    return [
        Finding(**{**all_[0].__dict__, "seen": tuple(seen for one in all_ for seen in one.seen)})
        for all_ in places.values()
    ]
