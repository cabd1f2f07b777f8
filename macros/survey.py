"""Check everything that the site is made from, as a whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros import (
    accessibility,
    calls,
    consequences,
    editors,
    findable,
    hiding,
    look,
    overrides,
    own_assets,
    page_checks,
    pairs,
    places,
    settings,
    sisters,
    strays,
    tool_checks,
    unshown,
)
from macros.content import Content
from macros.intake import Intake, take_in
from macros.problem import ContentError, Problem
from macros.site_model import Site
from macros.translations import origins, records
from macros.vocabulary import Vocabulary


def load(root: Path, today: datetime.date) -> Content:
    """Read and check everything below `root`.

    Raises:
        ContentError: with every error that can be found in one run; gaps and hints are no errors.
    """
    content, problems = survey(root, today, advice=False)
    if content is None:
        raise ContentError(problem for problem in problems if problem.level == "error")
    return content


def survey(root: Path, today: datetime.date, advice: bool = True) -> tuple[Content | None, list[Problem]]:
    """Read everything, and return it with all problems, sorted by place; None where an error is among them.

    Without `advice`, nothing is looked for that can only be a hint.
    """
    read = take_in(root, today)
    problems = [*read.problems, *_checked(read, advice)]
    vocabulary = read.found.vocabulary
    if read.site:
        problems = hiding.told(problems, read.site, read.found, read.pages)
    if vocabulary:
        wrong = {problem.file for problem in problems if problem.level == "error"}
        problems += sisters.unlike(read.pages, read.glossary.terms, wrong)
    problems = sorted(consequences.gathered(set(problems), vocabulary.retired if vocabulary else ()))
    if any(problem.level == "error" for problem in problems) or read.site is None or vocabulary is None:
        return None, problems
    return _content(read, read.site, vocabulary), problems


def _checked(read: Intake, advice: bool) -> Iterator[Problem]:
    """What is wrong in each tool and on each page, and what does not fit together."""
    yield from tool_checks.problems(read.found, read.site, read.today)
    known = read.known
    called = {
        lang: [problem for page in own for problem in calls.problems(page, known)] for lang, own in read.pages.items()
    }
    for lang, own in read.pages.items():
        told = page_checks.problems(own, read.whole.get(lang, own), known, read.site, read.root)
        yield from page_checks.in_place(consequences.readable([*called[lang], *told], own), own)
    if read.site:
        broken = {problem.file for told in called.values() for problem in told}
        yield from _between_languages(read, read.site, broken)
        yield from _of_project(read, read.site)
        if advice:
            yield from _advice(read, read.site, broken)


def _between_languages(read: Intake, site: Site, broken: set[str]) -> Iterator[Problem]:
    """What one language has and another has not, or has otherwise; `broken` are pages with macros that are wrong."""
    behind = {code for code in read.pages if site.languages[code].fallback}
    everything = [page for own in read.pages.values() for page in own]
    told = pairs.problems(read.pages, read.found, behind)
    yield from page_checks.in_place(consequences.readable(told, everything), everything)
    yield from sisters.differences(read.pages, read.found, broken)
    yield from origins.problems(read.pages)


def _of_project(read: Intake, site: Site) -> Iterator[Problem]:
    """What lies at the wrong place, and what the settings say beside the rest of the content."""
    root, source = read.root, settings.source(read.root)
    yield from [*strays.problems(root, site), *own_assets.problems(root), *overrides.problems(root)]
    yield from hiding.problems(source, site, read.found, read.pages)


def _advice(read: Intake, site: Site, broken: set[str]) -> Iterator[Problem]:
    """What could be better, and stops no build; `broken` are pages with macros that are wrong."""
    source, names = settings.source(read.root), [*read.found.ids, records.TERMS, records.VOCABULARY]
    yield from unshown.hints(read.pages, read.found, broken)
    yield from records.strays(read.root, read.records, names, site.languages)
    yield from findable.hints(read.found, site)
    yield from [*look.hints(source, site), *accessibility.hints(source, site, read.today), *editors.hints(source, site)]


def _content(read: Intake, site: Site, vocabulary: Vocabulary) -> Content:
    found, glossary = read.found, read.glossary
    content = Content(read.root, site, read.entries, vocabulary, found.tools, glossary.terms, read.whole, read.today)
    return replace(
        hiding.shown(content),
        upstream=settings.upstream(read.root),
        records=read.records,
        findings=tuple(one for one in found.findings if one.problem),
        written=read.pages,
        unchanged={**found.unchanged, **({records.TERMS: glossary.unchanged} if glossary.unchanged else {})},
        places={id: places.of_tool(found.sources[id]) for id in found.tools} if site.repository else {},
        sources={**found.sources, **({records.TERMS: glossary.source} if glossary.source else {})},
    )
