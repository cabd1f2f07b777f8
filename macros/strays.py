"""Files below `docs/` that no language owns: the landing page, and what lies there by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros import page_reader, wording
from macros.files import SECTIONS
from macros.overlay.patches import ENDING
from macros.pages import FOLDERS
from macros.problem import ContentError, Problem, nearest
from macros.site_model import Site

LANDING = "docs/index.md"
TOOLS = f"Your own tools are called `x-….yml`; changes of a shared one stand in `<its id>{ENDING}`."


def problems(root: Path, site: Site) -> Iterator[Problem]:
    """Yield what is wrong with the landing page, and what lies where no build looks."""
    yield from _landing(root)
    yield from _homeless(root, site)
    yield from _local(root, site)
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*")) if (root / folder).is_dir() else ():
            name = f"{folder}/{path.name}"
            if name == LANDING or path.name.startswith("."):
                continue
            if path.is_dir() and path.name not in site.languages and any(map(_is_read, path.rglob("*"))):
                fault = f"`{path.name}` is not a language of this site, so nothing in `{name}/` is built"
                yield Problem(name, 1, 1, fault, nearest(path.name, site.languages))
            elif path.is_file() and _is_read(path):
                remedy = "Move it into a language's folder, as in `docs/da/`."
                yield Problem(name, 1, 1, f"`{name}` belongs to no language", remedy)


def _is_read(path: Path) -> bool:
    """Whether this would be read in a language's folder: a page, or changes in the sections of one."""
    return path.suffix == ".md" or SECTIONS.search(path.name) is not None


def _landing(root: Path) -> Iterator[Problem]:
    if not (root / LANDING).is_file():
        remedy = "Write it with `kind: landing` and a `title:` between two lines of `---`."
        yield Problem(LANDING, 1, 1, "the landing page is missing", remedy)
        return
    try:
        page = page_reader.read(root, "", LANDING, "index.md")
    except ContentError as error:
        yield from error.problems
        return
    yield from wording.unfit(page.source)
    if page.front.kind != "landing":
        yield page.source.problem(("kind",), "this page is the choice of languages", "Write `kind: landing`.")
    if page.body.strip():
        line = page.body[: len(page.body) - len(page.body.lstrip())].count("\n")
        yield page.problem(line, 0, "the choice of languages has no text of its own", "Take it away.")


def _homeless(root: Path, site: Site) -> Iterator[Problem]:
    """A language that is built needs a front page."""
    for lang, language in site.built.items():
        if not any((root / folder / lang / "index.md").is_file() for folder in FOLDERS):
            fault = f"the language `{lang}` has no front page"
            remedy = (
                "Write it with `kind: home` and a `title:`, or list the languages to build under `build` in `site.yml`."
            )
            # Shared languages have theirs; one that another stands in for is a municipality's own.
            folder = FOLDERS[1 if language.fallback else 0]
            yield Problem(f"{folder}/{lang}/index.md", 1, 1, fault, remedy)


def _local(root: Path, site: Site) -> Iterator[Problem]:
    """What lies in `local/` where nothing reads it."""
    known = ("site.yml", "terms.yml", "words.yml")
    for path in sorted((root / "local").rglob("*.y*ml")) if (root / "local").is_dir() else ():
        name = path.relative_to(root / "local").as_posix()
        in_tools = name.startswith("tools/") and (name.endswith(ENDING) or re.fullmatch(r"tools/x-[^/]*\.yml", name))
        if name not in known and not name.startswith(("assets/", "docs/", "overrides/", ".")) and not in_tools:
            remedy = TOOLS if name.startswith("tools/") else nearest(name, known)
            yield Problem(f"local/{name}", 1, 1, f"nothing reads `local/{name}`", remedy)
    for path in sorted((root / "local").glob("spelling*.txt")):
        wanted = [f"spelling.{lang}.txt" for lang in site.languages]
        if path.name not in wanted:
            yield Problem(f"local/{path.name}", 1, 1, f"nothing reads `local/{path.name}`", nearest(path.name, wanted))
