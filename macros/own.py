"""How what is a municipality's own is told from what all share."""

from __future__ import annotations

from macros.slug import slug

FOLDER = "local/"
# Ids of a municipality's own begin so: then nothing of the shared ones' is ever called the same.
PREFIX = "x-"


def is_own(file: str) -> bool:
    """Whether a file, named from the top of the project, is a municipality's own."""
    return file.startswith(FOLDER)


def not_own(id: str) -> tuple[str, str]:
    """Say of an id that a municipality gives that it is not its own, and how to write it."""
    right = f"{PREFIX}{slug(id.removeprefix(PREFIX))}"
    remedy = f"Write `{right}`: ids of your own begin with `{PREFIX}`, so that none is ever taken."
    return f"`{id}` is not an id of your own", remedy
