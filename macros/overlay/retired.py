"""Tools that were taken away: what a municipality still says of them is left out, and stops no build."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from macros.overlay.tree import Node, flat, tree
from macros.own import is_own
from macros.problem import ContentError, Problem
from macros.source import Source
from macros.yaml_reader import read

VOCABULARY = "tools/_vocabulary.yml"


def retired(root: Path) -> frozenset[str]:
    """Return the tools that the vocabulary lists as gone; none where it cannot be read, which is told elsewhere."""
    try:
        data = read(root / VOCABULARY, VOCABULARY).data
    except ContentError:
        return frozenset()
    names = data.get("retired") if isinstance(data, dict) else None
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


def without(source: Source, gone: Collection[str]) -> tuple[Source, list[Problem]]:
    """Return a tool's source in which a municipality names no tool that is gone, and a hint for each that it did."""
    if not any(is_own(file) for file in source.files):
        return source, []
    root, problems = tree(source), []
    for words in _lists(root):
        for node in [one for one in words.value if one.value in gone and is_own(one.mark.file)]:
            words.value.remove(node)
            problems.append(hint(node.value, *node.mark))
    return (replace(flat(root, source.file), problems=source.problems), problems) if problems else (source, [])


def hint(id: str, file: str, line: int, column: int) -> Problem:
    """Say that a tool is gone, where a municipality names it."""
    fault = f"the tool `{id}` is not there any more, so it is left out here"
    return Problem(file, line, column, fault, "Take its name away.", "hint")


def _lists(tool: Node) -> Iterator[Node]:
    """The lists in which a tool names others."""
    items = [item for checklist in _all(tool.get("checklists")) for item in _all(checklist.get("items"))]
    for words in (tool.get("related"), *(item.get("helps") for item in items)):
        if words and isinstance(words.value, list):
            yield words


def _all(node: Node | None) -> list[Node]:
    return node.value if node and isinstance(node.value, list) else []
