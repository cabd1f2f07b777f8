"""The glossary: its page, the links to it, and a municipality's own words in it."""

from __future__ import annotations

import datetime
import html
import re
from pathlib import Path

import markdown
import pytest

from macros import glossary, slots, survey
from macros.addresses import Here
from macros.render import Renderer
from macros.templates import environment
from tests import base_site
from tests.conftest import ROOT, TODAY, kit

PAGES = {"da": "da/ordliste", "sv": "sv/ordlista"}
HERE = Here("da/vaerktoejer/styregruppe/", "https://implementering.example/")
PAGE = "---\ntitle: Ordliste\nkind: glossary\nonly: da\n---\n"


def text(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def terms(site: Path, lang: str) -> dict[str, str]:
    found = re.findall(r'<div class="iv-glossary__term" id="([\w-]+)">(.*?)</div>', text(site, PAGES[lang]), re.DOTALL)
    return dict(found)


def words(html_: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", html_)).replace("\u00ad", "")


def renderer(root: Path, lang: str = "da", **files: str) -> Renderer:
    base_site.make(root, files)
    (root / "overrides").symlink_to(ROOT / "overrides", target_is_directory=True)
    return Renderer(survey.load(root, datetime.date(2026, 11, 21)), lang, environment(root))


def test_the_glossary_lists_every_term_of_its_language(site: Path) -> None:
    known = survey.load(ROOT, datetime.date.fromisoformat(TODAY)).terms

    for lang in PAGES:
        assert set(terms(site, lang)) == {id for id, term in known.items() if term.only in (None, lang)}


def test_each_language_sorts_by_its_own_alphabet(site: Path) -> None:
    first = {
        lang: [words(term.partition("</dt>")[0])[0].lower() for term in terms(site, lang).values()] for lang in PAGES
    }

    assert first["da"] == sorted(first["da"], key="abcdefghijklmnopqrstuvwxyzæøå".index)
    assert first["sv"] == sorted(first["sv"], key="abcdefghijklmnopqrstuvwxyzåäö".index)
    assert first["da"][-1] == "å"
    assert first["sv"][-1] == "ö"


def test_a_term_says_what_it_means_and_is_called_elsewhere(site: Path) -> None:
    found = terms(site, "da")["terms-of-reference"]

    assert "<dt><dfn>kommissorium</dfn></dt>\n<dd>Dokument, der siger" in found
    assert 'På svensk: <span lang="sv">uppdragsbeskrivning</span>' in found
    assert "Även: projektdirektiv" in terms(site, "sv")["terms-of-reference"]
    assert "Bruges kun på dansk." in terms(site, "da")["kram"]
    assert "kram" not in terms(site, "sv")


def test_letters_lead_to_the_first_term_under_each(site: Path) -> None:
    letters = re.findall(r'<li><a href="#([\w-]+)">(\w)</a></li>', text(site, PAGES["sv"]))

    assert ("open-comparisons", "Ö") in letters
    assert len(letters) == len({letter for _, letter in letters}) > 10


def test_the_glossary_is_found_from_every_page_and_by_search_engines(site: Path) -> None:
    for lang, page in PAGES.items():
        assert f"/{page}/</loc>" in (site / lang / "sitemap.xml").read_text(encoding="utf-8")
        assert f'href="{page.partition("/")[2]}/"' in text(site, lang).partition('class="iv-foot"')[2]
        assert "/edit/main/tools/_terms.yml" in text(site, page)


def test_tools_link_their_terms_alike_in_both_languages(site: Path) -> None:
    linked = {}
    for lang, folder in (("da", "da/vaerktoejer"), ("sv", "sv/verktyg")):
        pages = [page.read_text(encoding="utf-8") for page in (site / folder).glob("*/index.html")]
        link = re.compile(r'<a class="iv-term" href="[./]*ordlist[ae]/#([\w-]+)">[^<]+</a>')
        linked[lang] = sorted(tuple(link.findall(page)) for page in pages if link.search(page))

    assert [sorted(ids) for ids in linked["da"]] == [sorted(ids) for ids in linked["sv"]]
    assert len(linked["da"]) >= 10


def test_a_term_is_a_link_only_where_there_is_a_glossary(tmp_path: Path) -> None:
    without = renderer(tmp_path / "without")
    given = renderer(tmp_path / "given", **{"docs/da/ordliste.md": PAGE})

    assert without.term(HERE, "milestone", "plural") == "milepæle"
    assert given.term(HERE, "milestone") == '<a class="iv-term" href="../../ordliste/#milestone">milepæl</a>'


def test_a_form_that_a_language_lacks_gives_its_plain_word(tmp_path: Path) -> None:
    terms = base_site.TERMS.replace("      sv: milstolpar\n", "")

    assert renderer(tmp_path, "sv", **{"tools/_terms.yml": terms}).term(HERE, "milestone", "plural") == "milstolpe"


def test_a_word_that_a_language_lacks_is_marked_as_the_other_s(tmp_path: Path) -> None:
    terms = base_site.TERMS.replace("    sv: milstolpe\n", "")
    found = renderer(tmp_path, "sv", **{"tools/_terms.yml": terms})

    assert found.term(HERE, "milestone") == '<span lang="da">milepæl</span>'
    assert [entry.others for entry in glossary.entries(found)] == [()]


def test_a_municipality_has_its_own_word(tmp_path: Path) -> None:
    own = "milestone:\n  text:\n    da: delresultat\n"
    root = base_site.make(tmp_path, {"local/terms.yml": own})

    found, problems = survey.survey(root, datetime.date(2026, 11, 21))

    assert found is not None
    assert found.terms["milestone"].text.in_("da") == "delresultat"
    assert found.terms["milestone"].text.in_("sv") == "milstolpe"
    told = [one for one in problems if not one.file.startswith("tools/")]
    assert [(str(one), one.level) for one in told] == [
        (
            "local/terms.yml:3:5: `text` is your own in `da`, but `plural` is still that of the shared word\n"
            "    Write `plural` under `forms`, too.",
            "hint",
        )
    ]


@pytest.mark.parametrize(
    ("last", "inorder"),
    [
        ("æøå", ["Ære", "ørn", "ål"]),
        ("åäö", ["ål", "ära", "örn"]),
        ("æøå", ["én", "enden", "en-to", "ZZ", "æ"]),
    ],
)
def test_letters_after_z_are_letters_and_accents_are_not(last: str, inorder: list[str]) -> None:
    assert sorted({*inorder}, key=lambda word: glossary.order(word, last)) == inorder


def test_a_line_can_begin_with_a_term() -> None:
    held = slots.slot("term", id="milestone")
    fillers: dict[str, slots.Filler] = {"term": lambda id: f"<i>{id}</i>"}

    made = slots.fill(markdown.markdown(f"{held} er\n{held} her.", extensions=["md_in_html"]), fillers)

    assert made == "<p><i>milestone</i> er\n<i>milestone</i> her.</p>"


def test_the_glossary_is_in_canonical_form(project: Path) -> None:
    assert kit(project, "fmt", "--check", "tools/_terms.yml").stdout == ""
