"""My plan: what is open in the reader's answers, over all tools."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.audit.axe import examine
from tests.browser.test_access import TOO_SMALL, set_text_size
from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
PLANS = ("/da/min-plan/", "/sv/min-plan/")
DA, SV = PLANS
TOOLS = {DA: "/da/vaerktoejer/", SV: "/sv/verktyg/"}
SAVED: Mapping[str, Any] = {"v": 1, "rev": "", "at": "2026-11-01T08:00:00.000Z", "seen": [], "items": {}}
ANSWERS: Mapping[str, Mapping[str, Any]] = {
    "steering-group/set-up": {
        "items": {
            "papers-in-time": {"answer": "part", "owner": "Koordinator", "due": "2026-11-12", "text": "gammel"},
            "raci-made": {"answer": "part", "owner": "koordinator", "due": "2026-12-01"},
            "deputies-mandated": {"answer": "none", "owner": "Direktør", "due": "2026-12-15"},
            "right-level": {"answer": "done", "owner": "Direktør", "due": "2026-10-01"},
            "taken-away": {"answer": "none", "text": "Et punkt, der er taget ud"},
        }
    },
    "steering-group/risks": {
        "rows": [
            {"id": "one-person", "example": True, "cells": {}},
            {"id": "r1", "cells": {"risk": "Lokalet er lukket", "risk-owner": "Koordinator", "due": "2026-11-21"}},
            {"id": "r2", "cells": {"risk": "Løst", "risk-owner": "Koordinator", "state": "done"}},
        ]
    },
    "political-mandate/mandate": {"items": {"minuted": {"answer": "none", "due": "2026-11-16"}}},
    "political-mandate/strength": {
        "items": {"resources": {"rating": 3}, "politics": {"rating": 5}},
        "voices": [{"name": "Ledere", "ratings": {"resources": 1}}],
    },
    "gone-tool/list": {"items": {"old": {"answer": "part", "text": "<b>Et gammelt punkt</b>", "note": "En note"}}},
}
OPEN = 7


@contextmanager
def planned(
    browser: Browser, url: str, answers: Mapping[str, Mapping[str, Any]] = ANSWERS, width: int = 1280, **options: Any
) -> Iterator[Page]:
    """Open the plan on 21 November 2026, with answers in the browser's storage."""
    with opened(browser, url, width, **options) as page:
        page.clock.set_fixed_time("2026-11-21T12:00:00")
        for place, saved in answers.items():
            page.evaluate(
                "(pair) => localStorage.setItem(...pair)", [f"kit:/:first:{place}", json.dumps({**SAVED, **saved})]
            )
        page.reload()
        page.wait_for_selector("[data-action=delete]")
        yield page


def groups(page: Page) -> dict[str, int]:
    """How many tasks stand below each heading."""
    found = page.locator(".iv-group")
    return {one.locator("h2").inner_text(): one.locator(".iv-task").count() for one in found.all()}


def task(page: Page, words: str) -> Locator:
    return page.locator(".iv-task", has_text=words)


def facts(page: Page) -> list[str]:
    return page.locator(".iv-plan dd").all_inner_texts()


def test_the_plan_gathers_what_is_open(browser: Browser, address: str) -> None:
    with planned(browser, address + DA) as page:
        expect(page.locator(".iv-task")).to_have_count(OPEN)

        assert groups(page) == {"Koordinator": 3, "Direktør": 1, "Uden ansvarlig": 3}
        assert facts(page) == [str(OPEN), "2", "2", "3"]
        assert "Vores indsats" in page.locator(".iv-lead").inner_text()
        expect(task(page, "Penge og timer: 2 af 5")).to_contain_text("Løftes med: Styregruppe")
        assert page.get_by_text("Et punkt, der er taget ud").count() == 0


def test_a_passed_deadline_is_flagged(browser: Browser, address: str) -> None:
    with planned(browser, address + DA) as page:
        expect(page.locator(".iv-flag")).to_have_text(["Frist overskredet 9 dage", "Frist overskredet 5 dage"])
        assert page.locator(".iv-flag").first.evaluate("(flag) => flag.clientHeight < 32")

        assert task(page, "Lokalet er lukket").locator("time").inner_text() == "21. november 2026"

    with planned(browser, address + SV) as page:
        expect(page.locator(".iv-flag")).to_have_text(["Försenad 9 dagar", "Försenad 5 dagar"])


def test_a_task_leads_to_where_it_was_answered(browser: Browser, address: str) -> None:
    with planned(browser, address + SV) as page:
        page.locator(".iv-task", has_text="15 december 2026").get_by_role("link").first.click()

        page.wait_for_url("**/sv/verktyg/styrgrupp/#steering-group--set-up--deputies-mandated")
        assert page.evaluate("document.querySelector(':target') !== null")


def test_what_no_tool_has_any_more_is_shown_as_text(browser: Browser, address: str) -> None:
    with planned(browser, address + DA) as page:
        assert task(page, "<b>Et gammelt punkt</b>").inner_text().count("gone-tool") == 1

        page.get_by_text("Svar fra skemaer, der er taget ned").click()
        assert "Delvist · En note" in page.locator(".iv-retired").inner_text()


def test_what_cannot_be_read_is_told_of_and_left_alone(browser: Browser, address: str) -> None:
    with planned(browser, address + DA, {**ANSWERS, "steering-group/agenda": {"v": 2}}) as page:
        expect(page.get_by_text("Det, der er gemt til 1 skema, kan siden ikke læse.")).to_be_visible()

        assert '"v": 2' in page.evaluate("localStorage.getItem('kit:/:first:steering-group/agenda')")


def test_long_words_make_nothing_wider(browser: Browser, address: str) -> None:
    long = {"answer": "none", "owner": "x" * 300, "text": "y" * 300, "note": "z" * 300}

    with planned(browser, address + DA + "?by=tool", {f"{'a' * 80}/b": {"items": {"c": long}}}, 320) as page:
        page.wait_for_selector(".iv-tied")
        page.get_by_text("Svar fra skemaer, der er taget ned").click()

        assert page.evaluate(TOO_WIDE) == 0


def test_it_is_grouped_by_keyboard_and_the_address_says_how(browser: Browser, address: str) -> None:
    with planned(browser, address + DA) as page:
        page.get_by_label("Samlet efter").focus()
        page.keyboard.press("ArrowDown")

        assert list(groups(page)) == ["gone-tool", "Politisk og ledelsesmæssigt mandat", "Styregruppe"]
        assert page.url.endswith("?by=tool")

        page.keyboard.press("ArrowDown")
        assert list(groups(page)) == ["Over fristen", "De næste 7 dage", "De næste 30 dage", "Uden frist"]
        assert page.evaluate("document.activeElement.name") == "by"

        page.go_back()
        assert page.get_by_label("Samlet efter").input_value() == "tool"
        assert "Styregruppe" in groups(page)


def test_filters_are_said_politely_and_can_be_sent(browser: Browser, address: str) -> None:
    with planned(browser, address + DA) as page:
        page.get_by_role("combobox", name="Svar", exact=True).focus()
        page.keyboard.press("ArrowDown")

        expect(page.locator(".iv-task")).to_have_count(2)
        assert page.get_by_role("status").filter(has_text="2 punkter vist.").count() == 1
        page.reload()
        expect(page.locator(".iv-task")).to_have_count(2)
        assert facts(page)[0] == str(OPEN)


def test_a_choice_that_leaves_nothing_offers_the_whole(browser: Browser, address: str) -> None:
    with planned(browser, address + DA + "?light=none&tool=gone-tool&by=due") as page:
        page.get_by_role("button", name="Vis alle punkter").press("Enter")

        expect(page.locator(".iv-task")).to_have_count(OPEN)
        assert page.url.endswith("?by=due")
        assert page.evaluate("document.activeElement.tagName") == "SELECT"


@pytest.mark.parametrize(("path", "words"), [(DA, "Her er intet endnu."), (SV, "Här finns inget ännu.")])
def test_an_empty_plan_says_how_it_comes_about(browser: Browser, address: str, path: str, words: str) -> None:
    with planned(browser, address + path, {}) as page:
        expect(page.locator(".iv-empty")).to_contain_text(words)

        assert page.locator(".iv-facts, .iv-plan__choice").filter(visible=True).count() == 0
        page.locator(".iv-empty").get_by_role("link").click()
        page.wait_for_url(f"**{TOOLS[path]}")


def test_when_nothing_is_open_it_says_what_to_do_next(browser: Browser, address: str) -> None:
    done = {"steering-group/set-up": {"items": {"right-level": {"answer": "done"}}}}

    with planned(browser, address + DA, done) as page:
        expect(page.locator(".iv-empty")).to_contain_text("Intet er gult eller rødt")


def test_it_follows_what_another_tab_saves(browser: Browser, address: str) -> None:
    more = {**SAVED, "items": {"renewal-date": {"answer": "part", "owner": "Udvalget"}}}

    with planned(browser, address + DA) as page:
        expect(page.locator(".iv-task")).to_have_count(OPEN)
        page.locator(".iv-group a").first.focus()
        other = page.context.new_page()
        other.goto(address + "/da/status/")
        other.evaluate(
            "(pair) => localStorage.setItem(...pair)", ["kit:/:first:political-mandate/mandate", json.dumps(more)]
        )

        expect(page.get_by_role("heading", name="Udvalget")).to_be_visible()
        assert page.evaluate("document.activeElement.tagName") == "A"


def test_deleting_all_can_be_undone(browser: Browser, address: str) -> None:
    with planned(browser, address + DA) as page:
        page.locator("[data-action=delete]").press("Enter")
        expect(page.locator(".iv-empty")).to_be_visible()

        page.get_by_role("button", name="Fortryd").press("Enter")

        expect(page.locator(".iv-task")).to_have_count(OPEN)
        assert page.evaluate("document.activeElement.dataset.action") == "delete"


def test_without_connection_it_says_so_and_tries_again(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + DA)
        page.evaluate(
            "(pair) => localStorage.setItem(...pair)",
            ["kit:/:first:steering-group/set-up", json.dumps({**SAVED, **ANSWERS["steering-group/set-up"]})],
        )
        page.route("**/assets/da/tools-*", lambda route: route.abort())
        page.reload()
        expect(page.locator(".iv-empty")).to_contain_text("Se efter, om I har forbindelse")

        page.unroute("**/assets/da/tools-*")
        page.get_by_role("button", name="Prøv igen").press("Enter")

        expect(page.locator(".iv-task")).to_have_count(3)
        assert page.evaluate("document.activeElement.closest('.iv-plan') !== null")


@pytest.mark.parametrize("path", PLANS)
def test_without_script_it_says_why_it_is_empty(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, java_script_enabled=False) as page:
        assert "JavaScript" in page.locator(".iv-plan").inner_text()
        page.locator(".iv-plan").get_by_role("link").click()

        page.wait_for_url(f"**{TOOLS[path]}")


@pytest.mark.parametrize("path", PLANS)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", ["", "?by=tool", "?light=none&tool=gone-tool"])
def test_everybody_gets_at_the_plan(browser: Browser, address: str, path: str, width: int, query: str) -> None:
    with planned(browser, address + path + query, width=width) as page:
        page.wait_for_selector(".iv-tied, .iv-empty")
        page.evaluate("document.querySelector('.iv-retired').open = true")

        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            assert examine(page) == []
        assert page.evaluate(TOO_SMALL) == []
        assert page.evaluate(TOO_WIDE) == 0


@pytest.mark.parametrize("path", PLANS)
def test_the_plan_fits_320_pixels_and_large_text(browser: Browser, address: str, path: str) -> None:
    with planned(browser, address + path, width=320) as page:
        page.wait_for_selector(".iv-tied")

        assert page.evaluate(TOO_WIDE) == 0

    with planned(browser, address + path, width=640) as page:
        page.wait_for_selector(".iv-tied")
        set_text_size(page, 32)

        assert page.evaluate(TOO_WIDE) == 0


def test_paper_says_whose_plan_it_is(browser: Browser, address: str) -> None:
    project = {"id": "first", "name": "Sunde rammer", "organisation": "Eksempelkommunen", "owner": "Koordinator"}
    projects = json.dumps({"v": 1, "current": "first", "list": [project]})

    with planned(browser, address + DA) as page:
        page.evaluate("(text) => localStorage.setItem('kit:/:projects', text)", projects)
        page.reload()
        page.wait_for_selector(".iv-tied")
        page.emulate_media(media="print")

        head = page.locator(".iv-paper").inner_text()
        assert all(
            words in head for words in ("Eksempelkommunen", "Sunde rammer", "21. november 2026", "/da/min-plan/")
        )
        assert page.locator(".iv-plan__choice, .iv-bar__tools, .iv-empty").filter(visible=True).count() == 0
        assert page.locator(".iv-task").filter(visible=True).count() == OPEN


@pytest.mark.parametrize(("path", "words"), [("/da/", "Min plan"), ("/sv/verktyg/", "Min plan")])
def test_every_page_leads_to_the_plan(browser: Browser, address: str, path: str, words: str) -> None:
    with opened(browser, address + path) as page:
        page.locator("header").get_by_role("link", name=words).filter(visible=True).click()

        page.wait_for_url("**/min-plan/")
