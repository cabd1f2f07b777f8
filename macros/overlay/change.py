"""Make one change in a tool's tree, and say how it stands."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from macros.digest import digest
from macros.overlay.ops import Add, Move, Op, Remove, Replace, Set
from macros.overlay.standing import Stand, against
from macros.overlay.tree import Found, Node, index, list_at, merge, named, overwritten
from macros.problem import listed, meant

# The list that something new goes into, by what the node around it has.
LISTS = ("checklists", "items", "columns", "choices")


@dataclass
class Change:
    """Changes a tree, one op after another; `shared` is the tree that nobody has changed yet."""

    shared: Node
    tree: Node
    aliases: dict[str, str] = field(default_factory=dict)

    def make(self, op: Op, written: Node) -> Stand:
        """Make the change; `written` is the op as it stands in the file, whose values go into the tree."""
        if isinstance(op, Add):
            return self._add(op, written)
        if isinstance(op, Move):
            return self._move(op)
        if isinstance(op, Remove):
            return self._remove(op)
        return self._overwrite(op, written)

    def stand(self, op: Op, written: Node) -> Stand:
        """Say how the change would stand, and leave the tree as it is."""
        return replace(self, tree=deepcopy(self.tree)).make(op, written)

    def _overwrite(self, op: Set | Replace, written: Node) -> Stand:
        target = self._one(op.id)
        if isinstance(target, str):
            return Stand("broken", target)
        value = written.value["value"]
        under = self._beneath(op.id)
        beneath = (overwritten(under, value) if isinstance(op, Set) else under.bare) if under else None
        before = target.node.plain
        if isinstance(op, Set):
            merge(target.node, value)
        else:
            target.node.value = {"id": target.node.value["id"], **value.value}
        if before == target.node.plain and not (isinstance(op, Set) and _is_begun(value)):
            why = f"`{op.id}` says the same without this change"
            return Stand("obsolete", why, now=_digest(beneath), beneath=beneath)
        return _against(op, beneath)

    def _remove(self, op: Remove) -> Stand:
        target = self._one(op.id)
        if isinstance(target, str):
            # What is gone needs no taking away; a name that means two things does.
            return Stand("broken" if named(self.tree, self._today(op.id)) else "obsolete", target)
        if op.list and op.item:
            words = list_at(target.node, op.list)
            left = [one for one in words.value if one.value != op.item] if words else []
            if words is None or len(left) == len(words.value):
                return Stand("obsolete", f"`{op.item}` does not stand in `{op.list}` any more")
            words.value = left
            return Stand("current")
        under = self._beneath(op.id)
        if op.id == ".":
            return Stand("broken", "a whole tool cannot be taken away here; list it under `hidden` in `local/site.yml`")
        target.siblings.remove(target.node)
        return _against(op, under.bare if under else None)

    def _add(self, op: Add, written: Node) -> Stand:
        target = self._one(op.into)
        if isinstance(target, str):
            return Stand("broken", target)
        item = written.value["item"]
        name = op.list or next((one for one in LISTS if target.node.get(one)), "items")
        if item.id and item.id in index(self.tree):
            return Stand("broken", f"there is an `{item.id}` already")
        words = list_at(target.node, name, make=True)
        if words is None:
            return Stand("broken", f"`{op.into}` has no list `{name}`")
        if not item.id and isinstance(item.value, list):
            return self._add_words(op, name, words.value, item.value)
        if not item.id and item.plain in [one.plain for one in words.value]:
            return Stand("obsolete", f"`{item.plain}` stands in `{name}` already")
        return self._placed(words.value, item, op)

    def _add_words(self, op: Add, name: str, words: list[Node], more: list[Node]) -> Stand:
        """Add several words to a list, in their order; those that stand there already are passed over."""
        new = [one for one in more if one.plain not in [word.plain for word in words]]
        if not new:
            return Stand("obsolete", f"all of them stand in `{name}` already")
        first, *rest = new
        stand = self._placed(words, first, op)
        behind = words.index(first) + 1
        words[behind:behind] = rest
        return stand

    def _move(self, op: Move) -> Stand:
        target = self._one(op.id)
        if isinstance(target, str) or op.id == ".":
            return Stand("broken", target if isinstance(target, str) else "the tool itself stands in no list")
        siblings = target.siblings
        if op.into:
            parent = self._one(op.into)
            if isinstance(parent, str):
                return Stand("broken", parent)
            name = next(key for key, one in target.parent.value.items() if one.value is target.siblings)
            words = list_at(parent.node, name)
            if words is None:
                return Stand("broken", f"`{op.into}` has no list `{name}`")
            siblings = words.value
        before = list(siblings)
        target.siblings.remove(target.node)
        stand = self._placed(siblings, target.node, op)
        if [id(one) for one in before] == [id(one) for one in siblings]:
            return Stand("obsolete", f"`{op.id}` stands there already")
        return stand

    def _placed(self, siblings: list[Node], item: Node, op: Add | Move) -> Stand:
        anchor, behind = (op.after, 1) if op.after else (op.before, 0)
        names = [one.id or one.plain for one in siblings]
        # A word of a list is none of the ids that aliases tell of.
        name = anchor if anchor in names else self._today(anchor or "")
        if name in names:
            siblings.insert(names.index(name) + behind, item)
            return Stand("current")
        siblings.insert(0 if op.at == "start" else len(siblings), item)
        if anchor:
            return Stand("drifted", f"`{anchor}` is not there any more, so this stands at the end")
        return Stand("current")

    def _today(self, id: str) -> str:
        """What an id is called today, alone or behind that of the node around it.

        A choice keeps its id where something else in the tool that was called the same has another now.
        """
        *above, last = id.split("/")
        around = "".join(f"{self.aliases.get(part, part)}/" for part in above)
        kept = around and f"{around}{last}" in index(self.shared)
        return f"{around}{last if kept else self.aliases.get(last, last)}"

    def _one(self, id: str) -> Found | str:
        """What has the id; or the sentence that says why that cannot be told."""
        found = named(self.tree, self._today(id))
        if len(found) == 1:
            return found[0]
        if found:
            ways = [f"{one.parent.id}/{id}" for one in found if one.parent.id]
            return f"`{id}` stands at {len(found)} places: {listed(ways)}"
        near = meant(id, [name for name in index(self.tree) if "/" not in name])
        return f"nothing here has the id `{id}` any more" + (f": {near[0].lower()}{near[1:]}" if near else "")

    def _beneath(self, id: str) -> Node | None:
        found = named(self.shared, self._today(id))
        return found[0].node if found else None


def _against(op: Set | Replace | Remove, beneath: Any) -> Stand:
    if op.base is None and not _says_something(beneath):
        return Stand("current", beneath=beneath)
    return against(op.id, op.base, _digest(beneath), beneath)


def _says_something(beneath: Any) -> bool:
    """Whether there is anything to write over; not where a language is new, or the shared content lacks it."""
    return any(map(_says_something, beneath.values())) if isinstance(beneath, dict) else beneath is not None


def _is_begun(value: Node) -> bool:
    """Whether it only says in which language texts are to be written, as what `kit local edit` begins."""
    return all(isinstance(part.value, dict) and not _says_something(part.plain) for part in value.value.values())


def _digest(beneath: Any) -> str | None:
    return None if beneath is None else digest(beneath)
