"""What people searched for, which tools answer it, and how well an engine's rankings do."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import NamedTuple

from tests.conftest import ROOT

# One set to choose weights by, one to judge them by, and one from outside the project where somebody has it.
SETS = {
    "development": ROOT / "tests/search/development.tsv",
    "held-out": ROOT / "tests/search/held-out.tsv",
    "shared": ROOT.parent / "shared/search/dev_queries.tsv",
}


class Query(NamedTuple):
    """A query with its set, its kind, and the tools that answer it."""

    name: str
    lang: str
    kind: str
    text: str
    ids: frozenset[str]


class Score(NamedTuple):
    """Of how many queries; the shares with a right tool first and among the first three; the mean of 1 / place."""

    number: int
    first: float
    three: float
    mean: float

    def __str__(self) -> str:
        return f"{self.number:>5} {self.first:>6.3f} {self.three:>6.3f} {self.mean:>6.3f}"


def read(lang: str) -> list[Query]:
    """Return all queries of a language."""
    found = []
    for name, path in ((name, path) for name, path in SETS.items() if path.is_file()):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["lang"] == lang:
                    ids = frozenset(row["accepted_ids"].split(","))
                    found.append(Query(name, lang, row["kind"], row["query"], ids))
    return found


def some(queries: Sequence[Query], most: int) -> list[Query]:
    """Return so many queries, spread over all kinds and sets."""
    step = max(1, len(queries) / most)
    return [queries[int(n * step)] for n in range(min(most, len(queries)))]


def place(query: Query, found: Sequence[str]) -> int:
    """The place of the first right tool, from 1; 0 where there is none.

    A page counts once, and a page that is no tool takes a place.
    """
    pages = list(dict.fromkeys(found))
    return next((n for n, page in enumerate(pages, start=1) if page in query.ids), 0)


def score(places: Sequence[int]) -> Score:
    """What the places of the right tools come to."""
    number = len(places)
    three = sum(1 <= place <= 3 for place in places)
    return Score(number, places.count(1) / number, three / number, sum(1 / place for place in places if place) / number)
