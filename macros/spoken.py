"""Words in another language than the page: marked while it is put together, and given their `lang` when it is whole.

A template cannot know whether a word will stand in a text or in an attribute, where there can be no element around it.
So the words are marked by signs that no text has, and the whole page is read once for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.fields import Text, Told

# Noncharacters, which Unicode keeps for such use: before the language, between it and the words, and behind these.
BEGIN, THEN, END = "\ufdd0", "\ufdd1", "\ufdd2"
OPENING = re.compile(f"{BEGIN}([^{THEN}]*){THEN}")
TAG = re.compile(r"""(<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>)""", re.DOTALL)
NAME = re.compile(r"^<(/?)([a-zA-Z-]*)")
# What can hold no element: it is itself given the language.
BARE = ("option", "title", "textarea")


def marked(told: Told, lang: str) -> str:
    """Return the words; marked, if they are in another language than `lang`."""
    return told.words if told.lang == lang or not told.words else f"{BEGIN}{told.lang}{THEN}{told.words}{END}"


def said(text: Text | Told, lang: str) -> str:
    """Return the words of a text for a page in `lang`; marked, if they are in another language."""
    if isinstance(text, Text):
        if words := text.root.get(lang):
            return words
        text = text.told(lang)
    return marked(text, lang)


def bare(text: str) -> str:
    """Return a text without marks."""
    return OPENING.sub("", text).replace(END, "")


def spoken(html: str) -> str:
    """Return a page's HTML with an element around all that is marked; in attributes the marks are only taken away."""
    return "".join(_pieces(html)) if BEGIN in html else html


def _pieces(html: str) -> Iterator[str]:
    drawn = False
    text, *rest = TAG.split(html)
    yield _within(text, "span")
    for tag, text in zip(rest[::2], rest[1::2], strict=True):
        end, name = NAME.findall(tag)[0]
        first = OPENING.match(text)
        if name in BARE and not end:
            yield f'{bare(tag)[:-1]} lang="{first[1]}">' if first else bare(tag)
            yield bare(text)
            continue
        if name == "svg":
            drawn = not end
        yield bare(tag)
        yield _within(text, "tspan" if drawn else "span")


def _within(text: str, element: str) -> str:
    return OPENING.sub(rf'<{element} lang="\1">', text).replace(END, f"</{element}>")
