"""What pointed to something that a municipality has taken away goes with it."""

from __future__ import annotations

from macros.overlay.tree import Node, index


def tidied(shared: Node, over: Node) -> None:
    """Take out of a changed tool the old names of what is gone, and its cells in the examples of tables."""
    gone = {id for id in index(shared) if "/" not in id} - set(index(over))
    if not gone:
        return
    if aliases := over.get("aliases"):
        _drop(aliases, [old for old, new in _keys(aliases).items() if isinstance(new.value, str) and new.value in gone])
    for checklist in _all(over.get("checklists")):
        for example in _all(checklist.get("examples")):
            if values := example.get("values"):
                _drop(values, [name for name in _keys(values) if name in gone])


def _keys(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _all(node: Node | None) -> list[Node]:
    return node.value if node and isinstance(node.value, list) else []


def _drop(node: Node, names: list[str]) -> None:
    for name in names:
        del node.value[name]
