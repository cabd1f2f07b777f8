"""The search beside others: how good its rankings are, what it weighs, and how fast it answers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from macros import asking
from macros.render import Renderer
from macros.search import Index
from tests.bench import boxes, keys, queries
from tests.bench.boxes import MATERIAL, OURS, Box
from tests.bench.building import Sites
from tests.bench.queries import Query

SIZES = (29, 250, 1000)
RIVAL = "tests/search/minisearch.ts"
ENGINES = ("ours", "Material", "MiniSearch")
# The place of the first right tool, by engine, for each query.
Places = list[tuple[Query, dict[str, int]]]


def report(sites: Sites, sizes: Sequence[int]) -> None:
    """Measure the search of a project that was built, and print tables; speed with so many tools."""
    with boxes.chromium() as browser:
        if not browser:
            print("The search is not measured: there is no Chromium or Chrome on this machine.")
            return
        found = [one for renderer in keys.renderers(sites.project) for one in places(browser, sites, renderer)]
        print_quality(found)
        print_kinds(found)
        print_weights(browser, sites)
        keys.report(browser, sites, sizes)


def places(browser: Browser, sites: Sites, renderer: Renderer) -> Places:
    """Ask all queries of a language of each engine, the first two through their boxes."""
    asked = queries.read(renderer.lang)
    texts = [query.text for query in asked]
    tools = {f"/{renderer.address(page)}": page.front.tool for page in renderer.pages if page.front.tool}
    found: dict[str, list[list[str]]] = {}
    for engine, box, folder in (("ours", OURS, sites.site), ("Material", MATERIAL, sites.plain)):
        with boxes.served(folder) as site, boxes.opened(browser, f"{site.address}/{renderer.lang}/") as page:
            found[engine] = boxes.answers(page, box, texts)
    index = Index(renderer)
    data = {"first": index.first(""), "more": index.more(), "queries": texts}
    found["MiniSearch"] = json.loads(asking.run(sites.project, RIVAL, json.dumps(data)))
    return [
        (
            query,
            {engine: queries.place(query, [tools.get(one) or one for one in found[engine][n]]) for engine in ENGINES},
        )
        for n, query in enumerate(asked)
    ]


def print_quality(found: Places) -> None:
    """Print a table by set and engine, over both languages."""
    print(f"\n{'queries':<12} {'engine':<11} {'n':>5} {'hit@1':>6} {'hit@3':>6} {'MRR':>6}")
    for name in dict.fromkeys(query.name for query, _ in found):
        for engine in ENGINES:
            mine = [ranks[engine] for query, ranks in found if query.name == name]
            print(f"{name:<12} {engine:<11} {queries.score(mine)}")


def print_kinds(found: Places) -> None:
    """Print a table of ours by language and by kind, the worst first."""
    print(f"\n{'ours, by kind':<24} {'n':>5} {'hit@1':>6} {'hit@3':>6} {'MRR':>6}")
    groups: dict[str, list[int]] = {}
    for query, ranks in found:
        groups.setdefault(f"{query.kind} ({query.lang})", []).append(ranks["ours"])
    for kind, mine in sorted(groups.items(), key=lambda one: queries.score(one[1]).first):
        print(f"{kind:<24} {queries.score(mine)}")


def print_weights(browser: Browser, sites: Sites) -> None:
    """Print what is loaded for the search, compressed: before its box is used, and from then on."""
    print(f"\n{'search, gzip':<12} {'':<9} {'before':>8} {'on use':>8}")
    for engine, box, folder in (("ours", OURS, sites.site), ("Material", MATERIAL, sites.plain)):
        for lang in sorted(path.name for path in sites.plain.iterdir() if path.is_dir()):
            before, after = weights(browser, folder, lang, box)
            parts = ", ".join(f"{name} {size / 1000:.1f}" for name, size in {**before, **after}.items())
            total = f"{sum(before.values()) / 1000:>6.1f}kB {sum(after.values()) / 1000:>6.1f}kB"
            print(f"{engine:<12} {lang:<9} {total}  ({parts})")


def weights(browser: Browser, folder: Path, lang: str, box: Box) -> Iterator[dict[str, int]]:
    """Yield bytes by file for what is loaded before the box is used, and for what comes then."""
    with boxes.served(folder) as site, boxes.opened(browser, f"{site.address}/{lang}/") as page:
        before = len(site.asked)
        boxes.use(page, box)
    for asked in (site.asked[:before], site.asked[before:]):
        files = sorted({path for path in asked if box.loaded.search(path)})
        yield {Path(path).name: len(gzip.compress((folder / path[1:]).read_bytes(), 9)) for path in files}
