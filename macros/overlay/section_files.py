"""Read the files in which a municipality changes sections, and fit them to the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.decoding import decode
from macros.lines import Line, of_value
from macros.overlay.finding import Finding
from macros.overlay.section_faults import faults
from macros.overlay.section_ops import Own, Sections
from macros.pages import Page
from macros.problem import ContentError, Problem, meant
from macros.shape import fit
from macros.source import Loc, Mark, Source
from macros.yaml_reader import scan

FOLDER, ENDING = "local/docs", ".sections.yml"


@dataclass(frozen=True)
class Changes:
    """What one file changes in a page: the ops that are right."""

    page: Page
    source: Source
    ops: tuple[Own, ...]


@dataclass
class Files:
    """A language's files by the file of the page that they change; what is wrong, and what changes no page."""

    changes: dict[str, Changes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def load(root: Path, lang: str, pages: Sequence[Page], whole: bool) -> Files:
    """Read a language's files; `whole` says whether its pages could all be read, and so be missed."""
    files, by_key = Files(), _by_key(pages)
    for path in sorted((root / FOLDER / lang).glob(f"*{ENDING}")):
        key, file = path.name.removesuffix(ENDING), f"{FOLDER}/{lang}/{path.name}"
        try:
            source, ops = read(path, file)
        except ContentError as error:
            files.problems += error.problems
            continue
        page = by_key.get(key)
        wrong = list(faults(source, ops, page.anchors() if page else ()))
        files.problems += [problem for _, problem in wrong]
        if page:
            at_fault = {loc for loc, _ in wrong}
            right = tuple(own for own in ops if own.loc not in at_fault)
            files.changes[page.file] = Changes(page, source, right)
        elif whole:
            files.findings.append(_homeless(file, lang, key, by_key))
    return files


def read(path: Path, file: str) -> tuple[Source, list[Own]]:
    """Read one file; `file` is its name in problems.

    Raises:
        ContentError: it is not YAML, or does not fit the model.
    """
    text = decode(path, file)
    source = scan(text, file)
    raw = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    owns = []
    for n, op in enumerate(fit(source, Sections).ops):
        loc: Loc = ("ops", n)
        # The model has taken the space around the texts away, which their places need.
        written = source.data["ops"][n]
        heading, body = (
            of_value(source, (*loc, key), written[key], raw) if written.get(key) else () for key in ("heading", "text")
        )
        owns.append(Own(op, loc, _marked(heading), body))
    return source, owns


def _marked(heading: tuple[Line, ...]) -> Line | None:
    """The words of a heading as a line of Markdown."""
    if not heading:
        return None
    words = "\n".join(line.text.strip() for line in heading)
    return heading[0]._replace(text=f"## {words}", shift=heading[0].shift - len("## "))


def _by_key(pages: Sequence[Page]) -> dict[str, Page]:
    found: dict[str, Page] = {}
    for page in pages:
        if key := page.front.tool or page.front.pair:
            found.setdefault(key, page)
    return found


def _homeless(file: str, lang: str, key: str, known: Mapping[str, Page]) -> Finding:
    why = f"no page in `{lang}` is called `{key}`"
    return Finding(Mark(file, 1, 1), f"docs/{lang}", ".", "", "broken", why, remedy=meant(key, known))
