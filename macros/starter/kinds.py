"""What can be begun beside tools: which kind of page each is, what it says of itself, and its sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.front import Kind

# A word in each language; others than these begin with the first one's.
Names = Mapping[str, str]


@dataclass(frozen=True)
class Begun:
    """One kind of beginning.

    `folder` is where its pages lie, if none of its kind lies anywhere yet; `fields` are the keys that its front matter
    has beside title and summary, and `asks` is what is asked for.
    """

    kind: Kind
    folder: Names
    fields: tuple[str, ...]
    asks: tuple[str, ...]
    sections: Mapping[str, Names]


ASKED = ("held", "organiser", "audience", "themes", "related", "contact")
DATED = ("held", "updated", *ASKED[1:])
BACKGROUND = {"da": "Baggrund", "sv": "Bakgrund", "en": "Background"}
MEETING = {"da": "Om mødet", "sv": "Om mötet", "en": "About the meeting"}
COURSE = {"da": "Sådan forløb det", "sv": "Så gick det till", "en": "How it went"}
DAY = {"da": "Sådan var dagen", "sv": "Så gick dagen till", "en": "How the day went"}
TOPICS = {"da": "Dagens temaer", "sv": "Dagens teman", "en": "The themes of the day"}
POINTS = {"da": "Det vigtigste", "sv": "Det viktigaste", "en": "The main points"}
AIMS = {"da": "Formål", "sv": "Syfte", "en": "Aims"}
RESULTS = {"da": "Hvad kom der ud af det?", "sv": "Vad kom det ut av det?", "en": "What came of it?"}
USE_DAY = {"da": "Brug dagen hos jer", "sv": "Använd dagen hos er", "en": "Use the day where you work"}
USE_NOTES = {"da": "Brug noterne i dag", "sv": "Använd anteckningarna i dag", "en": "Use the notes today"}
USE_REPORT = {"da": "Brug notatet i dag", "sv": "Använd rapporten i dag", "en": "Use the report today"}
DOCUMENTS = {"da": "Materiale", "sv": "Dokument", "en": "Documents"}
ASKS = {"da": "Hvad temaet kræver", "sv": "Vad temat kräver", "en": "What the theme asks"}
HELP = {"da": "Sådan hjælper værktøjerne", "sv": "Så hjälper verktygen", "en": "How the tools help"}
EVENTS = {"da": "arrangementer", "sv": "evenemang", "en": "events"}
NOTES = {"da": "noter", "sv": "anteckningar", "en": "notes"}
REPORTS = {"da": "notater", "sv": "rapporter", "en": "reports"}
THEMES = {"da": "temaer", "sv": "teman", "en": "themes"}

KINDS: Mapping[str, Begun] = {
    "page": Begun("page", {"da": ""}, ("reviewed", "foot"), ("foot",), {}),
    "event": Begun(
        "event",
        EVENTS,
        DATED,
        ASKED,
        {"background": BACKGROUND, "form": COURSE, "results": RESULTS, "documents": DOCUMENTS},
    ),
    "theme-day": Begun(
        "event",
        EVENTS,
        DATED,
        ASKED,
        {"background": BACKGROUND, "form": DAY, "topics": TOPICS, "use": USE_DAY, "documents": DOCUMENTS},
    ),
    "notes": Begun(
        "notes",
        NOTES,
        DATED,
        ASKED,
        {"background": MEETING, "points": POINTS, "use": USE_NOTES, "documents": DOCUMENTS},
    ),
    "report": Begun(
        "report",
        REPORTS,
        DATED[1:],
        ASKED[1:],
        {"background": BACKGROUND, "aims": AIMS, "results": RESULTS, "use": USE_REPORT, "documents": DOCUMENTS},
    ),
    "theme": Begun("theme", THEMES, (), ("related",), {"asks": ASKS, "tools": HELP}),
}
TOOL = "tool"
ALL = (TOOL, *KINDS)


def in_(names: Names, lang: str) -> str:
    """Return the word in a language, or the first one's."""
    return names.get(lang, next(iter(names.values())))
