"""How to write a text in quotes that YAML cannot read without."""

from __future__ import annotations

import re

ENTRY = re.compile(r"^\s*(?:- )*(?P<key>[\w.-]+:[ \t]+|- )?(?P<text>.*?)\s*$")
COLON = "a colon followed by a space has a meaning in a plain text"
QUOTE_IT = "Put the text in single quotes, and write an apostrophe in it twice."
LONGEST = 100


def text_of(line: str) -> str:
    """Return what stands behind the key or the hyphen of a line."""
    found = ENTRY.match(line)
    return found["text"] if found else ""


def quote_line(line: str) -> str:
    """Say how to write the text of a line; without it, where it is too long to be shown whole."""
    found = ENTRY.match(line)
    if not found or not found["text"] or not (quoted := in_quotes(found["text"])):
        return QUOTE_IT
    key = (found["key"] or "").strip()
    return f"Put the text in quotes: `{key} {quoted}`." if key else f"Put the text in quotes: `{quoted}`."


def in_quotes(text: str) -> str:
    """Return a text in quotes; nothing where it is too long to be shown: what is shown is typed as it stands."""
    text = text.strip()
    return "'" + text.replace("'", "''") + "'" if len(text) <= LONGEST else ""
