"""Links to pages that are hidden: their words stay, the links go.

mkdocs looks up every link before the page is ours, so a link is first turned to an address that no host can have, and
taken out when Markdown is done.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote

from macros.links import targets
from macros.pages import Page

# `.invalid` is reserved for names that lead nowhere (RFC 2606).
NOWHERE = "https://hidden.invalid/"
LINK = re.compile(rf'<a\b(?P<before>[^>]*?)\shref="{re.escape(NOWHERE)}"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)
LANG = re.compile(r'\slang="[^"]*"')


def turned(page: Page, hidden: Collection[str]) -> str:
    """Return the page's body, its links to hidden pages turned to nowhere; `hidden` are paths below the language."""
    body = page.body
    for link in sorted(targets(page), key=lambda one: -one.start):
        path = unquote(link.target.partition("#")[0])
        src = posixpath.normpath(posixpath.join(posixpath.dirname(page.src), path))
        if path and src in hidden:
            at = body.index(link.target, link.start)
            body = body[:at] + NOWHERE + body[at + len(link.target) :]
    return body


def taken_out(html: str) -> str:
    """Return the HTML with the words of links to nowhere in place of the links; a passage keeps its language."""
    return LINK.sub(_words, html)


def _words(found: re.Match[str]) -> str:
    lang = LANG.search(found["before"] + found["after"])
    return f"<span{lang[0]}>{found['words']}</span>" if lang else found["words"]
