"""A page's HTML cut at its second-level headings."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from markupsafe import Markup

HEADING = re.compile(r'<h2 id="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h2>', re.DOTALL)
TAGS = re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL)


@dataclass(frozen=True)
class Section:
    """One section; `title` is plain text, `heading` and `body` are HTML."""

    id: str
    heading: Markup
    body: Markup

    @property
    def title(self) -> str:
        """The heading without markup."""
        return html.unescape(TAGS.sub("", self.heading)).strip()


def split(content: str) -> tuple[Markup, list[Section]]:
    """Return what stands before the first second-level heading, and the sections."""
    found = list(HEADING.finditer(content))
    ends = [*(heading.start() for heading in found[1:]), len(content)][: len(found)]
    sections = [
        Section(heading["id"], Markup(heading["title"].strip()), Markup(content[heading.end() : end].strip()))
        for heading, end in zip(found, ends, strict=True)
    ]
    return Markup(content[: found[0].start()] if found else content), sections
