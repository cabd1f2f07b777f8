"""What a translator must follow in a section of Markdown; how it is laid out is left away."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from macros.fences import FENCE

# In this order; each takes away a way of writing, and leaves what is said. Without its sign, a text has nothing for it.
RULES: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (sign, re.compile(pattern, re.MULTILINE | re.DOTALL), by)
    for sign, pattern, by in (
        ("<!--", r"[ \t]*<!--.*?-->", ""),
        # Checklists and drawings, in a block of their own: which there are is compared by itself.
        ("{{", r"(?:\A|(?<=\n\n))(?:[ \t]*(?:\{\{(?:(?!\}\}).)*\}\}[ \t]*)+(?:\n|\Z))+(?=\n|\Z)", ""),
        ("{:", r"\{:[^{}\n]*\}", ""),
        # A picture may lie elsewhere, and a link leads to each language's own page.
        ("![", r"!\[([^\[\]]*)\]\((?![a-zA-Z]+:)(?:[^()\s]*/)?([^()\s/]*)[^()]*\)", r"![\1]<\2>"),
        ("](", r"\]\((?![a-zA-Z]+:)[^()\s]*\)", "]()"),
        (">", r"^(?:[ \t]*>)+[ \t]?", ""),
        # The line between a table's head and its rows, and rules.
        ("|", r"^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$", ""),
        ("", r"^[ \t]*[-*_](?:[ \t]*[-*_]){2,}[ \t]*$", ""),
        ("#", r"^(#{1,6}[ \t][^\n]*?)[ \t]+#+[ \t]*$", r"\1"),
        ("\\", r"\\$", ""),
        ("\xad", r"\xad", ""),
        ("_", r"(?<!\w)(_{1,3})(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?!\w)", r"<\1>\2<\1>"),
        ("|", r"[ \t]*\|[ \t]*", "|"),
        ("|", r"^\||\|$", ""),
    )
)
# What begins an item of a list, where a block begins or a list goes on; elsewhere it is a date, or a dash.
ITEM = re.compile(r"^[ \t]*(?:[-*+]|(?P<number>[0-9]+)\.)[ \t]+")
# What the text below stands in a block of its own after.
OPENS = re.compile(r"#|!!!|\?\?\?")
CALL = re.compile(r"\{\{(?:(?!\}\}).)*\}\}", re.DOTALL)
FORM = re.compile(r',(?:form=)?"[a-z-]+"(?=\)\}\})')
STRONG = re.compile(r"<(_{1,3})>")


def essence(lines: Iterable[str]) -> str:
    """Return the text of a section, written in one way only.

    Reflowing, other signs for the same list, quotation, table, code or emphasis, comments, ids and classes, and where
    a link within the site leads change nothing. Code stays as it is.
    """
    lines = [*lines]
    if not any("```" in line or "~~~" in line for line in lines):
        return _prose("\n".join(lines))
    pieces = groupby(_coded(lines), lambda line: line[0])
    return "\n".join(
        text if is_code else _prose(text)
        for is_code, text in ((is_code, "\n".join(line for _, line in found)) for is_code, found in pieces)
    )


def _coded(lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Yield the lines, and of each whether it is code; fences are written in one way."""
    fence = ""
    for line in lines:
        found = FENCE.match(line)
        if not found:
            yield bool(fence), line
        elif not fence:
            fence = found["fence"]
            yield True, f"```{line[found.end() :].strip()}"
        elif found["fence"].startswith(fence) and not line[found.end() :].strip():
            fence = ""
            yield True, "```"
        else:
            yield True, line


def _prose(text: str) -> str:
    text = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    for sign, pattern, by in RULES:
        if sign in text:
            text = pattern.sub(by, text)
    text = STRONG.sub(lambda found: "*" * len(found[1]), "\n".join(_listed(text)))
    return html.unescape(CALL.sub(_called, text))


def _listed(text: str) -> Iterator[str]:
    """Yield the lines, those that begin an item with one sign for each kind of list."""
    begins, goes_on = True, False
    for line in text.split("\n"):
        found = ITEM.match(line) if begins or goes_on else None
        if found:
            goes_on = True
            yield ("1. " if found["number"] else "- ") + line[found.end() :]
        else:
            goes_on = goes_on and not (begins and line.strip() and not line[0].isspace())
            yield line
        begins = not line.strip() or bool(OPENS.match(line))


def _called(found: re.Match[str]) -> str:
    """A macro within the text; in which form a term stands is each language's own."""
    return FORM.sub("", re.sub(r"\s", "", found[0]).replace("'", '"').replace("(id=", "("))
