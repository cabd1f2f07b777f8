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


# Digits that are nobody's: web addresses, and numbers that say what they are.
LABELLED = re.compile(
    r"https?://[^\s)>\]]+|\bwww\.[^\s)>\]]+|\b10\.\d{4,9}/[^\s)>\]]+"
    r"|\b(?i:isbn|issn|doi|cvr|ean|gln|dnr|diarienr|org\.? ?nr|sags?nr|sag|j\.?nr|journalnr)\b"
    r"[^\w\n]{0,3}(?i:nr\b)?[^\w\n]{0,3}[\dX][\dX ./-]*"
    r"|(?<![\d-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-])"
)
SEVERAL_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,4}[0-9]){5}")
AMOUNT = r"(?![ \u00a0]?(?i:kr\b|mio|mia|mkr|pct|procent|%|dkk|sek|euro?\b|indb|inv))"
EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|[ \u00a0]?[\[(](?:at|snabel-?a)[\])][ \u00a0]?)[\w-]{1,63}(?:\.[\w-]{1,63})+"
)
# A Danish CPR number (ddmmyy-xxxx) or a Swedish personnummer (yymmdd-xxxx, with or without the century; the day of a
# samordningsnummer is 60 more).
PERSONAL = re.compile(
    r"(?<![\d-])(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
    r"|(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01]))[-+– \u00a0]?\d{4}(?![\d-])" + AMOUNT
)
# Each form of a phone number that can be told from an amount, a date or a range.
PHONES = (
    r"(?:\+|00)4[5-7](?:[ \u00a0.–-]{0,3}\(?\d\)?){7,11}",
    r"[2-9]\d(?P<gap>[ \u00a0.-])\d\d(?P=gap)\d\d(?P=gap)\d\d(?!(?P=gap)\d)",
    r"(?<!kr\. )(?<!kr )[2-9]\d{7}(?<!000)",
    r"(?:08|0\d{2})(?: ?[-–/] ?| )\d{2,3}(?: \d{2,3}){1,3}|0\d{1,3} ?[-–/] ?(?:\d{2,3}(?: \d{2,3}){1,3}|\d{5,8})",
    r"07[02369]\d{7}",
    r"(?:(?<=\b[Rr]ing )|(?<=\b[Tt]lf\. )|(?<=\b[Tt]el\. )|(?<=\b[Tt]elefon ))\d(?:[ \u00a0.–-]?\d){6,11}",
)
PHONE = re.compile(rf"(?<![\d.,–-])(?<!\d )(?:{'|'.join(f'(?:{form})' for form in PHONES)})(?![\d]|-\d)" + AMOUNT)
HTML = re.compile(
    r"</?[a-zA-Z][\w:-]*\s*/?>|<[a-zA-Z][\w:-]*\s[^<>]*=[^<>]*>|<(?:script|style|iframe|object|embed)\b|<(?:!--|\?)"
    r"|<https?:[^<>\s]*>|&(?:[a-zA-Z]{2,12}|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
)
TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
# Marks that stand on both sides of a word, links, headings and attributes.
MARKDOWN = re.compile(
    r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*\n]*[^\s*]\1(?![\w*])|(?<!\w)(_{1,2})(?=[^\s_])[^_\n]*[^\s_]\2(?!\w)"
    r"|~~\S[^~]*~~|\]\([^()\n]*\)|`|^#{1,6} \S|\{: "
)
# One of these is in all of them.
SIGNS = re.compile(r"[<&{}%#*_~\]`]")
# What is in all that can be found: a sign, the beginning of an address, or several digits. In a set of letters, `0-9`
# is found three times as fast as `\d`.
ANY = re.compile(r"[<&{}%#*_~\]`@(\[0-9](?:(?<![(\[0-9])|(?<=[(\[])(?:at|snabel)|(?<=[0-9])(?:[^0-9]{0,4}[0-9]){5})")
SOMEBODY = re.compile(r"[@(\[0-9](?:(?<=@)|(?<=[(\[])(?:at|snabel)|(?<=[0-9])(?:[^0-9]{0,4}[0-9]){5})")
SHOWN = "Texts are shown as typed; take it away."
ROLES = "Name a role; addresses and numbers stand in `site.yml` alone."


def is_plain(text: str) -> bool:
    """Whether there is nothing to find in a text, as in most: looking for each would take most of a check's time."""
    return not ANY.search(text)


def may_be_personal(text: str) -> bool:
    """Whether an address or a number may stand in a text of any length; in most there is none."""
    return bool(SOMEBODY.search(text))


def personal(text: str) -> Iterator[Find]:
    """Find e-mail addresses, phone numbers and personal numbers; digits inside web addresses do not count."""
    yield from names(text)
    if not SEVERAL_DIGITS.search(text):
        return
    masked = LABELLED.sub(lambda found: " " * len(found[0]), text)
    phones = {found.start(): found[0] for found in PHONE.finditer(masked)}
    for found in PERSONAL.finditer(masked):
        if not phones.get(found.start(), "").startswith("07"):
            phones.pop(found.start(), None)
            yield Find(found.start(), "this looks like a personal number", "Take it away; no content needs it.")
    for start, phone in phones.items():
        yield Find(start, f"`{phone}` looks like a phone number", ROLES)


def names(text: str) -> Iterator[Find]:
    """Find e-mail addresses, also inside web addresses."""
    if "@" in text or "(at" in text or "[at" in text or "(snabel" in text or "[snabel" in text:
        for found in EMAIL.finditer(text):
            yield Find(found.start(), f"`{found[0]}` is an e-mail address", ROLES)


def markup(text: str) -> Iterator[Find]:
    """Find HTML, template code and Markdown in what is shown as typed."""
    if not SIGNS.search(text):
        return
    for pattern, name in ((TEMPLATE, "template code"), (HTML, "HTML"), (MARKDOWN, "Markdown")):
        if found := pattern.search(text):
            yield Find(found.start(), f"`{found[0].strip()}` is {name}", SHOWN)
