"""The ids in a tool's file: whether what they name is there, and whether they are taken.

They are read from the file and not from the model, so that they are checked even when something else in the file is
wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from macros.own import PREFIX, is_own
from macros.problem import Problem, nearest
from macros.source import Loc, Source

# Where ids stand that name something else, and what they name; `*` is any place in a list.
NAMED: Mapping[Loc, str] = {
    ("phase",): "phase",
    ("roles", "*"): "role",
    ("themes", "*"): "theme",
    ("obstacles", "*"): "obstacle",
    ("contact",): "contact",
    ("origin",): "language of this site",
    ("related", "*"): "tool",
    ("checklists", "*", "items", "*", "helps", "*"): "tool",
}
# Where the ids stand that answers, patches and translations hang on.
OWN: Collection[Loc] = (
    ("checklists", "*", "id"),
    *(("checklists", "*", name, "*", "id") for name in ("dimensions", "items", "columns", "examples")),
)
# Where choices have theirs: unique only beside each other.
CHOICES: Collection[Loc] = tuple(("checklists", "*", name, "*", "choices", "*", "id") for name in ("items", "columns"))
# The keys that ids stand under, and those that lists of ids do.
KEYS = frozenset(path[-1] for path in (*NAMED, *OWN, *CHOICES) if path[-1] != "*")
LISTS = frozenset((path[-2],) for path in NAMED if path[-1] == "*") | {("retired",)}
# The page calls its empty rows so.
RESERVED = re.compile(r"new-\d+")


def problems(
    source: Source, id: str, known: Mapping[str, Collection[str]], right: Collection[Loc] = ((),)
) -> Iterator[Problem]:
    """Yield what is wrong with the ids in a tool's file.

    Args:
        source: the file.
        id: the tool's own id.
        known: what there is of each noun; a noun that is left out is not checked.
        right: the places of all that fits the model, else all is right; an id of its own that does not fit has been
            told already.
    """
    first: dict[str, Loc] = {}
    ids = list(_ids(source))
    yield from _gone(source, ids)
    seen: set[tuple[Loc, str]] = set()
    for loc, text, pattern in ids:
        fits = any(loc[:length] in right for length in range(len(loc) + 1))
        if pattern in OWN and fits:
            yield from _own(source, loc, text, first)
        elif noun := NAMED.get(pattern):
            yield from _named(source, loc, text, noun, known.get(noun), id)
            yield from _again(source, loc, text, seen)


def _ids(source: Source) -> Iterator[tuple[Loc, str, Loc]]:
    """Yield the texts that may be ids, each with its place, and with `*` for the numbers in that."""
    for loc, text in source.texts:
        if loc and (loc[-1] in KEYS or loc[-2:-1] in LISTS):
            yield loc, text, tuple("*" if isinstance(step, int) else step for step in loc)


def named(source: Source) -> Iterator[Loc]:
    """Yield the places of the ids that name something else, right or not."""
    return (loc for loc, _, pattern in _ids(source) if pattern in NAMED)


def _gone(source: Source, ids: Sequence[tuple[Loc, str, Loc]]) -> Iterator[Problem]:
    """Yield ids that are told to be gone and are not, and new ids that are not there."""
    data = source.data if isinstance(source.data, dict) else {}
    own = {text for _, text, pattern in ids if pattern in OWN}
    named = own | {text for _, text, pattern in ids if pattern in CHOICES}
    aliases = data.get("aliases") if isinstance(data.get("aliases"), dict) else {}
    for old, new in (aliases or {}).items():
        if old in own:
            yield source.problem(("aliases", old), f"`{old}` is still an id of this tool", "Take the line away.")
        elif isinstance(new, str) and new not in named:
            yield source.problem(("aliases", old), f"nothing here has the id `{new}`", nearest(new, own))
    for loc, id, _ in ids:
        if loc[:1] == ("retired",) and id in own:
            yield source.problem(
                loc, f"`{id}` is still an id of this tool", "An id that was taken away is never used again."
            )


def repeated(source: Source, ids: Iterator[tuple[Loc, str]]) -> Iterator[Problem]:
    """Yield each id that stands before."""
    first: dict[str, Loc] = {}
    for loc, id in ids:
        yield from _own(source, loc, id, first)


def _own(source: Source, loc: Loc, id: str, first: dict[str, Loc]) -> Iterator[Problem]:
    if id in first:
        line = source.place(first[id]).line
        yield source.problem(loc, f"the id `{id}` is taken: it stands on line {line} too", "Choose another.")
    elif id.startswith(PREFIX) and not is_own(source.place(loc).file):
        fault = f"the id `{id}` is taken: ids that begin with `{PREFIX}` belong to municipalities"
        yield source.problem(loc, fault, "Choose another.")
    elif RESERVED.fullmatch(id):
        yield source.problem(loc, f"the id `{id}` is taken: pages call empty rows so", "Choose another.")
    first.setdefault(id, loc)


def _named(source: Source, loc: Loc, id: str, noun: str, known: Collection[str] | None, own: str) -> Iterator[Problem]:
    if noun == "tool" and id == own:
        yield source.problem(loc, f"the tool `{id}` names itself", "Take the line away.")
    elif known is not None and id not in known:
        yield source.problem(loc, f"no {noun} is called `{id}`", nearest(id, known) or "There is none yet.")


def _again(source: Source, loc: Loc, id: str, seen: set[tuple[Loc, str]]) -> Iterator[Problem]:
    if isinstance(loc[-1], int):
        if (loc[:-1], id) in seen:
            yield source.problem(loc, f"`{id}` stands twice in `{loc[-2]}`", "Keep one of them.")
        seen.add((loc[:-1], id))
