"""The Markdown pages: front matter, addresses, headings, and which page is which in another language."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.decoding import decode
from macros.fields import Date, LanguageCode, Slug, Strict, Words, YesNo
from macros.headings import Heading, headings
from macros.lines import Line
from macros.naming import slug
from macros.problem import ContentError, Problem
from macros.shape import fit, parts
from macros.source import Mark, Source, scan

FOLDERS = ("docs", "local/docs")
FENCE = re.compile(r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})")
# Something that was meant as the line before the front matter.
ALMOST = re.compile(r"\s*(?:-{2,}|–+|—+)[ \t]*\n[ \t]*[\w.-]+:")
NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.md|README\.md")
# The endings that mkdocs, or an editor, takes for a page's.
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# A place to link to that is no heading, as `<a id="…"></a>`.
ANCHOR = re.compile(r"<(?:a|span)\s[^<>]*?\bid=[\"']?(?P<id>[^\s\"'<>]+)")
# Sections that the tool page's template makes itself.
TOOL_SECTIONS = ("materials", "related", "sources", "contact")

Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._~-]*(/[a-z0-9][a-z0-9._~-]*)*/?$")]
Kind = Literal[
    "page",
    "home",
    "catalogue",
    "guide",
    "plan",
    "glossary",
    "search",
    "landing",
    "style",
    "tryout",
    "theme",
    "event",
    "notes",
    "report",
]


class Front(Strict):
    """The lines between `---` at the top of a page."""

    tool: Slug | None = Field(
        None, description="The tool that the page is about; its facts come from `tools/<id>.yml`."
    )
    pair: Slug | None = Field(None, description="The same word on this page's sister in another language.")
    only: Words | None = Field(None, description="The language's code, when the page has no sister on purpose.")
    kind: Kind = "page"
    title: Words | None = Field(None, description="For pages without a tool; a tool's title stands in its file.")
    summary: Words | None = None
    reviewed: Date | None = None
    held: Words | None = Field(
        None, description="When it took place: `2016-10-30`, or in words where the day is not known."
    )
    updated: Date | None = Field(None, description="When the page of an event, notes or a report last changed.")
    original: LanguageCode | None = Field(
        None, description="The language of the document, when the page only sums it up; its sister there is linked."
    )
    organiser: Words | None = None
    audience: Words | None = Field(None, description="For whom it was; roles, and no names of persons.")
    themes: tuple[Words, ...] = Field((), description="What it was about, in a few words each.")
    related: tuple[Slug, ...] = Field((), description="The tools that take up what it was about.")
    contact: Slug | None = Field(None, description="A role among the contacts in `site.yml`.")
    phase: Slug | None = Field(None, description="The phase that the page is about: menus lead to it.")
    foot: YesNo = Field(False, description="`true` lists the page at the foot of the site.")
    redirect_from: tuple[Address, ...] = Field((), description="Old addresses of the page below its language.")


@dataclass(frozen=True)
class Page:
    """One Markdown file.

    `file` is its path below the repository, `src` its path below `docs/<lang>/`; `first_line` is where the body begins.
    Where a municipality changes sections, `written` says of each line of the body where it is written (the lines count
    on as if they all stood in the page's file), and `shared` is the page without the changes.
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

    @property
    def key(self) -> str | None:
        """What pairs the page with its sisters."""
        if self.front.kind in ("home", "catalogue"):
            return f"({self.front.kind})"
        return f"tool {self.front.tool}" if self.front.tool else self.front.pair

    @property
    def listed(self) -> bool:
        """Whether the page is for readers, and so in the sitemap and in search."""
        return self.front.kind not in ("style", "tryout")

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


def load(root: Path, lang: str) -> tuple[list[Page], list[Problem]]:
    """Read a language's pages, the municipality's own in place of the shared ones with the same name."""
    found: dict[str, str] = {}
    for folder in FOLDERS:
        base = root / folder / lang
        for path in sorted(base.rglob("*")):
            src = path.relative_to(base).as_posix()
            if path.suffix.lower() in ENDINGS and not any(part.startswith(".") for part in src.split("/")):
                found[src] = f"{folder}/{lang}/{src}"
    pages: list[Page] = []
    problems: list[Problem] = []
    for src, file in sorted(found.items()):
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
    text = decode(root / file, file).replace("\r\n", "\n").replace("\r", "\n")
    head, body, first_line = _split(text, file)
    source = scan(head, file, 2) if head.strip() else Source(file, {}, {(): Mark(file, 1, 1)})
    front, problems = _front(source)
    lines = tuple(unfenced(body))
    page = Page(lang, file, src, front, source, body, first_line, tuple(headings(lines, first_line)), lines)
    return page, problems


def _front(source: Source) -> tuple[Front, list[Problem]]:
    try:
        return fit(source if source.data is not None else replace(source, data={}), Front), []
    except ContentError as error:
        if not isinstance(source.data, dict):
            raise
        fitting = dict(parts(source, Front))
        whole = fitting.get(())
        right = {name: fitting[(name,)] for name in Front.model_fields if (name,) in fitting}
        return whole if isinstance(whole, Front) else Front.model_validate(right), error.problems


def _split(text: str, file: str) -> tuple[str, str, int]:
    """Return front matter, body, and the line on which the body begins."""
    if not re.match(r"---[ \t]*\n", text):
        if almost := ALMOST.match(text):
            number = text.count("\n", 0, almost.end()) or 1
            fault = "the front matter must begin on line 1, with three hyphens"
            raise ContentError([Problem(file, number, 1, fault, "Delete what stands before it, and write `---`.")])
        return "", text, 1
    lines = text.split("\n")
    for n, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ("---", "..."):
            return "\n".join(lines[1:n]) + "\n", "\n".join(lines[n + 1 :]), n + 2
    fault = "the front matter begins here and never ends"
    raise ContentError([Problem(file, 1, 1, fault, "Write `---` on a line of its own after it.")])


def unfenced(body: str) -> Iterator[str]:
    """Yield the body's lines, with code and comments emptied; columns stay as they are."""
    fence = ""
    for line in _uncommented(body).split("\n"):
        found = FENCE.match(line)
        if fence:
            if found and found["fence"].startswith(fence) and not line[found.end() :].strip():
                fence = ""
            yield ""
        elif found:
            fence = found["fence"]
            yield ""
        else:
            yield re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", _blank, line)


def _uncommented(body: str) -> str:
    left, at = [], 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        left += [body[at:start], re.sub(r"[^\n]", " ", body[start : end + 3])]
        at = end + 3
    return "".join([*left, body[at:]])


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
