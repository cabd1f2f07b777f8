"""A Markdown page: its address, its headings, what pairs it with its sisters, and where its lines are written."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import Any

from macros.front import Front
from macros.headings import Heading
from macros.lines import Line
from macros.problem import Level, Problem
from macros.source import Mark, Source

FOLDERS = ("docs", "local/docs")
# A place to link to that is no heading, as `<a id="…"></a>`.
ANCHOR = re.compile(r"<(?:a|span)\s[^<>]*?\bid=[\"']?(?P<id>[^\s\"'<>]+)")
# Sections that the tool page's template makes itself.
TOOL_SECTIONS = ("materials", "related", "sources", "contact")


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    `file` is its path below the repository, `src` its path below `docs/<lang>/`, which for a municipality's page that
    covers a shared one is where that stands today; `first_line` is where the body begins. Where the body is not as in
    the file, `written` says of each line where it is written (the lines count on as if they all stood in the page's
    file); where a municipality changes sections, `shared` is the page without the changes. `borrowed` is the language
    of a page that stands in for one that `lang` lacks.
    """

    lang: str
    file: str
    src: str
    front: Front
    source: Source
    body: str
    first_line: int
    headings: tuple[Heading, ...]
    lines: tuple[str, ...] = field(repr=False)
    written: tuple[Line, ...] = field(default=(), repr=False)
    shared: Page | None = field(default=None, repr=False)
    borrowed: str = ""
    # What has been read out of the text once, and need not be again; a copy with another text begins anew.
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def spoken(self) -> str:
        """The language that the page is written in."""
        return self.borrowed or self.lang

    @property
    def written_src(self) -> str:
        """Where the file lies below `docs/<lang>/`, which may be where the shared page that it covers stood before."""
        return self.file.partition(f"docs/{self.spoken}/")[2]

    @property
    def key(self) -> str | None:
        """What pairs the page with its sisters."""
        if self.front.kind in ("home", "catalogue"):
            return f"({self.front.kind})"
        return f"tool {self.front.tool}" if self.front.tool else self.front.pair

    @property
    def listed(self) -> bool:
        """Whether the page is for readers, and so in the sitemap and in search."""
        return self.front.kind not in ("style", "style-forms", "tryout")

    def url(self, directories: bool = True) -> str:
        """The page's address below its language, as mkdocs makes it."""
        return url_of(self.src, directories)

    def anchors(self) -> set[str]:
        """All ids on the page that a link can lead to."""
        own = {heading.id for heading in self.headings}
        own |= {found["id"] for line in self.lines for found in ANCHOR.finditer(line)}
        return own | set(TOOL_SECTIONS) if self.front.tool else own

    def mark(self, line: int, column: int = 1) -> Mark:
        """Return where a place of the page is written."""
        at = line - self.first_line
        return self.written[at].mark(column) if 0 <= at < len(self.written) else Mark(self.file, line, column)

    def problem(self, line: int, column: int, fault: str, remedy: str, level: Level = "error") -> Problem:
        """Return a problem at a place of the body, whose line and column count from 0."""
        return Problem(self.file, self.first_line + line, column + 1, fault, remedy, level)

    def named(self, line: int, beside: int) -> str:
        """Name a line to somebody who is told of another one, as in `line 12`."""
        mark, other = self.mark(line), self.mark(beside)
        return f"line {mark.line}" if mark.file == other.file else f"line {mark.line} of `{mark.file}`"


def url_of(src: str, directories: bool = True) -> str:
    """Return the address of a Markdown file: a folder, or with `directories` off a `.html` file."""
    stem = src.removesuffix(".md")
    folder, name = posixpath.split(stem)
    index = name in ("index", "README")
    if not directories:
        return posixpath.join(folder, "index.html" if index else f"{name}.html")
    address = folder if index else stem
    return f"{address}/" if address else ""
