"""Rules for what may stand in a text: no markup, no template code, nobody's address or number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Find(NamedTuple):
    """Something in a text that must not be there; `start` counts letters from 0."""

    start: int
    fault: str
    remedy: str


URL = re.compile(r"https?://[^\s)>\]]+|\b10\.\d{4,9}/[^\s)>\]]+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A Danish CPR number (ddmmyy-xxxx) or a Swedish personnummer (yymmdd-xxxx, with or without the century).
PERSONAL = re.compile(
    r"(?<![\d-])(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d|(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))[-+ ]?\d{4}(?![\d-])"
)
# +45 and +46 numbers, eight Danish digits in pairs or in one, Swedish numbers with their area code.
PHONE = re.compile(
    r"(?<![\d.,-])(?:(?:\+|00)4[5-7](?:[ -]?\(?\d\)?){7,11}|\d\d(?: \d\d){3}|[2-9]\d{7}|0\d{1,3}[ -]\d{2,3}(?:[ -]?\d{2,3}){1,3})(?![\d-])"
)
HTML = re.compile(r"<(?:/?[a-zA-Z][^<>]*>|!--|\?)|&(?:[a-zA-Z]{2,12}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
MARKDOWN = re.compile(r"\*\*\S|\S\*\*|\]\([^)]*\)|(?<!\w)__\S|`")
SHOWN = "Texts are shown as typed; take it away."
ROLES = "Name a role; addresses and numbers stand in `site.yml` alone."


def personal(text: str) -> Iterator[Find]:
    """Find e-mail addresses, phone numbers and personal numbers; digits inside web addresses do not count."""
    masked = URL.sub(lambda found: " " * len(found[0]), text)
    for found in EMAIL.finditer(text):
        yield Find(found.start(), f"`{found[0]}` is an e-mail address", ROLES)
    taken: set[int] = set()
    for found in PERSONAL.finditer(masked):
        taken.update(range(*found.span()))
        yield Find(found.start(), "this looks like a personal number", "Take it away; no content needs it.")
    for found in PHONE.finditer(masked):
        if found.start() not in taken:
            yield Find(found.start(), f"`{found[0]}` looks like a phone number", ROLES)


def markup(text: str) -> Iterator[Find]:
    """Find HTML, template code and Markdown in what is shown as typed."""
    for pattern, name in ((TEMPLATE, "template code"), (HTML, "HTML"), (MARKDOWN, "Markdown")):
        if found := pattern.search(text):
            yield Find(found.start(), f"`{found[0]}` is {name}", SHOWN)
