"""What a new tool begins with: its file, and a page for each language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from macros import plain
from macros.catalogue import SLUG
from macros.naming import slug
from macros.problem import listed, nearest
from macros.settings import Site
from macros.vocabulary import Vocabulary

# A title is also the name of a file, and stands in menus.
LONGEST = 120
# Headings of the sections that every tool page has; other languages than these begin with the first one's.
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "purpose": {"da": "Formål", "sv": "Syfte", "en": "Purpose"},
    "when": {"da": "Hvornår", "sv": "När", "en": "When"},
    "who": {"da": "Hvem deltager", "sv": "Vilka deltar", "en": "Who takes part"},
    "steps": {"da": "Sådan gør I", "sv": "Gör så här", "en": "How to do it"},
    "pitfalls": {"da": "Faldgruber", "sv": "Fallgropar", "en": "Pitfalls"},
    "checklist": {"da": "Tjekliste", "sv": "Checklista", "en": "Checklist"},
    "examples": {"da": "Eksempel", "sv": "Exempel", "en": "Example"},
}


class WrongName(Exception):
    """The id cannot be a tool's; the message says why and what can."""


def files(
    id: str, titles: Mapping[str, str], phase: str, site: Site, words: Vocabulary, today: datetime.date
) -> dict[str, str]:
    """Return the new tool's files by their path in the repository.

    Args:
        id: the tool's id, as in `risk-map`.
        titles: its title by language; a language without one gets no page yet.
        phase: the id of its phase.
        site: which languages there are, and where their tools lie.
        words: which phases and roles there are.
        today: the date of its first review.

    Raises:
        WrongName: the id, the phase or a language is not one that can be.
    """
    if not SLUG.fullmatch(id):
        raise WrongName(f"`{id}` is not an id. Use a–z, 0–9, and hyphens between, at most 60, as in `risk-map`.")
    phases = [known.id for known in words.phases]
    if phase not in phases:
        raise WrongName(f"No phase is called `{phase}`. {nearest(phase, phases) or f'Known here: {listed(phases)}.'}")
    for lang in titles:
        if lang not in site.built:
            raise WrongName(f"`{lang}` is not a language of this site. {nearest(lang, site.built)}")
    for lang, title in titles.items():
        _refuse(lang, title)
    if not titles:
        raise WrongName("The tool needs a title in at least one language, as in `--title da=Risikokort`.")
    if not site.contacts:
        raise WrongName("A tool needs a contact. List one under `contacts` in `site.yml` first.")
    made = {f"tools/{id}.yml": _tool(titles, phase, site, words, today)}
    for lang, title in titles.items():
        made[f"docs/{lang}/{site.languages[lang].tools}/{file_name(title)}.md"] = _page(id, lang)
    return made


def _refuse(lang: str, title: str) -> None:
    """A title becomes a text in a file and the name of another."""
    if not title.isprintable() or len(title) > LONGEST:
        raise WrongName(f"The title in `{lang}` is not one line of at most {LONGEST} letters. Write it shorter.")
    if found := next(iter([*plain.markup(title), *plain.personal(title)]), None):
        raise WrongName(f"The title in `{lang}` cannot stand as it is: {found.fault}. {found.remedy}")


def file_name(title: str) -> str:
    """Return a page's file name for a title: lower case, a–z and hyphens, as it stands in the address."""
    return slug(title, "side")


def _tool(titles: Mapping[str, str], phase: str, site: Site, words: Vocabulary, today: datetime.date) -> str:
    from macros.canonical import quoted

    def wording(indent: str, texts: Mapping[str, str]) -> str:
        return "".join(
            f"{indent}{lang}: {quoted(text) if text else ''}".rstrip() + "\n" for lang, text in texts.items()
        )

    per_language = {lang: titles.get(lang, "") for lang in site.built}
    unwritten = dict.fromkeys(site.built, "")
    checklist = {lang: HEADINGS["checklist"].get(lang, HEADINGS["checklist"]["da"]) for lang in titles}
    origin, contact = next(iter(titles)), next(iter(site.contacts))
    return (
        f"title:\n{wording('  ', per_language)}"
        f"summary:\n{wording('  ', unwritten)}"
        f"phase: {phase}\nroles:\n  - {words.roles[0].id}\n"
        f"origin: {origin}\nreviewed: {today}\ncontact: {contact}\n"
        f"checklists:\n  - id: preparation\n    title:\n{wording('      ', checklist)}    kind: checklist\n"
        f"    items:\n      - id: first-point\n        text:\n{wording('          ', unwritten)}"
    )


def _page(id: str, lang: str) -> str:
    lines = ["---", f"tool: {id}", "---"]
    for section, names in HEADINGS.items():
        lines += [f"## {names.get(lang, names['da'])} {{: #{section} }}", ""]
        lines += ['{{ checklist("preparation") }}', ""] if section == "checklist" else []
    return "\n".join(lines).rstrip() + "\n"
