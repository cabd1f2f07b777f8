"""The control at the foot of a page that leads to where each part of it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
TOOLS = {"da": "/da/vaerktoejer/styregruppe/", "sv": "/sv/verktyg/styrgrupp/"}
WORDS = {
    "da": ("Ret denne side", "Ret afsnittet »Formål«", "Ret tjeklisten »Er styregruppen på plads?«"),
    "sv": ("Redigera sidan", "Redigera avsnittet ”Syfte”", "Redigera checklistan ”Är styrgruppen på plats?”"),
}
# The links that are lower than a finger needs, or stick out.
SMALL = """() => [...document.querySelectorAll('.iv-edits a, .iv-edits summary')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.height < 24 || box.right > innerWidth || box.left < 0;
}).map(one => one.textContent)"""


@contextmanager
def opened(browser: Browser, url: str, script: bool, width: int = 360) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


@pytest.mark.parametrize("lang", TOOLS)
@pytest.mark.parametrize("script", [True, False])
def test_one_control_opens_by_keyboard_and_lists_each_part(
    browser: Browser, address: str, lang: str, script: bool
) -> None:
    control, section, checklist = WORDS[lang]
    with opened(browser, address + TOOLS[lang], script) as page:
        summary = page.locator("footer summary", has_text=control)
        link = page.get_by_role("link", name=section, exact=True)
        assert summary.count() == 1
        assert not link.is_visible()

        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")

        assert link.is_visible()
        assert re.search(rf"/blob/main/docs/{lang}/.*\.md\?plain=1#L\d+$", link.get_attribute("href") or "")
        assert page.locator(":focus").inner_text() == section
        assert page.get_by_role("link", name=checklist, exact=True).is_visible()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_links_can_be_met_by_a_finger_and_keep_within_the_page(browser: Browser, address: str, width: int) -> None:
    for path in TOOLS.values():
        with opened(browser, address + path, True, width) as page:
            page.locator(".iv-edits summary").click()

            assert page.evaluate(SMALL) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_readers_are_not_disturbed(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOLS["da"], True, 1280) as page:
        assert page.locator("main .iv-edits, main a[href*='git.example']").count() == 0
        assert [one.is_visible() for one in page.locator(".iv-edits a").all()].count(True) == 0
        page.locator(".iv-edits summary").click()
        page.emulate_media(media="print")
        assert not page.locator(".iv-edits").is_visible()


def test_a_page_of_one_piece_has_one_plain_link(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/min-plan/", True) as page:
        assert page.locator(".iv-edits").count() == 0
        assert page.get_by_role("link", name="Ret denne side", exact=True).is_visible()
