"""Choosing a tool: “find your tool”, and the list of all tools, with and without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.axe import examine
from tests.browser.test_access import FOCUS, TOO_SMALL
from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
GUIDE, LIST = "/da/find/", "/da/vaerktoejer/"
ASKED = "?phase=mandate&role=manager&time=90&obstacle=meetings"
# Each text that the polite region is given, in turn.
LISTEN = """() => {
    self.heard = [];
    const status = document.querySelector('main [role=status]');
    new MutationObserver(() => self.heard.push(status.textContent)).observe(status, { childList: true });
}"""


def suggestions(page: Page) -> list[str]:
    return [title.replace("\u00ad", "") for title in page.locator(".iv-found h3").all_inner_texts()]


def shown(page: Page) -> int:
    return page.locator(".iv-knots > li:visible").count()


def query(page: Page) -> str:
    return page.url.partition("?")[2]


# find your tool


@pytest.mark.parametrize(
    ("path", "first", "cells"),
    [
        (GUIDE, "Læring af den nuværende politik", "Overblik Koordinator, leder, direktør, politiker"),
        ("/sv/hitta/", "Lärdomar från nuvarande policy", "Överblick Samordnare, chef, direktör, förtroendevald"),
    ],
)
def test_without_script_all_tools_stand_in_a_table(
    browser: Browser, address: str, path: str, first: str, cells: str
) -> None:
    with opened(browser, address + path, java_script_enabled=False) as page:
        rows = page.get_by_role("row")
        assert rows.count() == 30
        assert rows.nth(1).get_by_role("rowheader").inner_text() == first
        assert " ".join(rows.nth(1).get_by_role("cell").all_inner_texts()).startswith(cells)
        assert page.locator("main :is(input, button):visible, .iv-found:visible").count() == 0


@pytest.mark.parametrize(
    ("path", "titles", "why"),
    [
        (
            GUIDE,
            ["Designstjernen", "Styregruppe"],
            "Det hører til fasen Mandat og organisering, er for ledere, kan nås på 30 minutter og hjælper, "
            "når møderne ikke fører til noget.",
        ),
        (
            "/sv/hitta/",
            ["Designstjärnan", "Styrgrupp"],
            "Det hör till fasen Mandat och organisering, är för chefer, går att göra på 30 minuter och hjälper "
            "när mötena inte leder till något.",
        ),
    ],
)
def test_an_address_with_answers_shows_tools_and_the_reason_for_each(
    browser: Browser, address: str, path: str, titles: list[str], why: str
) -> None:
    with opened(browser, address + path + ASKED) as page:
        assert suggestions(page) == titles
        assert page.locator(".iv-found li").first.locator("p").first.inner_text() == why
        assert page.locator("main [role=status]").inner_text().startswith(("Forslag: Design", "Förslag: Design"))
        page.locator(".iv-found h3 a").last.click()
        page.wait_for_url(re.compile("styr(egruppe|grupp)/$"))


def test_what_fits_partly_says_what_does_not_fit(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{GUIDE}?phase=plan&role=politician&time=60&obstacle=too-much") as page:
        whys = page.locator(".iv-found ol li > div > p:first-of-type").all_inner_texts()

    assert len(whys) == 3
    assert whys[0].endswith("når I har for meget i gang på én gang. Men det tager 2 timer.")
    assert all("Men det" in why for why in whys)
    assert not any(re.search(r"%|\d ?/ ?\d", why) for why in whys)


def test_answers_are_given_by_keyboard_said_once_and_taken_back(browser: Browser, address: str) -> None:
    with opened(browser, address + GUIDE) as page:
        page.evaluate(LISTEN)
        assert suggestions(page) == []

        page.get_by_label("Alle roller").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        assert query(page) == "role=coordinator&time=60"
        assert len(page.evaluate("heard")) == 2
        assert (
            page.evaluate("heard.at(-1)") == f"Forslag: {', '.join(suggestions(page)[:2])} og {suggestions(page)[2]}."
        )

        page.go_back()
        page.wait_for_url("**?role=coordinator")
        assert page.get_by_label("Uanset tid").is_checked()
        assert len(page.evaluate("heard")) == 3

        page.get_by_role("button", name="Begynd forfra").press("Enter")
        assert query(page) == ""
        assert suggestions(page) == []
        assert page.evaluate("heard.at(-1)") == "Alle værktøjer står nedenfor, ordnet efter faserne."
        assert page.evaluate(FOCUS)["name"] == "Alle faser, eller ved ikke"

        page.go_back()
        page.wait_for_url("**?role=coordinator")
        page.reload()
        assert page.get_by_label("Koordinator").is_checked()
        assert len(suggestions(page)) == 3


def test_what_an_address_asks_for_and_nobody_knows_counts_for_nothing(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{GUIDE}?phase=nope&role=%3Cimg%20src%3Dx%3E&time=-1&obstacle=&ref=mail") as page:
        assert suggestions(page) == []
        page.get_by_label("Vi møder modstand").check()

        assert query(page).endswith("ref=mail&obstacle=resistance")
        assert "Håndtering af modstand" in suggestions(page)


def test_the_way_to_the_suggestions_says_nothing_anew(browser: Browser, address: str) -> None:
    with opened(browser, address + GUIDE + ASKED, 360) as page:
        page.evaluate(LISTEN)
        page.get_by_role("link", name="Se forslagene").click()

        box = page.locator("#first").bounding_box()
        assert box is not None and 0 <= box["y"] < 200
        assert page.evaluate("heard") == []


@pytest.mark.parametrize(("question", "answers"), [("phase", 5), ("role", 7), ("time", 4), ("obstacle", 13)])
def test_every_answer_alone_leads_to_two_or_three(browser: Browser, address: str, question: str, answers: int) -> None:
    with opened(browser, address + GUIDE) as page:
        boxes = page.locator(f"[name={question}]:not([value=''])")
        assert boxes.count() == answers
        for box in boxes.all():
            box.check()
            assert len(suggestions(page)) in (2, 3)


@pytest.mark.parametrize("path", [GUIDE + ASKED, LIST + "?phase=plan&words=xyz"])
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing_where_something_is_chosen(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    with opened(browser, address + path, width, color_scheme=scheme) as page:
        page.locator("details.iv-filters").evaluate_all("all => all.forEach((one) => { one.open = true; })")

        assert examine(page) == []
        assert page.evaluate(TOO_SMALL) == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(TOO_WIDE) == 0


@pytest.mark.parametrize("width", [640, 760, 900, 1152])
def test_the_table_fits_every_window(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address + GUIDE, width) as page:
        assert page.evaluate(TOO_WIDE) == 0


def test_paper_shows_what_was_found_and_no_questions(browser: Browser, address: str) -> None:
    with opened(browser, address + GUIDE + ASKED) as page:
        page.emulate_media(media="print")
        assert page.locator(".iv-found").is_visible()
        assert page.locator(".iv-ask:visible, .iv-every:visible").count() == 0

        page.goto(address + GUIDE)
        assert page.locator(".iv-every").is_visible()


# the list of all tools


def test_without_script_the_list_is_whole_and_the_menu_stands(browser: Browser, address: str) -> None:
    with opened(browser, address + LIST, java_script_enabled=False) as page:
        assert shown(page) == 29
        assert page.locator("main :is(input, select, button, summary):visible").count() == 0
        assert page.get_by_role("navigation", name="Faser").is_visible()
        assert page.get_by_role("link", name="Svar på fire spørgsmål, og få forslag").is_visible()


def test_filters_narrow_the_list_count_and_come_back(browser: Browser, address: str) -> None:
    with opened(browser, address + LIST) as page:
        page.evaluate(LISTEN)
        assert page.get_by_label("Overblik (6)").is_visible()

        page.get_by_label("Overblik (6)").check()
        page.get_by_label("Mandat og organisering (8)").check()
        assert shown(page) == 14
        assert page.get_by_role("heading", level=2).all_inner_texts() == ["Overblik", "Mandat og organisering"]
        page.get_by_label("For hvem").select_option("politician")
        assert page.evaluate("heard") == ["6 af 29 værktøjer", "14 af 29 værktøjer", f"{shown(page)} af 29 værktøjer"]
        assert query(page) == "phase=overview&phase=mandate&role=politician"

        page.go_back()
        page.wait_for_url("**phase=mandate")
        assert shown(page) == 14
        assert page.get_by_label("For hvem").input_value() == ""

        page.get_by_role("button", name="Vis alle").click()
        assert (shown(page), query(page)) == (29, "")
        assert not page.get_by_role("button", name="Vis alle").is_visible()
        assert page.evaluate(FOCUS)["tag"] == "INPUT"


def test_paper_shows_the_list_that_is_left_and_no_button(browser: Browser, address: str) -> None:
    with opened(browser, address + LIST + "?phase=mandate") as page:
        assert page.get_by_role("button", name="Vis alle").is_visible()
        page.emulate_media(media="print")
        assert shown(page) == 8
        assert page.locator("main button:visible").count() == 0


def test_where_nothing_is_left_no_thread_stands_alone(browser: Browser, address: str) -> None:
    with opened(browser, address + LIST + "?words=xyz") as page:
        assert page.locator("main .iv-empty").is_visible()
        assert not page.locator("main .iv-tied").is_visible()

        page.get_by_role("button", name="Vis alle").click()
        assert page.locator("main .iv-tied").is_visible()


def test_the_number_beside_each_answer_is_what_it_leaves(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/sv/verktyg/?role=politician") as page:
        for name in ("phase", "kind"):
            for label in page.locator(f"label:has([name={name}])").all():
                promised = int(re.findall(r"\((\d+)\)$", label.inner_text())[0])
                label.click()
                assert shown(page) == promised
                label.click()
        for time in page.locator("[name=time] option:not([value=''])").all():
            promised = int(re.findall(r"\((\d+)\)$", time.inner_text())[0])
            page.locator("[name=time]").select_option(str(time.get_attribute("value")))
            assert shown(page) == promised


def test_words_narrow_the_list_when_the_hand_rests(browser: Browser, address: str) -> None:
    with opened(browser, address + LIST) as page:
        page.evaluate(LISTEN)
        page.get_by_label("Ord i listen").press_sequentially("STYREgruppe", delay=10)
        page.wait_for_url("**?words=STYREgruppe")

        assert page.locator(".iv-knots h3:visible").all_inner_texts().count("Styregruppe") == 1
        assert page.evaluate("heard.length") == 1
        page.keyboard.press("Enter")
        assert query(page) == "words=STYREgruppe"

        page.get_by_label("Ord i listen").fill("findes ikke")
        page.wait_for_url("**?words=findes+ikke")
        assert shown(page) == 0
        assert page.get_by_text("Intet værktøj passer til alt det").is_visible()
        assert page.evaluate("heard.at(-1)") == "0 af 29 værktøjer"


def test_on_a_phone_the_filters_unfold_and_by_keyboard_all_is_reached(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/sv/verktyg/", 360) as page:
        assert not page.get_by_label("Ord i listan").is_visible()
        page.locator("summary", has_text="Begränsa listan").press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS)["wrong"] == ""
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.wait_for_url("**?phase=overview")
        assert page.evaluate(FOCUS)["wrong"] == ""

        page.get_by_role("button", name="Visa alla").press("Enter")
        assert page.evaluate(FOCUS)["tag"] == "SUMMARY"


def test_in_a_wide_window_the_filters_stand_where_the_menu_stood(browser: Browser, address: str) -> None:
    with opened(browser, address + LIST) as page:
        box, title = page.get_by_label("Ord i listen").bounding_box(), page.locator("h1").bounding_box()
        assert box is not None and title is not None
        assert box["x"] + box["width"] < title["x"]
        assert not page.get_by_role("navigation", name="Faser").is_visible()
        assert not page.locator(".iv-filters summary").is_visible()
        page.get_by_label("Ord i listen").focus()
        for _ in range(5):
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUS)["wrong"] == ""
