"""A small site with nothing wrong in it, for tests to break."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

TOOL = """\
title:
  da: Styregruppe
  sv: Styrgrupp
summary:
  da: Giver politikken en ejer.
  sv: Ger policyn en ägare.
synonyms:
  da: [ledergruppe, lederkreds, projektejere, beslutningsgruppe]
  sv: [ledningsgrupp, chefskrets, projektägare, beslutsgrupp]
phase: mandate
roles:
  - coordinator
obstacles:
  - no-decision
related:
  - political-mandate
origin: da
reviewed: 2026-11-21
contact: prevention
checklists:
  - id: set-up
    title:
      da: Før gruppen nedsættes
      sv: Innan gruppen tillsätts
    kind: checklist
    items:
      - id: right-level
        text:
          da: Mindst ét medlem råder over et budget
          sv: Minst en ledamot förfogar över en budget
        helps:
          - political-mandate
"""
OTHER_TOOL = """\
title:
  da: Politisk mandat
  sv: Politiskt mandat
summary:
  da: Giver arbejdet en beslutning at stå på.
  sv: Ger arbetet ett beslut att stå på.
synonyms:
  da: [opdrag, fuldmagt, beslutning, rygdækning]
  sv: [uppdrag, fullmakt, beslut, ryggtäckning]
phase: mandate
roles:
  - director
obstacles:
  - no-decision
origin: da
reviewed: 2026-01-31
contact: prevention
checklists:
  - id: before
    title:
      da: Før beslutningen
      sv: Före beslutet
    kind: checklist
    items:
      - id: on-agenda
        text:
          da: Sagen er på dagsordenen
          sv: Ärendet finns på dagordningen
"""
VOCABULARY = """\
phases:
  - id: mandate
    text:
      da: Mandat
      sv: Mandat
    summary:
      da: Få beslutningen.
      sv: Få beslutet.
    order:
      - political-mandate
      - steering-group
  - id: plan
    text:
      da: Planlægning
      sv: Planering
    summary:
      da: Vælg få indsatser.
      sv: Välj få insatser.
roles:
  - id: coordinator
    text:
      da: Koordinator
      sv: Samordnare
    plural:
      da: koordinatorer
      sv: samordnare
  - id: director
    text:
      da: Direktør
      sv: Direktör
    plural:
      da: direktører
      sv: direktörer
themes:
  - id: meetings
    text:
      da: Møder
      sv: Möten
determinants:
  - id: society
    text:
      da: Samfund
      sv: Samhälle
    summary:
      da: Det, der gælder alle.
      sv: Det som gäller alla.
  - id: habits
    text:
      da: Vaner
      sv: Vanor
    summary:
      da: Det, vi gør.
      sv: Det vi gör.
  - id: person
    text:
      da: Alder og køn
      sv: Ålder och kön
    summary:
      da: Det, vi er.
      sv: Det vi är.
follow-up:
  - id: goal
    text:
      da: Mål
      sv: Mål
    summary:
      da: Hvad skal ske?
      sv: Vad ska hända?
  - id: measure
    text:
      da: Måling
      sv: Mätning
    summary:
      da: Hvad er der sket?
      sv: Vad har hänt?
  - id: decide
    text:
      da: Beslutning
      sv: Beslut
    summary:
      da: Hvad gør vi nu?
      sv: Vad gör vi nu?
obstacles:
  - id: no-decision
    text:
      da: Ingen har besluttet noget
      sv: Ingen har beslutat något
    when:
      da: ingen har besluttet noget
      sv: ingen har beslutat något
answers:
  - id: done
    text:
      da: På plads
      sv: På plats
  - id: part
    text:
      da: Delvist
      sv: Delvis
  - id: none
    text:
      da: Ikke i gang
      sv: Ej påbörjat
  - id: skip
    text:
      da: Ikke relevant
      sv: Ej aktuellt
"""
TERMS = """\
milestone:
  text:
    da: milepæl
    sv: milstolpe
  forms:
    plural:
      da: milepæle
      sv: milstolpar
  meaning:
    da: Et resultat med en dato på.
    sv: Ett resultat med ett datum.
kram:
  text:
    da: KRAM
  meaning:
    da: Kost, rygning, alkohol og motion.
  only: da
"""
SITE = """\
address: https://implementering.example/
languages:
  da:
    name: Dansk
    site_name: Værktøjer
    description: Værktøjer til kommuner.
    sender: KL
    tools: vaerktoejer
  sv:
    name: Svenska
    site_name: Verktyg
    description: Verktyg för kommuner.
    sender: KL
    tools: verktyg
contacts:
  prevention:
    title:
      da: Specialkonsulent
      sv: Folkhälsostrateg
"""
PAGE = """\
---
tool: {tool}
---
## {purpose} {{: #purpose }}

Se {other}.

{{{{ checklist("{checklist}") }}}}
"""


def _page(tool: str, checklist: str, purpose: str, other: str) -> str:
    return PAGE.format(tool=tool, checklist=checklist, purpose=purpose, other=other)


FILES: Mapping[str, str] = {
    "mkdocs.yml": "site_name: Værktøjer\n",
    "site.yml": SITE,
    "tools/_terms.yml": TERMS,
    "tools/_vocabulary.yml": VOCABULARY,
    "tools/steering-group.yml": TOOL,
    "tools/political-mandate.yml": OTHER_TOOL,
    "docs/index.md": "---\nkind: landing\ntitle: Værktøjer · Verktyg\n---\n",
    "docs/da/index.md": "---\nkind: home\ntitle: Værktøjer til kommuner\n---\n",
    "docs/sv/index.md": "---\nkind: home\ntitle: Verktyg för kommuner\n---\n",
    "docs/da/vaerktoejer/styregruppe.md": _page("steering-group", "set-up", "Formål", "mandatet"),
    "docs/sv/verktyg/styrgrupp.md": _page("steering-group", "set-up", "Syfte", "mandatet"),
    "docs/da/vaerktoejer/politisk-mandat.md": _page("political-mandate", "before", "Formål", "gruppen"),
    "docs/sv/verktyg/politiskt-mandat.md": _page("political-mandate", "before", "Syfte", "gruppen"),
}


def make(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the site below `root`, with `files` in place of its own or beside them; None leaves a file out."""
    for name, text in {**FILES, **(files or {})}.items():
        if text is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root
