"""The states in which a page is looked at: how each is entered and left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from playwright.sync_api import Page

NARROW, WIDE = 360, 1280
UNFOLD = """() => {
    const all = [...document.querySelectorAll('main details')];
    for (const one of all) one.open = true;
    return all.length > 0;
}"""
# Every control that is empty gets an answer; rows of answers are gone through in turn, so that each is seen.
FILL = """(word) => {
    const forms = [...document.querySelectorAll('main form:not([role=search])')];
    const said = (one) => ['input', 'change'].forEach((kind) => one.dispatchEvent(new Event(kind, { bubbles: true })));
    const put = (one, value) => { one.value = value; said(one); };
    forms.forEach((form) => {
        const names = [...new Set([...form.querySelectorAll('input[type=radio]')].map(({ name }) => name))];
        names.forEach((name, n) => {
            const all = [...form.querySelectorAll(`input[type=radio][name="${name}"]`)];
            all[n % all.length].click();
        });
        form.querySelectorAll('input[type=checkbox]:not(:checked)').forEach((one) => one.click());
        form.querySelectorAll('select').forEach((one, n) => {
            if (!one.value && one.options[1]) put(one, one.options[1 + n % (one.options.length - 1)].value);
        });
        form.querySelectorAll('textarea, input:not([type=radio], [type=checkbox])').forEach((one) => {
            if (!one.value) put(one, one.type === 'date' ? '2030-01-15' : one.inputMode === 'numeric' ? '15' : word);
        });
    });
    return forms.length > 0;
}"""
ANSWERED = "form[role=search] [data-search-results] a"


class Stage(NamedTuple):
    """A page that is looked at, where its site is, and a page of each kind of checklist in its language."""

    page: Page
    site: str
    checklists: Sequence[str]


class State(NamedTuple):
    """What a reader has done; `enter` tells whether the page has it."""

    name: str
    enter: Callable[[Stage], bool]
    leave: Callable[[Stage], None] = lambda stage: None


def _menu(stage: Stage) -> bool:
    button = stage.page.locator("header button[aria-controls=drawer]")
    if not button.is_visible():
        return False
    button.click()
    return True


def _efforts(stage: Stage) -> bool:
    button = stage.page.locator("button.iv-project").locator("visible=true")
    if not button.count():
        return False
    button.first.click()
    return True


def _search(stage: Stage) -> bool:
    box = stage.page.locator("form[role=search] input").locator("visible=true")
    if not box.count():
        return False
    box.first.fill(stage.page.locator(".iv-phases a").first.text_content() or "")
    stage.page.locator(ANSWERED).first.wait_for()
    return True


def _unsearch(stage: Stage) -> None:
    box = stage.page.locator("form[role=search] input").locator("visible=true").first
    box.fill("")
    box.blur()


def _unfold(stage: Stage) -> bool:
    return bool(stage.page.evaluate(UNFOLD))


def _fill(stage: Stage) -> bool:
    return bool(stage.page.evaluate(FILL, "Koordinator"))


def _plan(stage: Stage) -> bool:
    """Answer a checklist of each kind in two projects, and come back to what is then to be done."""
    page = stage.page
    if not page.locator(".iv-plan").count():
        return False
    address = page.url.partition("?")[0]
    for path in stage.checklists:
        page.goto(stage.site + path)
        page.locator(".iv-bar").first.wait_for()
        page.evaluate(FILL, "Koordinator")
    page.evaluate("document.querySelector('#projects').showModal()")
    page.locator("#projects [data-action=project-copy]").click()
    page.goto(address)
    page.locator(".iv-task").first.wait_for()
    return True


def _press_escape(stage: Stage) -> None:
    stage.page.keyboard.press("Escape")


STATES = (
    State("loaded", lambda stage: True),
    State("menu", _menu, _press_escape),
    State("efforts", _efforts, _press_escape),
    State("search", _search, _unsearch),
    State("unfolded", _unfold),
    State("filled", _fill),
    State("plan", _plan),
)
