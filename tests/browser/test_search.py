"""The search in Chromium: the box on every page, the page of its own, and the page where editors try it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
TOOL, SEARCH, HOME = "/da/vaerktoejer/styregruppe/", "/da/soeg/", "/da/"
HITS = "[data-search-results] [data-tool-id]"


def typed(page: Page, query: str) -> None:
    """Type into the box that can be seen, and wait for what answers."""
    page.locator("input[type=search]:visible").fill(query)
    page.locator(".iv-hits:visible").wait_for()
    expect(page.locator(".iv-hits__status:visible")).not_to_be_empty()


def found(page: Page) -> list[str | None]:
    """The tools that are shown, in their order."""
    return [hit.get_attribute("data-tool-id") for hit in page.locator(HITS).all()]


def test_nothing_of_the_search_is_loaded_before_a_box_is_used(browser: Browser, address: str) -> None:
    with opened(browser, address + HOME) as page:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        page.wait_for_timeout(300)
        assert loaded == []
        page.locator("input[type=search]").focus()
        page.wait_for_function("() => self.kit?.texts")

        names = [re.sub("-[0-9A-Z]{8}", "", one.rpartition("/assets/")[2]) for one in loaded]
        assert names == ["da/words.js", "da/more.js", "search.js", "da/index.js", "da/texts.js"]


@pytest.mark.parametrize(
    ("path", "query", "tool"),
    [
        (HOME, "styregruppen", "steering-group"),
        (TOOL, "fejlseminar", "premortem"),
        (SEARCH, "fasholdelse", "sustainment"),
        ("/sv/", "uppfoljning", "evaluation"),
        ("/sv/verktyg/styrgrupp/", "kräkseminarium", "premortem"),
        ("/sv/sok/", "ledelsesmæssigt mandat", "political-mandate"),
    ],
)
def test_every_box_answers_while_one_types(browser: Browser, address: str, path: str, query: str, tool: str) -> None:
    with opened(browser, address + path) as page:
        typed(page, query)

        assert found(page)[0] == tool
        page.locator(f"{HITS} >> a").first.click()
        expect(page.locator(f"form[data-tool={tool}]").first).to_be_attached()


def test_an_answer_leads_to_the_section_that_matched(browser: Browser, address: str) -> None:
    with opened(browser, address + SEARCH) as page:
        typed(page, "styregruppe risici")
        place = page.locator(f"{HITS} .iv-hits__places a").first
        href = place.get_attribute("href") or ""
        place.click()

        expect(page.locator("#" + href.partition("#")[2])).to_be_in_viewport()


@pytest.mark.parametrize(
    ("query", "why"),
    [("tovholder", "Søgeord: "), ("fasholdelse", "Ligner: fastholdelse"), ("förändringsagent", "På svensk: ")],
)
def test_an_answer_says_why_it_is_one(browser: Browser, address: str, query: str, why: str) -> None:
    with opened(browser, address + SEARCH) as page:
        typed(page, query)

        assert why in page.locator(HITS).first.inner_text()
        assert page.locator(f"{HITS} mark").count() > 0


@pytest.mark.parametrize(
    ("path", "query", "says"), [(SEARCH, "suppleant", "nævner"), ("/sv/sok/", "kostnad", "nämner")]
)
def test_a_section_that_says_a_word_and_the_word_stand_apart(
    browser: Browser, address: str, path: str, query: str, says: str
) -> None:
    with opened(browser, address + path) as page:
        typed(page, query)

        places = page.locator(".iv-hits__places > li", has_text=says).all_inner_texts()
        assert places
        assert [place for place in places if not re.search(rf"\S {says} \S", place)] == []


def test_words_of_the_other_language_are_marked_as_such(browser: Browser, address: str) -> None:
    with opened(browser, address + SEARCH) as page:
        typed(page, "förändringsagent")

        assert page.locator(f"{HITS} .iv-hits__why [lang=sv]").first.inner_text() == "Rollen som förändringsagent"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_search_is_worked_by_keyboard_alone(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address + SEARCH, width) as page:
        page.locator("h1").click()
        page.keyboard.press("/")
        page.keyboard.type("evaluering")
        expect(page.locator(HITS).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("() => document.activeElement.closest('li').dataset.toolId") == "evaluation"
        page.keyboard.press("ArrowUp")
        assert page.evaluate("() => document.activeElement.type") == "search"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        assert page.evaluate("() => document.activeElement.type") == "search"
        expect(page.locator(".iv-hits")).to_be_hidden()
        page.keyboard.type("drejebog")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/drejebog/")


def test_ctrl_k_reaches_the_box_from_everywhere(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        page.locator("textarea").first.evaluate("one => { one.closest('details').open = true; one.focus(); }")
        page.keyboard.press("/")
        assert page.evaluate("() => document.activeElement.tagName") == "TEXTAREA"
        page.keyboard.press("Control+k")
        assert page.evaluate("() => document.activeElement.type") == "search"
    with opened(browser, address + TOOL, 360) as page:
        page.keyboard.press("Control+k")
        page.wait_for_url("**/da/soeg/")


def test_the_answers_in_the_head_go_away_with_the_focus(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        typed(page, "evaluering")
        page.keyboard.press("Shift+Tab")
        expect(page.locator(".iv-hits")).to_be_hidden()
        page.locator("input[type=search]:visible").focus()
        expect(page.locator(".iv-hits")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".iv-hits")).to_be_hidden()
        assert page.evaluate("() => document.activeElement.value") == "evaluering"


def test_the_answers_in_the_head_stay_while_their_text_is_clicked(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        typed(page, "evaluering")
        page.locator(".iv-hits__about").first.click()
        expect(page.locator(".iv-hits")).to_be_visible()
        page.keyboard.press("ArrowDown")
        assert page.evaluate("() => document.activeElement.closest('li').dataset.toolId") == "evaluation"
        page.locator("h1").click()
        expect(page.locator(".iv-hits")).to_be_hidden()


def test_the_front_page_stands_still_when_something_below_the_answers_is_clicked(
    browser: Browser, address: str
) -> None:
    with opened(browser, address + HOME) as page:
        typed(page, "evaluering")
        below = page.locator(".iv-stage h3").first
        below.scroll_into_view_if_needed()
        before = below.bounding_box()
        below.click()

        expect(page.locator(".iv-hits")).to_be_visible()
        assert below.bounding_box() == before


def test_enter_in_any_box_leads_to_a_page_that_can_be_shared(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        typed(page, "byråd & nævn")
        page.keyboard.press("Enter")
        page.wait_for_url("**/da/soeg/?q=*")
        expect(page.locator(HITS).first).to_have_attribute("data-tool-id", "council-discussion")
        shared = page.url
        assert [one for one in asked if "q=" in one.partition("#")[0]] == []
    with opened(browser, shared) as page:
        expect(page.locator(HITS).first).to_have_attribute("data-tool-id", "council-discussion")
        assert page.locator("input[type=search]:visible").input_value() == "byråd & nævn"
        typed(page, "evaluering")
        page.wait_for_url("**/da/soeg/?q=evaluering")


def test_the_number_of_answers_is_announced_once(browser: Browser, address: str) -> None:
    with opened(browser, address + SEARCH) as page:
        page.evaluate(
            """() => { self.said = []; new MutationObserver(() => self.said.push(document.querySelector(
                '.iv-hits__status').textContent)).observe(document.body, { subtree: true, childList: true }); }"""
        )
        page.locator("input[type=search]:visible").press_sequentially("evaluering", delay=20)
        expect(page.locator(".iv-hits__status")).to_have_text(re.compile(r"^\d+ resultat"))

        said = page.evaluate("() => self.said.filter((one, n, all) => one && one !== all[n - 1])")
        assert len(said) == 1
        assert page.locator(".iv-hits__status").get_attribute("role") == "status"


def test_where_nothing_answers_there_is_a_way_on(browser: Browser, address: str) -> None:
    with opened(browser, address + SEARCH) as page:
        typed(page, "xqzxqzx")
        assert "Intet passer på »xqzxqzx«" in page.locator(".iv-hits__status").inner_text()
        assert found(page) == []
        expect(page.get_by_role("link", name="Styregruppe", exact=True)).to_be_visible()
        typed(page, "faxtxoldelxe")
        page.locator(".iv-hits__places a", has_text="fastholdelse").first.click()
        page.wait_for_url("**/da/soeg/?q=fastholdelse")


def test_without_script_the_box_leads_to_the_list_of_tools(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL, java_script_enabled=False) as page:
        page.locator("input[type=search]:visible").fill("evaluering")
        page.keyboard.press("Enter")
        page.wait_for_url("**/da/vaerktoejer/?q=evaluering")
    with opened(browser, address + SEARCH, java_script_enabled=False) as page:
        expect(page.get_by_role("link", name="Styregruppe", exact=True)).to_be_visible()


@pytest.mark.parametrize(("path", "width"), [(HOME, 360), (HOME, 1280), (TOOL, 1280), (SEARCH, 320), (SEARCH, 1280)])
def test_the_answers_fit_their_window(browser: Browser, address: str, path: str, width: int) -> None:
    with opened(browser, address + path, width) as page:
        typed(page, "hvordan får vi forvaltningerne til at arbejde sammen om implementeringskapaciteten")

        assert page.evaluate(TOO_WIDE) == 0
        assert (
            page.evaluate(
                "() => { const box = document.querySelector('.iv-hits'); return box.scrollWidth - box.clientWidth; }"
            )
            == 0
        )


def test_paper_shows_the_query_and_what_answers(browser: Browser, address: str) -> None:
    with opened(browser, address + SEARCH + "?q=evaluering") as page:
        expect(page.locator(HITS).first).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(HITS).first).to_be_visible()
        expect(page.locator("#q-page")).to_be_visible()
        assert page.locator("main button:visible, .iv-search__rest:visible").count() == 0
    for path in (HOME, SEARCH):
        with opened(browser, address + path) as page:
            page.emulate_media(media="print")
            assert page.locator(".iv-search:visible").count() == 0


def test_a_typed_query_is_text_and_nothing_else(browser: Browser, address: str) -> None:
    with opened(browser, address + SEARCH + "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E") as page:
        expect(page.locator(".iv-hits__status")).not_to_be_empty()
        assert page.locator("main img").count() == 0


@pytest.mark.parametrize(("path", "words"), [("/da/soegeproeve/", "Her kræves"), ("/sv/sokprov/", "Här krävs")])
def test_without_script_the_page_for_trying_says_what_it_needs(
    browser: Browser, address: str, path: str, words: str
) -> None:
    with opened(browser, address + path, java_script_enabled=False) as page:
        assert page.locator(".iv-tried").inner_text().startswith(f"{words} JavaScript")


def test_editors_try_many_queries_at_once(browser: Browser, address: str) -> None:
    with opened(browser, address + "/da/soegeproeve/") as page:
        page.locator("textarea").fill("byråd = council-discussion\nevaluering = premortem\nxqzxqzx\n")
        rows = page.locator(".iv-tried tbody tr")

        expect(rows).to_have_count(3)
        assert "Nummer 1" in rows.nth(0).inner_text()
        assert "Ikke fundet" in rows.nth(1).inner_text()
        assert "Ikke fundet" in rows.nth(2).inner_text()
        assert page.get_by_role("status").inner_text() == "2 søgninger finder ikke, hvad de skal."
        table = page.get_by_role("region", name="Tabel")
        expect(table).not_to_have_attribute("tabindex", "0")
        page.set_viewport_size({"width": 360, "height": 800})
        expect(table).to_have_attribute("tabindex", "0")
