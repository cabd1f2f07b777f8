"""Answers handed over in Chromium: by link and by file, from one reader to another, and back again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page

from tests.audit.axe import examine
from tests.browser.test_pages import opened
from tests.conftest import ROOT

pytestmark = pytest.mark.browser
TOOL, ASSESSED, STAR = (
    "/da/vaerktoejer/styregruppe/",
    "/da/vaerktoejer/politisk-mandat/",
    "/da/vaerktoejer/designstjernen/",
)
STORED = "() => Object.fromEntries(Object.entries(localStorage).sort())"
WORDS = yaml.safe_load((ROOT / "macros/words.yml").read_text(encoding="utf-8"))
ANSWERS = """(place) => Object.entries(localStorage)
    .filter(([key]) => key.endsWith(place)).map(([, text]) => JSON.parse(text).items)"""
VOICES = """() => Object.values(localStorage)
    .flatMap((text) => { try { return JSON.parse(text).voices ?? []; } catch { return []; } })
    .map(({ name, ratings }) => [name, new Set(Object.values(ratings)).size, Object.values(ratings)[0]])"""


def da(key: str, **values: str) -> str:
    """The interface's words."""
    return str(WORDS[key]["da"]).format(**values)


def stored(page: Page) -> dict[str, str]:
    return dict(page.evaluate(STORED))


def form(page: Page, checklist: str = "set-up") -> Locator:
    return page.locator(f"kit-checklist:has(form[data-checklist={checklist}])")


def light(page: Page, item: str, words: str) -> None:
    form(page).locator(f"[data-item={item}]").get_by_label(words).check()


def note(page: Page, item: str, words: str) -> None:
    found = form(page).locator(f"[data-item={item}]")
    found.locator(".iv-more summary").click()
    found.locator("textarea").fill(words)


def dialog(page: Page) -> Locator:
    return page.locator("dialog.iv-dialog[open]")


def act(within: Page | Locator, action: str) -> None:
    within.locator(f"[data-action={action}]").first.click()


def link_from(page: Page, *ticks: str) -> str:
    act(form(page), "share")
    for value in ticks:
        dialog(page).locator(f"input[value={value}]").check()
    link = dialog(page).locator("[data-share-link]")
    link.wait_for()
    page.wait_for_function("() => document.querySelector('[data-share-link]').value.includes('#kit=')")
    page.wait_for_timeout(100)
    value = link.input_value()
    page.keyboard.press("Escape")
    return value


def file_from(page: Page, folder: Path, action: str = "save-file") -> Path:
    with page.expect_download() as download:
        act(form(page), action)
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def open_file(page: Page, file: Path | dict[str, Any]) -> Locator:
    act(form(page), "open-file")
    dialog(page).locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    return answered(page)


def answered(page: Page) -> Locator:
    """The dialog, once it shows what came or says what is wrong."""
    page.locator("dialog[open] :is([data-action=take-in], [role=status]:not(:empty))").first.wait_for()
    return dialog(page)


@contextmanager
def sender(browser: Browser, address: str, path: str = TOOL) -> Iterator[Page]:
    """Somebody who has answered two items, one of them with a note."""
    with opened(browser, address + path) as page:
        light(page, "terms-written", "På plads")
        light(page, "right-level", "Delvist")
        note(page, "right-level", "Kun til os")
        yield page


def test_a_link_brings_the_answers_once_the_reader_agrees(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page)
    assert link.startswith(f"{address}{TOOL}#kit=") and len(link) < 1000

    with opened(browser, link) as page:
        assert da("take_new_other", number="2") in answered(page).inner_text()
        assert page.url == address + TOOL
        assert stored(page) == {}
        act(dialog(page), "take-in")
        assert da("taken_in", project=da("own_project")) in dialog(page).get_by_role("status").inner_text()
        assert form(page).locator("[data-item=terms-written] input[value=done]").is_checked()
        assert page.evaluate(ANSWERS, "set-up") == [
            {"terms-written": {"answer": "done"}, "right-level": {"answer": "part"}}
        ]
        page.reload()
        assert dialog(page).count() == 0
        assert form(page).locator("[data-item=right-level] input[value=part]").is_checked()


def test_notes_come_along_only_when_asked_for(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page, "notes")

    with opened(browser, link) as page:
        dialog(page).get_by_text(da("take_show")).click()
        dialog(page).locator("li li", has_text="Kun til os").wait_for()
        act(dialog(page), "take-in")
        assert page.evaluate(ANSWERS, "set-up")[0]["right-level"] == {"answer": "part", "note": "Kun til os"}


def test_undo_brings_back_what_was_there(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page)

    with opened(browser, address + TOOL) as page:
        light(page, "terms-written", "Ikke i gang")
        before = stored(page)
        page.goto("about:blank")
        page.goto(link)
        dialog(page).locator("input[value=theirs]").check()
        act(dialog(page), "take-in")
        assert stored(page) != before
        act(dialog(page), "undo-take-in")
        assert stored(page) == before
        assert dialog(page).locator("[data-action=close]").evaluate("one => one === document.activeElement")


@pytest.mark.parametrize(("prefer", "kept"), [("ours", "none"), ("theirs", "done")])
def test_where_both_have_answered_the_reader_decides(
    browser: Browser, address: str, tmp_path: Path, prefer: str, kept: str
) -> None:
    with sender(browser, address) as page:
        file = file_from(page, tmp_path)

    with opened(browser, address + TOOL) as page:
        light(page, "terms-written", "Ikke i gang")
        found = open_file(page, file)
        found.locator(f"input[value={prefer}]").check()
        assert da("take_different_one", number="1") in found.inner_text()
        found.get_by_text(da("take_show")).click()
        found.locator("li li", has_text=da("take_pair", ours="Ikke i gang", theirs="På plads")).wait_for()
        act(found, "take-in")
        items = page.evaluate(ANSWERS, "set-up")[0]
        assert items["terms-written"]["answer"] == kept
        assert items["right-level"]["note"] == "Kun til os"


def test_a_project_goes_by_link_to_the_plan(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page, "project")
    assert link.startswith(f"{address}/da/min-plan/#kit=")

    with opened(browser, link) as page:
        act(dialog(page), "take-in")
        page.keyboard.press("Escape")
        page.locator("main").get_by_text("Medlemmerne kan beslutte").first.wait_for()


def test_answers_can_stand_apart_in_a_new_project(browser: Browser, address: str, tmp_path: Path) -> None:
    with sender(browser, address) as page:
        file = file_from(page, tmp_path, "export-json")
    made = json.loads(file.read_text(encoding="utf-8"))
    assert re.fullmatch(r"Svar.*\d{4}-\d\d-\d\d\.json", file.name)
    assert made["format"] == "kit-answers" and list(made["projects"][0]["checklists"]) == ["steering-group/set-up"]

    with opened(browser, address + TOOL) as page:
        light(page, "terms-written", "Ikke i gang")
        before = page.evaluate(ANSWERS, "first:steering-group/set-up")
        found = open_file(page, file)
        found.locator("input[value=new]").check()
        assert found.locator("[name=project-name]").input_value() == da("own_project") + " (2)"
        found.locator("[name=project-name]").fill("Sund by")
        act(found, "take-in")
        assert "Sund by" in found.get_by_role("status").inner_text()
        assert page.evaluate(ANSWERS, "first:steering-group/set-up") == before
        page.keyboard.press("Escape")
        assert form(page).locator("[data-item=terms-written] input[value=done]").is_checked()


def test_replacing_says_what_only_we_have(browser: Browser, address: str, tmp_path: Path) -> None:
    with sender(browser, address) as page:
        file = file_from(page, tmp_path)

    with opened(browser, address + TOOL) as page:
        light(page, "raci-made", "På plads")
        found = open_file(page, file)
        found.locator("input[value=replace]").check()
        assert da("take_ours_one", number="1") in found.inner_text()
        act(found, "take-in")
        assert set(page.evaluate(ANSWERS, "set-up")[0]) == {"terms-written", "right-level"}


def test_several_assessments_are_gathered_as_respondents(browser: Browser, address: str) -> None:
    links = []
    for name, level in (("Skole", "2"), ("Ældre", "5")):
        with opened(browser, address + ASSESSED) as page:
            assessed = page.locator("kit-checklist:has(form[data-kind=assessment])")
            for item in assessed.locator("[data-item]").all():
                item.locator(f"input[value='{level}']").check()
            act(assessed, "share")
            dialog(page).get_by_label(da("who_answers")).fill(name)
            page.wait_for_timeout(200)
            links.append(dialog(page).locator("[data-share-link]").input_value())

    with opened(browser, address + ASSESSED) as page:
        for link in (links[0], links[1], links[0]):
            page.goto("about:blank")
            page.goto(link)
            assert dialog(page).locator("[name=voice]").is_checked()
            act(dialog(page), "take-in")
        voices = page.evaluate(VOICES)
        assert sorted(voices) == [["Skole", 1, 2], ["Ældre", 1, 5]]


def test_all_projects_go_into_one_file_and_come_out_again(browser: Browser, address: str, tmp_path: Path) -> None:
    with sender(browser, address) as page:
        file = tmp_path / "all.json"
        made = json.loads(file_from(page, tmp_path).read_text(encoding="utf-8"))
    first = made["projects"][0]
    made["projects"] = [{**first, "name": "Sund by"}, {**first, "name": "Sund skole"}]
    file.write_text(json.dumps(made), encoding="utf-8-sig")

    with opened(browser, address + TOOL) as page:
        light(page, "terms-written", "Ikke i gang")
        found = open_file(page, file)
        assert found.locator("input[value=new]").is_checked()
        act(found, "take-in")
        act(found, "undo-take-in")
        act(found, "close")
        found = open_file(page, file)
        found.locator("input[value=merge]").check()
        act(found, "take-in")
        names = [one["name"] for one in json.loads(stored(page)["kit:/:projects"])["list"]]
        assert names == ["", "Sund by", "Sund skole"]


def test_answers_too_long_for_a_link_go_into_a_file(browser: Browser, address: str, tmp_path: Path) -> None:
    noise = "".join(chr(0x4E00 + (n * 7919 * n) % 20000) for n in range(6000))
    with opened(browser, address + STAR) as page:
        sheet = page.locator("kit-checklist:has(form[data-kind=worksheet])")
        sheet.locator("textarea").first.fill(noise)
        act(sheet, "share")
        assert da("share_too_long") in dialog(page).inner_text()
        assert not dialog(page).locator("[data-share-link]").is_visible()
        with page.expect_download() as download:
            act(dialog(page), "save-file")
        download.value.save_as(tmp_path / "long.json")
    assert noise in (tmp_path / "long.json").read_text(encoding="utf-8")


def test_a_browser_that_cannot_pack_says_so(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page)
    with opened(browser, address + TOOL) as page:
        page.add_init_script("delete window.CompressionStream; delete window.DecompressionStream")
        page.reload()
        light(page, "terms-written", "På plads")
        act(form(page), "share")
        assert da("share_no_links") in dialog(page).inner_text()
        page.goto("about:blank")
        page.goto(link)
        assert da("fault_link_unread") in answered(page).inner_text()


def test_where_the_browser_denies_copying_the_link_is_marked(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied')) }")
        act(form(page), "share")
        act(dialog(page), "copy-link")
        assert da("link_marked") in dialog(page).get_by_role("status").inner_text()
        assert page.evaluate("() => getSelection().toString() || document.activeElement.selectionEnd > 100")


def test_by_keyboard_the_focus_comes_back(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        for action in ("share", "open-file"):
            button = form(page).locator(f"[data-action={action}]")
            button.focus()
            page.keyboard.press("Enter")
            dialog(page).wait_for()
            for _ in range(12):
                page.keyboard.press("Tab")
                assert page.evaluate("() => document.activeElement.matches('dialog *, body')")
            page.keyboard.press("Escape")
            assert dialog(page).count() == 0
            assert button.evaluate("one => one === document.activeElement")


FULL = """() => {
    for (let size = 4_000_000, held = ''; size; ) try {
        localStorage.setItem('other', held + 'x'.repeat(size));
        held = localStorage.getItem('other');
    } catch { size = Math.floor(size / 2); }
}"""


def test_without_room_nothing_is_changed(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page)
    with opened(browser, address + TOOL) as page:
        light(page, "raci-made", "På plads")
        page.evaluate(FULL)
        before = stored(page)
        page.goto("about:blank")
        page.goto(link)
        dialog(page).locator("input[value=new]").check()
        act(dialog(page), "take-in")
        assert da("fault_full") in dialog(page).get_by_role("status").inner_text()
        assert stored(page) == before


def test_with_storage_denied_answers_come_in_for_this_visit(browser: Browser, address: str) -> None:
    with sender(browser, address) as page:
        link = link_from(page)
    with opened(browser, address + TOOL) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
        )
        page.goto("about:blank")
        page.goto(link)
        act(dialog(page), "take-in")
        assert form(page).locator("[data-item=terms-written] input[value=done]").is_checked()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dialogs_are_for_everybody(browser: Browser, address: str, width: int, scheme: Any) -> None:
    with sender(browser, address) as page:
        link = link_from(page, "notes")
    with opened(browser, address + TOOL, width, color_scheme=scheme) as page:
        light(page, "terms-written", "Ikke i gang")
        for action in ("share", "open-file", ""):
            if action:
                act(form(page), action)
            else:
                page.goto("about:blank")
                page.goto(link)
                dialog(page).get_by_text(da("take_show")).click()
            dialog(page).wait_for()
            assert examine(page) == []
            assert dialog(page).evaluate("one => one.scrollWidth <= one.clientWidth")
            page.keyboard.press("Escape")


def test_a_year_typed_with_a_digit_too_many_harms_no_answers(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        light(page, "terms-written", "På plads")
        item = form(page).locator("[data-item=terms-written]")
        item.locator(".iv-more summary").click()
        item.locator("input[type=date]").focus()
        page.keyboard.type("22112026666")
        page.reload()
        assert item.locator("input[value=done]").is_checked()
