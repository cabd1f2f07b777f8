"""What is to be read through again within a month, told in one issue by the roles that answer for it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.catalogue import file_of
from macros.ci.summary import escaped
from macros.content import Content
from macros.forges import Forge
from macros.own import is_own
from macros.pages import Page
from macros.status import a_year_after
from macros.upstream import MOST
from macros.words import Words

TITLE = "Tekster at gennemgå · Texter att granska"


@dataclass(frozen=True)
class Due:
    """A tool or a page in one language. `role` is empty for pages, which nobody in particular answers for."""

    role: str
    date: datetime.date
    title: str
    files: tuple[str, ...]


def due(content: Content, lang: str, today: datetime.date, own_only: bool) -> list[Due]:
    """Return what is due in one language: by role in the order of the settings, then by date."""
    roles = [*content.site.contacts, ""]
    found = [one for one in _all(content, lang) if one.date <= a_month_after(today)]
    found = [one for one in found if not own_only or is_own(one.files[0])]
    return sorted(found, key=lambda one: (roles.index(one.role), one.date, one.title))


def a_month_after(date: datetime.date) -> datetime.date:
    """Return the same day of the next month, or that month's last."""
    year, month = (date.year + 1, 1) if date.month == 12 else (date.year, date.month + 1)
    return datetime.date(year, month, min(date.day, calendar.monthrange(year, month)[1]))


def told(content: Content, forge: Forge, today: datetime.date, own_only: bool) -> str:
    """Return the text of the issue, language by language; empty when nothing is due.

    Args:
        content: what the site is made from.
        forge: where the files are edited.
        today: what day it is.
        own_only: whether this is a fork, whose shared texts are reviewed upstream.
    """
    parts = []
    for lang, language in content.site.built.items():
        if found := due(content, lang, today, own_only):
            head = [f"## {escaped(language.name)}"] if len(content.site.built) > 1 else []
            parts += [*head, *_of_language(content, content.words(lang), found, forge, today, own_only)]
    text = "\n\n".join(parts)
    return text if len(text) <= MOST else text[:MOST].rpartition("\n")[0] + "\n\n…"


def _all(content: Content, lang: str) -> Iterator[Due]:
    """All tools, and the pages that say when they were reviewed."""
    written = [page for page in content.pages[lang] if not page.borrowed]
    pages: dict[str | None, Page] = {page.front.tool: page for page in written}
    for id, tool in content.tools.items():
        files = [file_of(id), *([pages[id].file] if id in pages else [])]
        yield Due(tool.contact, a_year_after(tool.reviewed), tool.title.in_(lang), tuple(files))
    for page in written:
        if page.front.reviewed and not page.front.tool:
            yield Due("", a_year_after(page.front.reviewed), page.front.title or page.src, (page.file,))


def _of_language(
    content: Content, words: Words, found: Sequence[Due], forge: Forge, today: datetime.date, own_only: bool
) -> Iterator[str]:
    yield words.count("review_due", len(found))
    yield " ".join(
        [words("review_how", field="`reviewed`"), *([words["review_own"]] if own_only else []), words["review_close"]]
    )
    for role, these in groupby(found, key=lambda one: one.role):
        title = content.site.contacts[role].title.in_(words.lang) if role else words["review_nobody"]
        head = f"| {words['review_text']} | {words['next_review']} | {words['review_files']} |\n|---|---|---|"
        rows = [_row(one, words, forge, content.site.branch, today) for one in these]
        yield "\n".join([f"### {escaped(title)}", "", head, *rows])


def _row(one: Due, words: Words, forge: Forge, branch: str, today: datetime.date) -> str:
    date = words.date(one.date) + (f", **{words['review_overdue']}**" if one.date < today else "")
    links = [f"[`{file}`]({forge.edit.format(page=forge.page, branch=branch, file=file)})" for file in one.files]
    return f"| {escaped(one.title)} | {date} | {'<br>'.join(links)} |"
