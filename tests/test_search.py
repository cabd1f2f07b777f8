"""The search's index and its answers, without a browser: what is in it, how heavy it is, and how good."""

from __future__ import annotations

import csv
import datetime
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import asking, survey, templates
from macros.render import Renderer
from macros.search import Index
from tests.conftest import ROOT, TODAY, kit

# Written by people who had not read the search words: one set to choose weights by, and one to judge them by.
SETS = ("development", "held-out")


@pytest.fixture(scope="module")
def renderers(project: Path) -> dict[str, Renderer]:
    found = survey.load(project, datetime.date.fromisoformat(TODAY))
    env = templates.environment(project)
    return {lang: Renderer(found, lang, env) for lang in found.site.built}


def queries(name: str) -> Iterator[tuple[str, str, str, set[str]]]:
    """Yield language, kind, query, and the tools that answer it."""
    with (ROOT / f"tests/search/{name}.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["lang"], row["kind"], row["query"], set(row["accepted_ids"].split(","))


@pytest.fixture(scope="module")
def ranks(renderers: dict[str, Renderer]) -> dict[str, dict[str, list[int]]]:
    """The place of the first right tool that a box shows for each query, from 1; 0 where there is none."""
    found: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in SETS}
    for lang, renderer in renderers.items():
        asked = [(name, *row[1:]) for name in SETS for row in queries(name) if row[0] == lang]
        answers = asking.ask(renderer, [query for _, _, query, _ in asked], most=6)
        for (name, kind, _, ids), answer in zip(asked, answers, strict=True):
            found[name][kind].append(next((place for place, id in enumerate(answer.shown, start=1) if id in ids), 0))
    return found


def share(found: list[int], most: int) -> float:
    return sum(0 < place <= most for place in found) / len(found)


@pytest.mark.parametrize("name", SETS)
def test_practitioners_find_the_right_tool_first(ranks: dict[str, dict[str, list[int]]], name: str) -> None:
    found = {kind: places for kind, places in ranks[name].items() if kind != "question"}
    questions = ranks[name]["question"]
    together = [place for places in found.values() for place in places]

    assert share(together, 1) >= 0.95
    assert share(together, 3) >= 0.97
    assert {kind: share(places, 1) for kind, places in found.items() if share(places, 1) < 0.85} == {}
    assert share(questions, 3) >= 0.65


@pytest.mark.parametrize("kind", ["exact", "inflected", "ascii-folded"])
def test_words_of_the_titles_are_always_found(ranks: dict[str, dict[str, list[int]]], kind: str) -> None:
    for name in SETS:
        assert share(ranks[name][kind], 3) == 1


def test_every_tool_is_found_by_each_of_its_own_words(renderers: dict[str, Renderer]) -> None:
    lost = []
    for lang, renderer in renderers.items():
        tools = renderer.content.tools.items()
        own = [(id, words) for id, tool in tools for words in (tool.title.in_(lang), *_words(tool, lang))]
        for (id, words), answer in zip(own, asking.ask(renderer, [words for _, words in own], most=20), strict=True):
            if id not in [hit.id for hit in answer.hits if hit.id][:3]:
                lost.append((lang, id, words))

    assert lost == []


def _words(tool: object, lang: str) -> Iterator[str]:
    for name in ("synonyms", "use_when"):
        yield from getattr(tool, name).in_(lang)


def test_the_index_is_light(renderers: dict[str, Renderer], site: Path) -> None:
    for lang, renderer in renderers.items():
        sizes = {path.name[:5]: len(gzip.compress(path.read_bytes())) for path in (site / "assets" / lang).iterdir()}

        # More tools may weigh more: the limits are those of the 29 that the site began with.
        grown = max(1, len(renderer.content.tools) / 29)
        assert sizes["index"] <= 20_000 * grown
        assert sizes["texts"] <= 30_000 * grown


def test_pages_for_editors_are_not_in_the_index(renderers: dict[str, Renderer]) -> None:
    for lang, renderer in renderers.items():
        index = Index(renderer)
        pages = [entry["page"] for entry in (*index.first("")["entries"], *index.more()["entries"])]

        assert {
            page.rpartition("#")[0] or page for page in pages if re.search("/(stil[a-z-]*|soegeproeve|sokprov)/", page)
        } == set()
        assert f"{lang}/" not in pages


def test_an_editor_sees_the_ranking_and_what_was_met(project: Path) -> None:
    done = kit(project, "search", "byråd", "--lang", "da", "--most", "2")

    assert done.returncode == 0
    first = done.stdout.splitlines()[:2]
    assert re.fullmatch(r" 1 +\d+\.\d  Temadrøftelse i kommunalbestyrelsen  \(council-discussion\)", first[0])
    assert re.fullmatch(r" +also +\d+\.\d  byråd → byråd \(exact\): .*", first[1])


def test_a_language_that_is_not_there_is_told(project: Path) -> None:
    done = kit(project, "search", "byråd", "--lang", "no")

    assert done.returncode == 2
    assert done.stderr.startswith("`no` is not a language of this site. Known here: `da`")
