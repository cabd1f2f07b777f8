"""Two invented municipalities build the site with their own names, looks and contacts, and without some of ours."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT, copy_of, kit
from tests.test_site import leads, read

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>'
SHARED = "https://implementering.example/"
SOLBY = """\
address: https://vaerktoejer.solby.example/
feedback: https://solby.example/fejl/
logo:
  light: logo.svg
  dark: logo-hvid.svg
  alt: {da: Solby Kommune}
colours:
  thread: {light: '#005f73', dark: '#5fb8cc'}
  paper: {light: '#f4f8fb'}
languages:
  da:
    site_name: Værktøjer i Solby
    sender: Solby Kommune, Sundhed
    owner: Solby Kommune
build: [da]
order: [plan, mandate]
hidden:
  tools: [budget-process]
  pages: [theme-goals, municipalities]
contacts:
  prevention:
    title: {da: Sundhedskonsulent i Solby}
"""
LILLA = """\
address: https://verktyg.lilla.example/
robots: noindex
languages:
  sv:
    site_name: Verktyg i Lillå
    owner: Lillå kommun
    accessibility:
      conformance: partial
      tested: 2026-10-01
      contact: prevention
build: [sv]
hidden:
  tools: [capacity-assessment]
  pages: [status]
contacts:
  prevention:
    title: {sv: Folkhälsostrateg i Lillå}
    url: https://lilla.example/folkhalsa/
"""
OWN_PAGE = "---\ntitle: Om Solby\npair: solby\n---\n## Sådan arbejder vi {: #work }\n\nVi mødes.\n"
BLOCK = '{% extends "shared/main.html" %}\n{% block own_foot %}<p class="solby">Torvet 1</p>{% endblock %}\n'


def built(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / "local" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "local" / name).write_text(text, encoding="utf-8")
    done = kit(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def solby(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    files = {
        "site.yml": SOLBY,
        "assets/logo.svg": SVG,
        "assets/logo-hvid.svg": SVG,
        "assets/LICENSE.txt": "CC0",
        "assets/local.css": '.iv-foot { background: url("logo.svg"); }\n',
        "docs/da/solby.md": OWN_PAGE,
        "docs/da/faser/mandat.md": (ROOT / "docs/da/faser/mandat.md").read_text(encoding="utf-8"),
        "overrides/main.html": BLOCK,
    }
    yield built(copy_of(ROOT, tmp_path_factory.mktemp("solby") / "project"), files)


@pytest.fixture(scope="module")
def lilla(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield built(copy_of(ROOT, tmp_path_factory.mktemp("lilla") / "project"), {"site.yml": LILLA})


def text(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def lost(site: Path) -> list[str]:
    """Links that lead nowhere, as the shared site's own test looks for them."""
    return [
        f"{page.relative_to(site)}: <{tag}> {link}"
        for page in site.rglob("*.html")
        for tag, attrs in read(page).found
        if (link := attrs.get("href") or attrs.get("src")) and not link.startswith(("https:", "data:"))
        if not leads(site, page, link)
    ]


@pytest.mark.parametrize("municipality", ["solby", "lilla"])
def test_no_link_leads_nowhere(municipality: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(municipality)

    assert lost(site) == []
    assert not [page for page in site.rglob("*.html") if "hidden.invalid" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("municipality", ["solby", "lilla"])
def test_the_check_has_nothing_to_say(municipality: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(municipality)

    assert kit(site.parent, "check").stdout == "Everything is right.\n"


HIDDEN = {
    "solby": ("budget-process", "/budgetproces/", "/temaer/verdensmaal/", "/for-kommuner/"),
    "lilla": ("capacity-assessment", "/implementeringskapacitet/", "/sv/status/"),
}


@pytest.mark.parametrize("municipality", list(HIDDEN))
def test_what_is_hidden_is_nowhere(municipality: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(municipality)

    for path in (path for path in site.rglob("*") if path.is_file() and path.suffix not in (".docx", ".xlsx")):
        found = path.read_text(encoding="utf-8", errors="ignore")
        for trace in HIDDEN[municipality]:
            assert trace not in f"/{path.relative_to(site).as_posix()}", path
            assert trace not in found, path


def test_a_link_to_what_is_hidden_becomes_words(solby: Path, site: Path) -> None:
    def words(html: str) -> str:
        return re.sub("<[^>]+>", "", html)

    paragraphs = [
        (page.relative_to(site).as_posix(), paragraph)
        for page in (site / "da").rglob("index.html")
        for paragraph in re.findall(r"<p>.*?</p>", text(site, page.relative_to(site).as_posix()), re.DOTALL)
        if re.search(r'href="[^"]*(?:budgetproces|temaer/verdensmaal|for-kommuner)/', paragraph)
    ]

    assert paragraphs
    for page, paragraph in paragraphs:
        if (solby / page).exists():
            assert words(paragraph) in words(text(solby, page)), page


def test_the_phases_stand_in_the_municipalitys_order(solby: Path) -> None:
    data = json.loads(text(solby, "data/tools.json"))

    assert [phase["id"] for phase in data["phases"]] == ["plan", "mandate", "overview", "carry-out", "sustain"]
    catalogue = text(solby, "da/vaerktoejer/index.html")
    assert catalogue.index('id="plan"') < catalogue.index('id="mandate"') < catalogue.index('id="overview"')


def test_name_owner_and_contacts_are_the_municipalitys(solby: Path) -> None:
    page = text(solby, "da/vaerktoejer/politisk-mandat/index.html")

    assert "<title>Politisk og ledelsesmæssigt mandat · Værktøjer i Solby</title>" in page
    assert "Sundhedskonsulent i Solby" in page
    assert "<p>Ansvarlig for webstedet: Solby Kommune</p>" in page
    assert '<a href="https://solby.example/fejl/">Meld en fejl på siden</a>' in page


def test_the_logo_stands_in_place_of_the_ring_and_on_paper(solby: Path) -> None:
    page = read(solby / "da/vaerktoejer/politisk-mandat/index.html")

    logos = [(img["class"], Path(img["src"] or "").name, img["alt"]) for img in page.of("img") if img.get("alt")]
    assert ("iv-logo iv-logo--light", "logo.svg", "Solby Kommune") in logos
    assert ("iv-logo iv-logo--dark", "logo-hvid.svg", "Solby Kommune") in logos
    assert ("iv-logo", "logo.svg", "Solby Kommune") in logos
    assert "iv-head__name iv-head__name--own" in [a.get("class") for a in page.of("a")]


def test_style_sheets_come_in_the_order_that_lets_the_municipality_win(solby: Path) -> None:
    sheets = [link["href"] for link in read(solby / "da/index.html").of("link") if link.get("rel") == "stylesheet"]

    patterns = (r"site-\w+\.css", r"colours-\w{8}\.css", r"local-\w{8}/local\.css")
    assert all(re.fullmatch(rf"\.\./assets/{one}", sheet or "") for one, sheet in zip(patterns, sheets, strict=True))
    colours = text(solby / "da", sheets[1] or "")
    assert colours.count("--iv-thread: #005f73") == 1
    assert colours.count("--iv-thread: #5fb8cc") == 2
    assert colours.count("--iv-paper: #f4f8fb") == 1


def test_own_files_are_copied_and_notes_are_not(solby: Path) -> None:
    (folder,) = (solby / "assets").glob("local-*")

    assert {path.name for path in folder.iterdir()} == {"local.css", "logo.svg", "logo-hvid.svg"}


def test_a_block_of_a_template_can_be_the_municipalitys(solby: Path) -> None:
    for page in ("da/index.html", "da/vaerktoejer/politisk-mandat/index.html"):
        assert '<p class="solby">Torvet 1</p>' in text(solby, page)
        assert text(solby, page).count("</footer>") == 1


def canonical(site: Path, page: str) -> list[str | None]:
    return [link["href"] for link in read(site / page / "index.html").of("link") if link.get("rel") == "canonical"]


@pytest.mark.parametrize(
    "page", ["da/vaerktoejer/politisk-mandat/", "da/begynd-her/", "da/ordliste/", "da/faser/planlaegning/"]
)
def test_an_unchanged_page_names_the_shared_one_as_its_original(solby: Path, page: str) -> None:
    assert canonical(solby, page) == [SHARED + page]
    assert page not in text(solby, "da/sitemap.xml")


@pytest.mark.parametrize("page", ["da/", "da/solby/", "da/faser/mandat/", "da/vaerktoejer/", "da/tilgaengelighed/"])
def test_what_is_the_municipalitys_own_stands_for_itself(solby: Path, page: str) -> None:
    assert canonical(solby, page) == [f"https://vaerktoejer.solby.example/{page}"]
    assert f"<loc>https://vaerktoejer.solby.example/{page}</loc>" in text(solby, "da/sitemap.xml")


def test_paper_names_the_municipalitys_address(solby: Path) -> None:
    assert "https://vaerktoejer.solby.example/da/vaerktoejer/politisk-mandat/ · " in text(
        solby, "da/vaerktoejer/politisk-mandat/index.html"
    )


def test_the_shared_site_stands_for_itself_and_is_open_to_all(site: Path) -> None:
    assert text(site, "robots.txt") == f"User-agent: *\nDisallow:\n\nSitemap: {SHARED}sitemap.xml\n"
    assert canonical(site, "da/vaerktoejer/styregruppe/") == [f"{SHARED}da/vaerktoejer/styregruppe/"]


def test_a_site_that_is_not_to_be_listed_says_so_on_every_page(lilla: Path) -> None:
    for page in lilla.rglob("*.html"):
        robots = [meta["content"] for meta in read(page).of("meta") if meta.get("name") == "robots"]
        assert robots == ["noindex"], page
    assert text(lilla, "robots.txt") == "User-agent: *\nDisallow:\n"
    assert not list(lilla.rglob("sitemap.xml"))


def test_the_statement_shows_what_is_filled_in_and_says_what_is_missing(lilla: Path, site: Path) -> None:
    page, shared = text(lilla, "sv/tillganglighet/index.html"), text(site, "sv/tillganglighet/index.html")

    assert "Webbplatsen är delvis förenlig med lagkraven." in page
    assert "1 oktober 2026" in page
    assert "Lillå kommun</p>" in page
    assert "https://lilla.example/folkhalsa/" in page
    assert "Redogörelsen är inte färdig. 3 punkter saknas." in page
    assert page.count("<b>Saknas.</b>") == 3
    assert "Redogörelsen är inte färdig. 7 punkter saknas." in shared
    assert shared.count("<b>Saknas.</b>") == 7


def test_a_template_that_fails_is_told_by_its_line(own_project: Path) -> None:
    (own_project / "local/overrides").mkdir(parents=True)
    broken = BLOCK.replace("Torvet 1", "\n{{ torvet.number }}")
    (own_project / "local/overrides/main.html").write_text(broken, encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 1
    assert "local/overrides/main.html:3:1: the template cannot be filled in: 'torvet' is undefined" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_palette_has_its_colour_and_its_logo(solby: Path, browser: Browser, scheme: str, tmp_path: Path) -> None:
    # From a folder: the whole path of the site begins at its root.
    shutil.copytree(solby, tmp_path / "site")
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")

    page.goto((tmp_path / "site/da/vaerktoejer/politisk-mandat/index.html").as_uri())

    logos = page.locator(".iv-head .iv-logo")
    shown = [logos.nth(n).get_attribute("src") or "" for n in range(logos.count()) if logos.nth(n).is_visible()]
    assert [Path(src).name for src in shown] == ["logo.svg" if scheme == "light" else "logo-hvid.svg"]
    thread = "getComputedStyle(document.documentElement).getPropertyValue('--iv-thread')"
    assert page.evaluate(thread) == ("#005f73" if scheme == "light" else "#5fb8cc")
    page.emulate_media(media="print")
    assert page.evaluate(thread) == "#000"
    page.close()
