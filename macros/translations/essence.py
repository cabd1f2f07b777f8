"""What a translator must follow in a section of Markdown; how it is laid out is left away."""

from __future__ import annotations

import re
from collections.abc import Iterable

# In this order; each takes away a way of writing, and leaves what is said.
RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE | re.DOTALL), by)
    for pattern, by in (
        (r"<!--.*?-->", ""),
        # Checklists and drawings: which there are is compared by itself.
        (r"^[ \t]*\{\{(?:(?!\}\}).)*\}\}[ \t]*$", ""),
        (r"\{:[^{}\n]*\}", ""),
        # A link leads to each language's own page.
        (r"\]\((?![a-z]+:)[^()\s]*\)", "]()"),
        # The line between a table's head and its rows, and rules.
        (r"^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$", ""),
        (r"^[ \t]*[-*_](?:[ \t]*[-*_]){2,}[ \t]*$", ""),
        (r"^(?:[ \t]*>)+[ \t]?", ""),
        (r"^[ \t]*[-*+][ \t]+", "- "),
        (r"^[ \t]*[0-9]+[.)][ \t]+", "1. "),
        (r"\\$|\xad", ""),
        (r"(?<!\w)(_{1,3})(?=\S)((?:(?!\1).)+?)(?<=\S)\1(?!\w)", r"<\1>\2<\1>"),
        (r"[ \t]*\|[ \t]*", "|"),
    )
)
CALL = re.compile(r"\{\{(?:(?!\}\}).)*\}\}", re.DOTALL)
FORM = re.compile(r',(?:form=)?"[a-z-]+"(?=\)\}\})')
STRONG = re.compile(r"<(_{1,3})>")


def essence(lines: Iterable[str]) -> str:
    """Return the text of a section, written in one way only.

    Reflowing, other signs for the same list, quotation, table or emphasis, comments, ids and classes, and where a link
    within the site leads change nothing.
    """
    text = "\n".join(lines)
    for pattern, by in RULES:
        text = pattern.sub(by, text)
    text = STRONG.sub(lambda found: "*" * len(found[1]), text)
    return CALL.sub(_called, text)


def _called(found: re.Match[str]) -> str:
    """A macro within the text; in which form a term stands is each language's own."""
    return FORM.sub("", re.sub(r"\s", "", found[0]).replace("'", '"'))
