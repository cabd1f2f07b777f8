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
    def bare(self) -> dict[str, Any]:
        """All that a mapping says, without places and its id."""
        return {key: node.plain for key, node in self.value.items() if key != "id"}

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
    for loc, one in walk(node, ()):
        marks[loc] = one.mark
    return Source(file, node.plain, marks)


def walk(node: Node, loc: Loc) -> Iterator[tuple[Loc, Node]]:
    """Yield a node that lies at `loc`, and all that lie in it, with their places."""
    yield loc, node
    if isinstance(node.value, dict):
        for key, part in node.value.items():
            yield from walk(part, (*loc, key))
    elif isinstance(node.value, list):
        for n, part in enumerate(node.value):
            yield from walk(part, (*loc, n))


def index(node: Node) -> dict[str, list[Found]]:
    """Return all nodes that have an id, by it, and by that of the node around it too, as in `column/choice`."""
    found: dict[str, list[Found]] = {}
    for parent, siblings, one in _with_ids(node):
        names = [one.id, f"{parent.id}/{one.id}" if parent.id else None]
        for name in filter(None, names):
            found.setdefault(name, []).append(Found(one, siblings, parent))
    return found


def named(node: Node, id: str) -> list[Found]:
    """Return what has an id; `.` is the node itself, which stands in no list."""
    return [Found(node, [], node)] if id == "." else index(node).get(id, [])


def renamed(node: Node) -> dict[str, str]:
    """Return the ids that things in a tool had before, each with its new one."""
    aliases = node.get("aliases")
    return dict(aliases.plain) if aliases and isinstance(aliases.value, dict) else {}


def _with_ids(node: Node) -> Iterator[tuple[Node, list[Node], Node]]:
    for part in node.value.values() if isinstance(node.value, dict) else ():
        if isinstance(part.value, list):
            for one in part.value:
                if one.id:
                    yield node, part.value, one
                yield from _with_ids(one)
        else:
            yield from _with_ids(part)


def overwritten(node: Node, value: Node) -> Any:
    """Return of what a node says just what a value overwrites: a text in one language, and not in the other."""
    if not isinstance(value.value, dict):
        return node.plain
    parts = {key: (node.get(key), part) for key, part in value.value.items()}
    return {key: overwritten(mine, part) if mine else None for key, (mine, part) in parts.items()}


def merge(node: Node, value: Node) -> None:
    """Lay a mapping over a node, key by key; a key that is written empty takes what is there away."""
    for key, part in value.value.items():
        mine = node.get(key)
        if part.value is None:
            node.value.pop(key, None)
        elif isinstance(part.value, dict) and mine and isinstance(mine.value, dict):
            merge(mine, part)
        else:
            node.value[key] = part


def list_at(node: Node, name: str, make: bool = False) -> Node | None:
    """Return the list of a name such as `items` or `synonyms.da`; with `make` an empty one where there may be one."""
    *above, last = name.split(".")
    for key in above:
        inner = node.get(key)
        if inner is None:
            return None
        node = inner
    own = node.get(last)
    if own is None and make and isinstance(node.value, dict):
        own = node.value[last] = Node([], node.mark)
    return own if own and isinstance(own.value, list) else None
