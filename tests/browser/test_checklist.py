"""Checklists come alive: filled in, come back to, undone, in several efforts, on paper and at the projector."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.audit.axe import examine
from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
GROUP, GRUPP = "/da/vaerktoejer/styregruppe/", "/sv/verktyg/styrgrupp/"
MANDATE = "/da/vaerktoejer/politisk-mandat/"
FORM = "#steering-group--set-up"
KEY = "kit:/:first:steering-group/set-up"
SCRIPTS = re.compile(r"/assets/(?!theme)[^/]+\.js$")
DENIED = """Object.defineProperty(window, 'localStorage',
    { get() { throw new DOMException('no', 'SecurityError'); } })"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"""


def bar(page: Page, form: str = FORM) -> Locator:
    return page.locator(f"kit-checklist:has({form})")


def press(page: Page, action: str, form: str = FORM) -> None:
    bar(page, form).locator(f'[data-action="{action}"]').click()


def answer(page: Page, item: str, words: str) -> None:
    page.locator(f"{FORM} [data-item={item}]").get_by_label(words, exact=True).check()


def checked(page: Page, item: str) -> str | None:
    found = page.locator(f"{FORM} [data-item={item}] input:checked")
    return found.get_attribute("value") if found.count() else None


def stored(page: Page, key: str = KEY) -> Any:
    return json.loads(page.evaluate("(key) => localStorage.getItem(key)", key) or "null")


@contextmanager
def group(browser: Browser, address: str, path: str = GROUP, **options: Any) -> Iterator[Page]:
    with opened(browser, address + path, **options) as page:
        expect(page.locator(f"{FORM} .iv-bar")).to_be_visible()
        yield page


def test_nothing_is_stored_before_the_reader_acts(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        page.mouse.wheel(0, 2000)
        assert page.evaluate("localStorage.length") == 0
        answer(page, "terms-written", "På plads")
        assert stored(page)["items"]["terms-written"]["answer"] == "done"


@pytest.mark.parametrize(
    ("path", "words", "said"), [(GROUP, "På plads", "1 af 12 på plads"), (GRUPP, "På plats", "1 av 12 på plats")]
)
def test_progress_is_shown_and_said_once(browser: Browser, address: str, path: str, words: str, said: str) -> None:
    with group(browser, address, path) as page:
        page.evaluate(
            """(form) => { window.said = []; new MutationObserver((all) => window.said.push(all[0].target.textContent))
                .observe(document.querySelector(form).querySelector('[role=status]'), { childList: true }); }""",
            FORM,
        )
        answer(page, "terms-written", words)
        expect(bar(page).locator(".iv-progress__figure")).to_have_text(said)
        assert page.evaluate("window.said") == [said]


def test_answers_are_there_after_a_reload_and_in_the_other_language(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "right-level", "Ikke i gang")
        item = page.locator(f"{FORM} [data-item=right-level]")
        item.locator("summary").click()
        item.get_by_label("Note").fill("Spørg økonomichefen")
        item.get_by_label("Ansvarlig").fill("Direktør")
        item.get_by_label("Frist").fill("2027-01-15")
        for path in (GROUP, GRUPP):
            page.goto(address + path)
            assert checked(page, "right-level") == "none"
            summary = page.locator(f"{FORM} [data-item=right-level] summary")
            expect(summary).to_contain_text("Direktør")
            expect(summary).to_contain_text("15. januar 2027" if path == GROUP else "15 januari 2027")
            note = page.locator(f'[name="{FORM[1:]}--right-level--note"]')
            assert note.input_value() == "Spørg økonomichefen"


def test_typing_is_kept_before_the_field_is_left(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        page.locator(f"{FORM} [data-item=right-level] summary").click()
        page.locator(f'[name="{FORM[1:]}--right-level--note"]').press_sequentially("Halv s")
        assert stored(page)["items"]["right-level"]["note"] == "Halv s"


def test_another_tab_follows_at_once(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        other = page.context.new_page()
        other.goto(address + GRUPP)
        answer(page, "terms-written", "Delvist")
        expect(other.locator(f"{FORM} [data-item=terms-written] [value=part]")).to_be_checked()
        answer(other, "right-level", "På plats")
        expect(page.locator(f"{FORM} [data-item=right-level] [value=done]")).to_be_checked()
        assert checked(page, "terms-written") == "part"


def test_undo_takes_back_one_step_at_a_time(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        undo = bar(page).locator('[data-action="undo"]')
        assert undo.is_disabled()
        answer(page, "terms-written", "På plads")
        answer(page, "terms-written", "Delvist")
        undo.click()
        assert checked(page, "terms-written") == "done"
        undo.click()
        assert checked(page, "terms-written") is None
        assert page.evaluate("document.activeElement.dataset.action") == "clear"


def test_a_cleared_checklist_can_be_had_back(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "terms-written", "På plads")
        press(page, "clear")
        assert checked(page, "terms-written") is None
        press(page, "undo")
        assert checked(page, "terms-written") == "done"


def test_delete_leaves_nothing_of_this_site_and_touches_no_other(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        page.evaluate("localStorage['kit:/other/:first:steering-group/set-up'] = 'x'; localStorage.foreign = 'y'")
        answer(page, "terms-written", "På plads")
        assert page.get_by_text("Gem dem også som fil").count() == 1
        press(page, "delete")
        others = ["foreign", "kit:/other/:first:steering-group/set-up"]
        assert page.evaluate("Object.keys(localStorage).sort()") == others
        assert checked(page, "terms-written") is None
        assert page.get_by_text("Gem dem også som fil").count() == 0
        bar(page).get_by_role("button", name="Fortryd").last.click()
        assert checked(page, "terms-written") == "done"


def test_new_items_are_pointed_out_and_answers_to_old_ones_kept(browser: Browser, address: str) -> None:
    saved = {
        "v": 1,
        "rev": "0" * 12,
        "at": "2026-01-01T00:00:00.000Z",
        "seen": ["terms-written", "gone"],
        "items": {
            "terms-written": {"answer": "done"},
            "gone": {"answer": "part", "note": "<b>bevar mig</b>", "text": "Et gammelt punkt"},
        },
    }
    with group(browser, address) as page:
        page.evaluate("([key, saved]) => { localStorage[key] = saved; }", [KEY, json.dumps(saved)])
        page.reload()
        expect(page.locator(f"{FORM} .iv-news")).to_have_text("11 nye punkter, siden I svarede sidst.")
        assert page.locator(f"{FORM} .iv-new").count() == 11
        retired = bar(page).locator(".iv-retired")
        retired.locator("summary").click()
        expect(retired).to_contain_text("Et gammelt punkt: Delvist · <b>bevar mig</b>")
        answer(page, "right-level", "På plads")
        assert stored(page)["items"]["gone"]["note"] == "<b>bevar mig</b>"
        page.reload()
        assert page.locator(f"{FORM} .iv-new").count() == 0


def test_what_stood_in_a_column_that_is_gone_is_kept(browser: Browser, address: str) -> None:
    rows = [{"id": "new-1", "cells": {"risk": "Lokalet er lukket", "insurance": "Police 7"}}]
    saved = {"v": 1, "rev": "", "at": "2026-01-01T00:00:00.000Z", "seen": [], "items": {}, "rows": rows}
    risks = "#steering-group--risks"
    with group(browser, address) as page:
        page.evaluate("(saved) => { localStorage['kit:/:first:steering-group/risks'] = saved; }", json.dumps(saved))
        page.reload()
        bar(page, risks).locator(".iv-retired summary").click()
        expect(bar(page, risks).locator(".iv-retired li")).to_have_text("insurance: Police 7")
        page.locator('[name="steering-group--risks--new-1--risk"]').fill("Lokalet er åbent")
        assert stored(page, "kit:/:first:steering-group/risks")["rows"][0]["cells"]["insurance"] == "Police 7"


@pytest.mark.parametrize("script", [DENIED, FULL], ids=["denied", "full"])
def test_without_storage_the_page_says_so_and_goes_on(browser: Browser, address: str, script: str) -> None:
    with opened(browser, address + GROUP) as page:
        page.add_init_script(script)
        page.reload()
        answer(page, "terms-written", "På plads")
        expect(bar(page).locator(".iv-kept")).to_contain_text("Browseren lader ikke siden gemme")
        answer(page, "right-level", "Delvist")
        press(page, "undo")
        assert (checked(page, "terms-written"), checked(page, "right-level")) == ("done", None)
        with page.expect_download() as download:
            press(page, "export-json")
        assert "terms-written" in Path(download.value.path()).read_text("utf-8")
        press(page, "share")
        assert "#kit=" in page.locator("[data-share-link]").input_value()


@pytest.mark.parametrize("poison", ["", "null", "[]", "{", '{"v":2,"items":{}}', '{"v":1}', '"x"', "1e999"])
def test_what_cannot_be_read_is_laid_aside_and_not_lost(browser: Browser, address: str, poison: str) -> None:
    with group(browser, address) as page:
        page.evaluate("([key, poison]) => { localStorage[key] = poison; }", [KEY, poison])
        page.reload()
        expect(bar(page).locator("[role=status]").last).to_contain_text("kan siden ikke læse")
        answer(page, "terms-written", "På plads")
        assert stored(page)["items"]["terms-written"]["answer"] == "done"
        kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('kit:/:old:'))")
        assert kept == [["kit:/:old:first:steering-group/set-up", poison]]


def test_the_first_save_says_once_that_a_file_is_good_to_have(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        hint = page.get_by_text("Gem dem også som fil")
        assert not hint.is_visible()
        answer(page, "terms-written", "På plads")
        assert hint.is_visible()
        page.reload()
        answer(page, "terms-written", "Delvist")
        assert not hint.is_visible()


# Several efforts side by side.


def menu(page: Page) -> Locator:
    page.locator(".iv-project:visible").click()
    return page.locator("#projects")


def test_efforts_lie_side_by_side(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "terms-written", "På plads")
        dialog = menu(page)
        dialog.locator('[data-action="project-new"]').click()
        page.keyboard.type("Sunde rammer")
        dialog.locator('[data-action="project-rename"]').click()
        dialog.get_by_role("button", name="Luk").click()
        assert checked(page, "terms-written") is None
        expect(bar(page).locator(".iv-kept")).to_contain_text("Sunde rammer")
        answer(page, "terms-written", "Delvist")
        page.goto(address + "/sv/")
        menu(page).get_by_label("Vår insats").check()
        page.goto(address + GROUP)
        assert checked(page, "terms-written") == "done"


def test_the_menu_says_what_was_done(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        dialog = menu(page)
        said = dialog.get_by_role("status")
        dialog.locator('[data-action="project-new"]').click()
        expect(said).to_have_text("I arbejder nu med »Ny indsats«.")
        page.keyboard.type("Sunde rammer")
        dialog.locator('[data-action="project-rename"]').click()
        expect(said).to_have_text("»Sunde rammer« er gemt.")


def test_all_efforts_go_into_one_file(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "terms-written", "På plads")
        menu(page).locator('[data-action="project-copy"]').click()
        page.goto(address + "/da/min-plan/")
        with page.expect_download() as download:
            page.locator('[data-action="save-all"]').click()
        projects = json.loads(Path(download.value.path()).read_text("utf-8"))["projects"]
        assert [list(one["checklists"]) for one in projects] == [["steering-group/set-up"]] * 2


def test_an_effort_can_be_copied_deleted_and_had_back(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "terms-written", "På plads")
        dialog = menu(page)
        dialog.locator('[data-action="project-copy"]').click()
        assert dialog.get_by_label("Navn").input_value() == "Kopi af Vores indsats"
        assert checked(page, "terms-written") == "done"
        dialog.locator('[data-action="project-delete"]').click()
        assert dialog.get_by_role("radio").count() == 1
        dialog.locator('[data-action="project-undo"]').click()
        assert dialog.get_by_role("radio").count() == 2
        assert len(page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith('/set-up'))")) == 2


@pytest.mark.parametrize("spoilt", ["{", "[]", '{"list":[{"id":1}]}', "null"])
def test_answers_are_found_though_the_list_of_efforts_is_spoilt(browser: Browser, address: str, spoilt: str) -> None:
    with group(browser, address) as page:
        answer(page, "terms-written", "På plads")
        dialog = menu(page)
        dialog.locator('[data-action="project-copy"]').click()
        page.evaluate("(spoilt) => { localStorage['kit:/:projects'] = spoilt; }", spoilt)
        page.reload()
        expect(menu(page).get_by_role("radio")).to_have_count(2)
        dialog.get_by_label("p2").check()
        dialog.get_by_label("Navn").fill("Fundet igen")
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("radio", name="Fundet igen")).to_be_checked()
        assert checked(page, "terms-written") == "done"


def test_the_menu_of_efforts_goes_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, address + "/da/", 360) as page:
        page.get_by_role("button", name="Menu").focus()
        page.keyboard.press("Enter")
        page.locator("#drawer .iv-project").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#projects")).to_be_visible()
        assert page.evaluate(TOO_WIDE) == 0
        page.keyboard.press("Escape")
        expect(page.locator("#projects")).not_to_be_visible()
        assert page.evaluate("document.activeElement.className").startswith("iv-menu__button")


# Ratings by several, in rounds.

RATED = "form#political-mandate--strength"


def test_ratings_are_drawn_and_the_weak_lead_to_tools(browser: Browser, address: str) -> None:
    with opened(browser, address + MANDATE) as page:
        items = page.locator(f"{RATED} fieldset")
        for n in range(items.count()):
            items.nth(n).locator(f'[value="{1 if n == 0 else 4}"]').check()
        assert page.locator(f"{RATED} .iv-radar .iv-draw__thread").count() == 1
        weak = page.locator(f"{RATED} tr[data-axis]").first
        expect(weak).to_contain_text("Temadrøftelse")
        expect(page.locator(f"{RATED} tr[data-axis]").nth(1).locator("td").first).to_have_text("4")


def test_a_closed_round_is_what_the_next_is_measured_by(browser: Browser, address: str) -> None:
    with opened(browser, address + MANDATE) as page:
        page.clock.set_fixed_time("2026-11-22T10:00:00")
        page.reload()
        first = page.locator(f"{RATED} fieldset").first
        first.locator('[value="2"]').check()
        page.locator(f"{RATED} [data-action=close-round]").click()
        assert page.locator(f"{RATED} input:checked").count() == 0
        page.clock.set_fixed_time("2027-03-01T10:00:00")
        first.locator('[value="4"]').check()
        line = page.locator(f"{RATED} tr[data-axis]").first
        expect(line).to_contain_text("+2")
        press(page, "clear", RATED)
        expect(page.locator(f"{RATED} .iv-voices li")).to_have_text(re.compile("22. november 2026"))


def test_what_is_closed_later_on_the_same_day_joins_the_round(browser: Browser, address: str) -> None:
    with opened(browser, address + MANDATE) as page:
        first, who = page.locator(f"{RATED} fieldset").first, page.get_by_label("Hvem svarer?")
        for name, rating in (("Sundhed", 2), ("Skole", 3), ("Sundhed", 4)):
            who.fill(name)
            first.locator(f'[value="{rating}"]').check()
            page.locator(f"{RATED} [data-action=close-round]").click()
        (closed,) = stored(page, "kit:/:first:political-mandate/strength")["rounds"]
        assert [(one["name"], *one["ratings"].values()) for one in closed["voices"]] == [("Skole", 3), ("Sundhed", 4)]
        expect(page.locator(f"{RATED} figcaption")).to_contain_text("den stiplede viser runden")


# At the projector, and on paper.


@pytest.mark.parametrize(("path", "asked"), [(GROUP, "vis=stor"), (GRUPP, "visa=stor")])
def test_at_the_projector_one_item_is_shown_and_answered_by_keyboard(
    browser: Browser, address: str, path: str, asked: str
) -> None:
    with opened(browser, f"{address}{path}?{asked}") as page:
        items = page.locator(f"{FORM} [data-item]:visible")
        expect(items).to_have_count(1)
        page.keyboard.press("2")
        page.keyboard.press("PageDown")
        assert items.get_attribute("data-item") == "right-level"
        page.keyboard.press("1")
        page.keyboard.press("PageUp")
        assert (checked(page, "terms-written"), checked(page, "right-level")) == ("part", "done")
        assert page.evaluate(TOO_WIDE) == 0
        page.keyboard.press("Escape")
        assert items.count() == 12
        assert page.evaluate("document.activeElement.dataset.action") == "projector"
        assert asked not in page.url


@pytest.mark.parametrize("tool", ["styregruppe", "implementeringskapacitet", "fastholdelse"])
def test_at_the_projector_an_item_is_seen_with_all_its_answers(browser: Browser, address: str, tool: str) -> None:
    with opened(browser, f"{address}/da/vaerktoejer/{tool}/?vis=stor") as page:
        page.set_viewport_size({"width": 1280, "height": 720})
        bar = page.locator(".iv-large__bar")
        for _ in range(8):
            last = page.locator(".iv-large__now .iv-answer").last.bounding_box()
            below = bar.bounding_box()
            assert last and below and last["y"] + last["height"] <= below["y"]
            form = page.locator(".iv-large__form > form").bounding_box()
            assert form and last["x"] + last["width"] <= form["x"] + form["width"]
            page.keyboard.press("PageDown")


def test_the_projector_fits_any_window_and_is_accessible(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{GROUP}?vis=stor", 360) as page:
        expect(page.locator(".iv-large__bar")).to_be_visible()
        assert page.evaluate(TOO_WIDE) == 0
        assert examine(page) == []


@pytest.mark.parametrize(
    "path",
    [GROUP, "/sv/verktyg/styrgrupp/", "/sv/verktyg/designstjarnan/", "/da/vaerktoejer/implementeringskapacitet/"],
)
@pytest.mark.parametrize(("width", "height"), [(360, 640), (700, 400)])
def test_what_is_large_can_be_read_to_its_end_in_a_small_window(
    browser: Browser, address: str, path: str, width: int, height: int
) -> None:
    with opened(browser, f"{address}{path}?vis=stor") as page:
        page.set_viewport_size({"width": width, "height": height})
        for _ in range(3):
            title, bar = (
                page.locator(f".iv-large__form {one}").bounding_box() for one in (".iv-form__title", ".iv-bar")
            )
            assert title and bar and title["width"] > width / 2 and title["y"] + title["height"] <= bar["y"]
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            last = page.locator(".iv-large__now :is(.iv-answer, textarea, input):visible").last.bounding_box()
            below = page.locator(".iv-large__bar").bounding_box()
            assert last and below and last["y"] + last["height"] <= below["y"]
            form = page.locator(".iv-large__form > form").bounding_box()
            assert form and last["x"] + last["width"] <= form["x"] + form["width"]
            page.keyboard.press("PageDown")


def test_one_checklist_is_printed_alone_with_what_the_effort_is_called(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "terms-written", "På plads")
        dialog = menu(page)
        dialog.get_by_label("Organisation").fill("Eksempelkommunen")
        dialog.get_by_label("Navn").fill("Sunde rammer")
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        page.evaluate("window.print = () => { window.printed = true; }")
        press(page, "print")
        page.emulate_media(media="print")
        shown = page.locator("main > section:visible")
        assert (page.evaluate("window.printed"), shown.count()) == (True, 1)
        assert page.locator("main form:visible").get_attribute("id") == FORM[1:]
        paper = page.locator(".iv-paper")
        for words in ("Eksempelkommunen", "Sunde rammer", "implementering.example/da/vaerktoejer/styregruppe/"):
            expect(paper).to_contain_text(words)
        expect(page.locator("main .iv-version:visible")).to_have_text(re.compile("^Udgave [0-9a-f]{12}$"))
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("main > section:visible").count() > 1


@pytest.mark.parametrize(("form", "lies"), [(FORM, False), ("#steering-group--risks", True)])
def test_a_form_that_is_printed_alone_shares_its_sheet_with_the_head(
    browser: Browser, address: str, form: str, lies: bool
) -> None:
    with group(browser, address) as page:
        page.evaluate("window.print = () => {}")
        press(page, "print", form)
        paper = page.pdf(prefer_css_page_size=True)

    sizes = re.findall(rb"/MediaBox \[0 0 (\d+)[\d.]* (\d+)", paper)
    assert [int(width) > int(height) for width, height in sizes] == [lies]


def test_on_paper_notes_stay_where_there_are_any(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        for item, label in (("terms-written", "Ansvarlig"), ("right-level", "Note")):
            page.locator(f"{FORM} [data-item={item}] summary").click()
            page.locator(f"{FORM} [data-item={item}]").get_by_label(label).fill("Direktør")
        page.emulate_media(media="print")
        assert page.locator(f"{FORM} [data-item=terms-written] .iv-more > summary").is_visible()
        assert not page.locator(f"{FORM} [data-item=terms-written] textarea").is_visible()
        assert page.locator(f"{FORM} [data-item=right-level] textarea").is_visible()


def test_a_blank_checklist_is_printed_blank(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        page.emulate_media(media="print")
        assert not page.locator(f"{FORM} .iv-progress").is_visible()
        assert page.locator(".iv-blank--filled").count() == 0


@pytest.mark.parametrize("path", [GROUP, GRUPP, MANDATE, "/da/vaerktoejer/designstjernen/", "/sv/verktyg/korschema/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_living_page_is_accessible(browser: Browser, address: str, path: str, width: int) -> None:
    with opened(browser, address + path, width) as page:
        for radio in page.locator("main fieldset").all()[:3]:
            radio.locator("input").nth(1).check()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.locator(".iv-project").last.evaluate("(button) => button.click()")
            expect(page.locator("#projects")).to_be_visible()
            assert examine(page) == []
            page.keyboard.press("Escape")
            assert examine(page) == []


def test_scripts_stay_light(site: Path) -> None:
    def weight(*names: str) -> int:
        found = [next(site.glob(f"assets/{name}-*.js")) for name in names]
        return sum(len(gzip.compress(one.read_bytes(), 9)) for one in found)

    assert weight("table") <= 14_350
    assert weight("assessment", "checklist") <= 14_000
    assert weight("site") <= 4_050
    assert weight("search") <= 7_000
    assert weight("choose") <= 3_500
    pages = [*site.glob("da/vaerktoejer/*/index.html"), *site.glob("sv/verktyg/*/index.html")]
    assert max(len(gzip.compress(page.read_bytes(), 9)) for page in pages) <= 12_000


def test_the_first_touch_finds_every_form_awake(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("self.setTimeout = () => 0; self.dispatchEvent = () => false;")
    page.goto(address + GROUP)
    assert page.locator(".iv-bar").count() == 0

    saved = page.evaluate("""() => {
        const [field] = document.querySelectorAll('kit-checklist input[type=radio]');
        field.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        field.click();
        return Object.values(localStorage).some(one => one.includes(field.value));
    }""")

    assert saved
    assert page.locator("kit-checklist").count() > 1
    assert page.locator("kit-checklist:not(:has(button[data-action]))").count() == 0
    page.close()


@contextmanager
def without_scripts_yet(page: Page, path: str) -> Iterator[None]:
    """Open a page over a net on which its scripts come at the end."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(SCRIPTS, hold)
    page.goto(path, wait_until="commit")
    yield
    assert page.locator(".iv-bar").count() == 0
    for route in held:
        route.continue_()
    page.unroute(SCRIPTS)
    expect(page.locator("kit-checklist .iv-bar")).not_to_have_count(0)


def test_what_is_ticked_and_typed_before_the_scripts_come_stays(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "right-level", "På plads")
        answer(page, "deputies-mandated", "Delvist")
        terms = page.locator(f"{FORM} [data-item=terms-written]")
        terms.locator("summary").click()
        terms.get_by_label("Note").fill("Gammel")
        cell = (
            page.locator("#steering-group--risks tbody tr:not([data-example])").first.locator("textarea, input").first
        )

        with without_scripts_yet(page, address + GROUP):
            answer(page, "right-level", "Delvist")
            answer(page, "right-level", "Ikke i gang")
            terms.locator("summary").click()
            terms.get_by_label("Note").press_sequentially("Ny")
            cell.press_sequentially("Storm")

        given = {"right-level": "none", "deputies-mandated": "part", "terms-written": None}
        expect(cell).to_have_value("Storm")
        assert {item: checked(page, item) for item in given} == given
        assert terms.get_by_label("Note").input_value() == "Gammel Ny"
        assert stored(page)["items"]["right-level"]["answer"] == "none"
        assert stored(page)["items"]["terms-written"]["note"] == "Gammel Ny"
        assert "Storm" in page.evaluate("JSON.stringify(localStorage)")
        page.reload()
        assert {item: checked(page, item) for item in given} == given


@pytest.mark.parametrize("gone", [False, True])
def test_a_row_written_before_the_scripts_come_is_one_of_its_own(browser: Browser, address: str, gone: bool) -> None:
    with group(browser, address) as page:
        rows = page.locator("#steering-group--risks tbody tr:not([data-example]):not(.iv-told)")
        rows.nth(int(gone)).locator("textarea").first.fill("Brand")
        rows.nth(int(gone)).locator("select").first.select_option("high")
        if gone:
            rows.first.locator("[data-action=remove-row]").click()

        with without_scripts_yet(page, address + GROUP):
            rows.first.locator("textarea").first.press_sequentially("Storm")
            rows.first.locator("select").first.select_option("low")

        expect(rows.nth(1).locator("textarea").first).to_have_value("Storm")
        kept = [row["cells"] for row in stored(page, "kit:/:first:steering-group/risks")["rows"] if row["cells"]]
        assert kept == [{"risk": "Brand", "likelihood": "high"}, {"risk": "Storm", "likelihood": "low"}]
        page.reload()
        assert [rows.nth(n).locator("textarea").first.input_value() for n in (0, 1, 2)] == ["Brand", "Storm", ""]


def test_what_is_laid_over_a_full_field_can_be_opened_again(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        answer(page, "right-level", "På plads")
        item = page.locator(f"{FORM} [data-item=terms-written]")
        item.locator("summary").click()
        item.get_by_label("Ansvarlig").fill("x" * 295)

        with without_scripts_yet(page, address + GROUP):
            item.locator("summary").click()
            item.get_by_label("Ansvarlig").press_sequentially("Direktøren")

        expect(item.get_by_label("Ansvarlig")).to_have_value("x" * 295 + " Dire")
        page.reload()
        assert checked(page, "right-level") == "done"
        assert item.get_by_label("Ansvarlig").input_value() == "x" * 295 + " Dire"


def test_forms_wake_without_the_script_in_the_head(browser: Browser, address: str) -> None:
    with group(browser, address) as page:
        page.route(re.compile(r"/assets/theme-[^/]+\.js$"), lambda route: route.fulfill(body=""))

        page.reload()

        expect(page.locator(f"{FORM} .iv-bar")).to_be_attached()
        answer(page, "right-level", "Delvist")
        assert stored(page)["items"]["right-level"]["answer"] == "part"


@pytest.mark.parametrize(
    ("path", "field"),
    [("/da/vaerktoejer/designstjernen/", "textarea"), ("/sv/verktyg/implementeringskapacitet/", "input[value='3']")],
)
def test_every_kind_of_form_keeps_what_it_is_given_before(
    browser: Browser, address: str, path: str, field: str
) -> None:
    with opened(browser, address) as page:
        with without_scripts_yet(page, address + path):
            first = page.locator("kit-checklist").locator(field).first
            first.check() if "input" in field else first.press_sequentially("Vi mødes")

        expect(first).to_be_checked() if "input" in field else expect(first).to_have_value("Vi mødes")
        assert page.evaluate("Object.keys(localStorage).length") > 0


def test_where_one_form_fails_the_others_wake(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("""HTMLFormElement.prototype.addEventListener = function (...given) {
        if (this === document.querySelector('kit-checklist form')) throw new Error('broken');
        EventTarget.prototype.addEventListener.apply(this, given);
    };""")
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(error.message))

    page.goto(address + GROUP)

    assert set(failed) == {"broken"}
    forms = page.locator("kit-checklist")
    assert forms.count() > 2
    assert forms.filter(has=page.locator(".iv-bar")).count() >= forms.count() - 1
    page.close()
