"""Placeholders: what a macro leaves in the Markdown, to be filled when Markdown is done.

Markdown tears custom elements and forms apart, so a macro returns a comment that only names what belongs there. A
comment at the beginning of a line would end the paragraph, so within a text an unseen letter stands before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from macros.signatures import MACROS

# Makes HTML from a call's arguments.
Filler = Callable[..., str]
# Macros that stand on a line of their own, since they make whole blocks.
BLOCKS = tuple(name for name, macro in MACROS.items() if macro.block)
UNSEEN = "\u2060"
SLOT = re.compile(rf"{UNSEEN}?<!--kit (?P<name>[a-z_]+) (?P<args>\{{.*?\}})-->")
PARAGRAPH = re.compile(rf"<p>\s*(<!--kit (?:{'|'.join(BLOCKS)}) \{{.*?\}}-->)\s*</p>")


def slot(name: str, /, **args: Any) -> str:
    """Return the placeholder for a call of the macro `name`; arguments that are None are left out."""
    given = {key: value for key, value in args.items() if value is not None}
    before = "" if name in BLOCKS else UNSEEN
    return f"{before}<!--kit {name} {json.dumps(given, ensure_ascii=True, sort_keys=True)}-->"


def fill(html: str, fillers: Mapping[str, Filler]) -> str:
    """Replace placeholders in `html` by what their fillers return for their arguments; those without a filler stay."""

    def filled(found: re.Match[str]) -> str:
        name = found["name"]
        return fillers[name](**json.loads(found["args"])) if name in fillers else found[0]

    return SLOT.sub(filled, PARAGRAPH.sub(r"\1", html))
