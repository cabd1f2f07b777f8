"""Links to edit lead to the file and the line that they name."""

from __future__ import annotations

import datetime
import html
import re
from pathlib import Path

import pytest
from markupsafe import Markup

from macros import editors, survey, templates
from macros.edits import Edit, edits
from macros.places import Place
from macros.render import Renderer
from macros.sections import Section
from macros.settings import load as site_of
from macros.spoken import spoken as marked
from tests import base_site
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 21)
BASE = "https://git.example/kl/tools"
SITE = f"{base_site.SITE}repository: {BASE}\n"
LINK = re.compile(r'<li><a href="([^"]+)">([^<]*)</a></li>')
LINE = re.compile(r"/blob/main/(?P<file>[^?]+)\?plain=1#L(?P<line>\d+)")
PAGE, TOOL = "docs/da/vaerktoejer/styregruppe.md", "tools/steering-group.yml"
OWN_TEXT, OWN_TOOL = "local/docs/da/steering-group.sections.yml", "local/tools/steering-group.patch.yml"


def made(root: Path, file: str = PAGE) -> list[Edit]:
    """The links of a page, without building it."""
    found = survey.load(root, TODAY)
    page = next(one for pages in found.pages.values() for one in pages if one.file == file)
    sections = [Section(one.id, Markup(one.text), Markup()) for one in page.headings if one.level == 2]
    return edits(Renderer(found, page.lang, templates.environment(ROOT)), page, sections)


def leads(links: list[Edit]) -> dict[str, str]:
    return {str(words): href.removeprefix(BASE) for words, href in links}


@pytest.mark.parametrize(
    ("lang", "section", "checklist"), [("da", "afsnittet", "tjeklisten"), ("sv", "avsnittet", "checklistan")]
)
def test_each_link_names_the_heading_or_the_checklist_on_its_line(
    site: Path, lang: str, section: str, checklist: str
) -> None:
    seen = {section: 0, checklist: 0}
    for page in (site / lang).rglob("index.html"):
        text = page.read_text(encoding="utf-8").partition('<details class="iv-edits">')[2].partition("</details>")[0]
        for href, words in LINK.findall(text):
            if not (place := LINE.search(href)):
                continue
            _, noun, title = html.unescape(words).split(" ", 2)
            line = (ROOT / place["file"]).read_text(encoding="utf-8").split("\n")[int(place["line"]) - 1]
            seen[noun] = seen.get(noun, 0) + 1
            if noun == section:
                # The page shows a heading's words without its marks.
                assert re.sub(r"\W+", "", title) == re.sub(r"\W+", "", plain(line)), words
            else:
                id = re.fullmatch(r" +- id: (\S+)", line)
                assert id, f"{words}: {line}"
                assert f'id="{Path(place["file"]).stem}--{id[1]}"' in page.read_text(encoding="utf-8")

    assert seen[section] > 150
    assert seen[checklist] > 20


def plain(line: str) -> str:
    return re.sub(r"\{:.*?\}|\[|\]\([^)]*\)", "", line.removeprefix("## "))


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_every_section_and_checklist_of_every_tool_has_a_link(site: Path, lang: str) -> None:
    pages = [page for page in (site / lang).rglob("index.html") if "<kit-checklist>" in page.read_text("utf-8")]
    assert len(pages) > 25
    for page in pages:
        text = page.read_text(encoding="utf-8")
        written = text.count('<section class="iv-prose iv-prose--') + text.count("<kit-checklist>")
        links = LINK.findall(text.partition('<details class="iv-edits">')[2].partition("</details>")[0])
        if "iv-prose--" in text and "/stil/" not in page.as_posix():
            assert sum(1 for href, _ in links if LINE.search(href)) == written, page


@pytest.mark.parametrize(
    ("settings", "whole", "line"),
    [
        ("repository: https://github.com/kl/tools", "/edit/main/a.md", "/blob/main/a.md?plain=1#L7"),
        ("repository: https://gitlab.com/kl/a/tools/", "/-/edit/main/a.md", "/-/edit/main/a.md#L7"),
        ("repository: https://gitlab.solby.example/tools.git", "/-/edit/main/a.md", "/-/edit/main/a.md#L7"),
        ("repository: https://codeberg.org/kl/tools", "/_edit/main/a.md", "/src/branch/main/a.md?display=source#L7"),
        (
            "repository: https://gitea.solby.example/kl/tools",
            "/_edit/main/a.md",
            "/src/branch/main/a.md?display=source#L7",
        ),
        ("repository: https://git.example/kl/tools", "/edit/main/a.md", "/blob/main/a.md?plain=1#L7"),
        ("repository: https://git.example/kl/tools\nforge: gitlab", "/-/edit/main/a.md", "/-/edit/main/a.md#L7"),
        ("repository: https://github.com/kl/tools\nbranch: vores/web#2", "/edit/vores/web%232/a.md", None),
    ],
)
def test_each_forge_has_its_own_addresses(tmp_path: Path, settings: str, whole: str, line: str | None) -> None:
    base_site.make(tmp_path, {"site.yml": f"{base_site.SITE}{settings}\n"})
    site = site_of(tmp_path)
    base = settings.split()[1].rstrip("/").removesuffix(".git")

    assert editors.whole(site, "a.md") == base + whole
    if line:
        assert editors.line(site, Place("a.md", 7)) == base + line


@pytest.mark.parametrize(
    ("own", "hinted"),
    [
        ("repository: https://git.solby.example/tools\n", True),
        ("repository: https://git.solby.example/tools\nforge: forgejo\n", False),
        ("repository: https://gitlab.solby.example/tools\n", False),
        ("address: https://solby.example/\n", False),
    ],
)
def test_a_municipality_is_told_when_its_forge_cannot_be_known(tmp_path: Path, own: str, hinted: bool) -> None:
    base_site.make(tmp_path, {"site.yml": SITE, "local/site.yml": own})

    _, problems = survey.survey(tmp_path, TODAY)

    told = [one for one in problems if "what forge this is" in one.fault]
    assert [(one.file, one.line, one.level) for one in told] == [("local/site.yml", 1, "hint")] * hinted


def test_without_a_repository_there_are_no_links_and_no_places(tmp_path: Path) -> None:
    root = base_site.make(tmp_path)

    assert made(root) == []
    assert survey.load(root, TODAY).places == {}


def test_what_a_municipality_changes_is_edited_in_its_own_files(tmp_path: Path) -> None:
    shared = base_site.make(tmp_path / "shared", {"site.yml": SITE})
    section = (
        'ops:\n  - op: replace\n    id: purpose\n    text: |\n      Vores formål.\n\n      {{ checklist("set-up") }}\n'
    )
    more = "  - op: after\n    id: purpose\n    section: x-more\n    heading: Mere\n    text: Mere om det.\n"
    patch = "ops:\n  - op: set\n    id: right-level\n    value:\n      text:\n        da: Byrådet er med\n"
    own = base_site.make(tmp_path / "own", {"site.yml": SITE, OWN_TEXT: section + more, OWN_TOOL: patch})

    assert leads(made(shared)) == {
        "Ret hele siden": f"/edit/main/{PAGE}",
        "Ret afsnittet »Formål«": f"/blob/main/{PAGE}?plain=1#L4",
        "Ret tjeklisten »Før gruppen nedsættes«": f"/blob/main/{TOOL}?plain=1#L21",
        "Ret værktøjets tjeklister og fakta": f"/edit/main/{TOOL}",
    }
    assert leads(made(own)) == {
        "Ret hele siden": f"/edit/main/{PAGE}",
        "Ret afsnittet »Formål«": f"/blob/main/{OWN_TEXT}?plain=1#L5",
        "Ret afsnittet »Mere«": f"/blob/main/{OWN_TEXT}?plain=1#L11",
        "Ret tjeklisten »Før gruppen nedsættes«": f"/blob/main/{OWN_TOOL}?plain=1#L6",
        "Ret værktøjets tjeklister og fakta": f"/edit/main/{TOOL}",
    }


def test_a_changed_title_of_a_tool_leads_to_the_change_and_an_own_tool_to_its_file(tmp_path: Path) -> None:
    patch = "ops:\n  - op: set\n    id: .\n    value:\n      title:\n        da: Vores styregruppe\n"
    own = base_site.TOOL.replace("related:\n  - political-mandate\n", "")
    root = base_site.make(tmp_path, {"site.yml": SITE, OWN_TOOL: patch, "local/tools/x-own.yml": own})

    found = survey.load(root, TODAY).places

    assert found["steering-group"] == {".": Place(OWN_TOOL, 6), "set-up": Place(TOOL, 21)}
    assert found["x-own"]["set-up"] == Place("local/tools/x-own.yml", 19)


def test_a_checklist_of_another_tool_is_edited_in_that_ones_file(tmp_path: Path) -> None:
    text = '---\nkind: page\ntitle: Om\nonly: sv\n---\n## Del\n\n{{ checklist("before", tool="political-mandate") }}\n'
    title = base_site.OTHER_TOOL.replace("      sv: Före beslutet\n", "")
    files = {"site.yml": SITE, "docs/sv/om.md": text, "tools/political-mandate.yml": title}
    root = base_site.make(tmp_path, files)

    found = made(root, "docs/sv/om.md")

    assert [marked(one.words) for one in found][2:] == [
        'Redigera checklistan ”<span lang="da">Før beslutningen</span>”'
    ]
    assert "/tools/political-mandate.yml?plain=1#L" in found[2].href


def test_a_page_that_another_language_lends_is_edited_where_it_is_written(tmp_path: Path) -> None:
    norsk = "languages:\n  nb:\n    name: Norsk\n    site_name: Verktøy\n    description: Verktøy.\n    sender: KL\n"
    own = f"{norsk}    tools: verktoy\n"
    home = "---\nkind: home\ntitle: Verktøy\n---\n"
    root = base_site.make(tmp_path, {"site.yml": SITE, "local/site.yml": own, "local/docs/nb/index.md": home})
    found = survey.load(root, TODAY)
    page = next(one for one in found.pages["nb"] if one.file == PAGE)
    section = Section("purpose", Markup("Formål"), Markup())

    links = edits(Renderer(found, "nb", templates.environment(ROOT)), page, [section])

    assert links[0].href.endswith(f"/edit/main/{PAGE}")
    words = next(marked(one.words) for one in links if one.href.endswith(f"{PAGE}?plain=1#L4"))
    assert 'afsnittet »<span lang="da">Formål</span>«' in words
