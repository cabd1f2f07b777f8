"""Everything that the site is made from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from macros import fallback
from macros.fields import Text
from macros.kin import Kin
from macros.model import Tool
from macros.overlay.finding import Finding
from macros.pages import Page
from macros.places import Place
from macros.site_model import Site
from macros.source import Source
from macros.terms import Concept
from macros.translations.records import Records
from macros.vocabulary import Vocabulary
from macros.words import Words

if TYPE_CHECKING:
    from macros.status import Status
    from macros.translations.standing import Translation
    from macros.translations.units import Unit


@dataclass(frozen=True)
class Content:
    """What a site is made from. All of it is right: wrong content has raised a `ContentError`.

    `pages` has what each language shows, pages that others lend it too; `written` what is written in each, also in
    languages that only stand in for others. `records` is what was noted when something was translated; `findings` are
    the municipality's changes that somebody must look at, `unchanged` the tools and lists that it changes, as shared.
    `sources` says where everything in tools and lists is written, and is the largest part; `places` only where the
    checklists are. Hidden tools are kept for their titles, hidden pages by their path below the language. `upstream` is
    the shared site's address, where this one has another; `today` the day on which the site is built.
    """

    root: Path
    site: Site
    entries: Mapping[str, Text]
    vocabulary: Vocabulary
    tools: Mapping[str, Tool]
    terms: Mapping[str, Concept]
    pages: Mapping[str, tuple[Page, ...]]
    today: datetime.date
    hidden_tools: Mapping[str, Tool] = field(default_factory=dict)
    hidden_pages: Mapping[str, frozenset[str]] = field(default_factory=dict)
    upstream: str = ""
    records: Records = field(default_factory=Records)
    findings: tuple[Finding, ...] = ()
    written: Mapping[str, tuple[Page, ...]] = field(default_factory=dict)
    unchanged: Mapping[str, BaseModel] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    places: Mapping[str, Mapping[str, Place]] = field(default_factory=dict, repr=False)
    # The parts of tools, how they and pages stand in each language and in all, and the digests of checklists, once
    # somebody asked.
    units: dict[str, tuple[Unit, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    standing: dict[tuple[str, str], Translation] = field(default_factory=dict, init=False, repr=False, compare=False)
    statuses: list[Status] = field(default_factory=list, init=False, repr=False, compare=False)
    revisions: dict[tuple[str, str, str], str] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def kin(self) -> Kin:
        """Which of the pages is which in another language."""
        return Kin(self.pages)

    @cached_property
    def written_kin(self) -> Kin:
        """The same of what is written in each language."""
        return Kin(self.written)

    def words(self, lang: str) -> Words:
        """The interface's words in one language."""
        return Words(self.entries, lang)

    def to(self, lang: str) -> Content:
        """The content for readers of one language: what stands in for it comes first where it has no words."""
        codes = fallback.chain(self.site, lang)
        if not codes:
            return self
        names = ("site", "entries", "vocabulary", "tools", "hidden_tools", "terms")
        return replace(self, **{name: fallback.ordered(getattr(self, name), codes) for name in names})
