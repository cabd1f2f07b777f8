"""Pages about something that took place: events, notes from meetings, reports."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from macros import days
from macros.calls import Known
from macros.pages import Page
from macros.problem import Problem, listed, nearest

KINDS = ("event", "notes", "report")
# Sections that the page's template makes itself.
SECTIONS = ("related", "contact")
FIELDS = ("held", "updated", "original", "organiser", "audience", "themes", "related", "contact")


def day(page: Page) -> datetime.date | None:
    """Return the day when it took place; None where that is not known, or is told in words."""
    try:
        return datetime.datetime.strptime(page.front.held or "", "%Y-%m-%d").date()
    except ValueError:
        return None


def date_of(page: Page) -> datetime.date | None:
    """Return the date that the page's age counts from."""
    return page.front.updated or day(page)


def problems(page: Page, known: Known, languages: Collection[str]) -> Iterator[Problem]:
    """Yield tools, contacts and languages that are not there, and facts that pages of this kind do not show."""
    if page.front.kind not in KINDS:
        for name in FIELDS:
            if isinstance(page.source.data, dict) and name in page.source.data:
                fault = f"`{name}` is for pages of the kind {listed(KINDS)}"
                yield page.source.problem((name,), fault, "Write `kind: event`, or take the line away.")
        return
    for heading in page.headings:
        if heading.id in SECTIONS:
            fault = f"the section id `#{heading.id}` is taken: the page gets one by itself"
            yield Problem(page.file, heading.line, 1, fault, "Choose another.")
    held = page.front.held or ""
    if not day(page) and days.looks_like_one(held):
        fault, remedy = days.wrong("`held`", held)
        yield page.source.problem(("held",), fault, remedy)
    original = page.front.original
    if original == page.lang:
        fault = f"the page is in `{original}` itself"
        yield page.source.problem(("original",), fault, "Name the language that it sums up, or take the line away.")
    elif original and languages and original not in languages:
        fault = f"`{original}` is not a language of this site"
        yield page.source.problem(("original",), fault, nearest(original, languages))
    for n, id in enumerate(page.front.related):
        if id not in known.ids:
            remedy = nearest(id, known.ids) or "There is none yet."
            yield page.source.problem(("related", n), f"no tool is called `{id}`", remedy)
        elif id in page.front.related[:n]:
            yield page.source.problem(("related", n), f"`{id}` stands twice in `related`", "Keep one of them.")
    if page.front.contact and page.front.contact not in known.contacts:
        remedy = nearest(page.front.contact, known.contacts) or "There is none yet."
        yield page.source.problem(("contact",), f"no contact is called `{page.front.contact}`", remedy)
