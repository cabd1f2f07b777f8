"""A page's HTML cut at its second-level headings."""

from __future__ import annotations

import html
import itertools
import re
from dataclasses import dataclass, replace

from markupsafe import Markup

HEADING = re.compile(r'<h2 id="(?P<id>[^"]+)"[^>]*>(?P<title>.*?)</h2>', re.DOTALL)
MARKDOWN_TABLE = re.compile(r"<table>\n<thead>.*?</table>", re.DOTALL)
HEAD = re.compile(r"<th(?=[ >])")
TAGS = re.compile(r"<!--.*?-->|<[^>]+>", re.DOTALL)


@dataclass(frozen=True)
class Section:
    """One section; `title` is plain text, `heading`, `body` and `note` are HTML; `lang` where it is not the site's."""

    id: str
    heading: Markup
    body: Markup
    lang: str = ""
    note: str = ""

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


def dressed(section: Section, label: str) -> Section:
    """Give the lists of a tool's own sections their look, and tables from Markdown a region."""
    body = str(reachable(section.body, f"{label}: {section.title}"))
    for id, tag, look in (("steps", "<ol>", '<ol class="iv-steps">'), ("pitfalls", "<ul>", '<ul class="iv-terms">')):
        if section.id == id:
            body = body.replace(tag, look, 1)
    return replace(section, body=Markup(body))


def reachable(html: Markup, label: str) -> Markup:
    """Put tables from Markdown in regions that can be scrolled by keyboard; those of the partials have their own.

    The regions are called by the label; from the second on with a number, so that they can be told apart. Their heads
    say that they head columns.
    """
    opening = Markup('<div class="iv-scroll" role="region" tabindex="0" aria-label="{}">')
    names = itertools.chain([label], (f"{label} ({number})" for number in itertools.count(2)))

    def framed(found: re.Match[str]) -> str:
        return opening.format(next(names)) + Markup(HEAD.sub('<th scope="col"', found[0]) + "</div>")

    return Markup(MARKDOWN_TABLE.sub(framed, html))
