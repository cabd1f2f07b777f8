"""The pictures in Chromium: large enough on a phone, names within their drawing, whole on paper, in forced colours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from macros.colour import contrast
from tests.audit.contrasts import rgb_of
from tests.browser.test_pages import opened

pytestmark = pytest.mark.browser
PAGES = (
    "/da/vaerktoejer/social-ulighed-i-sundhed/",
    "/sv/verktyg/ojamlik-halsa/",
    "/da/vaerktoejer/evaluering/",
    "/sv/verktyg/utvardering/",
)
# How large each text is on the screen, in pixels.
SIZES = """() => [...document.querySelectorAll('.iv-picture text')].map((text) =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
# Names that leave their drawing, or that lie over each other.
ASTRAY = """() => [...document.querySelectorAll('.iv-picture svg')].flatMap((svg) => {
    const own = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    const out = texts.filter(([, box]) => box.left < own.left || box.right > own.right || box.top < own.top
        || box.bottom > own.bottom);
    const over = svg.matches('.iv-ring') ? texts.filter(([, one], n) => texts.slice(0, n).some(([, other]) =>
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)) : [];
    return [...out, ...over].map(([words]) => words);
})"""
# A name that stands on an arc, and how long the arc is.
ON_ARCS = """() => [...document.querySelectorAll('.iv-rainbow textPath')].map((one) => [
    one.textContent, one.getComputedTextLength(), document.querySelector(one.getAttribute('href')).getTotalLength()])"""
COLOURS = """() => [getComputedStyle(document.querySelector('.iv-rainbow text')).fill,
    ...[...document.querySelectorAll('.iv-rainbow__band')].map((one) => getComputedStyle(one).fill)]"""
# Words of the phase map that leave the window, and phases that are not as wide, or begin as high, as the first.
UNEVEN = """() => [...document.querySelectorAll('.iv-path')].flatMap((path) => {
    const stages = [...path.querySelectorAll('.iv-stage')];
    const first = stages[0].getBoundingClientRect();
    const odd = stages.map((one) => one.getBoundingClientRect())
        .filter((box) => Math.abs(box.width - first.width) > 1 || Math.abs(box.top - first.top) > 1);
    const out = [...path.querySelectorAll('a, p')].map((one) => one.getBoundingClientRect())
        .filter((box) => box.right > document.documentElement.clientWidth);
    return [...odd, ...out].map(({ left, top, width }) => [left, top, width]);
})"""


@pytest.mark.parametrize("path", PAGES)
def test_a_picture_is_read_on_a_phone(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, 360) as page:
        assert min(page.evaluate(SIZES)) >= 12
        assert page.evaluate(ASTRAY) == []
        for words, length, arc in page.evaluate(ON_ARCS):
            assert length < arc * 0.6, words


@pytest.mark.parametrize("path", PAGES)
def test_a_picture_lies_beside_its_list_on_one_sheet(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, 700) as page:
        page.emulate_media(media="print")
        drawing = page.locator(".iv-picture svg").bounding_box()
        first = page.locator(".iv-picture li").first.bounding_box()

        assert drawing
        assert first
        assert first["x"] > drawing["x"] + drawing["width"]
        assert page.locator(".iv-picture").evaluate("(one) => getComputedStyle(one).breakInside") == "avoid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["active", "none"])
def test_names_are_read_on_every_band(browser: Browser, address: str, scheme: str, forced: str) -> None:
    with opened(browser, address + PAGES[0], color_scheme=scheme, forced_colors=forced) as page:
        text, *bands = page.evaluate(COLOURS)

    assert [band for band in bands if contrast(rgb_of(text), rgb_of(band)) < 4.5] == []


@pytest.mark.parametrize("path", ["/da/", "/da/faser/", "/sv/faser/"])
def test_the_phase_map_stands_straight_on_every_page(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        for width in (1152, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(UNEVEN) == [], width
