"""The shared content as data that releases change, and how it is written into files, in one style or another."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.bench.forks.chapters import Chapters
from tests.bench.forks.ledger import Ledger, Unit

LANGS = ("da", "sv")
# Marks a node for the ledger, whatever it is called; never written into a file.
SERIAL = "_serial"
LISTS = ("items", "columns")
Node = dict[str, Any]


class Place(NamedTuple):
    """Something in a tool that has an id: the list that it stands in, and the node around that."""

    node: Node
    siblings: list[Node]
    parent: Node


@dataclass
class Upstream:
    """The tools by id, the pages, and what has changed in them.

    `changed` are tools to be written again, `watched` what municipalities depend on: much happens just there. In
    `helped` is what has got its help, or lost it, since we began.
    """

    root: Path
    drawn: random.Random
    ledger: Ledger = field(default_factory=Ledger)
    tools: dict[str, Node] = field(default_factory=dict)
    chapters: Chapters = field(init=False)
    changed: set[str] = field(default_factory=set)
    watched: set[Unit] = field(default_factory=set)
    helped: set[int] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        for path in sorted((self.root / "tools").glob("[!_]*.yml")):
            self.tools[path.stem] = self.numbered(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader))
        self.chapters = Chapters(self.root, self.ledger)

    def numbered(self, tool: Node) -> Node:
        """Give a tool and all its nodes with ids new numbers."""
        for node in (tool, *(place.node for place in places(tool))):
            node[SERIAL] = next(self.numbers)
        return tool

    def word(self, lang: str = "") -> str:
        """Return a word that has never been there."""
        return f"nyt{lang}{next(self.numbers)}ord"

    def id(self) -> str:
        """Return an id that has never been there."""
        return f"new-id-{next(self.numbers)}"

    def forget(self, gone: str) -> None:
        """Take the name of a tool out of all lists, and note in the vocabulary that it is gone."""
        for id, tool in self.tools.items():
            if gone in tool.get("related", []):
                tool["related"].remove(gone)
                self.changed.add(id)
            for place in places(tool):
                if gone in place.node.get("helps", []):
                    place.node["helps"].remove(gone)
                    self.changed.add(id)
                    self.ledger.note((place.node[SERIAL],))
        path = self.root / "tools/_vocabulary.yml"
        text = re.sub(rf"(?m)^      - {gone}\n", "", path.read_text("utf-8"))
        head, _, rest = text.partition("retired:\n")
        path.write_bytes(f"{head}retired:\n  - {gone}\n{rest}".encode())

    def write(self) -> None:
        """Write the tools that have changed, some of the others in another style, and the pages."""
        for id, tool in self.tools.items():
            restyled = self.drawn.random() < 0.1
            if id in self.changed or restyled:
                self._write_tool(self.root / f"tools/{id}.yml", tool, restyled)
        self.changed.clear()
        self.chapters.write(self.drawn)

    def _write_tool(self, path: Path, tool: Node, restyled: bool) -> None:
        style = self.drawn.choice(("", "'", '"')) if restyled else ""
        width = self.drawn.choice((60, 100)) if restyled else 10**6
        text = yaml.dump(
            bare(tool),
            Dumper=yaml.CSafeDumper,
            allow_unicode=True,
            sort_keys=restyled and self.drawn.random() < 0.3,
            default_style=style or None,
            width=width,
        )
        if restyled and self.drawn.random() < 0.4:
            text = text.replace("\n", "\r\n")
        path.write_bytes(text.encode())


def places(tool: Node) -> Iterator[Place]:
    """Yield the checklists of a tool, and the items and columns in them."""
    for checklist in tool.get("checklists", []):
        yield Place(checklist, tool["checklists"], tool)
        for name in LISTS:
            for node in checklist.get(name, []):
                yield Place(node, checklist[name], checklist)


def found(tool: Node, serial: int) -> Place | None:
    """Return what has a number in a tool, or the tool itself; None where it is gone."""
    if tool[SERIAL] == serial:
        return Place(tool, [], tool)
    return next((place for place in places(tool) if place.node[SERIAL] == serial), None)


def bare(value: Any) -> Any:
    """Return data without the numbers."""
    if isinstance(value, dict):
        return {key: bare(part) for key, part in value.items() if key != SERIAL}
    return [bare(part) for part in value] if isinstance(value, list) else value
