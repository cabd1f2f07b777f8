"""The pages of a built site."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple


class Address(NamedTuple):
    """A page: its path below the site's address, and its language; the site's own pages have none."""

    path: str
    lang: str
    kinds: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What it is called in messages."""
        return self.path.strip("/") or "/"


def listed(site: Path, languages: Collection[str]) -> list[Address]:
    """Return every page that is read, by its path; one that only leads on to another is none."""
    found = ((file, file.read_text(encoding="utf-8")) for file in sorted(site.rglob("*.html")))
    return [_address(site, file, text, languages) for file, text in found if 'http-equiv="refresh"' not in text]


def of_each_kind(pages: Sequence[Address]) -> dict[str, list[str]]:
    """Return so few pages of each language that every kind of checklist is on one of them."""
    found: dict[str, list[str]] = {}
    for lang in {page.lang for page in pages}:
        missing = {kind for page in pages if page.lang == lang for kind in page.kinds}
        # Pages of tools only: answers on the page that shows the look are not kept.
        for page in (page for page in pages if page.lang == lang and "sample" not in page.kinds):
            if page.kinds & missing:
                found.setdefault(lang, []).append(page.path)
                missing -= page.kinds
    return found


def _address(site: Path, file: Path, text: str, languages: Collection[str]) -> Address:
    path = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
    lang = path.split("/")[1]
    kinds = {"sample"} if 'data-tool="sample"' in text else set()
    return Address(
        path, lang if lang in languages else "", frozenset(kinds | set(re.findall(r'data-kind="(\w+)"', text)))
    )
