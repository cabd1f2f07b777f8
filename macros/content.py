"""Everything that the site is made from, read once and checked as a whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from macros import (
    accessibility,
    calls,
    catalogue,
    consequences,
    editors,
    fallback,
    files,
    findable,
    hiding,
    lending,
    look,
    overrides,
    own_assets,
    page_checks,
    pairs,
    places,
    settings,
    strays,
    terms,
    unshown,
    unworded,
    wording,
    words,
)
from macros.calls import Known
from macros.catalogue import Catalogue
from macros.fields import Text
from macros.kin import Kin
from macros.model import Tool
from macros.overlay import sections
from macros.overlay.finding import Finding
from macros.pages import Page
from macros.places import Place
from macros.problem import ContentError, Problem
from macros.site_model import Site
from macros.source import Source
from macros.terms import Concept, Glossary
from macros.translations import origins, records
from macros.translations.records import Records
from macros.vocabulary import Vocabulary
from macros.words import Words

if TYPE_CHECKING:
    from macros.translations.standing import Translation


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
    # How tools and pages stand in each language, and the digests of checklists, once somebody asked.
    standing: dict[tuple[str, str], Translation] = field(default_factory=dict, init=False, repr=False, compare=False)
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


def load(root: Path, today: datetime.date) -> Content:
    """Read and check everything below `root`.

    Raises:
        ContentError: with every error that can be found in one run; gaps and hints are no errors.
    """
    content, problems = survey(root, today)
    if content is None:
        raise ContentError(problem for problem in problems if problem.level == "error")
    return content


def survey(root: Path, today: datetime.date) -> tuple[Content | None, list[Problem]]:
    """Read everything, and return it with all problems, sorted by place; None where an error is among them."""
    problems: list[Problem] = []
    site = None
    try:
        site = settings.load(root)
    except ContentError as error:
        problems += error.problems
    entries = _words(root, site, problems)
    found = catalogue.load(root, site, today)
    glossary = terms.load(root, site)
    problems += [*found.problems, *glossary.problems]
    read: dict[str, tuple[Page, ...]] = {}
    for lang in fallback.read(site) if site else ():
        laid = sections.load(root, lang)
        found.findings += laid.findings
        problems += [*laid.problems, *filter(None, (finding.problem for finding in laid.findings))]
        problems += files.problems(root, lang)
        read[lang] = tuple(laid.pages)
    whole = lending.lent(read, site) if site else {}
    known, broken = _known(found, glossary, site), set[str]()
    for lang, own in read.items():
        told = [problem for page in own for problem in calls.problems(page, known)]
        broken |= {problem.file for problem in told}
        told += page_checks.problems(own, whole.get(lang, own), known, site, root)
        problems += page_checks.in_place(consequences.readable(told, own), own)
    kept, faults = records.load(root)
    problems += faults
    if site:
        problems += records.strays(root, kept, [*found.ids, records.TERMS, records.VOCABULARY], site.languages)
        behind = {code for code in read if site.languages[code].fallback}
        everything = [page for own in read.values() for page in own]
        problems += page_checks.in_place(
            consequences.readable(pairs.problems(read, found, behind), everything), everything
        )
        problems += [
            *pairs.differences(read, found, broken),
            *origins.problems(read),
            *strays.problems(root, site),
            *findable.problems(found, site),
            *unshown.hints(read, found, broken),
        ]
        problems += [*own_assets.problems(root), *overrides.problems(root), *_of_site(root, site, found, read, today)]
        problems = hiding.told(problems, site, found, read)
    if found.vocabulary:
        wrong = {problem.file for problem in problems if problem.level == "error"}
        problems += pairs.unlike(read, glossary.terms, wrong)
    retired = found.vocabulary.retired if found.vocabulary else ()
    problems = sorted(consequences.gathered(set(problems), retired))
    if any(problem.level == "error" for problem in problems) or site is None or found.vocabulary is None:
        return None, problems
    places_of = {id: places.of_tool(found.sources[id]) for id in found.tools} if site.repository else {}
    content = Content(root, site, entries, found.vocabulary, found.tools, glossary.terms, whole, today)
    return replace(
        hiding.shown(content),
        upstream=settings.upstream(root),
        records=kept,
        findings=tuple(one for one in found.findings if one.problem),
        written=read,
        unchanged={**found.unchanged, **({records.TERMS: glossary.unchanged} if glossary.unchanged else {})},
        places=places_of,
        sources={**found.sources, **({records.TERMS: glossary.source} if glossary.source else {})},
    ), problems


def _of_site(
    root: Path, site: Site, found: Catalogue, read: Mapping[str, tuple[Page, ...]], today: datetime.date
) -> Iterator[Problem]:
    """What the settings say beside the rest of the content, and advice about them."""
    source = settings.source(root)
    yield from hiding.problems(source, site, found, read)
    yield from [*look.hints(source, site), *accessibility.hints(source, site, today), *editors.hints(source, site)]


def _words(root: Path, site: Site | None, problems: list[Problem]) -> Mapping[str, Text]:
    try:
        source = words.source(root)
        problems += words.unread(source)
        entries = words.load(source)
    except ContentError as error:
        problems += error.problems
        return {}
    problems += [*wording.unfit(source), *unworded.problems(root, entries)]
    if site:
        problems += wording.problems(source, entries, tuple(dict.fromkeys((*site.languages, *words.OURS))), site.whole)
    return entries


def _known(found: Catalogue, glossary: Glossary, site: Site | None) -> Known:
    names = [phase.id for phase in found.vocabulary.phases] if found.vocabulary else []
    return Known(found.tools, found.ids, names, site.contacts if site else (), glossary)
