"""How each change must stand by what the ledger and the shared data say; the overlay is not asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.overlay.finding import State
from tests.bench.forks.municipality import Change
from tests.bench.forks.upstream import LISTS, SERIAL, Node, Upstream, found

# The numbers of a municipality's own things begin here; ours never get there.
OWN = 10**9


def of_page(up: Upstream, change: Change) -> State:
    """Return how a change of a section stands."""
    page = up.chapters.pages.get((change.tool, change.lang))
    if page is None:
        return "broken"
    there = page.section(change.op["id"]) is not None
    if change.op["op"] in ("before", "after"):
        return "current" if there else "drifted"
    if not there:
        return "obsolete" if change.op["op"] == "remove" else "broken"
    return _seen(up, change)


def of_whole(up: Upstream, name: str, text: str) -> list[State]:
    """Return how a page of a municipality's own stands; nothing where nothing of ours beneath it has moved."""
    path, key = name.removeprefix("local/"), re.search(r"^tool: (\S+)$", text, re.MULTILINE)
    if not key or key[1].startswith("x-"):
        return []
    page = up.chapters.pages.get((key[1], path.split("/")[1]))
    if page is None:
        return ["obsolete"]
    return [] if page.path == path else ["drifted"]


def of_tool(up: Upstream, id: str, changes: Sequence[Change]) -> tuple[list[State], dict[int, list[int]]]:
    """Return how the changes of a tool stand, and what stands in each of its lists when they are made."""
    tool = up.tools.get(id)
    if tool is None:
        return ["broken"] * len(changes), {}
    order = {tool[SERIAL]: [one[SERIAL] for one in tool["checklists"]]}
    for checklist in tool["checklists"]:
        for name in LISTS:
            if name in checklist:
                order[checklist[SERIAL]] = [one[SERIAL] for one in checklist[name]]
    return [_of(up, tool, change, order, n) for n, change in enumerate(changes)], order


def _of(up: Upstream, tool: Node, change: Change, order: dict[int, list[int]], n: int) -> State:
    op, place = change.op, found(tool, change.serial)
    if "list" in op:
        return _of_word(tool, op)
    if op["op"] == "remove":
        if place is None:
            return "obsolete"
        _list(order, change.serial).remove(change.serial)
        return _seen(up, change)
    if place is None:
        return "broken"
    if op["op"] == "replace":
        return _seen(up, change) if _fits(place.parent, op["value"]) else "broken"
    if op["op"] == "set":
        nothing = change.seen is None and not _says(place.node, op["value"])
        return "current" if nothing else _seen(up, change)
    if op["op"] == "move":
        siblings, before = _list(order, change.serial), [*_list(order, change.serial)]
        siblings.remove(change.serial)
        state = _put(siblings, change.serial, change)
        return "obsolete" if siblings == before else state
    if change.op["item"].get("kind") is None and not _fits(place.node, op["item"]):
        return "broken"
    return _put(order[change.serial], OWN + n, change)


def _of_word(tool: Node, op: Node) -> State:
    *above, last = op["list"].split(".")
    words = (tool[above[0]] if above else tool).get(last, [])
    return "current" if (op["item"] in words) == (op["op"] == "remove") else "obsolete"


def _says(node: Node, value: Node) -> bool:
    """Whether we say anything where a change does: else there is nothing to note."""
    return any(lang in node.get(name, {}) for name, texts in value.items() for lang in texts)


def _seen(up: Upstream, change: Change) -> State:
    if change.seen is None:
        return "unrecorded"
    return "current" if change.seen == up.ledger.seen(change.units) else "drifted"


def _list(order: dict[int, list[int]], serial: int) -> list[int]:
    return next(siblings for siblings in order.values() if serial in siblings)


def _put(siblings: list[int], serial: int, change: Change) -> State:
    """Put something into a list as its op says."""
    if change.anchor and change.anchor in siblings:
        siblings.insert(siblings.index(change.anchor) + ("after" in change.op), serial)
        return "current"
    siblings.insert(0 if change.op.get("at") == "start" else len(siblings), serial)
    return "drifted" if change.anchor else "current"


def _fits(checklist: Node, item: Node) -> bool:
    """Whether an item can stand in a checklist, which may have become one of another kind."""
    if checklist["kind"] == "worksheet":
        return not {"core", "helps"} & {*item}
    return checklist["kind"] != "assessment" or ("levels" in item and "core" not in item)


def standing(up: Upstream, changes: dict[str, list[Change]]) -> dict[int, State]:
    """Return how all changes of a municipality must stand, by the identity of each."""
    states: dict[int, State] = {}
    for file, ours in changes.items():
        tool = file.startswith("local/tools/")
        expected = of_tool(up, ours[0].tool, ours)[0] if tool else [of_page(up, change) for change in ours]
        states |= {id(change): state for change, state in zip(ours, expected, strict=True)}
    return states
