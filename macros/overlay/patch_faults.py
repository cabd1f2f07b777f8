"""What no change of a tool may do, whatever the tool says."""

from __future__ import annotations

from collections.abc import Iterator

from macros.overlay.ops import Add, Op, Replace, Set
from macros.overlay.tree import Node, tree, walk
from macros.own import PREFIX, not_own
from macros.problem import Problem
from macros.source import Loc, Source


def faults(source: Source, loc: Loc, op: Op) -> Iterator[Problem]:
    """Yield what is wrong with the change at `loc`: it sets a list, changes an id, or takes one that is not its own."""
    if isinstance(op, (Set, Replace)):
        value = tree(source, (*loc, "value"))
        if value.get("id"):
            yield source.problem((*loc, "value", "id"), "an id never changes", "Take the line away.")
        if isinstance(op, Replace) and op.id == ".":
            remedy = "Set the keys that are to be yours, or write a tool of your own."
            yield source.problem((*loc, "id"), "a whole tool is not replaced", remedy)
        if isinstance(op, Set):
            yield from _lists(source, (*loc, "value"), value)
    if isinstance(op, Add):
        for place, node in walk(tree(source, (*loc, "item")), (*loc, "item")):
            is_id = place[-1] == "id" and "values" not in place and isinstance(node.value, str)
            if is_id and not node.value.startswith(PREFIX):
                yield source.problem(place, *not_own(node.value))
    anchors = [name for name in ("after", "before", "at") if getattr(op, name, None)]
    if len(anchors) > 1:
        yield source.problem((*loc, anchors[1]), f"`{anchors[1]}` stands beside `{anchors[0]}`", "Keep one of them.")


def _lists(source: Source, loc: Loc, node: Node) -> Iterator[Problem]:
    for key, part in node.value.items() if isinstance(node.value, dict) else ():
        if isinstance(part.value, list):
            remedy = "Add to it, or take out of it, with `op: add` and `op: remove`."
            yield source.problem((*loc, key), f"`{key}` is a list, and lists are not set", remedy)
        else:
            yield from _lists(source, (*loc, key), part)
