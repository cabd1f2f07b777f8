"""The built site in Chromium: both languages, phone and desktop, without script, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
PAGES = (
    "/",
    "/da/",
    "/sv/",
    "/da/vaerktoejer/",
    "/sv/verktyg/",
    "/da/find/",
    "/sv/hitta/",
    "/da/vaerktoejer/styregruppe/",
    "/sv/verktyg/styrgrupp/",
    "/da/vaerktoejer/designstjernen/",
    "/sv/verktyg/korschema/",
    "/da/vaerktoejer/politisk-mandat/",
    "/sv/verktyg/utvardering/",
    "/da/stil/",
    "/sv/stil/",
    "/da/stil-skemaer/",
    "/sv/stil-mallar/",
    "/da/arrangementer/temadag-fra-politik-til-praksis/",
    "/da/ordliste/",
    "/sv/ordlista/",
    "/sv/status/",
    "/da/min-plan/",
    "/da/vaerktoejer/implementeringsplan/",
    "/sv/verktyg/implementeringskapacitet/",
)
UNLABELLED = """() => [...document.querySelectorAll('input, select, textarea, button')]
    .filter(one => !(one.labels?.length && one.labels[0].textContent.trim()) && !one.ariaLabel?.trim()
        && !(one.tagName === 'BUTTON' && one.textContent.trim()))
    .map(one => one.outerHTML)"""
# On how many lines the days in the title stand.
LINES = """() => {
    const title = document.querySelector('h1').firstChild;
    const days = title.data.match(/18\\.?–.?19/);
    const range = new Range();
    range.setStart(title, days.index);
    range.setEnd(title, days.index + days[0].length);
    return new Set([...range.getClientRects()].map((line) => line.top)).size;
}"""
# What moved by itself, as browsers report it, also before this is asked.
MOVED = """() => new Promise((tell) => {
    const nodes = (list) => list.getEntries().flatMap(({ sources }) => sources.map(({ node }) => node?.outerHTML));
    new PerformanceObserver((list) => tell(nodes(list))).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => tell([]), 100);
})"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@contextmanager
def opened(browser: Browser, address: str, width: int = 1280, **options: Any) -> Iterator[Page]:
    """Open a page in a context of its own; fail on errors in the console and on requests that go elsewhere or fail."""
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **options)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
    host = "/".join(address.split("/")[:3])
    page.on("request", lambda asked: None if asked.url.startswith((host, "data:")) else wrong.append(asked.url))
    page.goto(address)
    yield page
    context.close()
    assert wrong == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_window(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(TOO_WIDE) == 0, width


@pytest.mark.parametrize("path", PAGES)
def test_every_control_has_a_label(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        assert page.evaluate(UNLABELLED) == []


@pytest.mark.parametrize("path", PAGES)
def test_headings_step_down_by_one(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        levels = page.evaluate("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")

    assert levels.count(1) == 1
    steps = [
        after - before for before, after in zip(levels[levels.index(1) :], levels[levels.index(1) + 1 :], strict=False)
    ]
    assert max(steps, default=0) <= 1


@pytest.mark.parametrize(
    ("path", "words"),
    [("/da/vaerktoejer/styregruppe/", "Ældre end 12 mdr."), ("/sv/verktyg/styrgrupp/", "Äldre än 12 månader")],
)
def test_the_age_badge_is_right_on_the_day_the_page_is_read(
    browser: Browser, address: str, path: str, words: str
) -> None:
    with opened(browser, address + path) as page:
        for day, shown in (("2027-11-21T12:00:00", False), ("2027-11-22T12:00:00", True)):
            page.clock.set_fixed_time(day)
            page.reload()
            assert page.get_by_text(words).is_visible() == shown


def test_without_script_the_dated_sentence_stands_and_answers_can_be_ticked(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/styregruppe/", java_script_enabled=False) as page:
        assert page.get_by_text("Sidst gennemgået 21. november 2026").last.is_visible()
        answer = page.locator("[data-item=terms-written]").get_by_label("På plads")
        answer.check()
        assert answer.is_checked()
        page.get_by_role("group", name="Kommissoriet").get_by_text("Note, ansvarlig og frist").click()
        assert page.locator("[name=steering-group--set-up--terms-written--note]").is_visible()


def test_what_is_red_shows_the_tool_that_helps(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/sv/verktyg/styrgrupp/") as page:
        item = page.locator("[data-item]").filter(has=page.locator(".iv-helps")).first
        assert not item.locator(".iv-helps").is_visible()
        item.get_by_label("Ej påbörjat").check()
        assert item.locator(".iv-helps").is_visible()
        item.get_by_label("På plats").check()
        assert not item.locator(".iv-helps").is_visible()


def test_ids_are_the_contract_that_answers_hang_on(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/styregruppe/") as page:
        form = page.locator("form#steering-group--set-up")
        assert form.get_attribute("data-tool") == "steering-group"
        assert form.get_attribute("data-checklist") == "set-up"
        item = form.locator("fieldset#steering-group--set-up--terms-written")
        assert item.get_attribute("data-item") == "terms-written"
        values = item.locator("input[type=radio]").evaluate_all("all => all.map(one => one.name + '=' + one.value)")
        assert values == [
            f"steering-group--set-up--terms-written={answer}" for answer in ("done", "part", "none", "skip")
        ]
        assert page.locator("form[action]:not([role=search])").count() == 0
        assert page.locator("[id]").evaluate_all("all => all.length - new Set(all.map(one => one.id)).size") == 0


def test_the_menu_holds_the_phases_and_the_tools_of_the_current_one(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/styregruppe/") as page:
        menu = page.get_by_role("navigation", name="Faser")
        assert menu.locator("ol > li").count() == 5
        titles = menu.locator("li li").all_inner_texts()
        assert [title.replace("\u00ad", "") for title in titles] == [
            "Politisk og ledelsesmæssigt mandat",
            "Temadrøftelse i kommunalbestyrelsen",
            "Styregruppe",
            "Verdensmål og Vores Mål i politikken",
            "Sektorkobling på tværs af forvaltninger",
            "Designstjernen",
            "Drejebog",
            "Lokal temadag",
        ]
        assert menu.locator("[aria-current=page]").all_inner_texts() == ["Styregruppe"]


def test_the_agenda_shows_clock_times_and_their_sum(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/styregruppe/") as page:
        table = page.locator("[data-checklist=agenda] table").first
        assert table.locator("tbody tr[data-example] time").first.inner_text() == "09.00"
        assert "1 time og 30 minutter" in table.locator("tfoot").inner_text()


def test_the_star_has_a_field_at_each_point(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/designstjernen/") as page:
        assert page.locator(".iv-star circle").count() == page.locator(".iv-star textarea").count() == 5


@pytest.mark.parametrize("path", ["/da/vaerktoejer/styregruppe/", "/sv/verktyg/korschema/"])
def test_paper_has_the_head_line_and_nothing_of_the_menu(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        page.emulate_media(media="print")
        assert page.locator(".iv-paper").is_visible()
        assert "implementering.example" in page.locator(".iv-paper").inner_text()
        assert not page.locator(".iv-head").is_visible()
        assert not page.locator(".iv-foot").is_visible()
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert page.evaluate("() => document.querySelector('.iv-main').scrollWidth <= document.body.clientWidth")


@pytest.mark.parametrize(
    "path", ["/da/noter/netvaerksmoede-oktober-2016/", "/sv/anteckningar/natverksmote-oktober-2016/"]
)
def test_days_in_a_title_stand_on_one_line(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path) as page:
        lines = set()
        for width in range(280, 440, 8):
            page.set_viewport_size({"width": width, "height": 800})
            lines.add(page.evaluate(LINES))

    assert lines == {1}


def test_dark_follows_the_system(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/", color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 29)"


@pytest.mark.parametrize(
    ("path", "sheets"), [("/da/vaerktoejer/styregruppe/", 6), ("/sv/verktyg/korschema/", 6), ("/sv/status/", 1)]
)
def test_paper_holds_each_form_on_one_sheet(browser: Browser, address: str, path: str, sheets: int) -> None:
    with opened(browser, address + path) as page:
        paper = page.pdf(prefer_css_page_size=True)
        broad = page.locator(".iv-form--broad").count()

    sizes = re.findall(rb"/MediaBox \[0 0 (\d+)[\d.]* (\d+)", paper)
    assert len(sizes) == sheets
    assert sum(int(width) > int(height) for width, height in sizes) == broad


def test_paper_has_a_line_for_the_hand_where_nothing_is_filled_in(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/da/stil-skemaer/") as page:
        page.emulate_media(media="print")
        lines = page.locator("#sample--traffic summary").evaluate_all(
            "all => all.map(one => getComputedStyle(one, '::after').content)"
        )
        assert lines == ['"Frist"', "none", "none", '"Frist"', '"Frist"']
        assert page.locator("[name=sample--traffic--partly--note]").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_scripts_come_late(browser: Browser, address: str, width: int) -> None:
    moved = {}
    with opened(browser, address, width) as page:
        page.route(re.compile(r"/assets/(?!theme)[^/]+\.js$"), late)
        for path in [path for path in PAGES if path.startswith("/da/")]:
            page.goto(address + path)
            moved[path] = page.evaluate(MOVED)

    assert {path: nodes for path, nodes in moved.items() if nodes} == {}


def late(route: Route) -> None:
    """Let a script come when the page has long been painted."""
    route.request.frame.page.wait_for_timeout(100)
    route.continue_()
