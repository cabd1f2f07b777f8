"""Nordre Vik, an invented Norwegian municipality that added its language: its `local/` over a copy of the project."""

from __future__ import annotations

import html.parser
import shutil
from pathlib import Path

from tests.conftest import ROOT, copy_of, kit

LOCAL = ROOT / "tests/forks/nordre-vik/local"
VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
UNREAD = ("script", "style", "cite")


def made(target: Path) -> Path:
    """Copy the project with the municipality's own files."""
    project = copy_of(ROOT, target)
    shutil.copytree(LOCAL, project / "local")
    return project


def built(project: Path, languages: str = "") -> Path:
    """Build the site, in what the municipality lists or in these languages, and return its folder."""
    done = kit(project, "build", **({"KIT_LANGUAGES": languages} if languages else {}))
    assert done.returncode == 0, done.stderr
    return project / "site"


class Spoken(html.parser.HTMLParser):
    """Collects a page's texts, each with the language of the nearest element that names one; no titles of works."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        words = " ".join(data.replace("\u00ad", "").split())
        if words and not any(tag in UNREAD for tag, _ in self._open):
            self.texts.append((words, self._open[-1][1]))

    def said(self, lang: str) -> list[str]:
        """Return the texts in one language."""
        return [words for words, code in self.texts if code == lang]
