"""What a page's Markdown may not hold: what a browser would run, load from elsewhere, or refuse under the policy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.plain import Find

# Elements that a page may hold beside Markdown: they stand in a line of text, and nothing breaks if one is left open.
TAGS = (
    "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
ELEMENT = re.compile(
    rf"(?i)(?<!\()<(?![a-z][a-z0-9+.-]*://|!--)[/?!]?(?!(?:{TAGS})[\s>/])(?P<name>[a-z][\w:-]*)(?=[\s>/(])"
)
# Python-Markdown calls itself for each level of a list or a quotation.
DEEP = re.compile(r"^(?: {4}|\t){12,} {0,3}(?:[-*+]|\d+\.)\s|^\s*(?:>\s?){12,}")
ATTRIBUTE = re.compile(r"(?i)(?:<[a-z][^<>]*?|\{:[^{}]*?)\s(?P<name>style|srcset|on[a-z]+)\s*=")
ADDRESS = re.compile(
    r"(?i)\s(?:src|href|action|poster|data)\s*=\s*[\"']?\s*(?P<address>(?:[a-z][a-z0-9+.-]*:|//)[^\s\"'>]*)"
)
PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?(?P<address>(?:https?:)?//[^\s)>]+)")
SLOT = re.compile(r"<!--\s*kit\b")


def is_suspect(line: str) -> bool:
    """Whether a line has one of the signs of all that is found in it; most have none."""
    return "<" in line or "{" in line or "=" in line or "![" in line or line[:1] == ">" or line[:1].isspace()


def finds(line: str) -> Iterator[Find]:
    """Find elements, attributes and addresses in one line of Markdown; code must be masked before."""
    for found in ELEMENT.finditer(line):
        yield Find(found.start(), f"`<{found['name']}>` is not for pages", "Use Markdown, and macros for forms.")
    if DEEP.match(line):
        yield Find(0, "this lies more than twelve levels deep", "Write it as a list of its own.")
    for found in ATTRIBUTE.finditer(line):
        remedy = "Take it away; the site's policy lets browsers refuse it."
        yield Find(found.start("name"), f"`{found['name']}=` is not for pages", remedy)
    for found in ADDRESS.finditer(line):
        address = found["address"]
        picture = "src" in found[0].split("=")[0].lower()
        if picture or not address.lower().startswith("https://"):
            fault = f"`{address}` is not an address that pages can have here"
            remedy = "Put the file beside the page." if picture else "Begin it with `https://`."
            yield Find(found.start("address"), fault, remedy)
    for found in PICTURE.finditer(line):
        yield Find(found.start("address"), "a picture cannot come from elsewhere", "Put the file beside the page.")


def held(line: str) -> Iterator[Find]:
    """Find placeholders that were typed; comments and code count, since they are filled there too."""
    for found in SLOT.finditer(line):
        yield Find(
            found.start(),
            "`<!--kit` is what macros leave behind",
            'Write the macro, as in `{{ checklist("set-up") }}`.',
        )
