"""Read the Markdown pages, and say what is wrong with their names and front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.decoding import decode
from macros.fences import unfenced
from macros.front import fitted, split
from macros.headings import headings
from macros.pages import Page
from macros.problem import ContentError, Problem
from macros.slug import slug
from macros.source import Mark, Source
from macros.yaml_reader import scan

NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.md|README\.md")
# The endings that mkdocs, or an editor, takes for a page's.
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


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
