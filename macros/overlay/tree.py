"""A source as a tree that can be changed: every value keeps the place where it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.source import Loc, Mark, Source

# A mapping, a list, or a scalar; what lies in the first two are nodes again.
Value = Any


@dataclass
class Node:
    """One value and its place; a mapping's values are nodes by key, a list's are nodes."""

    value: Value
    mark: Mark

    def get(self, key: str) -> Node | None:
        """Return what lies under a key."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    @property
    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain for node in self.value]
        return self.value

    @property
    def id(self) -> str | None:
        """The id of a mapping that has one."""
        own = self.get("id")
        return own.value if own and isinstance(own.value, str) else None


@dataclass(frozen=True)
class Found:
    """A node with an id: the list it stands in, and the node around that list."""

    node: Node
    siblings: list[Node]
    parent: Node


def tree(source: Source, loc: Loc = ()) -> Node:
    """Return what lies at `loc` of a source as a tree."""
    value = source.data
    for step in loc:
        value = value[step]
    return _grown(source, loc, value)


def _grown(source: Source, loc: Loc, value: Any) -> Node:
    grown: Value = value
    if isinstance(value, dict):
        grown = {key: _grown(source, (*loc, key), part) for key, part in value.items()}
    elif isinstance(value, list):
        grown = [_grown(source, (*loc, n), part) for n, part in enumerate(value)]
    return Node(grown, source.place(loc))


def flat(node: Node, file: str) -> Source:
    """Return a tree as the source that a file would be which says the same."""
    marks: dict[Loc, Mark] = {}
    for loc, one in _walk(node, ()):
        marks[loc] = one.mark
    return Source(file, node.plain, marks)


def _walk(node: Node, loc: Loc) -> Iterator[tuple[Loc, Node]]:
    yield loc, node
    if isinstance(node.value, dict):
        for key, part in node.value.items():
            yield from _walk(part, (*loc, key))
    elif isinstance(node.value, list):
        for n, part in enumerate(node.value):
            yield from _walk(part, (*loc, n))


def index(node: Node) -> dict[str, list[Found]]:
    """Return all nodes that have an id, by it, and by that of the node around it too, as in `column/choice`."""
    found: dict[str, list[Found]] = {}
    for parent, siblings, one in _with_ids(node):
        names = [one.id, f"{parent.id}/{one.id}" if parent.id else None]
        for name in filter(None, names):
            found.setdefault(name, []).append(Found(one, siblings, parent))
    return found


def _with_ids(node: Node) -> Iterator[tuple[Node, list[Node], Node]]:
    for part in node.value.values() if isinstance(node.value, dict) else ():
        if isinstance(part.value, list):
            for one in part.value:
                if one.id:
                    yield node, part.value, one
                yield from _with_ids(one)
        else:
            yield from _with_ids(part)
