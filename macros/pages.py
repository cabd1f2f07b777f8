"""The Markdown pages: which there are, their addresses, their headings, and what pairs them with their sisters."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.decoding import decode
from macros.fences import unfenced
from macros.front import Front, fitted, split
from macros.headings import Heading, headings
from macros.lines import Line
from macros.naming import slug
from macros.problem import ContentError, Problem
from macros.source import Mark, Source
from macros.yaml_reader import scan

FOLDERS = ("docs", "local/docs")
NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.md|README\.md")
# The endings that mkdocs, or an editor, takes for a page's.
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
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


def load(root: Path, lang: str, folder: str) -> tuple[list[Page], list[Problem]]:
    """Read a language's pages in one of the `FOLDERS`: the shared ones, or a municipality's own."""
    base = root / folder / lang
    pages: list[Page] = []
    problems: list[Problem] = []
    for src in sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.suffix.lower() in ENDINGS):
        if any(part.startswith(".") for part in src.split("/")):
            continue
        file = f"{folder}/{lang}/{src}"
        problems += _named(src, file)
        try:
            page, faults = survey(root, lang, file, src)
        except ContentError as error:
            problems += error.problems
        else:
            pages.append(page)
            problems += faults
    return pages, problems


def _named(src: str, file: str) -> Iterator[Problem]:
    """A page's name becomes its address."""
    *folders, name = src.split("/")
    if not (NAME.fullmatch(name) and all(re.fullmatch("[a-z0-9._~-]+", folder) for folder in folders)):
        stem = "/".join([*(slug(folder) for folder in folders), slug(name.rpartition(".")[0])])
        fault, remedy = f"`{src}` is not a name for a page", f"Name it `{stem}.md`: a–z, 0–9, and hyphens between."
        yield Problem(file, 1, 1, fault, remedy)


def read(root: Path, lang: str, file: str, src: str) -> Page:
    """Read one page.

    Raises:
        ContentError: its front matter is wrong, or the file is not text.
    """
    page, problems = survey(root, lang, file, src)
    if problems:
        raise ContentError(problems)
    return page


def survey(root: Path, lang: str, file: str, src: str) -> tuple[Page, list[Problem]]:
    """Read one page with what is right in its front matter, and say what is wrong with the rest.

    Raises:
        ContentError: there is no telling what page it is.
    """
    return made(decode(root / file, file), lang, file, src)


def made(text: str, lang: str, file: str, src: str) -> tuple[Page, list[Problem]]:
    """Make a page of its text, as `survey` does of its file.

    Raises:
        ContentError: there is no telling what page it is.
    """
    head, body, first_line = split(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    source = scan(head, file, 2) if head.strip() else Source(file, {}, {(): Mark(file, 1, 1)})
    front, problems = fitted(source)
    lines = tuple(unfenced(body))
    page = Page(lang, file, src, front, source, body, first_line, tuple(headings(lines, first_line)), lines)
    return page, problems
