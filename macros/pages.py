"""The Markdown pages: front matter, addresses, headings, and which page is which in another language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pymdownx.slugs import slugify

from macros.model import Date, Slug, Strict, Words, YesNo
from macros.problem import ContentError, Problem
from macros.shape import fit
from macros.source import Mark, Source, decode, parse

FOLDERS = ("docs", "local/docs")
FENCE = re.compile(r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})")
HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
ATTRIBUTES = re.compile(r"\s*\{:(?P<list>[^}]*)\}\s*$")
# Sections that the tool page's template makes itself.
TOOL_SECTIONS = ("materials", "related", "sources", "contact")
_slug = slugify(case="lower")

Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._~-]+(/[a-z0-9._~-]+)*/?$")]


class Front(Strict):
    """The lines between `---` at the top of a page."""

    tool: Slug | None = Field(None, description="The tool that the page is about; its facts come from `tools/<id>.yml`.")
    pair: Slug | None = Field(None, description="The same word on this page's sister in another language.")
    only: Words | None = Field(None, description="The language's code, when the page has no sister on purpose.")
    kind: Literal["page", "home", "catalogue", "landing"] = "page"
    title: Words | None = Field(None, description="For pages without a tool; a tool's title stands in its file.")
    summary: Words | None = None
    reviewed: Date | None = None
    foot: YesNo = Field(False, description="`true` lists the page at the foot of the site.")
    redirect_from: tuple[Address, ...] = Field((), description="Old addresses of the page below its language.")


@dataclass(frozen=True)
class Heading:
    """One heading; `line` counts from 1 in the file."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    `file` is its path below the repository, `src` its path below `docs/<lang>/`; `first_line` is where the body begins.
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

    @property
    def key(self) -> str | None:
        """What pairs the page with its sisters."""
        if self.front.kind in ("home", "catalogue"):
            return f"({self.front.kind})"
        return f"tool {self.front.tool}" if self.front.tool else self.front.pair

    def url(self, directories: bool = True) -> str:
        """The page's address below its language, as mkdocs makes it."""
        return url_of(self.src, directories)

    def anchors(self) -> set[str]:
        """All ids on the page that a link can lead to."""
        own = {heading.id for heading in self.headings}
        return own | set(TOOL_SECTIONS) if self.front.tool else own


def url_of(src: str, directories: bool = True) -> str:
    """Return the address of a Markdown file: a folder, or with `directories` off a `.html` file."""
    stem = src.removesuffix(".md")
    folder, name = posixpath.split(stem)
    index = name in ("index", "README")
    if not directories:
        return posixpath.join(folder, "index.html" if index else f"{name}.html")
    address = folder if index else stem
    return f"{address}/" if address else ""


def load(root: Path, lang: str) -> tuple[list[Page], list[Problem]]:
    """Read a language's pages, the municipality's own in place of the shared ones with the same name."""
    found: dict[str, str] = {}
    for folder in FOLDERS:
        base = root / folder / lang
        for path in sorted(base.rglob("*.md")):
            src = path.relative_to(base).as_posix()
            found[src] = f"{folder}/{lang}/{src}"
    pages, problems = [], []
    for src, file in sorted(found.items()):
        try:
            pages.append(read(root, lang, file, src))
        except ContentError as error:
            problems += error.problems
    return pages, problems


def read(root: Path, lang: str, file: str, src: str) -> Page:
    """Read one page.

    Raises:
        ContentError: its front matter is wrong, or the file is not text.
    """
    text = decode(root / file, file).replace("\r\n", "\n").replace("\r", "\n")
    head, body, first_line = _split(text, file)
    source = parse(head, file, 2) if head.strip() else Source(file, {}, {(): Mark(file, 1, 1)})
    front = fit(source, Front)
    lines = tuple(unfenced(body))
    return Page(lang, file, src, front, source, body, first_line, tuple(_headings(lines, first_line)), lines)


def _split(text: str, file: str) -> tuple[str, str, int]:
    """Return front matter, body, and the line on which the body begins."""
    if not re.match(r"---[ \t]*\n", text):
        return "", text, 1
    lines = text.split("\n")
    for n, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:n]) + "\n", "\n".join(lines[n + 1 :]), n + 2
    fault = "the front matter begins here and never ends"
    raise ContentError([Problem(file, 1, 1, fault, "Write `---` on a line of its own after it.")])


def unfenced(body: str) -> Iterator[str]:
    """Yield the body's lines, with those inside code fences and comments emptied; columns stay as they are."""
    fence = ""
    for line in body.split("\n"):
        found = FENCE.match(line)
        if fence:
            if found and found["fence"].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            yield ""
        elif found:
            fence = found["fence"]
            yield ""
        else:
            yield re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", lambda code: " " * len(code[0]), line)


def _headings(lines: tuple[str, ...], first_line: int) -> Iterator[Heading]:
    used: set[str] = set()
    for n, line in enumerate(lines):
        if found := HEADING.match(line):
            text = found["text"]
            attributes = ATTRIBUTES.search(text)
            given = re.search(r"#([\w-]+)", attributes["list"]) if attributes else None
            text = ATTRIBUTES.sub("", text)
            id = given[1] if given else _unique(_slug(_plain(text), "-"), used)
            used.add(id)
            yield Heading(len(found["level"]), text, id, first_line + n)


def _unique(id: str, used: set[str]) -> str:
    """Number an id that is taken, as Python-Markdown's `toc` does."""
    number, free = 1, id
    while not free or free in used:
        free = f"{id}_{number}"
        number += 1
    return free


def _plain(text: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[*_`]", "", text)
