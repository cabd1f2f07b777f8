"""What is in the wrong language, or of the wrong country, is told; what is marked as such is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import foreign
from tests.test_spelling import said, with_pages

DANISH = "Styregruppen mødes hver måned, og den beslutter, hvad der skal ske."
SWEDISH = "Styrgruppen träffas varje månad och beslutar vad som ska hända."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (DANISH, "da"),
        (SWEDISH, "sv"),
        ("Alle opgaver ligger hos ledelsen, ikke hos en koordinator", "da"),
        ("En erfaren kollega är med i två samtal", "sv"),
        ("Kommunerne Malmö, Göteborg, Växjö og Örebro er med", "da"),
        ("En plan for mandat i kommunen", None),
        ("Vi träffas snart", None),
        ("Tackling Health Inequalities Locally – the Scandinavian Experience", None),
    ],
)
def test_a_text_tells_its_language(text: str, lang: str | None) -> None:
    assert foreign.language(text) == lang


def test_a_paragraph_in_the_other_language_is_told_once(tmp_path: Path) -> None:
    root = with_pages(tmp_path, f"Vi mødes.\n\n{SWEDISH}", f"Vi träffas.\n\n1. {DANISH}")

    assert said(root) == [
        "docs/da/om.md:7:1: this seems to be Swedish",
        "docs/sv/om.md:7:4: this seems to be Danish",
    ]


def test_a_text_of_a_tool_in_the_other_language_is_told(tmp_path: Path) -> None:
    root = with_pages(tmp_path)
    file = root / "tools/steering-group.yml"
    text = file.read_text(encoding="utf-8").replace("sv: Ger policyn en ägare.", f"sv: {DANISH}")
    file.write_text(text, encoding="utf-8")

    assert said(root) == ["tools/steering-group.yml:6:7: this seems to be Danish"]


def test_what_is_marked_as_the_other_language_is_left_alone(tmp_path: Path) -> None:
    root = with_pages(tmp_path, f'Svenskerne siger: *{SWEDISH}*{{: lang="sv" }}\n\n> {SWEDISH}\n{{: lang="sv" }}')

    assert said(root) == []


def test_a_term_of_the_other_country_is_told_with_ours(tmp_path: Path) -> None:
    terms = """\
municipal-council:
  text:
    da: kommunalbestyrelse
    sv: kommunfullmäktige
  also:
    da:
      - byråd
    sv:
      - KF
  meaning:
    da: Kommunens øverste politiske ledelse.
    sv: Kommunens högsta beslutande organ.
top-management:
  text:
    da: direktion
    sv: kommunledning
  forms:
    definite:
      da: direktionen
      sv: kommunledningen
  meaning:
    da: Kommunens øverste ledelse.
    sv: Kommunens högsta chefer.
"""
    sv = 'Direktionens förslag går till byrådsmötet. Danskarna säger *byråd*{: lang="da" }.'
    root = with_pages(tmp_path, "Det går KF ikke med til.", sv, **{"tools/_terms.yml": terms})

    assert said(root) == [
        "docs/da/om.md:5:9: `KF` is a Swedish term",
        "docs/sv/om.md:5:1: `Direktionens` is a Danish term",
        "docs/sv/om.md:5:31: `byrådsmötet` is a Danish term",
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "sv",
            "kommunalbestyrelsen byrådet økonomiudvalget fagudvalget direktionen forvaltningen kommunaldirektøren "
            "kommissoriet sagsfremstillingen indstillingen embedsværket tovholderen styregruppen sundhedspolitikken "
            "sundhedsprofilen sundhedskoordinatoren handleplanen borgmesteren byrådsmødet forebyggelsespakken",
        ),
        (
            "da",
            "kommunfullmäktige kommunstyrelsen nämnden socialnämnden kommunledningen förvaltningen kommundirektören KF "
            "uppdragsbeskrivningen projektdirektivet tjänsteskrivelsen tjänstepersonerna processledaren styrgruppen "
            "folkhälsopolicyn folkhälsoenkäten folkhälsostrategen handlingsplanen folkhälsorådet nämndbeslutet",
        ),
    ],
)
def test_institutions_of_the_other_country_are_told(project: Path, lang: str, words: str, tmp_path: Path) -> None:
    terms = (project / "tools/_terms.yml").read_text(encoding="utf-8")
    body = {lang: "\n\n".join(words.split())}

    root = with_pages(tmp_path, body.get("da", ""), body.get("sv", ""), **{"tools/_terms.yml": terms})

    told = [problem.split("`")[1] for problem in said(root)]
    assert [word for word in words.split() if word not in told] == []
