"""The built site as files: addresses, languages, sisters, links, and the same bytes every time."""

from __future__ import annotations

import filecmp
import gzip
import html.parser
import os
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.conftest import ROOT, TODAY, copy_of, kit
from tests.nordre_vik import Spoken

ADDRESS = "https://implementering.example/"
STATEMENT = "https://was.example/erklaering/123"
LOCAL, MOVED = "local/docs/da/vaerktoejer/styregruppe.md", "docs/da/vaerktoejer/evaluering.md"
PAGES = ("da/vaerktoejer/styregruppe/index.html", "sv/verktyg/styrgrupp/index.html")
ALL = ("index.html", "404.html", "da/index.html", "da/404.html", "da/vaerktoejer/index.html", "sv/index.html", *PAGES)
CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
NETWORK = "Healthy Cities-nätverket"


class Elements(html.parser.HTMLParser):
    """Collects start tags with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def read(path: Path) -> Elements:
    return Elements(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ALL)
def test_every_page_says_its_language(site: Path, name: str) -> None:
    lang = "sv" if name.startswith("sv/") else "da"

    assert read(site / name).of("html")[0]["lang"] == lang


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    lost = []
    for page in site.rglob("*.html"):
        for tag, attrs in read(page).found:
            link = attrs.get("href") or attrs.get("src")
            if link and not link.startswith(("https:", "data:")) and not leads(site, page, link):
                lost.append(f"{page.relative_to(site)}: <{tag}> {link}")
    assert lost == []


def leads(site: Path, page: Path, link: str) -> bool:
    parts = urlsplit(link)
    folder = "/" + page.parent.relative_to(site).as_posix()
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))).lstrip("/")
    target = page if not parts.path else site / path
    if target.is_dir():
        target /= "index.html"
    if not target.is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in {attrs.get("id") for _, attrs in read(target).found}


def test_sisters_point_to_each_other_with_whole_addresses(site: Path) -> None:
    expected = {
        "da": f"{ADDRESS}da/vaerktoejer/styregruppe/",
        "sv": f"{ADDRESS}sv/verktyg/styrgrupp/",
    }

    for page in PAGES:
        links = [link for link in read(site / page).of("link") if link.get("rel") == "alternate" and "hreflang" in link]
        assert {link["hreflang"]: link["href"] for link in links} == expected


def test_the_switcher_leads_to_the_sister(site: Path) -> None:
    links = [a for a in read(site / PAGES[0]).of("a") if a.get("hreflang") == "sv"]

    assert {a["href"] for a in links} == {"../../../sv/verktyg/styrgrupp/"}
    assert {a["lang"] for a in links} == {"sv"}


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that editors and a municipality have worked on: each edit is for the test that names it."""
    root = copy_of(ROOT, tmp_path_factory.mktemp("edited") / "project")
    files = {
        "docs/da/kun-dansk.md": "---\ntitle: Kun på dansk\nonly: da\n---\nTekst.\n",
        "docs/da/tal.csv": "a;b",
        **{f"docs/da/{name}": "kladde" for name in ("index.md~", "#index.md#", "~$notat.docx", ".index.md.swp")},
        "local/site.yml": f"languages:\n  da:\n    statement: {STATEMENT}\n",
        LOCAL: (root / LOCAL.removeprefix("local/")).read_text("utf-8").replace("## Formål", "## Formålet hos os"),
        MOVED: (root / MOVED).read_text("utf-8").replace("---\n", "---\nredirect_from:\n  - vaerktoejer/effekt\n", 1),
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    done = kit(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_a_page_without_sister_leads_to_the_front_page_and_has_no_hreflang(edited: Path) -> None:
    page = read(edited / "da/kun-dansk/index.html")
    assert [a["href"] for a in page.of("a") if a.get("hreflang") == "sv"] == ["../../sv/", "../../sv/"]
    sisters = [link for link in page.of("link") if link.get("rel") == "alternate" and "hreflang" in link]
    assert [link["hreflang"] for link in sisters] == ["da"]


def test_every_head_of_a_table_says_what_it_heads(site: Path) -> None:
    heads = [head for page in site.rglob("*.html") for head in read(page).of("th")]

    assert {head.get("scope") for head in heads} == {"col", "row"}


def test_titles_of_works_say_which_language_they_are_in(site: Path) -> None:
    said = [(cite.get("lang", "da"), page) for page in site.glob("da/**/*.html") for cite in read(page).of("cite")]

    assert {lang for lang, _ in said} == {"da", "sv", "en"}


def test_what_is_in_the_other_language_says_so(site: Path) -> None:
    # What only the other language is written with; names and examples of code need no mark.
    letters = {"da": re.compile("[äöÄÖ]"), "sv": re.compile("[æøÆØ]")}
    said = [
        (page.relative_to(site), words)
        for page in site.rglob("*.html")
        for words, lang in Spoken(CODE.sub("", page.read_text(encoding="utf-8"))).texts
        if lang in letters and letters[lang].search(words) and NETWORK not in words
    ]

    assert said == []


def test_the_root_404_has_all_languages_and_links_that_work_at_any_address(site: Path) -> None:
    page = read(site / "404.html")

    assert {a["href"] for a in page.of("a")} == {
        "/da/",
        "/sv/",
        "/da/vaerktoejer/",
        "/sv/verktyg/",
        "/da/soeg/",
        "/sv/sok/",
    }
    assert {section["lang"] for section in page.of("section")} == {"da", "sv"}
    assert all(link["href"].startswith(("/", "data:")) for link in page.of("link") if link["href"])


def test_sitemaps_list_every_page_once(site: Path) -> None:
    index = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    pages = re.findall("<loc>(.*?)</loc>", (site / "da/sitemap.xml").read_text(encoding="utf-8"))

    assert index == [f"{ADDRESS}da/sitemap.xml", f"{ADDRESS}sv/sitemap.xml"]
    unlisted = ("stil", "stil-skemaer", "soegeproeve")
    built = [page.parent for page in (site / "da").rglob("index.html") if page.parent.name not in unlisted]
    assert sorted(pages) == sorted(f"{ADDRESS}{folder.relative_to(site).as_posix()}/" for folder in built)


def test_assets_are_there_once(site: Path) -> None:
    assert {path.suffix for path in (site / "assets").rglob("*") if path.is_file()} == {".css", ".js"}
    loaded = [path for path in site.rglob("*") if path.suffix in (".css", ".js")]
    assert [path for path in loaded if path.relative_to(site).parts[0] != "assets"] == []


def test_pages_are_light(site: Path) -> None:
    pages = list(site.rglob("*.html"))

    assert max(len(gzip.compress(page.read_bytes(), mtime=0)) for page in pages) <= 12_000
    assert max(len(read(page).found) for page in pages) <= 900


def test_the_first_view_of_a_tool_is_light(site: Path) -> None:
    heavy: dict[Path, int] = {}
    for page in site.glob("*/*/*/index.html"):
        found = read(page)
        named = [one["src"] for one in found.of("script")] + [one["href"] for one in found.of("link")]
        loaded = {page, *((page.parent / one).resolve() for one in named if one and one.endswith((".css", ".js")))}
        size = sum(len(gzip.compress(file.read_bytes())) for file in loaded)
        heavy |= {page: size} if size > 45_000 else {}
    assert heavy == {}


def test_scripts_are_small(site: Path) -> None:
    sizes = {path.name[:5]: len(gzip.compress(path.read_bytes())) for path in (site / "assets").glob("*.js")}

    assert sizes["site-"] <= 6_000
    assert sizes["theme"] <= 400


def test_edit_links_lead_to_the_files(site: Path) -> None:
    links = {a["href"] for a in read(site / PAGES[1]).of("a") if "/edit/" in (a["href"] or "")}

    base = "https://git.example/implementeringsvaerktoejer/edit/main"
    assert links == {f"{base}/docs/sv/verktyg/styrgrupp.md", f"{base}/tools/steering-group.yml"}


def test_a_local_page_covers_the_shared_one_and_is_edited_where_it_lies(edited: Path) -> None:
    text = (edited / PAGES[0]).read_text(encoding="utf-8")
    assert "Formålet hos os" in text
    assert f"edit/main/{LOCAL}" in text


def test_a_moved_page_leads_on(edited: Path) -> None:
    moved = read(edited / "da/vaerktoejer/effekt/index.html")
    assert {"http-equiv": "refresh", "content": "0; url=../evaluering/"} in moved.of("meta")
    assert f"{ADDRESS}da/vaerktoejer/evaluering/" in {link["href"] for link in moved.of("link")}


def test_the_danish_address_for_statements_leads_to_the_page_about_accessibility(site: Path) -> None:
    was = read(site / "was/index.html")

    assert was.of("html")[0]["lang"] == "da"
    assert {"http-equiv": "refresh", "content": "0; url=../da/tilgaengelighed/"} in was.of("meta")
    assert [a["href"] for a in was.of("a")] == ["../da/tilgaengelighed/"]
    assert "<title>Tilgængelighedserklæring · " in (site / "was/index.html").read_text(encoding="utf-8")
    footer = (site / "da/index.html").read_text(encoding="utf-8").partition("<footer")[2]
    assert '<a href="tilgaengelighed/">Tilgængelighed</a>' in footer


def test_a_statement_that_stands_elsewhere_is_led_to_from_there_and_from_the_foot(edited: Path) -> None:
    was = read(edited / "was/index.html")
    assert {"http-equiv": "refresh", "content": f"0; url={STATEMENT}"} in was.of("meta")
    link = f'<a href="{STATEMENT}">Tilgængelighedserklæring</a>'
    assert link in (edited / "da/om/index.html").read_text(encoding="utf-8")
    assert STATEMENT not in (edited / "sv/om/index.html").read_text(encoding="utf-8")


def test_without_danish_there_is_no_danish_address(own_project: Path) -> None:
    (own_project / "local").mkdir()
    (own_project / "local/site.yml").write_text("build:\n  - sv\n", encoding="utf-8")

    assert kit(own_project, "build").returncode == 0

    assert not (own_project / "site/was").exists()


def test_a_site_in_one_language_has_no_trace_of_others(own_project: Path) -> None:
    (own_project / "local").mkdir()
    (own_project / "local/site.yml").write_text("build:\n  - da\n", encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 0, done.stderr
    assert not (own_project / "site/sv").exists()
    root = read(own_project / "site/index.html")
    assert {"http-equiv": "refresh", "content": "0; url=da/"} in root.of("meta")
    for page in (own_project / "site").rglob("*.html"):
        assert "hreflang" not in page.read_text(encoding="utf-8"), page
    checked = kit(own_project, "check")
    assert checked.stdout == "Everything is right.\n"


def test_two_builds_are_equal_byte_for_byte(site: Path, project: Path, tmp_path: Path) -> None:
    first = tmp_path / "first"
    shutil.copytree(site, first)

    again = kit(project, "build", PYTHONHASHSEED="7", TZ="Pacific/Auckland", LC_ALL="C")

    assert again.returncode == 0, again.stderr
    assert differences(first, site) == []


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_plain_generators_build_the_same(site: Path, project: Path, tmp_path: Path, generator: str) -> None:
    command = [
        sys.executable,
        "-m",
        generator,
        "build",
        "--quiet",
        "--strict",
        "-f",
        "mkdocs.yml",
        "-d",
        str(tmp_path / "s"),
    ]
    env = {**os.environ, "KIT_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1"}

    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert differences(site, tmp_path / "s") == []


def differences(one: Path, other: Path) -> list[str]:
    def names(folder: Path) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    unlike = filecmp.cmpfiles(one, other, sorted(names(one) & names(other)), shallow=False)
    return sorted(names(one) ^ names(other)) + unlike[1] + unlike[2]


def test_the_build_stops_with_the_sentences_of_the_check(own_project: Path) -> None:
    tool = own_project / "tools/steering-group.yml"
    tool.write_text(tool.read_text(encoding="utf-8").replace("phase: mandate", "phase: mandat"), encoding="utf-8")
    (own_project / "site").mkdir()
    (own_project / "site/old.html").write_text("the last site", encoding="utf-8")

    built, checked = kit(own_project, "build"), kit(own_project, "check")

    assert built.returncode == checked.returncode == 1
    sentence = "no phase is called `mandat`\n    Did you mean `mandate`?"
    assert sentence in built.stderr
    assert sentence in checked.stdout
    assert "Traceback" not in built.stderr
    assert [path.name for path in (own_project / "site").iterdir()] == ["old.html"]


def test_a_new_tool_is_ready_to_fill_in(own_project: Path) -> None:
    titles = ("--title", "da=Kort over risici", "--title", "sv=Karta över risker")

    made = kit(own_project, "new", "risk-map", "--phase", "plan", *titles)

    assert made.returncode == 0, made.stderr
    assert made.stdout.split() == [
        "tools/risk-map.yml",
        "docs/da/vaerktoejer/kort-over-risici.md",
        "docs/sv/verktyg/karta-over-risker.md",
    ]
    checked = kit(own_project, "check")
    assert checked.returncode == 0
    assert "`summary` is not written in `da` and `sv` yet" in checked.stdout
    assert "docs/sv/verktyg/karta-over-risker.md:4:1: the section `#purpose` has no text yet" in checked.stdout
    assert kit(own_project, "fmt", "--check").stdout == ""
    assert kit(own_project, "build").returncode == 0
    assert "Kort over risici" in (own_project / "site/da/vaerktoejer/kort-over-risici/index.html").read_text("utf-8")
    again = kit(own_project, "new", "risk-map", "--phase", "plan", *titles)
    assert again.returncode == 2
    assert again.stderr == "`tools/risk-map.yml` is there already. Choose another id or title.\n"


@pytest.mark.parametrize(
    "title", ["<b>Hej</b>", "{{ config }}", "To\nlinjer", "\x1b[31m", "x" * 121, "Ring 12 34 56 78"]
)
def test_a_title_that_cannot_be_is_refused_before_anything_is_written(own_project: Path, title: str) -> None:
    done = kit(own_project, "new", "risk-map", "--phase", "plan", "--title", f"da={title}")

    assert done.returncode == 2
    assert done.stderr.startswith("The title in `da`")
    assert not (own_project / "tools/risk-map.yml").exists()


def test_files_that_editors_leave_behind_are_not_published(edited: Path) -> None:
    found = {path.name for path in (edited / "da").iterdir() if path.is_file()}
    assert found == {"index.html", "404.html", "feed.xml", "sitemap.xml", "status.json", "tal.csv"}


def test_a_site_that_opens_from_a_folder_names_files_in_every_link(own_project: Path) -> None:
    assert kit(own_project, "build", "--folder").returncode == 0

    site, lost = own_project / "site", []
    for page in site.rglob("*.html"):
        for tag, attrs in read(page).found:
            link = attrs.get("href") or attrs.get("src")
            if not link or link.startswith(("https:", "data:", "/")):
                continue
            path = urlsplit(link).path
            if path and not (page.parent / unquote(path)).is_file():
                lost.append(f"{page.relative_to(site)}: <{tag}> {link}")
    assert lost == []
