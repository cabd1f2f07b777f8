"""What a release changes in the words and the items of shared tools."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.bench.forks.upstream import LANGS, SERIAL, Node, Place, Upstream, places

WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?![^\s.,?!])")
FIELDS = ("title", "summary", "intro", "text", "help", "materials")


def event(up: Upstream) -> None:
    """Make one change in one tool."""
    watched = [id for id, tool in sorted(up.tools.items()) if _watched(up, tool)]
    id = up.drawn.choice(watched if watched and up.drawn.random() < 0.7 else sorted(up.tools))
    up.drawn.choice(EVENTS)(up, up.tools[id])
    up.changed.add(id)


def _watched(up: Upstream, tool: Node) -> list[Place]:
    """What municipalities depend on in a tool."""
    watched = {unit[0] for unit in up.watched}
    return [place for place in (Place(tool, [], tool), *places(tool)) if place.node[SERIAL] in watched]


def _drawn(up: Upstream, tool: Node, watched: float = 0.4) -> Place:
    """Draw something that has an id: what municipalities depend on more often than all else."""
    places_ = [place for place in _watched(up, tool) if place.node is not tool]
    return up.drawn.choice(places_ if places_ and up.drawn.random() < watched else [*places(tool)])


def reword(up: Upstream, tool: Node) -> None:
    """Put other words into a text, in one language or in both: a single one, or a whole sentence."""
    node = _drawn(up, tool).node if up.drawn.random() < 0.9 else tool
    names = [name for name in FIELDS if name in node]
    name, whole = up.drawn.choice(names), up.drawn.random() < 0.3
    for lang in up.drawn.choice([("da",), ("sv",), LANGS]):
        said = f"Her står {up.word(lang)}." if whole else other_word(node[name][lang], up.word(lang), up.drawn)
        node[name] = {**node[name], lang: said}
        up.ledger.note((node[SERIAL], name, lang))
    up.ledger.note((node[SERIAL],))


def other_word(text: str, word: str, drawn: random.Random) -> str:
    """Return a text with a word in another's place, or behind all others."""
    words = [*WORD.finditer(text)]
    if not words:
        return f"{text} {word}"
    one = drawn.choice(words)
    return text[: one.start()] + word + text[one.end() :]


def add_item(up: Upstream, tool: Node) -> None:
    """Add an item to a checklist, anywhere."""
    lists = [one for one in tool["checklists"] if one["kind"] == "checklist"]
    if lists:
        items = up.drawn.choice(lists)["items"]
        text = {lang: f"Her er {up.word(lang)}" for lang in LANGS}
        items.insert(up.drawn.randint(0, len(items)), {"id": up.id(), "text": text, SERIAL: next(up.numbers)})


def remove(up: Upstream, tool: Node) -> None:
    """Take an item or a column without a role away, as long as others are left."""
    ours = [one for one in places(tool) if one.parent is not tool and len(one.siblings) > 4]
    ours = [
        one for one in ours if not {"role", "dimension"} & {*one.node} and "star" not in one.parent.get("views", [])
    ]
    place = _drawn(up, tool, 0.2)
    if any(place.node is one.node for one in ours):
        place.siblings.remove(place.node)
        nodes = [place.node, *place.node.get("choices", [])]
        left = {id for one in places(tool) for id in [one.node["id"], *(c["id"] for c in one.node.get("choices", []))]}
        for id in sorted({node["id"] for node in nodes} - left):
            retire(tool, id)
        for example in place.parent.get("examples", []):
            example["values"].pop(place.node["id"], None)
        up.ledger.note((place.node[SERIAL],))


def retire(tool: Node, id: str) -> None:
    """List an id that is gone, and the older names of it."""
    olds = [old for old, new in tool.get("aliases", {}).items() if new == id]
    tool["aliases"] = {old: new for old, new in tool.get("aliases", {}).items() if new != id}
    tool["retired"] = [*tool.get("retired", []), *olds, id]


def rename(up: Upstream, tool: Node) -> None:
    """Give an item, a column or a checklist another id; the older names lead there too."""
    place = _drawn(up, tool)
    old, new = place.node["id"], up.id()
    place.node["id"] = new
    aliases = {name: new if id == old else id for name, id in tool.get("aliases", {}).items()}
    tool["aliases"] = {**aliases, old: new}
    for example in place.parent.get("examples", []):
        example["values"] = {new if key == old else key: value for key, value in example["values"].items()}
    if place.parent is tool:
        id = next(id for id, one in up.tools.items() if one is tool)
        up.chapters.renamed(id, old, new)


def move(up: Upstream, tool: Node) -> None:
    """Put an item or a checklist in another place, or an item into another checklist of the same kind."""
    place = _drawn(up, tool)
    alike = [one for one in tool["checklists"] if one["kind"] == place.parent.get("kind") == "checklist"]
    target = up.drawn.choice(alike)["items"] if alike and len(place.siblings) > 4 else place.siblings
    place.siblings.remove(place.node)
    target.insert(up.drawn.randint(0, len(target)), place.node)


def help_or_none(up: Upstream, tool: Node) -> None:
    """Take the help of an item away, or write one: once, for what is as it was before has not changed."""
    node = _drawn(up, tool).node
    if "text" in node and node[SERIAL] not in up.helped:
        up.helped.add(node[SERIAL])
        node.pop("help") if "help" in node else node.update(help={lang: f"Om {up.word(lang)}." for lang in LANGS})
        up.ledger.note((node[SERIAL],), *((node[SERIAL], "help", lang) for lang in LANGS))


def words_of_lists(up: Upstream, tool: Node) -> None:
    """Take words out of the search words, put others in, in another order."""
    for lang in LANGS:
        words = tool["synonyms"][lang]
        if len(words) > 6:
            words.remove(up.drawn.choice(words))
        words.append(up.word(lang))
        up.drawn.shuffle(words)


def convert(up: Upstream, tool: Node) -> None:
    """Make fields to fill in, or things to rate, of a checklist."""
    lists = [one for one in tool["checklists"] if one["kind"] == "checklist"]
    if not lists or up.drawn.random() < 0.6:
        return
    one = up.drawn.choice(lists)
    one["kind"] = up.drawn.choice(["worksheet", "assessment"])
    dropped = ("core", "helps") if one["kind"] == "worksheet" else ("core",)
    for node in one["items"]:
        if [node.pop(name) for name in dropped if name in node] or one["kind"] == "assessment":
            up.ledger.note((node[SERIAL],))
        if one["kind"] == "assessment":
            node["levels"] = {level: {lang: f"{level} {up.word(lang)}" for lang in LANGS} for level in ("1", "3", "5")}


EVENTS: list[Callable[[Upstream, Node], None]] = [
    *[reword] * 5, add_item, add_item, remove, rename, rename, move, move, help_or_none, words_of_lists, convert,
]  # fmt: skip
