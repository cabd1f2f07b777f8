"""What a new tool begins with: its file, and a page for each language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from macros.canonical import quoted
from macros.catalogue import file_of
from macros.content import Content
from macros.starter import headings, home
from macros.starter.kinds import TOOL


def files(
    content: Content, id: str, titles: Mapping[str, str], phase: str, contact: str, today: datetime.date
) -> dict[str, str]:
    """Return the new tool's files by their path in the repository.

    Args:
        content: the site's; it says which languages and roles there are, and what is there already.
        id: the tool's id, as in `risk-map`.
        titles: its title by language; a language without one gets no page yet.
        phase: the id of its phase.
        contact: the role that answers for it.
        today: the date of its first review.

    Raises:
        WrongAnswer: such a tool, or such a page, is there already.
    """
    home.refuse_tool(content, id)
    own, made = home.is_own(content.root, id), {file_of(id): _tool(content, titles, phase, contact, today)}
    for lang, title in titles.items():
        made[home.page(own, lang, content.site.languages[lang].tools, title)] = _page(content, id, lang)
    home.refuse_taken(content, made)
    return made


def _tool(content: Content, titles: Mapping[str, str], phase: str, contact: str, today: datetime.date) -> str:
    def wording(indent: str, texts: Mapping[str, str]) -> str:
        return "".join(
            f"{indent}{lang}: {quoted(text) if text else ''}".rstrip() + "\n" for lang, text in texts.items()
        )

    per_language = {lang: titles.get(lang, "") for lang in content.site.built}
    unwritten = dict.fromkeys(content.site.built, "")
    checklist = {lang: _checklist(content, lang) for lang in titles}
    return (
        f"title:\n{wording('  ', per_language)}"
        f"summary:\n{wording('  ', unwritten)}"
        f"phase: {phase}\nroles:\n  - {content.vocabulary.roles[0].id}\n"
        f"origin: {next(iter(titles))}\nreviewed: {today}\ncontact: {contact}\n"
        f"checklists:\n  - id: preparation\n    title:\n{wording('      ', checklist)}    kind: checklist\n"
        f"    items:\n      - id: first-point\n        text:\n{wording('          ', unwritten)}"
    )


def _checklist(content: Content, lang: str) -> str:
    """The title of its checklist; empty, and so missing, where nobody knows the word."""
    is_known = not headings.is_foreign(content, TOOL, lang)
    return headings.called(content, TOOL, lang)["checklist"] if is_known else ""


def _page(content: Content, id: str, lang: str) -> str:
    return f"---\ntool: {id}\n---\n" + sections(content, lang, '{{ checklist("preparation") }}')


def sections(content: Content, lang: str, checklist: str = "") -> str:
    """Return the headings that every tool page has; `checklist` is the call that stands below the one of that name."""
    lines = []
    for section, heading in headings.called(content, TOOL, lang).items():
        lines += [f"## {heading} {{: #{section} }}", ""]
        lines += [checklist, ""] if checklist and section == "checklist" else []
    return "\n".join(lines).rstrip() + "\n"
