"""A municipality's own language: what stands in for what it lacks, and that readers are always told."""

from __future__ import annotations

import datetime
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros import fallback, settings, survey, templates
from macros.asking import ask
from macros.ci import checked
from macros.content import Content
from macros.fields import Text, Told
from macros.lending import led
from macros.links import retargeted
from macros.render import Renderer
from macros.spoken import BEGIN, END, THEN, marked, spoken
from macros.wording import wordings
from macros.words import Words
from tests import base_site
from tests.conftest import TODAY, kit
from tests.nordre_vik import LOCAL, Spoken, built, made
from tests.test_site import leads, read

DAY = datetime.date.fromisoformat(TODAY)
LENT, OWN = "nb/vaerktoejer/fejlseminar/index.html", "nb/verktoy/styringsgruppe/index.html"
NB = """\
languages:
  nb:
    name: Norsk bokmål
    site_name: Verktøy
    description: Verktøy for kommuner.
    sender: Nordre Vik
    tools: verktoy
"""
HOME = "---\nkind: home\ntitle: Verktøy for kommuner\n---\n"


@pytest.fixture(scope="module")
def alone(vik: Path) -> Path:
    """Its site as it builds it: in Bokmål alone."""
    return vik / "site"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in Bokmål and Danish."""
    return built(made(tmp_path_factory.mktemp("both") / "project"), "nb,da")


@pytest.fixture(params=["alone", "both"])
def site(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def known(vik: Path) -> Content:
    return survey.load(vik, DAY)


def pages(site: Path) -> Iterator[Path]:
    return (site / "nb").rglob("*.html")


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    lost = [
        f"{page.relative_to(site)}: {link}"
        for page in site.rglob("*.html")
        for _, attrs in read(page).found
        if (link := attrs.get("href") or attrs.get("src")) and not link.startswith(("https:", "data:"))
        if not leads(site, page, link)
    ]

    assert lost == []


def test_nothing_danish_stands_there_without_its_language(site: Path, vik: Path, known: Content) -> None:
    danish, norwegian = danish_in(vik, known), " ".join(written(path) for path in LOCAL.rglob("*.*"))

    found = {words for page in pages(site) for words in Spoken(page.read_text("utf-8")).said("nb") if words in danish}

    # Dates and numbers of persons are the same in both, and so are short words.
    alike = re.compile(r"\d.*(20\d\d|personer)|.{1,11}")
    assert sorted(words for words in found if words not in norwegian and not alike.fullmatch(words)) == []


def danish_in(project: Path, known: Content) -> str:
    """All that is Danish, and has no words in Bokmål."""
    whole = (dict(known.entries), dict(known.tools), dict(known.terms), known.vocabulary)
    texts = [text.root for part in whole for _, text in wordings(part) if isinstance(text, Text)]
    lacking = [text.get("da") or "" for text in texts if not text.get("nb")]
    prose = [re.sub(r"[*`]|\]\([^)]*\)|\[", "", written(path)) for path in (project / "docs/da").rglob("*.md")]
    return " ".join([*lacking, *prose])


def written(path: Path) -> str:
    return " ".join(path.read_text(encoding="utf-8").split())


def test_no_mark_is_left_in_what_is_published(site: Path) -> None:
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".js", ".xml", ".json")]

    assert [path.name for path in files if re.search(f"[{BEGIN}{THEN}{END}]", path.read_text("utf-8"))] == []


def test_a_page_that_is_missing_is_lent_and_says_so(alone: Path) -> None:
    page = Spoken((alone / LENT).read_text(encoding="utf-8"))

    assert read(alone / LENT).of("html")[0]["lang"] == "nb"
    assert "Denne siden finnes ennå ikke på norsk bokmål. Her er den på dansk." in page.said("nb")
    assert "Feileseminar" in page.said("nb")
    assert "Faldgruber" in page.said("da")
    assert "Deltakerne kjenner planen" in page.said("nb")
    assert "Alle årsager er samlet ind uden debat" in page.said("da")


def test_a_page_of_its_own_says_nothing_of_the_kind(alone: Path) -> None:
    text = (alone / OWN).read_text(encoding="utf-8")

    assert "iv-lent" not in text
    assert "Sjekkliste" in Spoken(text).said("nb")


def test_links_on_a_lent_page_lead_to_the_language_s_own_pages(alone: Path) -> None:
    links = {a["href"] for a in read(alone / "nb/vaerktoejer/evaluering/index.html").of("a")}

    assert "../../verktoy/styringsgruppe/" in links
    assert not [link for link in links if link and "vaerktoejer/styregruppe" in link]


def test_links_on_a_lent_page_are_led_and_code_stays_as_it_is(tmp_path: Path) -> None:
    home = '[Gruppen](vaerktoejer/styregruppe.md#purpose "Vores") og [en anden](https://solby.example/styregruppe.md)\n'
    code = "`[Gruppen](vaerktoejer/styregruppe.md)`\n"
    about = f"---\ntitle: Om os\npair: ours\n---\n\n{home}\n{code}"
    own = base_site.FILES["docs/da/vaerktoejer/styregruppe.md"].replace("(politisk", "(../vaerktoejer/politisk")
    files = {
        "local/site.yml": NB,
        "local/docs/nb/index.md": HOME,
        "local/docs/nb/verktoy/gruppe.md": own,
        "docs/da/om.md": about,
        "docs/sv/om.md": about.replace("vaerktoejer/styregruppe", "verktyg/styrgrupp").replace("Om os", "Om oss"),
    }
    known = survey.load(base_site.make(tmp_path, files), DAY)
    lent = next(page for page in known.pages["nb"] if page.key == "ours")

    text = retargeted(lent, [led(lent, known.pages["nb"])])

    assert text.strip() == (home.replace("vaerktoejer/styregruppe", "verktoy/gruppe") + "\n" + code).strip()


def test_an_address_lives_on_when_its_page_is_written(alone: Path) -> None:
    moved = read(alone / "nb/vaerktoejer/styregruppe/index.html")

    assert [a["href"] for a in moved.of("a")] == ["../../verktoy/styringsgruppe/"]


def test_the_switcher_leads_to_the_same_page_both_ways(both: Path) -> None:
    def others(page: str, lang: str) -> set[str | None]:
        return {a["href"] for a in read(both / page).of("a") if a.get("hreflang") == lang and a.get("lang") == lang}

    assert "../../../da/vaerktoejer/fejlseminar/" in others(LENT, "da")
    assert others("da/vaerktoejer/fejlseminar/index.html", "nb") == {"../../../nb/vaerktoejer/fejlseminar/"}
    assert others("da/vaerktoejer/styregruppe/index.html", "nb") == {"../../../nb/verktoy/styringsgruppe/"}
    # A page that is Danish on purpose is still the same page.
    assert "../../da/rammer/" in others("nb/rammer/index.html", "da")


def test_search_engines_are_told_of_what_is_written_in_a_language_only(both: Path) -> None:
    def alternates(page: str) -> set[str | None]:
        return {link["hreflang"] for link in read(both / page).of("link") if link.get("hreflang")}

    listed = (both / "nb/sitemap.xml").read_text(encoding="utf-8")

    assert alternates(OWN) == {"nb", "da"}
    assert alternates(LENT) == alternates("da/vaerktoejer/fejlseminar/index.html") == {"da"}
    (canonical,) = [link["href"] for link in read(both / LENT).of("link") if link.get("rel") == "canonical"]
    assert canonical == "https://verktoy.nordre-vik.example/da/vaerktoejer/fejlseminar/"
    assert "nb/verktoy/styringsgruppe/" in listed
    assert "fejlseminar" not in listed


def test_without_the_other_language_lent_pages_are_the_only_ones(alone: Path) -> None:
    listed = (alone / "nb/sitemap.xml").read_text(encoding="utf-8")

    assert "nb/vaerktoejer/fejlseminar/" in listed
    assert not (alone / "da").exists()
    assert [a["href"] for a in read(alone / "index.html").of("a")] == ["nb/"]


def test_open_data_names_the_pages_that_are_written(both: Path) -> None:
    text = (both / "data/tools.json").read_text(encoding="utf-8")

    assert "nb/verktoy/styringsgruppe/" in text
    assert "nb/vaerktoejer/" not in text


def test_every_language_has_its_own_404_feed_and_front_page(both: Path) -> None:
    assert "Fant ikke siden" in Spoken((both / "nb/404.html").read_text("utf-8")).said("nb")
    assert {section["lang"] for section in read(both / "404.html").of("section")} == {"nb", "da"}
    assert 'xml:lang="nb"' in (both / "nb/feed.xml").read_text(encoding="utf-8")
    assert {li.get("lang") for li in read(both / "index.html").of("li")} == {"nb", "da"}


def test_dates_times_and_plurals_are_norwegian(alone: Path, known: Content) -> None:
    words = known.words("nb")
    page = " ".join(Spoken((alone / OWN).read_text("utf-8")).said("nb"))

    assert words.date(datetime.date(2026, 5, 17)) == "17. mai 2026"
    assert words.count("tools", 1) == "1 verktøy"
    assert words.count("minutes", 90) == "90 minutter"
    assert "Begynner kl. 09:00" in page
    assert "12 punkter" in page


def test_plurals_follow_the_rules_of_the_language_they_are_in() -> None:
    entries = {"days_one": Text({"da": "{number} dag"}), "days_other": Text({"da": "{number} dage"})}

    # In Icelandic, 21 is counted as 1 is; but these words are Danish.
    assert Words(entries, "is").count("days", 21) == "21 dage"


def test_blank_copies_say_their_language_and_what_is_in_another(alone: Path) -> None:
    with zipfile.ZipFile(alone / "nb/files/premortem--seminar.docx") as copy:
        styles, text = (copy.read(f"word/{name}.xml").decode() for name in ("styles", "document"))

    assert 'w:val="nb-NO"' in styles
    assert 'w:val="da-DK"' in text


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("styringsgruppe", "steering-group"),
        ("styringsgruppen", "steering-group"),
        ("hvem er varamedlem", "steering-group"),
        ("feileseminar", "premortem"),
        ("kommunikation", "communication"),
    ],
)
def test_the_search_finds_what_norwegians_and_danes_call_it(vik: Path, known: Content, query: str, id: str) -> None:
    (answer,) = ask(Renderer(known, "nb", templates.environment(vik)), [query], 1)

    assert [hit.id for hit in answer.hits] == [id]


def test_what_is_missing_is_counted_once_for_each_tool_page_and_file_of_words(vik: Path) -> None:
    _, problems = checked.everything(vik, DAY)
    found = {(one.file, one.fault) for one in problems if one.level == "gap"}

    assert not [one for one in problems if one.level == "error"]
    assert len([file for file, _ in found if file.startswith("tools/")]) == len(list((vik / "tools").glob("*.yml")))
    assert len(found) == len({file for file, _ in found})
    assert any(re.fullmatch(r"its page and \d+ texts are not written in `nb` yet", fault) for _, fault in found)
    assert ("docs/da/find.md", "the page is not written in `nb` yet") in found


@pytest.mark.parametrize(("lang", "first"), [("nb", "sv"), ("fi", "da")])
def test_a_text_that_is_missing_comes_from_the_language_that_is_named(tmp_path: Path, lang: str, first: str) -> None:
    own = NB.replace("nb:", f"{lang}:") + (f"    fallback: {first}\n" if first != "da" else "")
    files = {"local/site.yml": own, f"local/docs/{lang}/index.md": HOME}
    known = survey.load(base_site.make(tmp_path, files), DAY).to(lang)

    assert known.tools["steering-group"].title.told(lang).lang == first
    assert known.entries["menu"].told(lang).lang == first
    assert next(page for page in known.pages[lang] if page.front.tool == "steering-group").borrowed == first


def test_what_stands_in_may_itself_be_stood_in_for(tmp_path: Path) -> None:
    own = NB + "    fallback: nn\n" + NB.removeprefix("languages:\n").replace("nb:", "nn:") + "    fallback: nb\n"
    files = {"local/site.yml": own, "local/docs/nb/index.md": HOME, "local/docs/nn/index.md": HOME}
    site = settings.load(base_site.make(tmp_path, files))

    # Two that stand in for each other end there, and do not go round for ever.
    assert fallback.chain(site, "nb") == ("nn",)
    assert fallback.read(site) == ("da", "sv", "nb", "nn")


def test_shared_languages_lack_what_they_lack(tmp_path: Path) -> None:
    site = settings.load(base_site.make(tmp_path))

    assert site.whole == ("da", "sv")
    assert fallback.chain(site, "sv") == ()


def test_every_language_of_the_north_builds_from_a_front_page_alone(tmp_path: Path) -> None:
    project = made(tmp_path / "project")
    shutil.rmtree(project / "local")
    names = {"fi": "Suomi", "en": "English"}
    languages = {
        code: dict.fromkeys(("name", "site_name", "description", "sender"), name) | {"tools": "tools"}
        for code, name in names.items()
    }
    for code, name in names.items():
        (project / f"local/docs/{code}").mkdir(parents=True)
        (project / f"local/docs/{code}/index.md").write_text(f"---\nkind: home\ntitle: {name}\n---\n", "utf-8")
    languages["fi"]["fallback"] = "sv"
    (project / "local/site.yml").write_text(yaml.safe_dump({"languages": languages, "build": [*names]}), "utf-8")

    done = kit(project, "build")

    assert done.returncode == 0, done.stderr
    finnish = Spoken((project / "site/fi/index.html").read_text("utf-8"))
    english = Spoken((project / "site/en/index.html").read_text("utf-8"))
    assert "Styrgrupp" in finnish.said("sv")
    assert "Styregruppe" in english.said("da")


# Words in another language, within a page.


def test_a_word_says_its_language_in_a_text_and_not_in_an_attribute() -> None:
    word = marked(Told("Menu", "da"), "nb")

    assert spoken(f'<p title="{word}">{word}</p>') == '<p title="Menu"><span lang="da">Menu</span></p>'
    assert spoken(f"<svg><text>{word}</text></svg>{word}").startswith('<svg><text><tspan lang="da">Menu</tspan>')
    assert spoken(f"<option value='1'>{word}</option>") == "<option value='1' lang=\"da\">Menu</option>"
    assert (
        spoken(f"<title>Side · {word}</title><p>{word}</p>")
        == '<title>Side · Menu</title><p><span lang="da">Menu</span></p>'
    )
