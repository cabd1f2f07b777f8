"""What readers see of a translation that has fallen behind, and what the status page says of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_of, kit

DA, SV = "docs/da/vaerktoejer/styregruppe.md", "docs/sv/verktyg/styrgrupp.md"
TOOL = "tools/steering-group.yml"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in which a Danish section and a Danish item have moved on, and a Swedish section is not translated."""
    root = copy_of(ROOT, tmp_path_factory.mktemp("old") / "project")
    top = "Dette gælder alle kommuner, store som små, hele året."
    danish, swedish = (
        (root / file).read_text(encoding="utf-8").replace("\n---\n", f"\n---\n{top}\n\n", 1) for file in (DA, SV)
    )
    copied = _section(danish, "pitfalls").replace("Forkert niveau", 'Forkert niveau hos {{ contact("prevention") }}')
    danish = danish.replace(_section(danish, "pitfalls"), copied)
    changed = danish.replace("## Tid {: #time }\n\n", "## Tid {: #time }\n\nTag jer tid. ")
    (root / DA).write_text(changed, encoding="utf-8")
    (root / SV).write_text(swedish.replace(_section(swedish, "pitfalls"), copied), encoding="utf-8")
    tool = (root / TOOL).read_text(encoding="utf-8")
    item = re.search(r"id: right-level\n(?:.*\n)*?\s+da: ", tool)
    assert item and changed != danish
    (root / TOOL).write_text(tool[: item.end()] + "Nu " + tool[item.end() :], encoding="utf-8")
    done = kit(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


def _section(page: str, id: str) -> str:
    found = re.search(rf"^## [^\n]*#{id} [^\n]*\n.*?(?=^## )", page, re.MULTILINE | re.DOTALL)
    assert found
    return found[0]


def _shown(page: str, id: str) -> str:
    found = re.search(rf'<section class="iv-prose[^>]* id="{id}"[^>]*>.*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def test_a_banner_and_quiet_marks_say_what_may_be_out_of_date(old: Path) -> None:
    page = (old / "sv/verktyg/styrgrupp/index.html").read_text(encoding="utf-8")

    assert page.count('role="note">Sidan är översatt från danska, och den texten har ändrats sedan dess.') == 1
    assert 'href="../../../da/vaerktoejer/styregruppe/" hreflang="da">Läs texten på danska</a>' in page
    assert 'Kan vara inaktuellt <a class="iv-screen" href="../../../da/vaerktoejer/styregruppe/#time"' in _shown(
        page, "time"
    )
    assert "inaktuellt" not in _shown(page, "who")
    marked = re.findall(r'data-item="([a-z-]+)"[^>]*>\n<legend[^>]*>[^\n]*Kan vara inaktuellt', page)
    assert marked == ["right-level"]


def test_what_is_not_translated_is_shown_as_what_it_is(old: Path) -> None:
    page = (old / "sv/verktyg/styrgrupp/index.html").read_text(encoding="utf-8")
    section = _shown(page, "pitfalls")

    assert '<div class="iv-prose" lang="da"><p>Dette gælder alle kommuner' in page

    assert re.match(r'<section class="[^"]+" id="pitfalls" lang="da">', section)
    assert '<p class="iv-behind" lang="sv">Avsnittet är inte översatt från danska än.</p>' in section
    assert re.search(r'Forkert niveau hos <span lang="sv">[^<]*Folkhälsostrateg', section)


def test_the_original_and_other_pages_say_nothing(old: Path) -> None:
    for name in ("da/vaerktoejer/styregruppe", "da/vaerktoejer", "da/om"):
        page = (old / name / "index.html").read_text(encoding="utf-8")
        assert "iv-behind" not in page and 'role="note"' not in page


def test_the_status_page_tells_the_same(old: Path) -> None:
    data = json.loads((old / "sv/status.json").read_text(encoding="utf-8"))
    (tool,) = [one for one in data["tools"] if one["id"] == "steering-group"]
    page = (old / "sv/status/index.html").read_text(encoding="utf-8")
    row = re.search(r'<tr role="row" data-tool-id="steering-group">.*?</tr>', page, re.DOTALL)

    assert tool["languages"]["da"]["state"] == "original"
    assert (tool["languages"]["sv"]["state"], tool["languages"]["sv"]["parts"]) == ("behind", 2)
    assert tool["languages"]["sv"]["words"] > 40
    assert (tool["due"], tool["contact"], tool["broken"]) == ("2027-11-21", "prevention", 0)
    assert {one["state"] for other in data["tools"] for one in other["languages"].values()} == {
        "original",
        "current",
        "behind",
    }
    assert row and "2 delar ligger efter" in row[0] and f">{tool['languages']['sv']['words']}</td>" in row[0]
    (text,) = [one for one in data["texts"] if one["file"] == SV]
    assert text["parts"]["pitfalls"] == "missing" and text["parts"]["time"] == "stale"
