"""Links to pages that are hidden: their words stay, the links go.

mkdocs looks up every link before the page is ours, so a link is first turned to an address that no host can have, and
taken out when Markdown is done.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from urllib.parse import unquote

from macros.pages import Page

# `.invalid` is reserved for names that lead nowhere (RFC 2606).
NOWHERE = "https://hidden.invalid/"
LINK = re.compile(rf'<a\b(?P<before>[^>]*?)\shref="{re.escape(NOWHERE)}"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)
LANG = re.compile(r'\slang="[^"]*"')


def turned(page: Page, hidden: Collection[str]) -> Callable[[str], str]:
    """Return what turns the targets of the page's links to nowhere; `hidden` are paths below the language."""

    def way(target: str) -> str:
        path = unquote(target.partition("#")[0])
        src = posixpath.normpath(posixpath.join(posixpath.dirname(page.src), path))
        return NOWHERE if path and src in hidden else target

    return way


def taken_out(html: str) -> str:
    """Return the HTML with the words of links to nowhere in place of the links; a passage keeps its language."""
    return LINK.sub(_words, html)


def _words(found: re.Match[str]) -> str:
    lang = LANG.search(found["before"] + found["after"])
    return f"<span{lang[0]}>{found['words']}</span>" if lang else found["words"]
