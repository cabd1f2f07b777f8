"""How each part of a translation stands towards the text that it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from macros.digest import digest
from macros.translations.records import Seen
from macros.translations.units import Unit

# `original`: the text that the others are made from. `current`: what it was made from still stands. `stale`: that has
# changed since. `conflict`: both have. `missing`: it is not written yet, or still in the other language. `diverged`:
# it is another text on purpose. `unrecorded`: nobody has noted what it was made from.
State = Literal["original", "current", "stale", "conflict", "missing", "diverged", "unrecorded"]
MOVED: tuple[State, ...] = ("stale", "conflict")


class Part(NamedTuple):
    """One part in one language: how it stands, and what was noted when it last said the same as its source."""

    unit: Unit
    lang: str
    origin: str
    state: State
    seen: Seen | None = None

    @property
    def now(self) -> Seen:
        """The digests of today."""
        return Seen(*(digest(self.unit.said.get(lang, "")) for lang in (self.origin, self.lang)))

    @property
    def words(self) -> int:
        """How many words are to be translated, or read through again."""
        if self.state not in (*MOVED, "missing"):
            return 0
        said = self.unit.said.get(self.origin, "")
        return len((said if isinstance(said, str) else " ".join(said)).split())


def parts_of(
    found: Iterable[Unit],
    lang: str,
    origin: str,
    notes: Sequence[Mapping[str, str]],
    diverged: str,
    renamed: Mapping[str, Sequence[str]],
    gone: Sequence[Mapping[str, str]] = (),
) -> tuple[Part, ...]:
    """Return how each part stands in a language, translated from another one or itself the original.

    Args:
        found: the parts.
        lang, origin: the language, and the one that it is translated from.
        notes: what is noted of the parts, by id; the first one that fits counts.
        diverged: why it is another text on purpose; empty where it is not.
        renamed: the ids under which parts may be noted still.
        gone: what is noted of pages that are gone.
    """
    parts, all_of_them = [], list(found)
    lost = {} if lang == origin else _lost(all_of_them, notes, gone)
    for unit in all_of_them:
        ids = (unit.id, *_old(unit.id, renamed)) if renamed else (unit.id,)
        seen = [Seen.of(note[id]) for note in notes for id in ids if id in note]
        if lost and (again := lost.get(digest(unit.said.get(lang, "")))):
            seen.append(again)
        state, was = _state(unit, lang, origin, bool(diverged), seen)
        parts.append(Part(unit, lang, origin, state, was))
    return tuple(parts)


def _lost(
    found: Sequence[Unit], notes: Sequence[Mapping[str, str]], gone: Sequence[Mapping[str, str]]
) -> dict[str, Seen]:
    """What is noted under ids and pages that are gone, by the digest of the translation: it may stand elsewhere now."""
    ids = {unit.id for unit in found}
    old = [Seen.of(noted) for note in notes for id, noted in note.items() if id not in ids]
    elsewhere = [Seen.of(noted) for note in gone for noted in note.values()]
    return {seen.own: seen for seen in (*elsewhere, *old) if seen.own}


def _old(id: str, renamed: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids that a part had before it was renamed."""
    owner, dot, rest = id.partition(".")
    column, slash, choice = owner.partition("/")
    columns, choices = ((one, *renamed.get(one, ())) for one in (column, choice))
    olds = [*renamed.get(owner, ()), *(f"{one}{slash}{other}" for one in columns for other in choices)]
    return [f"{old}{dot}{rest}" for old in olds if old != owner]


def _state(unit: Unit, lang: str, origin: str, diverged: bool, seen: Sequence[Seen]) -> tuple[State, Seen | None]:
    """How a part stands, and what was noted of it: of several notes the one that fits."""
    source, own = unit.said.get(origin), unit.said.get(lang)
    was = seen[0] if seen else None
    if lang == origin or source is None:
        return "original" if own else "missing", was
    if diverged:
        return "diverged", was
    if own is None or (unit.is_copy(lang) and digest(own) not in [one.own for one in seen]):
        return "missing", was
    if was is None:
        return "unrecorded", None
    now = digest(source)
    if fitting := next((one for one in seen if one.source == now), None):
        return "current", fitting
    return "conflict" if was.own and was.own != digest(own) else "stale", was
