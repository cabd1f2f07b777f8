"""What a municipality changes at the beginning: a handful of things, drawn from all that the overlay can do."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.forks.chapters import Chapter, Section
from tests.bench.forks.municipality import Change, Municipality
from tests.bench.forks.own_files import own_files
from tests.bench.forks.retelling import other_word
from tests.bench.forks.upstream import LANGS, SERIAL, Node, Upstream, places

TEXTS = ("text", "help", "title", "intro", "summary")


@dataclass
class Choosing:
    """Draws changes of one municipality; nothing is changed twice."""

    up: Upstream
    drawn: random.Random
    taken: set[object] = field(default_factory=set)

    def word(self) -> str:
        """Return a word of its own."""
        return f"eget{next(self.up.numbers)}ord"

    def free(self, thing: object) -> bool:
        """Whether nothing changes this yet; from now on something does."""
        free = thing not in self.taken
        self.taken.add(thing)
        return free

    def tool(self) -> tuple[str, Node]:
        id = self.drawn.choice(sorted(self.up.tools))
        return id, self.up.tools[id]


def municipality(up: Upstream, root: Path, drawn: random.Random) -> Municipality:
    """Return a fork with changes that are written and noted; now and then one is not noted."""
    fork, choosing = Municipality(root, drawn), Choosing(up, drawn)
    while len(fork.changes) < drawn.randint(8, 14):
        if change := drawn.choice(CHOICES)(choosing):
            fork.changes.append(change)
    fork.files = own_files(up, drawn, {change.tool for change in fork.changes})
    fork.write()
    if drawn.random() < 0.9:
        fork.accept(up.ledger, {id(change) for change in fork.changes})
    fork.commit()
    up.watched.update(unit for change in fork.changes for unit in change.units)
    return fork


def _in_tool(id: str, op: Node, serial: int, words: str = "", anchor: int = 0) -> Change:
    return Change(f"local/tools/{id}.patch.yml", op, serial, anchor, (), None, words)


def _is_clear(tool: Node, id: str) -> bool:
    """Whether nothing else in a tool has the id: choices may, and a change that names it is refused at once."""
    return not any(one["id"] == id for place in places(tool) for one in place.node.get("choices", []))


def reword(choosing: Choosing) -> Change | None:
    """Set a text in one language, or in both."""
    id, tool = choosing.tool()
    node = choosing.drawn.choice([tool, *(place.node for place in places(tool))])
    name = choosing.drawn.choice([name for name in TEXTS if name in node])
    if not _is_clear(tool, node.get("id", ".")) or not choosing.free(node[SERIAL]):
        return None
    langs = choosing.drawn.choice([("da",), ("sv",), LANGS])
    words = f"Her er {choosing.word()}"
    op = {"op": "set", "id": node.get("id", "."), "value": {name: dict.fromkeys(langs, words)}}
    change = _in_tool(id, op, node[SERIAL], words)
    change.units = tuple((node[SERIAL], name, lang) for lang in langs)
    return change


def drop_or_replace(choosing: Choosing) -> Change | None:
    """Take an item or a column away, or put another in its place."""
    id, tool = choosing.tool()
    ours = [one for one in places(tool) if one.parent.get("kind") in ("checklist", "table") and len(one.siblings) > 4]
    place = choosing.drawn.choice([one for one in ours if "role" not in one.node] or ours)
    is_clear = _is_clear(tool, place.node["id"])
    if "role" in place.node or not is_clear or not choosing.free(place.node[SERIAL]):
        return None
    op: Node = {"op": "remove", "id": place.node["id"]}
    words = f"Her er {choosing.word()}"
    if place.parent["kind"] == "checklist" and choosing.drawn.random() < 0.5:
        more: Node = choosing.drawn.choice([{}, {"core": "true"}, {"help": {"da": "Vores hjælp."}}])
        op = {"op": "replace", "id": place.node["id"], "value": {"text": dict.fromkeys(LANGS, words), **more}}
    change = _in_tool(id, op, place.node[SERIAL], words if op["op"] == "replace" else "")
    change.units = ((place.node[SERIAL],),)
    return change


def add(choosing: Choosing) -> Change | None:
    """Add an item, a column or a whole checklist of its own."""
    id, tool = choosing.tool()
    own, words = f"x-own-{next(choosing.up.numbers)}", f"Her er {choosing.word()}"
    text = {"id": own, "text": dict.fromkeys(LANGS, words)}
    if choosing.drawn.random() < 0.2:
        whole = {"id": own, "title": text["text"], "kind": "checklist", "items": [{**text, "id": f"{own}-first"}]}
        op = {"op": "add", "into": ".", "item": whole}
        return _in_tool(id, op, tool[SERIAL], words, _anchor(choosing, op, tool["checklists"]))
    parent = choosing.drawn.choice([one for one in tool["checklists"] if one["kind"] in ("checklist", "table")])
    if not _is_clear(tool, parent["id"]) or not choosing.free((id, parent[SERIAL])):
        return None
    more = {"core": "true"} if parent["kind"] == "checklist" and choosing.drawn.random() < 0.3 else {}
    op = {"op": "add", "into": parent["id"], "item": {**text, **more}}
    return _in_tool(id, op, parent[SERIAL], words, _anchor(choosing, op, parent.get("items") or parent["columns"]))


def _anchor(choosing: Choosing, op: Node, siblings: list[Node]) -> int:
    """Put something after or before another, or at an end; return the number of the other."""
    where = choosing.drawn.choice(["after", "before", "start", "end"])
    if where in ("start", "end"):
        op["at"] = where
        return 0
    beside = choosing.drawn.choice(siblings)
    op[where] = beside["id"]
    return int(beside[SERIAL])


def move(choosing: Choosing) -> Change | None:
    """Put an item in another place of its list."""
    id, tool = choosing.tool()
    place = choosing.drawn.choice([*places(tool)])
    others = [one for one in place.siblings if one is not place.node]
    is_free = others and choosing.free((id, place.parent[SERIAL])) and choosing.free(place.node[SERIAL])
    if not is_free or not _is_clear(tool, place.node["id"]):
        return None
    op = {"op": "move", "id": place.node["id"]}
    return _in_tool(id, op, place.node[SERIAL], "", _anchor(choosing, op, others))


def word_of_list(choosing: Choosing) -> Change | None:
    """Add a search word, or take one out."""
    id, tool = choosing.tool()
    name, words = "synonyms.da", tool["synonyms"]["da"]
    out = choosing.drawn.random() < 0.5
    item = choosing.drawn.choice(words) if out else choosing.word()
    if not choosing.free((id, item)):
        return None
    op = {"op": "remove", "id": "."} if out else {"op": "add", "into": "."}
    return _in_tool(id, {**op, "list": name, "item": item}, tool[SERIAL])


def section(choosing: Choosing) -> Change | None:
    """Replace a section by a text of its own or by ours with other words in it, write on, or take it away."""
    page, one = _drawn_section(choosing)
    if not choosing.free((page.key, page.lang, one.id)):
        return None
    words = choosing.word()
    copied = f"{other_word(one.text, words, choosing.drawn)}\n"
    op: Node = choosing.drawn.choice(
        [
            {"op": "replace", "id": one.id, "text": f"Her står {words}."},
            {"op": "replace", "id": one.id, "heading": f"Vores {words}", "text": copied},
            {"op": "replace", "id": one.id, "text": copied},
            {"op": "append", "id": one.id, "text": f"Her står {words}."},
            {"op": "remove", "id": one.id},
        ]
    )
    change = Change(f"local/docs/{page.lang}/{page.key}.sections.yml", op, words="" if op["op"] == "remove" else words)
    change.units = ((page.key, page.lang, one.id),)
    return change


def own_section(choosing: Choosing) -> Change | None:
    """Put a section of its own beside one of ours."""
    page, one = _drawn_section(choosing)
    words, own = choosing.word(), f"x-own-{next(choosing.up.numbers)}"
    where = choosing.drawn.choice(["before", "after"])
    op = {"op": where, "id": one.id, "section": own, "heading": "Hos os", "text": f"Her står {words}."}
    return Change(f"local/docs/{page.lang}/{page.key}.sections.yml", op, words=words)


def _drawn_section(choosing: Choosing) -> tuple[Chapter, Section]:
    page = choosing.drawn.choice([one for _, one in sorted(choosing.up.chapters.pages.items())])
    return page, choosing.drawn.choice(page.sections)


CHOICES: list[Callable[[Choosing], Change | None]] = [
    reword, reword, reword, drop_or_replace, drop_or_replace, add, add, move, word_of_list, section, section, section,
    own_section,
]  # fmt: skip
