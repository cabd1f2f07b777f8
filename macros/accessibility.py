"""The statement about accessibility that stands on the site itself: the points that are asked for, and what is missing.

Source: Digg's eleven points (Swedish law 2018:1937, and the authority's regulation MDFFS 2019:2). In Denmark the
statement is made in the state's WAS-Tool, and `statement` leads to it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from macros.problem import Problem, nearest
from macros.site_model import Accessibility, Site
from macros.source import Source

if TYPE_CHECKING:
    from macros.render import Renderer

# Where readers turn when the site's owner does not answer, by language.
SUPERVISION = {"sv": "https://www.digg.se/tdosanmalan"}


class Point(NamedTuple):
    """One point: the key of its name, what is said, a link with its words, and whether something is missing."""

    name: str
    said: tuple[str, ...] = ()
    link: tuple[str, str] | None = None
    missing: bool = False


def points(renderer: Renderer, reviewed: datetime.date | None) -> list[Point]:
    """Return the points in their order; `reviewed` is when the shared texts were last read through."""
    site, words = renderer.content.site, renderer.words
    language = site.languages[renderer.lang]
    told = language.accessibility or Accessibility()
    shared = words("accessibility_shared_date", date=words.date(reviewed)) if reviewed else ""
    remedy = told.remedy or SUPERVISION.get(renderer.lang)
    return [
        _of("owner", language.owner),
        _of("service", language.site_name),
        _of("conformance", words[f"conformance_{told.conformance}"] if told.conformance else None),
        _of("shortcomings", *told.shortcomings, before=words["accessibility_shared_shortcomings"]),
        _of("tested", words.date(told.tested) if told.tested else None),
        _of("updated", words.date(told.updated) if told.updated else None, before=shared),
        _of("method", told.method, before=words["accessibility_shared_method"]),
        _contact(renderer, told.contact),
        Point("remedy", (), (words["accessibility_complain"], remedy) if remedy else None, remedy is None),
        _of("burden", told.burden or words["accessibility_shared_burden"]),
        _of("outside", told.outside or words["accessibility_shared_outside"]),
    ]


def _of(name: str, *said: str | None, before: str = "") -> Point:
    own = tuple(one for one in said if one)
    return Point(name, tuple(one for one in (before, *own) if one), missing=not own)


def _contact(renderer: Renderer, role: str | None) -> Point:
    """Two ways to report, of which one must be there; a role without an address is none."""
    site, words = renderer.content.site, renderer.words
    contact = site.contacts.get(role or "")
    ways = [renderer.said(contact.title), contact.email, contact.phone, contact.url] if contact else []
    link = (words["report_error"], site.feedback) if site.feedback else None
    said = tuple(str(way) for way in ways if way)
    return Point("contact", said, link, missing=link is None and len(said) < 2)


def problems(source: Source, site: Site) -> Iterator[Problem]:
    """Yield contacts that are not there."""
    for code, language in site.languages.items():
        role = language.accessibility.contact if language.accessibility else None
        if role and role not in site.contacts:
            loc = ("languages", code, "accessibility", "contact")
            yield source.problem(loc, f"no contact is called `{role}`", nearest(role, site.contacts))


def hints(source: Source, site: Site, today: datetime.date) -> Iterator[Problem]:
    """Yield assessments that are more than a year old, or yet to come."""
    for code, language in site.built.items():
        tested = language.accessibility.tested if language.accessibility else None
        loc = ("languages", code, "accessibility", "tested")
        if tested and tested > today:
            yield source.problem(loc, f"`tested` is {tested}, which is yet to come", "Write today's date.", "hint")
        elif tested and (today - tested).days > 365:
            fault = f"the site was assessed on {tested}, more than a year ago"
            yield source.problem(loc, fault, "Assess it again: a statement may be a year old at most.", "hint")
