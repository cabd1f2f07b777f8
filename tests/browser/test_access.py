"""Everybody gets at everything: axe-core, the keyboard, large text, forced colours, and the scripts that serve them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from macros.colour import Rgb, contrast
from tests.audit.axe import examine
from tests.audit.contrasts import rgb_of
from tests.audit.states import UNFOLD
from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
TOOL, VERKTYG = "/da/vaerktoejer/styregruppe/", "/sv/verktyg/styrgrupp/"
# One page per template and per kind of checklist, in both languages.
PAGES = (
    "/",
    "/404.html",
    "/da/404.html",
    "/sv/404.html",
    "/da/",
    "/sv/",
    "/da/vaerktoejer/",
    "/sv/verktyg/",
    "/da/find/",
    "/sv/hitta/",
    TOOL,
    VERKTYG,
    "/da/vaerktoejer/designstjernen/",
    "/sv/verktyg/designstjarnan/",
    "/da/vaerktoejer/politisk-mandat/",
    "/sv/verktyg/politiskt-mandat/",
    "/da/arrangementer/temadag-fra-politik-til-praksis/",
    "/da/ordliste/",
    "/sv/ordlista/",
    "/da/status/",
    "/sv/status/",
    "/da/stil/",
    "/sv/stil/",
    "/da/stil-skemaer/",
    "/sv/stil-mallar/",
    "/da/min-plan/",
    "/da/vaerktoejer/implementeringsplan/",
    "/sv/verktyg/implementeringskapacitet/",
)
MENUS = [(TOOL, "Menu", "Luk"), (VERKTYG, "Meny", "Stäng")]

# The colours of a text, and of the ground it stands on.
COLOURS = """(selector) => {
    const text = document.querySelector(selector);
    let ground = text;
    while (/rgba\\(.*, 0\\)/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
    const style = getComputedStyle(text);
    return [text instanceof SVGElement ? style.fill : style.color, getComputedStyle(ground).backgroundColor];
}"""
# What has focus, and what is wrong with how that can be seen. A radio is seen by the frame of its label.
FOCUS = """() => {
    const focused = document.activeElement;
    if (focused === document.body) return null;
    const seen = focused.matches('input') && focused.closest('label') || focused;
    const box = seen.getClientRects()[0];
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const ring = [seen, focused].map((one) => getComputedStyle(one))
        .some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
    const wrong = right <= left || bottom <= top ? 'off screen'
        : !seen.contains(above) ? 'covered'
        : ring ? '' : 'without a ring';
    const said = seen.textContent || seen.ariaLabel || focused.labels?.[0]?.textContent || '';
    const [name, html] = [said.trim(), focused.outerHTML.slice(0, 120)];
    const [inMain, inDrawer] = ['main', 'dialog'].map((place) => focused.closest(place) !== null);
    return { name, html, wrong, inMain, inDrawer, tag: focused.tagName };
}"""
# Links in a sentence, or in a line with other words, may be as low as the line.
TOO_SMALL = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => one.tagName !== 'A' || getComputedStyle(one).display !== 'inline'
        || one.parentElement.textContent.trim() === one.textContent.trim())
    .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([one, box]) => `${one.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`)"""
MOVING = """() => [...document.querySelectorAll('*')]
    .flatMap((one) => ['', '::before', '::after'].map((part) => [one, part]))
    .filter(([one, part]) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
    }).map(([one, part]) => one.className + part)"""
# The switch itself is left out: it shows what is chosen.
ALL_COLOURS = """() => [...document.querySelectorAll('*:not(.iv-palette *)')].map((one) => {
    const { color, backgroundColor, borderColor, fill, stroke, colorScheme } = getComputedStyle(one);
    return [one.tagName, color, backgroundColor, borderColor, fill, stroke, colorScheme].join();
})"""
SCROLLS = """() => [...document.querySelectorAll('.iv-scroll, .iv-prose pre')]
    .map((one) => [one.scrollWidth > one.clientWidth, one.tabIndex === 0])"""
# What lies where the contents are seen.
UNDER_CONTENTS = """() => {
    const list = document.querySelector('.iv-toc');
    if (!list?.checkVisibility({ visibilityProperty: true })) return [];
    const own = list.getBoundingClientRect();
    return [...document.querySelectorAll('main *')]
        .filter((one) => !one.closest('aside') && !one.firstElementChild)
        .filter((one) => [...one.getClientRects()].some((box) => box.right > own.left && box.left < own.right
            && box.bottom > own.top && box.top < own.bottom))
        .map((one) => one.outerHTML);
}"""
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
DENY_STORAGE = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('denied', 'SecurityError'); } });"""
PAPER, NIGHT = "rgb(251, 248, 242)", "rgb(20, 23, 29)"


def colours_at(page: Page, selector: str) -> tuple[Rgb, Rgb]:
    text, ground = page.evaluate(COLOURS, selector)
    return rgb_of(text), rgb_of(ground)


def first_stops(page: Page, number: int) -> list[dict[str, Any]]:
    """Press Tab so often, and tell where that leads."""
    stops: list[dict[str, Any]] = []
    for _ in range(number):
        page.keyboard.press("Tab")
        stops += filter(None, [page.evaluate(FOCUS)])
    return stops


def walk(page: Page, limit: int = 400) -> list[dict[str, Any]]:
    """Press Tab until the page has no more stops, and tell each of them."""
    stops: list[dict[str, Any]] = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"more than {limit} stops: does the focus get stuck?")


def set_text_size(page: Page, pixels: int) -> None:
    """Set what the browser's settings call the font size."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})
    page.wait_for_function(f"getComputedStyle(document.documentElement).fontSize === '{pixels}px'")
    session.detach()


def menu_button(page: Page) -> Locator:
    return page.locator("header button[aria-expanded]")


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def saved(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("() => ({ ...localStorage })")
    return found


def choose(page: Page, name: str) -> None:
    page.locator(".iv-head__wide").get_by_label(name).check()


# every page, unfolded


@pytest.fixture(scope="module", params=PAGES)
def unfolded(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Each of the pages in turn, opened once for all tests, with everything unfolded that unfolds."""
    with opened(browser, address + request.param) as page:
        page.evaluate(UNFOLD)
        yield page


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(unfolded: Page, width: int) -> None:
    unfolded.set_viewport_size({"width": width, "height": 800})

    unfolded.emulate_media(color_scheme="dark")
    assert examine(unfolded) == []
    unfolded.emulate_media(color_scheme="light")
    assert examine(unfolded) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_pressed_is_24_pixels_wide_and_high(unfolded: Page, width: int) -> None:
    unfolded.set_viewport_size({"width": width, "height": 800})

    assert unfolded.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("width", [640, 1280])
def test_text_twice_as_large_needs_no_scrolling_sideways(unfolded: Page, width: int) -> None:
    unfolded.set_viewport_size({"width": width, "height": 800})

    set_text_size(unfolded, 32)
    too_wide = unfolded.evaluate(TOO_WIDE)
    set_text_size(unfolded, 16)

    assert too_wide == 0


def test_nothing_moves_for_those_who_want_no_motion(unfolded: Page) -> None:
    assert unfolded.evaluate(MOVING) == []


@pytest.mark.parametrize(("path", "menu", "close"), MENUS)
def test_axe_finds_nothing_in_the_open_menu(browser: Browser, address: str, path: str, menu: str, close: str) -> None:
    with opened(browser, address + path, 360) as page:
        page.get_by_role("button", name=menu).click()

        assert examine(page) == []
        assert page.evaluate(TOO_SMALL) == []
        page.emulate_media(color_scheme="dark")
        assert examine(page) == []


# the keyboard


@pytest.mark.parametrize(("path", "width", "third"), [(TOOL, 360, "Søg"), (VERKTYG, 1280, "Sök efter ett verktyg")])
def test_whoever_walks_by_keyboard_sees_where_she_is(
    browser: Browser, address: str, path: str, width: int, third: str
) -> None:
    with opened(browser, address + path, width) as page:
        stops = walk(page)

    assert [stop for stop in stops if stop["wrong"]] == []
    assert [stop for stop in stops if stop["inDrawer"]] == []
    assert stops[0]["html"].startswith('<a class="iv-skip"')
    assert stops[1]["html"].startswith('<a class="iv-head__name"')
    assert stops[2]["name"] == third
    assert sum(stop["inMain"] for stop in stops) > 40


def test_the_skip_link_leads_into_the_text(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.evaluate(FOCUS)["inMain"]


def test_answers_are_walked_by_arrows(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        answers = page.locator("[data-item=terms-written]").get_by_role("radio")
        answers.first.focus()
        page.keyboard.press("Space")
        assert answers.nth(0).is_checked()

        page.keyboard.press("ArrowRight")
        assert answers.nth(1).is_checked()
        assert page.evaluate(FOCUS)["wrong"] == ""

        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["tag"] != "INPUT"


# the menu


@pytest.mark.parametrize(("path", "menu", "close"), MENUS)
def test_the_open_menu_keeps_focus_and_gives_it_back(
    browser: Browser, address: str, path: str, menu: str, close: str
) -> None:
    with opened(browser, address + path, 360) as page:
        button = page.get_by_role("button", name=menu)
        button.focus()
        page.keyboard.press("Enter")
        assert menu_button(page).get_attribute("aria-expanded") == "true"
        assert page.evaluate(FOCUS)["name"] == close

        for _ in range(30):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUS)
            assert stop is None or (stop["inDrawer"] and not stop["wrong"]), stop

        page.keyboard.press("Escape")
        page.wait_for_selector("header [aria-expanded=false]")
        assert page.evaluate(FOCUS)["name"] == menu


def test_the_menu_closes_by_its_button_beside_it_by_a_link_and_in_a_wide_window(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/", 900) as page:
        drawer = page.locator("#drawer")

        menu_button(page).click()
        drawer.get_by_role("button", name="Luk").click()
        assert not drawer.is_visible()

        menu_button(page).click()
        drawer.click(position={"x": 100, "y": 600})
        assert drawer.is_visible()
        page.mouse.click(100, 600)
        assert not drawer.is_visible()

        menu_button(page).click()
        drawer.get_by_role("link", name="Planlægning").click()
        page.wait_for_url("**/da/faser/planlaegning/")
        assert not drawer.is_visible()

        menu_button(page).click()
        page.set_viewport_size({"width": 1280, "height": 800})
        page.wait_for_selector("header [aria-expanded=false]", state="attached")
        assert not drawer.is_visible()


def test_without_script_the_menu_unfolds_and_offers_nothing_that_needs_script(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, 360, java_script_enabled=False) as page:
        page.locator("summary", has_text="Menu").click()

        assert page.locator(".iv-menu").get_by_role("link", name="Styregruppe").is_visible()
        assert page.locator(".iv-menu").get_by_role("link", name="Svenska").is_visible()
        assert page.locator("button:visible").count() == 0
        assert not page.locator(".iv-palette input").first.is_visible()
        assert page.locator(".iv-palette input").first.is_disabled()


# the palette


def test_nothing_is_saved_before_a_choice_and_auto_forgets_it(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        assert saved(page) == {}

        choose(page, "Mørk")
        assert saved(page) == {"kit:/:palette": "dark"}
        page.reload()
        assert ground(page) == NIGHT
        assert page.locator(".iv-head__wide").get_by_label("Mørk").is_checked()

        page.goto(address + VERKTYG)
        assert ground(page) == NIGHT
        choose(page, "Auto")
        assert saved(page) == {}
        assert ground(page) == PAPER


def test_sites_on_one_origin_keep_their_palettes_apart(browser: Browser, address: str, site: Path) -> None:
    def answer(route: Any) -> None:
        path = site / route.request.url.split("/town/", 1)[1]
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    with opened(browser, address) as page:
        page.route("**/town/**", answer)
        page.goto(f"{address}/town{TOOL}")
        choose(page, "Mørk")
        assert saved(page) == {"kit:/town/:palette": "dark"}

        page.goto(address + TOOL)
        assert ground(page) == PAPER


def test_a_choice_covers_the_system_both_ways(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, color_scheme="light") as page:
        light = page.evaluate(ALL_COLOURS)
        page.emulate_media(color_scheme="dark")
        dark = page.evaluate(ALL_COLOURS)
        assert dark != light

        choose(page, "Lys")
        assert page.evaluate(ALL_COLOURS) == light
        page.emulate_media(color_scheme="light")
        choose(page, "Mørk")
        assert page.evaluate(ALL_COLOURS) == dark


def test_the_chosen_palette_is_there_before_the_page_is_painted(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        choose(page, "Mørk")
        page.route("**/assets/site-*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.reload()

        assert ground(page) == NIGHT


def test_two_tabs_and_two_switches_keep_in_step(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        other = page.context.new_page()
        other.goto(f"{address}/sv/")
        choose(page, "Mørk")

        other.wait_for_function(f"() => getComputedStyle(document.body).backgroundColor === '{NIGHT}'")
        assert other.locator(".iv-head__wide").get_by_label("Mörk").is_checked()
        page.set_viewport_size({"width": 360, "height": 800})
        menu_button(page).click()
        assert page.locator("#drawer").get_by_label("Mørk").is_checked()


def test_where_storage_is_denied_a_choice_lasts_as_long_as_the_page(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.add_init_script(DENY_STORAGE)
        page.goto(address + TOOL)
        choose(page, "Mørk")

        assert ground(page) == NIGHT


# the contents, and wide tables


def test_the_contents_mark_the_section_that_is_read(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        marked = page.locator(".iv-toc [aria-current]")
        assert marked.count() == 0

        for section in ("when", "steps"):
            page.locator(f".iv-toc a[href='#{section}']").click()
            page.wait_for_selector(f".iv-toc a[href='#{section}'][aria-current=location]")
            assert marked.count() == 1
            assert marked.bounding_box() is not None

        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_selector(".iv-toc a[href='#contact'][aria-current]")


@pytest.mark.parametrize("path", [TOOL, "/sv/verktyg/designstjarnan/", "/sv/status/", "/da/stil/"])
def test_the_contents_make_room_for_what_is_wide(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        for top in range(0, page.evaluate("document.body.scrollHeight"), 300):
            page.evaluate(f"scrollTo(0, {top})")
            page.evaluate(NEXT_FRAME)
            assert page.evaluate(UNDER_CONTENTS) == [], top

        page.evaluate("scrollTo(0, 0)")
        page.evaluate(NEXT_FRAME)
        assert page.locator(".iv-toc").is_visible() == (page.locator(".iv-toc").count() == 1)


def test_without_script_the_contents_stay_at_the_top(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, java_script_enabled=False) as page:
        page.locator("[data-kind=table]").first.scroll_into_view_if_needed()

        box = page.locator(".iv-toc").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 0


def test_on_a_phone_the_contents_scroll_away_unmarked(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, 360) as page:
        page.locator("#steps").evaluate("(one) => one.scrollIntoView()")
        page.evaluate(NEXT_FRAME)

        assert page.locator(".iv-toc [aria-current]").count() == 0


@pytest.mark.parametrize("path", [TOOL, "/da/for-kommuner/"])
def test_a_table_or_code_is_a_stop_only_while_it_can_be_scrolled(browser: Browser, address: str, path: str) -> None:
    seen = set()
    with opened(browser, address + path) as page:
        for width in (1280, 660, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(NEXT_FRAME)
            for wide, reached in page.evaluate(SCROLLS):
                assert reached == wide
                seen.add(wide)

    assert seen == {True, False}


def test_without_script_every_table_can_be_reached(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, java_script_enabled=False) as page:
        assert page.locator(".iv-scroll").count() == page.locator(".iv-scroll[tabindex='0']").count() > 0


# what readers set for themselves


def test_forced_colours_keep_focus_and_choice(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, forced_colors="active") as page:
        item = page.locator("[data-item=terms-written]")
        item.get_by_label("På plads").check()
        page.keyboard.press("ArrowRight")
        assert page.evaluate(FOCUS)["wrong"] == ""
        assert contrast(*colours_at(page, "[data-item=terms-written] .iv-answer:has(:checked)")) >= 4.5

        grounds = item.locator(".iv-answer").evaluate_all(
            "all => all.map(one => getComputedStyle(one).backgroundColor)"
        )
        assert len(set(grounds)) == 2
        labels = page.locator(".iv-head__wide .iv-palette__label")
        lines = labels.evaluate_all("all => all.map(one => getComputedStyle(one).textDecorationLine)")
        assert lines == ["underline", "none", "none"]
