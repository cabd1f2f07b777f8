"""The pages about themes can be reached from where readers look for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import kit

PLACES = {"da": ("temaer", "vaerktoejer"), "sv": ("teman", "verktyg")}


def led_to(site: Path, page: str, folder: str) -> set[str]:
    text = (site / page / "index.html").read_text(encoding="utf-8").partition("<main")[2]
    return set(re.findall(rf'href="[./]*{folder}/([\w-]+)/"', text))


@pytest.mark.parametrize("lang", PLACES)
def test_the_front_page_and_the_catalogue_lead_to_every_theme(site: Path, lang: str) -> None:
    folder, catalogue = PLACES[lang]
    all_themes = {page.parent.name for page in (site / lang / folder).rglob("index.html")}

    assert len(all_themes) == 3
    assert led_to(site, lang, folder) == all_themes
    assert led_to(site, f"{lang}/{catalogue}", folder) == all_themes


@pytest.mark.parametrize("lang", PLACES)
def test_a_tool_leads_to_the_themes_that_show_it_and_to_no_others(site: Path, lang: str) -> None:
    folder, tools = PLACES[lang]
    shown = {
        page.parent.name: led_to(site, f"{lang}/{folder}/{page.parent.name}", tools) for page in themes(site, lang)
    }

    for tool in (site / lang / tools).glob("*/index.html"):
        name = tool.parent.name
        assert led_to(site, f"{lang}/{tools}/{name}", folder) == {one for one, ids in shown.items() if name in ids}, (
            name
        )


def themes(site: Path, lang: str) -> list[Path]:
    return list((site / lang / PLACES[lang][0]).glob("*/index.html"))


def test_a_municipality_adds_a_theme_of_its_own(own_project: Path) -> None:
    own = own_project / "local/docs/da/temaer/unge.md"
    own.parent.mkdir(parents=True)
    head = "---\ntitle: Unges trivsel\nkind: theme\nonly: da\nsummary: Om unge.\n---\n## Kort {: #short }\n\n"
    own.write_text(head + '{{ tool_cards(ids=["premortem"]) }}\n', encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 0, done.stderr
    assert "unge" in led_to(own_project / "site", "da", "temaer")
    assert led_to(own_project / "site", "da/vaerktoejer/fejlseminar", "temaer") == {"unge"}
