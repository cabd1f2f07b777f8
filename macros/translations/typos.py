"""What a commit changed in a source without changing what it says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.digest import digest
from macros.overlay import history
from macros.translations.differing import read
from macros.translations.records import Seen
from macros.translations.standing import Translation
from macros.translations.states import Part


def only(root: Path, one: Translation, parts: Iterable[Part], source: str, commit: str) -> dict[str, Seen]:
    """Return what to note of the parts that were right before a commit, and that it has made stale.

    What came after it still counts: a part that has changed again is to be looked at.

    Args:
        root: the project's folder.
        one: the translation.
        parts: its parts.
        source: the file of the language that it was made from.
        commit: the commit that mended the source, as git names it.
    """
    before, after = (_digests(root, one, source, ref) for ref in (f"{commit}^", commit))
    return {
        id: Seen(after[id], part.seen.own)
        for part in parts
        if part.seen and (id := part.unit.id) in after
        if before.get(id) == part.seen.source != after[id]
    }


def _digests(root: Path, one: Translation, source: str, ref: str) -> dict[str, str]:
    text = history.git(root, "show", f"{ref}:./{source}")
    return {id: digest(unit.said[one.origin]) for id, unit in read(one, source, text).items()} if text else {}
