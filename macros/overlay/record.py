"""Write into a municipality's files what its changes were written for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.source import Loc, Source

ID = re.compile(r"(['\"]?)id\1[ \t]*:[ \t]*(?:'[^']*'|\"[^\"]*\"|[^,}\s]+)")
BASE = re.compile(r"base:[ \t]*['\"]?[0-9a-f]*['\"]?")


def recorded(text: str, source: Source, bases: Iterable[tuple[Loc, str]]) -> str:
    """Return the text of a file with the digest noted at each of these changes; all else stays as it is.

    Args:
        text: the file.
        source: the same, read.
        bases: the place of each change, as `("ops", 0)`, and the digest of what it changes.
    """
    lines = text.split("\n")
    # From the end, so that the places before stay right.
    for loc, digest in sorted(bases, key=lambda one: source.place(one[0]), reverse=True):
        if (*loc, "base") in source.marks:
            _, line, column = source.marks[(*loc, "base")]
            old = lines[line - 1]
            lines[line - 1] = old[: column - 1] + BASE.sub(f"base: {digest}", old[column - 1 :], count=1)
        else:
            _note(lines, source, loc, digest)
    return "\n".join(lines)


def _note(lines: list[str], source: Source, loc: Loc, digest: str) -> None:
    """Write a base behind the id of a change that has none: on a line of its own, or between braces."""
    begin, (_, line, column) = source.marks[loc], source.marks[(*loc, "id")]
    text = lines[line - 1]
    if lines[begin.line - 1][begin.column - 1] == "{":
        value = ID.match(text, column - 1)
        end = value.end() if value else len(text)
        lines[line - 1] = f"{text[:end]}, base: {digest}{text[end:]}"
    else:
        lines.insert(line, f"{' ' * (column - 1)}base: {digest}")
