"""What YAML reads without complaint, and nobody meant: comments for texts, spaces that are none, items without sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.problem import shown

# Spaces that YAML takes for letters.
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# A comment on the line of a value; `glued` is what makes it look like a text.
COMMENT = re.compile(r"(?P<gap>[ \t]+)#(?P<glued>[^\s])?")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}(?=[ \t]*$)", re.MULTILINE)
# Values that are no prose: after them, a comment is a comment.
WORD = re.compile(r"[a-z0-9.:/-]+")
Sentence = tuple[str, str]


def odd_space(sign: str) -> Sentence:
    """Say that a space is none to the parser."""
    fault = f"there is an odd space here (U+{ord(sign):04X})"
    return fault, "Delete it, and type a space; it often comes along with pasted text."


def comment(text: str, event: Any) -> tuple[int, Sentence] | None:
    """Say that a text was taken for a comment, and how many columns behind the value its sign stands."""
    found = COMMENT.match(text, event.end_mark.index)
    if not found or event.style in ("|", ">") or not (found["glued"] or _cut_short(found["gap"], event)):
        return None
    ends = f"the text ends at `{shown(event.value)}`" if event.value else "the text is empty"
    fault = f"{ends}: what follows ` #` is a comment, which nobody sees"
    remedy = "Put a text in single quotes; write a comment on a line of its own, above."
    if colour := COLOUR.match(text, found.end("gap")):
        remedy = f"Put the colour in single quotes: `'{colour[0]}'`."
    return len(found["gap"]), (fault, remedy)


def _cut_short(gap: str, event: Any) -> bool:
    """Whether a comment with a space after `#` is more likely a text; before a comment stand two spaces."""
    return gap == " " and not event.style and not WORD.fullmatch(event.value)


def no_colon(key: str) -> Sentence:
    """Say that what stands between braces is taken for a key, and has nothing behind it."""
    remedy = "Write one; a text with a comma or a brace in it needs single quotes."
    return f"`{shown(key)}` has no colon after it", remedy


def marked(event: Any) -> Iterator[Sentence]:
    """Say that a value has a name, is another one's, or has a tag: none of these is for texts."""
    if isinstance(event, yaml.AliasEvent):
        yield f"`*{event.anchor}` repeats another place", "Write the text here as well."
    elif event.anchor:
        yield f"`&{event.anchor}` names a place", "Take it away; texts are written where they are used."
    if (tag := getattr(event, "tag", None)) is not None:
        name = tag.replace("tag:yaml.org,2002:", "!!")
        yield f"`{name}` is a tag", "Take it away; if the text begins with `!`, put it in quotes."


def begins_item(key: str, loc: tuple[str | int, ...]) -> bool:
    """Whether a key begins an item of a list, as ids do; `loc` is where the keys stand that it is one of."""
    return key == "id" and bool(loc) and isinstance(loc[-1], int)


def again(key: str, loc: tuple[str | int, ...]) -> Sentence:
    """Say that a key stands twice: the id of an item that does, begins another item."""
    if begins_item(key, loc):
        fault = "`id` stands twice in one item of the list"
        return fault, "If another item begins here, write `- ` before `id`, in the column of the hyphen above."
    return f"`{shown(key)}` stands twice", "Keep one of them."
