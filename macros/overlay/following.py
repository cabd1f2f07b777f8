"""What a municipality's own texts name by an older name: pages that have moved, ids that were renamed, tools gone.

Its texts are led to what these are today, so that no merge breaks them, and it is told where.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from macros.lines import Line, of_body
from macros.overlay.body import with_lines
from macros.overlay.retired import hint, retired
from macros.own import is_own
from macros.pages import Page, url_of
from macros.problem import ContentError, Problem
from macros.yaml_reader import read

LINK = re.compile(r"(?<=\]\()(?P<path>[^()\s#<>:]+\.md)(?P<anchor>#[^()\s]*)?(?=[)\s])")
CHECKLIST = re.compile(r"\{\{ *checklist\((?:id=)?\"(?P<id>[a-z0-9-]+)\"(?:, *tool=\"(?P<tool>[a-z0-9-]+)\")?\) *\}\}")
NAMES = re.compile(r"\{\{ *(?:tool_link|tool_cards)\([^{}]*\) *\}\}")
NAME = re.compile(r"\"(?P<id>[a-z0-9-]+)\"(?:, *)?")


def followed(root: Path, pages: Sequence[Page]) -> tuple[list[Page], list[Problem]]:
    """Return a language's pages with the municipality's texts led on, and a hint for each place."""
    following = _Following(root, pages)
    return [following.page(page) for page in pages], following.problems


@dataclass
class _Following:
    root: Path
    pages: Sequence[Page]
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.by_src = {page.src: page for page in self.pages}
        self.moved = {old.rstrip("/"): page for page in self.pages for old in page.front.redirect_from}
        self.gone = retired(self.root)

    def page(self, page: Page) -> Page:
        """Return a page with its own lines led on."""
        own = is_own(page.file)
        if not own and not page.shared:
            return page
        lines = page.written or of_body(page.body, page.file, page.first_line)
        led = [self._line(page, line) if is_own(line.file) else line for line in lines]
        if led == list(lines):
            return page
        found = with_lines(page, led)
        # What is compared with its sister is ours, or the municipality's page as it reads today.
        return replace(found, shared=page.shared or replace(found, shared=None))

    def _line(self, page: Page, line: Line) -> Line:
        text = LINK.sub(lambda found: self._link(page, line, found), line.text)
        text = CHECKLIST.sub(lambda found: self._checklist(page, line, found), text)
        if self.gone:
            text = NAMES.sub(lambda found: self._names(line, found), text)
        return line._replace(text=text)

    def _link(self, page: Page, line: Line, found: re.Match[str]) -> str:
        folder = posixpath.dirname(page.src)
        src = posixpath.normpath(posixpath.join(folder, found["path"]))
        target = None if src in self.by_src else self.moved.get(url_of(src).rstrip("/"))
        if target is None:
            return found[0]
        path, anchor = posixpath.relpath(target.src, folder or "."), found["anchor"] or ""
        self._tell(line, found, f"`{found['path']}` is `{path}` today", "Write it so.")
        return path + (anchor if anchor[1:] in target.anchors() else "")

    def _checklist(self, page: Page, line: Line, found: re.Match[str]) -> str:
        # The page of a tool that is gone is paired by its id.
        tool = found["tool"] or page.front.tool or page.front.pair or ""
        if tool in self.gone:
            self.problems.append(hint(tool, *line.mark(found.start("tool") + 1)))
            return ""
        old = self._old(tool)
        if found["id"] in old.get("retired", ()):
            fault = f"the checklist `{found['id']}` is not there any more, so it is left out here"
            self._tell(line, found, fault, "Take the call away.")
            return ""
        new = old.get("aliases", {}).get(found["id"])
        if not isinstance(new, str):
            return found[0]
        self._tell(line, found, f"the checklist `{found['id']}` is called `{new}` today", "Write it so.")
        return found[0].replace(f'"{found["id"]}"', f'"{new}"', 1)

    def _names(self, line: Line, found: re.Match[str]) -> str:
        names = [one["id"] for one in NAME.finditer(found[0])]
        gone = [name for name in names if name in self.gone]
        self.problems += [hint(name, *line.mark(found.start() + 1)) for name in gone]
        if gone and len(gone) == len(names):
            return ""
        return NAME.sub(lambda one: "" if one["id"] in gone else one[0], found[0]).replace(", ]", "]")

    def _tell(self, line: Line, found: re.Match[str], fault: str, remedy: str) -> None:
        self.problems.append(Problem(*line.mark(found.start() + 1), fault, remedy, "hint"))

    def _old(self, tool: str) -> Mapping[str, Any]:
        """What a tool says of ids that it had before, under `aliases` and `retired`."""
        path = f"tools/{tool}.yml"
        try:
            data = read(self.root / path, path).data
        except (ContentError, OSError):
            return {}
        said = data if isinstance(data, dict) else {}
        shapes = {"aliases": dict, "retired": list}
        return {key: said[key] for key, shape in shapes.items() if isinstance(said.get(key), shape)}
