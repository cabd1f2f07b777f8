"""How long the search takes from a key to its results, with as many tools as there are and with many more.

The index is made from a project whose tools are copied and varied, and is given to the pages of the site that was
built in place of its own: what is measured is the real box with the index of a bigger site, not a bigger site.
"""

from __future__ import annotations

import datetime
import json
import math
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from macros import survey, templates
from macros.render import Renderer
from macros.search import Index
from tests.bench import boxes, queries
from tests.bench.boxes import OURS
from tests.bench.building import Sites
from tests.bench.growing import grown
from tests.conftest import ROOT, TODAY, copy_of

# So many queries are typed in each language.
TYPED = 40
# The results are there when the event has been dealt with: where not, it ends here.
TYPE = """async ([input, texts]) => {
    const field = document.querySelector(input), times = [];
    for (const text of texts) for (let n = 1; n <= text.length; n++) {
        field.value = text.slice(0, n);
        const began = performance.now();
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        times.push(performance.now() - began);
        if (field.value.trim() && !document.querySelector("[data-search-results] a")) throw new Error(field.value);
        await new Promise((done) => setTimeout(done));
    }
    return times;
}"""
# From going into the box to its answer, and to the one for which the second script has been taken in.
BEGIN = """([input, text]) => new Promise((done) => {
    const field = document.querySelector(input), began = performance.now(), times = [];
    new MutationObserver((changes, watching) => {
        if (!changes.some((one) => one.target.matches("[data-search-results]"))) return;
        if (times.push(performance.now() - began) < 2) return;
        watching.disconnect();
        done(times);
    }).observe(field.form, { childList: true, subtree: true });
    field.value = text;
    field.focus();
})"""


@dataclass(frozen=True)
class Scripts:
    """The index scripts of a language."""

    lang: str
    first: str
    more: str


def report(browser: Browser, sites: Sites, sizes: Sequence[int]) -> None:
    """Print a table by size and language."""
    print(f"\n{'tools':>6} {'lang':<5} {'keys':>6} {'median':>9} {'p95':>9} {'most':>9} {'ready':>9} {'and whole':>9}")
    for size in sizes:
        for scripts in indexes(size):
            typed = [query.text for query in queries.some(queries.read(scripts.lang), TYPED)]
            with boxes.served(sites.site) as site, boxes.opened(browser, "about:blank") as page:
                give(page, scripts)
                page.goto(f"{site.address}/{scripts.lang}/")
                first, whole = page.evaluate(BEGIN, [OURS.input, typed[0]])
                times = sorted(page.evaluate(TYPE, [OURS.input, typed]))
            told = (at(times, 0.5), at(times, 0.95), times[-1], first, whole)
            print(f"{size:>6} {scripts.lang:<5} {len(times):>6} " + " ".join(f"{one:>7.1f}ms" for one in told))


def indexes(size: int) -> Iterator[Scripts]:
    """Yield the index of each language of a project with so many tools."""
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
        for renderer in renderers(grown(copy_of(ROOT, Path(folder) / "project"), size, varied=True)):
            index = Index(renderer)
            first = index.first(f"assets/{renderer.lang}/texts-more.js")
            yield Scripts(renderer.lang, script("index", first), script("texts", index.more()))


def renderers(project: Path) -> list[Renderer]:
    """The languages of a project."""
    found = survey.load(project, datetime.date.fromisoformat(TODAY))
    return [Renderer(found, lang, templates.environment(project)) for lang in found.site.built]


def script(name: str, value: object) -> str:
    """A data script, as macros/telling.py makes them."""
    return f"(self.kit??={{}}).{name}={json.dumps(value, ensure_ascii=False)};"


def give(page: Page, scripts: Scripts) -> None:
    """Let a page load these index scripts in place of its site's."""
    for name, text in (("index", scripts.first), ("texts", scripts.more)):
        page.route(
            re.compile(rf"/assets/{scripts.lang}/{name}-"),
            lambda route, _, text=text: route.fulfill(body=text, content_type="text/javascript; charset=utf-8"),
        )


def at(times: Sequence[float], share: float) -> float:
    """The time that this share of sorted ones does not exceed."""
    return times[max(0, math.ceil(share * len(times)) - 1)]
