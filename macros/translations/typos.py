"""What a commit changed in a source without changing what it says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.digest import digest
from macros.overlay import history
from macros.translations.differing import read
from macros.translations.standing import Part, Translation


def only(root: Path, one: Translation, parts: Iterable[Part], source: str, commit: str) -> list[Part]:
    """Return the parts that were right before a commit, and that it alone has made stale.

    Args:
        root: the project's folder.
        one: the translation.
        parts: its parts.
        source: the file of the language that it was made from.
        commit: the commit that mended the source, as git names it.
    """
    before, after = (_digests(root, one, source, ref) for ref in (f"{commit}^", commit))
    return [
        part
        for part in parts
        if part.seen
        and part.seen.source != part.now.source
        and before.get(part.unit.id) == part.seen.source
        and after.get(part.unit.id) == part.now.source
    ]


def _digests(root: Path, one: Translation, source: str, ref: str) -> dict[str, str]:
    text = history.git(root, "show", f"{ref}:./{source}")
    return {id: digest(said) for id, said in read(one, source, text).items()} if text else {}
