"""`make audit` finds what is wrong in every state, decides what axe leaves, and writes a report of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros import settings
from tests.audit import contrasts, looking, pages, report
from tests.browser.test_pages import opened
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
TOOL = "/da/vaerktoejer/overlevering/"


def looked(browser: Browser, address: str, path: str, *checklists: str) -> looking.Looked:
    return looking.at_one(browser, address, pages.Address(path, "da"), checklists)


def test_a_page_is_looked_at_in_every_state_that_it_has(browser: Browser, address: str) -> None:
    found = looked(browser, address, TOOL)

    assert found.looks == {"loaded": 4, "menu": 2, "efforts": 2, "search": 2, "unfolded": 4, "filled": 4}
    assert found.wrong == found.unsure == []


def test_the_plan_is_looked_at_with_what_was_saved(browser: Browser, address: str) -> None:
    assert looked(browser, address, "/da/min-plan/", TOOL).looks["plan"] == 4


def test_every_fault_is_told_with_its_page_state_rule_and_place(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="da"><title>Side</title><main><h1>Side</h1><p style="width: 350px">Bred</p>'
        '<details><summary>Mere</summary><img src="data:,"></details></main></html>',
        encoding="utf-8",
    )
    wanted = pages.listed(tmp_path, ["da"])

    audit = report.gathered(looking.at_all(tmp_path, wanted, {}))

    found = list(report.lines(audit))
    assert found[0].startswith("/: loaded: reflow at `html` (320): Wider than 320 px")
    assert found[1].startswith("/: unfolded: image-alt at `img` (360 light, 1280 light): Images must have alternative")
    assert found[-1] == "3 violations on 1 pages, in 8 looks."


def test_a_state_that_cannot_be_reached_is_told_in_a_sentence(browser: Browser, address: str) -> None:
    plan = pages.Address("/da/min-plan/", "da")

    found = looking.at_one(browser, address, plan, ["/da/om/"], patience=200).wrong

    (stuck, *_) = [one for one in found if one.state == "plan"]
    assert (stuck.rule, stuck.help) == ("state", "The page could not be brought into this state")
    assert "\n" not in stuck.why


def contrast_of(page: Page, colours: str) -> contrasts.Decided | None:
    page.locator("h1").evaluate(f"one => Object.assign(one.style, {colours})")
    (measured,) = contrasts.measure(page, ["h1"])
    return contrasts.decide(measured, "bgOverlap")


def test_what_axe_leaves_is_decided_by_the_tokens_it_is_made_of(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/om/") as page:
        assert contrast_of(page, "{}") == ("ink", "paper", 15.9, 3.0, "bgOverlap")
        assert contrast_of(page, "{ color: 'var(--iv-quiet)', fontSize: '1rem' }") == (
            "quiet",
            "paper",
            7.1,
            4.5,
            "bgOverlap",
        )
        assert contrast_of(page, "{ color: '#888' }") is None
        assert contrast_of(page, "{ color: 'var(--iv-rule)' }") is None


def test_a_municipality_is_measured_by_its_own_colours(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/om/") as page:
        page.evaluate("document.documentElement.style.setProperty('--iv-ink', '#999')")

        found = contrast_of(page, "{}")

    assert found is not None
    assert (found.text, found.ground) == ("ink", "paper")
    assert found.ratio < found.needed


def test_the_report_is_the_same_each_time_and_in_each_language(browser: Browser, address: str, tmp_path: Path) -> None:
    site = settings.load(ROOT)
    found = [looked(browser, address, path) for path in ("/da/om/", "/404.html")]

    files = report.written(tmp_path / "one", report.gathered(found), site)
    again = report.written(tmp_path / "two", report.gathered(found[::-1]), site)

    assert [file.read_text("utf-8") for file in files] == [file.read_text("utf-8") for file in again]
    assert [file.name for file in files] == ["report.da.md", "report.sv.md", "report.json"]
    texts = {file.name: file.read_text("utf-8") for file in files}
    assert "Ingen fejl på 2 sider" in texts["report.da.md"]
    assert "Inga fel på 2 sidor" in texts["report.sv.md"]
    assert re.findall(r"[{}]", texts["report.da.md"] + texts["report.sv.md"]) == []
    assert json.loads(texts["report.json"])["pages"] == ["404.html", "da/om/"]


def test_every_page_is_listed_but_those_that_only_lead_on(site: Path) -> None:
    found = {page.path for page in pages.listed(site, ["da", "sv"])}

    assert {"/", "/404.html", "/da/404.html", "/sv/verktyg/styrgrupp/"} <= found
    assert "/was/" not in found
    assert set(pages.of_each_kind(pages.listed(site, ["da", "sv"]))) == {"da", "sv"}
