"""The style pages, the pages of events and notes, and the status page."""

from __future__ import annotations

import datetime
import html
import json
import re
from pathlib import Path

import pytest

from macros import sample, status
from tests.conftest import ROOT, kit

STYLE = {"da": "da/stil", "sv": "sv/stil"}
FORMS = {"da": "da/stil-skemaer", "sv": "sv/stil-mallar"}
EVENT = "da/arrangementer/temadag-fra-politik-til-praksis"
FACTS = """\
---
title: Noter fra et møde
kind: notes
only: da
{more}
---
## Det hørte vi {{: #heard }}

Tekst.
"""


def text(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text(encoding="utf-8")


def test_no_class_and_no_colour_is_styled_that_nothing_has(site: Path) -> None:
    sheet = "".join(path.read_text("utf-8") for path in (site / "assets").glob("site-*.css"))
    scripts = "".join(path.read_text("utf-8") for path in (site / "assets").glob("*.js"))
    # What only municipalities have stands in templates.
    pages = "".join(path.read_text("utf-8") for path in [*site.rglob("*.html"), *(ROOT / "overrides").rglob("*.html")])
    written = set(re.findall(r"[\w-]+", " ".join(re.findall(r'class="([^"]*)"', pages))))
    classes = set(re.findall(r"\.([a-zA-Z_][\w-]*)", re.sub(r"url\([^)]*\)", "", sheet)))
    values = set(re.findall(r"(--iv-[\w-]+):", sheet))

    assert len(classes) > 200
    # The logo's template puts the palette's name behind its class.
    assert {name for name in classes - written if name not in scripts} <= {"iv-logo--dark", "iv-logo--light"}
    assert {name for name in values if f"var({name}" not in sheet + pages and name not in scripts} == set()


@pytest.mark.parametrize("lang", STYLE)
def test_the_style_pages_draw_every_partial(site: Path, lang: str) -> None:
    found = text(site, STYLE[lang]) + text(site, FORMS[lang])

    for path in [*(ROOT / "overrides/tool").glob("*.html"), *(ROOT / "overrides/partials").glob("*.html")]:
        own = set(re.findall(r'class="(iv-[\w-]+)', path.read_text(encoding="utf-8")))
        # Of a page's own, or of a municipality's, or, round a form, only where it is filled in.
        if path.stem not in ("paper", "logo", "status_table", "kit"):
            assert not {name for name in own if f'"{name}' not in found}, path.name


@pytest.mark.parametrize("page", FORMS.values())
def test_the_style_pages_show_every_answer_and_detail(site: Path, page: str) -> None:
    found = text(site, page)
    form = found[found.index('id="sample--traffic"') :].partition("</form>")[0]

    assert re.findall(r'value="(\w+)" checked', form) == ["done", "part", "none", "skip"]
    assert form.count("<fieldset") == 5
    assert form.count("iv-more--filled") == 2
    assert form.count(" open>") == 1
    assert '<textarea class="iv-input" name="sample--traffic--not-begun--note" rows="2">T' in form
    assert 'name="sample--traffic--not-begun--due" value="2027-02-01"' in form


@pytest.mark.parametrize("page", FORMS.values())
def test_the_style_pages_show_every_kind_blank_and_filled(site: Path, page: str) -> None:
    found = text(site, page)
    forms = dict(re.findall(r'<form class="[^"]*" id="(sample--[\w-]+)"(.*?)</form>', found, re.DOTALL))

    assert {id.removesuffix("-filled") for id in forms} == {f"sample--{one.id}" for one in sample.load().checklists}
    for id, form in forms.items():
        filled = f"{id}-filled" not in forms
        assert bool(re.search(r" checked|>[^<\s][^<]*</textarea>| data-example", form)) == filled, id
    assert forms["sample--rating-filled"].count(" checked") == 4
    assert "2,5" in forms["sample--rating-filled"]
    assert forms["sample--rating-filled"].count("iv-draw__node--full") == 3
    assert forms["sample--star-filled"].count("iv-star__field") == 5
    assert {"iv-agenda", "iv-span", "iv-matrix", "iv-counts"} <= set(re.findall(r"iv-\w+", " ".join(forms.values())))


@pytest.mark.parametrize("page", [*STYLE.values(), *FORMS.values()])
def test_ids_on_the_style_pages_are_there_once(site: Path, page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', text(site, page))

    assert len(ids) == len(set(ids))


def test_every_colour_has_a_swatch(site: Path) -> None:
    css = (ROOT / "assets/css/blocks.css").read_text(encoding="utf-8")
    names = sample.colours(ROOT)

    assert {"paper", "thread", "done", "skip-tint"} <= set(names)
    for name in names:
        assert f".iv-swatch--{name} {{ background: var(--iv-{name}); }}" in css
        assert f'class="iv-swatch iv-swatch--{name}"' in text(site, STYLE["da"])


def test_nothing_leads_to_the_style_pages_but_they_themselves(site: Path) -> None:
    for lang, page in [*STYLE.items(), *FORMS.items()]:
        own = [site / STYLE[lang], site / FORMS[lang]]
        assert '<meta name="robots" content="noindex">' in text(site, page)
        for name in ("sitemap.xml", "feed.xml"):
            assert page not in (site / lang / name).read_text(encoding="utf-8")
        for other in (site / lang).rglob("index.html"):
            if other.parent not in own:
                assert not re.search(r'href="([^"]*/)?stil(-\w+)?/?"', other.read_text(encoding="utf-8")), other
    data = json.loads((site / "data/tools.json").read_text(encoding="utf-8"))
    assert sample.ID not in [tool["id"] for tool in data["tools"]]


def test_an_event_tells_its_facts_and_its_age(site: Path) -> None:
    page = text(site, EVENT)

    assert "<dt>Afholdt</dt><dd>Efteråret 2022</dd>" in page
    assert "<dt>Arrangør</dt><dd>KL, Center for Forebyggelse i praksis</dd>" in page
    assert "<dt>Målgruppe</dt><dd>Ledere" in page
    assert 'data-since="2023-10-17">Ældre end 12 mdr.' in page
    assert re.search(r'data-since="[\d-]+" hidden>Ældre end 12 mdr.', text(site, "da/vaerktoejer/styregruppe"))
    assert "Sidst opdateret 17. oktober 2023" in re.sub("<[^>]+>", "", page)
    assert page.count("Specialkonsulent i Sundhed &amp; Ældre") == 2
    related = page[page.index('id="related"') :].partition("</section>")[0]
    assert re.findall(r'href="[./]*vaerktoejer/([\w-]+)/"', related) == [
        "laering-af-politikken",
        "implementeringsplan",
        "handleplan",
        "kommunikation",
        "forandringsagent",
        "kapacitetsopbygning",
        "evaluering",
        "fastholdelse",
    ]


def test_the_front_page_lists_the_event_with_its_age(site: Path) -> None:
    new = text(site, "da").partition('id="new"')[2].partition("</section>")[0]

    assert new.index("vaerktoejer/") < new.index("temadag-fra-politik")
    assert 'data-since="2023-10-17"' in new
    assert "temadag-fran-politik" in text(site, "sv")


def test_notes_without_a_known_day_say_so(own_project: Path) -> None:
    shown = {
        "held: 2016-10-30": 'data-since="2016-10-30"',
        "held: I 2016": ">Dato ikke oplyst<",
        "organiser: KL": ">Dato ikke oplyst<",
    }
    for n, more in enumerate(shown):
        (own_project / f"docs/da/noter-{n}.md").write_text(FACTS.format(more=more), encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 0, done.stderr
    for n, words in enumerate(shown.values()):
        assert words in text(own_project / "site", f"da/noter-{n}")


def test_what_an_event_names_must_be_there(own_project: Path) -> None:
    more = "related:\n  - steering-grup\ncontact: preventon"
    (own_project / "docs/da/noter.md").write_text(FACTS.format(more=more), encoding="utf-8")
    (own_project / "docs/da/om.md").write_text("---\ntitle: Om\nonly: da\nheld: I går\n---\n", encoding="utf-8")

    said = kit(own_project, "check").stdout

    assert "docs/da/noter.md:6:5: no tool is called `steering-grup`\n    Did you mean `steering-group`?" in said
    assert "docs/da/noter.md:7:1: no contact is called `preventon`\n    Did you mean `prevention`?" in said
    assert "docs/da/om.md:4:1: `held` is for pages of the kind" in said


@pytest.mark.parametrize(
    ("page", "said", "link"),
    [
        (
            "da/noter/netvaerksmoede-oktober-2016",
            "Resumé. Originalen på svensk:",
            '<a href="../../../sv/anteckningar/natverksmote-oktober-2016/" lang="sv" hreflang="sv">Anteckningar',
        ),
        (
            "sv/rapporter/ojamlikhet-i-halsa-2016",
            "Sammanfattning. Originalet på danska:",
            '<a href="../../../da/notater/ulighed-i-sundhed-2016/" lang="da" hreflang="da">Notat om social ulighed',
        ),
    ],
)
def test_a_summary_leads_to_its_original(site: Path, page: str, said: str, link: str) -> None:
    assert f"{said} {link}" in text(site, page)


def test_originals_do_not_call_themselves_summaries(site: Path) -> None:
    for page in ("da/notater/ulighed-i-sundhed-2016", "sv/anteckningar/natverksmote-oktober-2016"):
        assert not re.search("Resumé|Sammanfattning", text(site, page).partition("<main")[2].partition("</main>")[0])


def test_a_summary_whose_original_is_not_built_says_its_language(own_project: Path) -> None:
    (own_project / "local").mkdir()
    (own_project / "local/site.yml").write_text("build:\n  - da\n", encoding="utf-8")

    assert kit(own_project, "build").returncode == 0

    assert "Resumé af et dokument på svensk." in text(own_project / "site", "da/noter/netvaerksmoede-oktober-2016")


@pytest.mark.parametrize(
    ("original", "said"),
    [
        ("sw", "`sw` is not a language of this site\n    Known here: `da`"),
        ("da", "the page is in `da` itself\n    Name the language that it sums up, or take the line away."),
    ],
)
def test_a_summary_names_another_language_of_the_site(own_project: Path, original: str, said: str) -> None:
    (own_project / "docs/da/noter.md").write_text(FACTS.format(more=f"original: {original}"), encoding="utf-8")

    assert f"docs/da/noter.md:5:1: {said}" in kit(own_project, "check").stdout


def rows(site: Path, lang: str) -> dict[str, list[str]]:
    found = re.findall(r'<tr role="row" data-tool-id="([\w-]+)">(.*?)</tr>', text(site, f"{lang}/status"), re.DOTALL)
    return {
        id: [
            html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", "", cell))).strip()
            for cell in re.findall(r"<td.*?</td>", row)
        ]
        for id, row in found
    }


def test_the_status_page_tells_what_is_written(site: Path) -> None:
    for lang, written, dates in (
        ("da", "Følger originalen", "21. november"),
        ("sv", "Följer originalet", "21 november"),
    ):
        found = rows(site, lang)

        assert sorted(found) == sorted(path.stem for path in (ROOT / "tools").glob("[!_]*.yml"))
        assert found["steering-group"][0] == "Original"
        # Whether ours has fallen behind is told there, and no fault of the page.
        assert re.fullmatch(rf"{written}|[0-9]+ dela?r? .+|[0-9]+ del .+", found["steering-group"][1])
        assert found["steering-group"][-3].startswith(f"{dates} 2026")
        assert found["steering-group"][-2] == f"{dates} 2027"
        assert 'scope="row"' in text(site, f"{lang}/status")
        assert "<caption>" in text(site, f"{lang}/status")


def test_the_status_page_counts_what_is_taken_away(own_project: Path) -> None:
    tool = own_project / "tools/steering-group.yml"
    texts = tool.read_text(encoding="utf-8")
    texts = re.sub(r"(?m)^  sv: Styrgrupp\n", "", texts, count=1)
    tool.write_text(re.sub(r"(?m)^ +sv: Underlagen skickas .*\n", "", texts, count=1), encoding="utf-8")
    (own_project / "docs/sv/verktyg/korschema.md").unlink()
    for page in (own_project / "docs/sv").rglob("*.md"):
        page.write_text(re.sub(r"\[([^\]]+)\]\([^)]*korschema\.md[^)]*\)", r"\1", page.read_text("utf-8")), "utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 0, done.stderr
    found = rows(own_project / "site", "da")
    assert found["steering-group"][:2] == ["Original", "2 tekster mangler"]
    assert found["meeting-script"][:2] == ["Original", "Ikke skrevet endnu"]


def test_a_site_in_one_language_has_one_column_for_it(own_project: Path) -> None:
    (own_project / "local").mkdir()
    (own_project / "local/site.yml").write_text("build:\n  - sv\n", encoding="utf-8")

    assert kit(own_project, "build").returncode == 0

    head = text(own_project / "site", "sv/status").partition("<thead")[2].partition("</thead>")[0]
    assert re.findall(r"<th[^>]*>([^<]+)", head)[:3] == ["Verktyg", "Svenska", "Ord att översätta"]


def test_the_next_review_is_a_year_after_the_last() -> None:
    assert status.a_year_after(datetime.date(2026, 11, 21)) == datetime.date(2027, 11, 21)
    assert status.a_year_after(datetime.date(2028, 2, 29)) == datetime.date(2029, 2, 28)
