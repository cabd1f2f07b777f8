"""The status page in Chromium: it can be sorted, and reads without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "by", "given"),
    [("/da/status/", "Værktøj", "Fasernes rækkefølge"), ("/sv/status/", "Verktyg", "Fasernas ordning")],
)
def test_the_table_is_sorted_and_put_back(browser: Browser, address: str, path: str, by: str, given: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{address}{path}")
    names = page.locator(".iv-status tbody th")
    before = names.all_inner_texts()
    choice = page.locator(".iv-sort select")

    choice.select_option(by)
    sorted_ones = names.all_inner_texts()
    head = page.locator(".iv-status thead th").first.get_attribute("aria-sort")
    choice.select_option(given)

    lang = path[1:3]
    expected = page.evaluate("([names, lang]) => names.sort(new Intl.Collator(lang).compare)", [before, lang])
    assert sorted_ones == expected != before
    assert head == "ascending"
    assert names.all_inner_texts() == before
    assert page.locator(".iv-status thead th[aria-sort]").count() == 0
    page.close()


def test_dates_and_numbers_are_sorted_as_such(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/da/status/")
    page.evaluate("document.querySelectorAll('.iv-status tbody tr').forEach((row, n) => row.cells[3].dataset.key = -n)")

    page.locator(".iv-sort select").select_option("Ord at oversætte")

    keys = page.locator(".iv-status tbody td:nth-child(4)").evaluate_all("cells => cells.map(one => +one.dataset.key)")
    assert keys == sorted(keys) and keys[0] < -9
    page.close()


def test_without_script_there_is_no_control(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/sv/status/")

    assert page.locator(".iv-status tbody tr").count() > 20
    assert not page.locator(".iv-sort label").is_visible()
    context.close()
