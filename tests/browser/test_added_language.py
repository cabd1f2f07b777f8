"""A municipality's own language in the browser: everybody gets at it, and scripts say what is in another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.axe import examine
from tests.audit.states import UNFOLD
from tests.browser.test_pages import opened
from tests.conftest import served

pytestmark = pytest.mark.browser
TOOL, LENT, PLAN, SEARCH = "/nb/verktoy/styringsgruppe/", "/nb/vaerktoejer/fejlseminar/", "/nb/min-plan/", "/nb/sok/"


@pytest.fixture(scope="module")
def vik_address(vik: Path) -> Iterator[str]:
    """Where the municipality's site is served."""
    with served(vik / "site") as at:
        yield at


@pytest.mark.parametrize("path", ["/nb/", TOOL, LENT, SEARCH])
def test_axe_finds_nothing(browser: Browser, vik_address: str, path: str) -> None:
    with opened(browser, vik_address + path) as page:
        page.evaluate(UNFOLD)

        assert examine(page) == []


def test_a_plan_is_norwegian_and_says_what_is_danish(browser: Browser, vik_address: str) -> None:
    with opened(browser, vik_address + LENT) as page:
        for item in ("plan-known", "all-heard"):
            page.locator(f"#premortem--seminar--{item} .iv-answer--part").click()
        page.goto(vik_address + PLAN)
        titles = page.locator(".iv-knots__title")
        titles.first.wait_for()
        told = {one.inner_text(): one.get_attribute("lang") for one in titles.all()}

        assert told == {"Deltakerne kjenner planen": None, "Alle årsager er samlet ind uden debat": "da"}
        assert page.locator(".iv-lead").inner_text().startswith("Det som gjenstår i tiltaket «Tiltaket vårt»")
        assert page.locator(".iv-chip").first.inner_text().strip() == "Delvis"


def test_examples_that_are_danish_say_so_in_their_fields(browser: Browser, vik_address: str) -> None:
    with opened(browser, vik_address + TOOL) as page:
        row = page.locator("#steering-group--agenda tr[data-example]").first

        assert row.locator("textarea").first.get_attribute("lang") == "da"
        assert row.locator("select").get_attribute("lang") is None


def test_words_that_scripts_lack_are_said_in_the_language_that_stands_in(browser: Browser, vik_address: str) -> None:
    with opened(browser, vik_address + TOOL) as page:
        page.locator("#steering-group--set-up--decision-log .iv-answer--done").click()
        page.locator('kit-checklist:has(#steering-group--set-up) [data-action="share"]').click()
        heading = page.locator("dialog.iv-dialog[open] h2")

        assert (heading.inner_text(), heading.get_attribute("lang")) == ("Del svar", "da")


def test_the_search_finds_a_norwegian_word_and_says_which_answers_are_danish(
    browser: Browser, vik_address: str
) -> None:
    with opened(browser, vik_address + SEARCH) as page:
        page.get_by_role("searchbox").fill("styringsgruppe")
        first = page.locator("[data-search-results] li[data-tool-id]").first
        first.wait_for()
        assert first.get_attribute("data-tool-id") == "steering-group"
        assert first.locator("a").first.get_attribute("lang") is None

        page.get_by_role("searchbox").fill("kommunikation")
        danish = page.locator('[data-search-results] li[data-tool-id="communication"]')
        danish.wait_for()
        assert danish.locator("a").first.get_attribute("lang") == "da"
        assert danish.locator(".iv-hits__about").get_attribute("lang") == "da"
