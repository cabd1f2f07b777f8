"""What the sections of a new page are called: as we do, or as the other pages of the language do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.content import Content
from macros.starter.kinds import KINDS, TOOL, Names, in_

# The sections that every tool page has.
HEADINGS: Mapping[str, Names] = {
    "purpose": {"da": "Formål", "sv": "Syfte", "en": "Purpose"},
    "when": {"da": "Hvornår", "sv": "När", "en": "When"},
    "who": {"da": "Hvem deltager", "sv": "Vilka deltar", "en": "Who takes part"},
    "steps": {"da": "Sådan gør I", "sv": "Gör så här", "en": "How to do it"},
    "pitfalls": {"da": "Faldgruber", "sv": "Fallgropar", "en": "Pitfalls"},
    "checklist": {"da": "Tjekliste", "sv": "Checklista", "en": "Checklist"},
    "examples": {"da": "Eksempel", "sv": "Exempel", "en": "Example"},
}


def called(content: Content, kind: str, lang: str) -> dict[str, str]:
    """Return the headings of a kind of page by the sections' ids; where nobody knows one, it is in another language."""
    own = dict(_own(content, kind, lang))
    return {id: own.get(id, in_(names, lang)) for id, names in _names(kind).items()}


def is_foreign(content: Content, kind: str, lang: str) -> bool:
    """Whether nobody knows what any section is called in a language."""
    return bool(_names(kind)) and not any(_own(content, kind, lang))


def _names(kind: str) -> Mapping[str, Names]:
    return HEADINGS if kind == TOOL else KINDS[kind].sections


def _own(content: Content, kind: str, lang: str) -> Iterator[tuple[str, str]]:
    """Yield the ids and headings that are known; what a page says as another language does may be left from there."""
    for page in content.written.get(lang, ()):
        is_such = page.front.tool if kind == TOOL else page.front.kind == KINDS[kind].kind
        for heading in page.headings if is_such else ():
            names = _names(kind).get(heading.id, {})
            if names and heading.text not in names.values():
                yield heading.id, heading.text
    yield from ((id, names[lang]) for id, names in _names(kind).items() if lang in names)
