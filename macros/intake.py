"""Read everything that the site is made from, once, and say what is wrong in each file by itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros import catalogue, fallback, files, lending, settings, terms, unworded, wordbook, wording
from macros.calls import Known
from macros.catalogue import Catalogue
from macros.fields import Text
from macros.overlay import sections
from macros.pages import Page
from macros.problem import ContentError, Problem
from macros.site_model import Site
from macros.terms import Glossary
from macros.translations import records
from macros.translations.records import Records


@dataclass(frozen=True)
class Intake:
    """What was read, right or wrong; `site` is None where the settings could not be read.

    `pages` are those that are written in each language, `whole` also has those that others lend it. `problems` are
    what is wrong in each file by itself.
    """

    root: Path
    today: datetime.date
    site: Site | None
    entries: Mapping[str, Text]
    found: Catalogue
    glossary: Glossary
    pages: Mapping[str, tuple[Page, ...]]
    whole: Mapping[str, tuple[Page, ...]]
    records: Records
    problems: tuple[Problem, ...]

    @property
    def known(self) -> Known:
        """What calls on pages can name."""
        found, contacts = self.found, self.site.contacts if self.site else ()
        phases = [phase.id for phase in found.vocabulary.phases] if found.vocabulary else []
        return Known(found.tools, found.ids, phases, contacts, self.glossary)


def take_in(root: Path, today: datetime.date) -> Intake:
    """Read everything below `root`."""
    site, problems = None, list[Problem]()
    try:
        site = settings.load(root)
    except ContentError as error:
        problems += error.problems
    entries = _words(root, site, problems)
    found = catalogue.load(root)
    glossary = terms.load(root, site)
    problems += [*found.problems, *glossary.problems]
    pages = {lang: _pages(root, lang, found, problems) for lang in fallback.read(site)} if site else {}
    whole = lending.lent(pages, site) if site else {}
    kept, faults = records.load(root)
    problems += faults
    return Intake(root, today, site, entries, found, glossary, pages, whole, kept, tuple(problems))


def _words(root: Path, site: Site | None, problems: list[Problem]) -> Mapping[str, Text]:
    try:
        source = wordbook.source(root)
        problems += wordbook.unread(source)
        entries = wordbook.load(source)
    except ContentError as error:
        problems += error.problems
        return {}
    problems += [*wording.unfit(source), *unworded.problems(root, entries)]
    if site:
        langs = tuple(dict.fromkeys((*site.languages, *wordbook.OURS)))
        problems += wording.problems(source, entries, langs, site.whole)
    return entries


def _pages(root: Path, lang: str, found: Catalogue, problems: list[Problem]) -> tuple[Page, ...]:
    laid = sections.load(root, lang)
    found.findings += laid.findings
    problems += [*laid.problems, *filter(None, (finding.problem for finding in laid.findings))]
    problems += files.problems(root, lang)
    return tuple(laid.pages)
