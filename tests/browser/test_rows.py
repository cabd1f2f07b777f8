"""Tables come alive: rows of the readers' own, and what is drawn from them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.test_pages import TOO_WIDE, opened
from tests.conftest import ROOT, copy_of, kit

pytestmark = pytest.mark.browser
GROUP, GRUPP = "/da/vaerktoejer/styregruppe/", "/sv/verktyg/styrgrupp/"
PLAN = """\
  - id: plan
    title: {da: Tidsplan, sv: Tidsplan}
    kind: table
    views: [timeline]
    rows: 2
    columns:
      - {id: plan-what, text: {da: Aktivitet, sv: Aktivitet}, role: title}
      - {id: plan-from, text: {da: Start, sv: Start}, type: date, role: start}
      - {id: plan-to, text: {da: Slut, sv: Slut}, type: date, role: end}
      - {id: plan-decides, text: {da: Beslutning, sv: Beslut}, type: check, role: milestone}
"""
FOCUSED = "() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"
SAVED = """(place) => JSON.parse(Object.entries(localStorage).find(([key]) => key.endsWith(place))?.[1] ?? 'null')"""
LAY = """([place, saved]) => {
    localStorage[Object.keys(localStorage).find((key) => key.endsWith(place))] = saved;
}"""
BOXES = """(cells) => cells.map((cell) => cell.getBoundingClientRect())
    .map(({ left, top, width }) => [Math.round(left), Math.round(top), width])"""
HEIGHTS = "(rows) => [...rows].map((row) => Math.round(row.getBoundingClientRect().height))"
# Look at the rows when scripts are there, and have not done anything yet.
BEFORE = """(rows, heights) => {
    const { define } = customElements;
    customElements.define = (...all) => {
        window.before ??= heights(document.querySelectorAll(rows));
        define.apply(customElements, all);
    };
}"""
CLIPPED = """(form) => [...form.querySelectorAll('.iv-handle')].filter((one) => {
    const [box, around] = [one, one.closest('.iv-scroll')].map((part) => part.getBoundingClientRect());
    return box.right > around.right + 1 || box.width < 24 || box.height < 24;
}).length"""


class Table:
    """One table on a page."""

    def __init__(self, page: Page, id: str) -> None:
        self.page, self.id = page, id
        self.form = page.locator(f"form#{id}")
        self.rows = self.form.locator("tr[data-row]")

    def field(self, row: str, column: str) -> Locator:
        return self.form.locator(f'[name="{self.id}--{row}--{column}"]')

    def of(self, part: str) -> Locator:
        return self.form.locator(f'[name="{self.id}--{part}"]')

    def press(self, action: str, row: str = "") -> None:
        place = self.form.locator(f'tr[data-row="{row}"]') if row else self.form
        place.locator(f'[data-action="{action}"]').click()

    @property
    def ids(self) -> list[str]:
        return list(self.rows.evaluate_all("(rows) => rows.map((row) => row.dataset.row)"))

    @property
    def saved(self) -> Any:
        return self.page.evaluate(SAVED, self.id.replace("--", "/"))

    @property
    def focused(self) -> str:
        return str(self.page.evaluate(FOCUSED))

    @property
    def said(self) -> str:
        return self.form.locator("[role=status]").inner_text()


@contextmanager
def table(browser: Browser, address: str, id: str, path: str = GROUP, width: int = 1280) -> Iterator[Table]:
    with opened(browser, address + path, width) as page:
        yield Table(page, id)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site, opened from its folder, in which the steering group has a plan on a timeline."""
    project = copy_of(ROOT, tmp_path_factory.mktemp("planned") / "project")
    tool = project / "tools/steering-group.yml"
    tool.write_text(tool.read_text(encoding="utf-8") + PLAN, encoding="utf-8")
    for page in ("docs/da/vaerktoejer/styregruppe.md", "docs/sv/verktyg/styrgrupp.md"):
        there, call = project / page, '{{ checklist("risks") }}'
        there.write_text(there.read_text("utf-8").replace(call, f'{call}\n\n{{{{ checklist("plan") }}}}'), "utf-8")
    done = kit(project, "build", "--folder")
    assert done.returncode == 0, done.stderr
    return Path(project / "site").as_uri()


def test_nothing_is_saved_before_somebody_touches_a_table(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        assert agenda.saved is None
        assert agenda.page.evaluate("localStorage.length") == 0
        assert agenda.form.locator(".iv-progress").inner_text().startswith("0 rækker udfyldt")


def test_without_script_examples_are_read_and_a_row_is_for_writing(browser: Browser, address: str) -> None:
    with opened(browser, address + GROUP, java_script_enabled=False) as page:
        agenda = Table(page, "steering-group--agenda")

        assert agenda.rows.count() == 10
        assert agenda.rows.first.locator("textarea, input, select").count() == 0
        assert agenda.rows.first.locator("td").all_inner_texts()[:4] == [
            "09.00",
            "5",
            "Velkomst og formål",
            "Orientering",
        ]
        agenda.field("new-1", "agenda-point").fill("Punkt")


def test_examples_can_be_written_over_as_any_row(browser: Browser, planned: str) -> None:
    with table(browser, planned, "implementation-plan--timeline", "/da/vaerktoejer/implementeringsplan.html") as plan:
        shown = (
            plan.rows.nth(1)
            .locator("textarea, input, select")
            .evaluate_all("all => all.map(one => one.type === 'checkbox' ? one.checked : one.value)")
        )
        assert shown == ["Afprøv indsatsen på to skoler", "Skolechef", "2027-08-16", "2028-06-16", True, "none"]
        assert plan.field("try-out", "decision").get_attribute("aria-label") == "Beslutningspunkt, række 2"
        assert plan.field("try-out", "activity").get_attribute("maxlength")

        plan.field("try-out", "decision").uncheck()

        assert plan.saved["rows"][1]["cells"]["end"] == "2028-06-16"
        assert "decision" not in plan.saved["rows"][1]["cells"]


@pytest.mark.parametrize("id", ["agenda", "risks"])
def test_examples_are_as_high_before_scripts_come_as_after(browser: Browser, address: str, id: str) -> None:
    form = f"steering-group--{id}"
    with opened(browser, address + GROUP, 360) as page:
        page.add_init_script(f"({BEFORE})('#{form} tr[data-example]', {HEIGHTS})")
        page.reload()

        assert page.locator(f"#{form} tr[data-example]").evaluate_all(HEIGHTS) == page.evaluate("window.before")


def test_a_row_is_written_and_stands_there_next_time(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("new-1", "agenda-point").fill("Økonomi")
        agenda.field("new-1", "agenda-form").select_option("decision")

        assert agenda.saved["rows"][-1] == {
            "id": "new-1",
            "cells": {"agenda-point": "Økonomi", "agenda-form": "decision"},
        }
        assert agenda.saved["rows"][0] == {"id": "welcome", "example": True, "cells": {}}
        agenda.page.reload()
        assert agenda.field("new-1", "agenda-point").input_value() == "Økonomi"
        assert agenda.field("new-1", "agenda-form").input_value() == "decision"
        assert agenda.form.locator(".iv-progress").inner_text().startswith("1 række udfyldt")
        assert agenda.ids[-4:] == ["new-1", "new-2", "new-3", "new-4"]


def test_an_example_speaks_the_language_of_the_page_until_it_is_changed(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("log-check", "agenda-point").fill("Log")
        assert agenda.saved["rows"][1]["cells"]["agenda-owner"] == "Sekretær"
        assert agenda.rows.nth(1).get_attribute("data-example") is None

        agenda.page.goto(address + GRUPP)

        assert agenda.field("welcome", "agenda-point").input_value() == "Inledning och syfte"
        assert agenda.field("log-check", "agenda-point").input_value() == "Log"


def test_rows_are_added_copied_moved_and_removed(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        before = agenda.ids

        agenda.press("add-row")
        assert agenda.ids == [*before, "new-4"]
        assert agenda.focused == "Min., række 13"
        assert agenda.said == "Række 13 er tilføjet."

        agenda.press("copy-row", "welcome")
        assert agenda.ids[:3] == ["welcome", "new-5", "log-check"]
        assert agenda.focused == "Min., række 2"
        assert agenda.field("new-5", "agenda-point").input_value() == "Velkomst og formål"

        agenda.press("move-down", "welcome")
        assert agenda.ids[:3] == ["new-5", "welcome", "log-check"]
        assert agenda.focused == "Flyt række 2 ned"
        assert agenda.field("welcome", "agenda-point").get_attribute("aria-label") == "Punkt, række 2"

        agenda.press("remove-row", "welcome")
        assert agenda.ids[:2] == ["new-5", "log-check"]
        assert agenda.focused == "Fjern række 2"
        assert agenda.said == "Række 2 er fjernet. I kan fortryde."


def test_everything_can_be_undone(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        before = agenda.ids
        agenda.press("add-row")
        agenda.press("copy-row", "welcome")
        agenda.press("move-down", "log-check")
        agenda.press("remove-row", "plan-status")
        agenda.press("remove-examples")
        agenda.field("new-1", "agenda-point").fill("Økonomi")

        for _ in range(6):
            agenda.press("undo")

        assert agenda.ids == before
        assert agenda.field("welcome", "agenda-point").input_value() == "Velkomst og formål"
        assert agenda.field("new-1", "agenda-point").input_value() == ""


def test_examples_go_and_rows_of_their_own_stay(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("log-check", "agenda-point").fill("Log")

        agenda.press("remove-examples")

        assert agenda.ids == ["log-check", "new-1", "new-2", "new-3"]
        assert agenda.focused == "Tilføj en række"
        assert agenda.form.locator("[data-action=remove-examples]").is_hidden()
        assert agenda.form.locator(".iv-rows caption").is_hidden()
        agenda.page.reload()
        assert agenda.ids == ["log-check", "new-1", "new-2", "new-3"]


def test_rows_move_by_keyboard(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("log-check", "agenda-point").focus()

        agenda.page.keyboard.press("Alt+ArrowUp")
        assert agenda.ids[:2] == ["log-check", "welcome"]
        assert agenda.focused == "Punkt, række 1"
        agenda.page.keyboard.press("Alt+ArrowUp")
        assert agenda.ids[:2] == ["log-check", "welcome"]
        agenda.page.keyboard.press("Alt+ArrowDown")
        assert agenda.ids[:2] == ["welcome", "log-check"]

        handle = agenda.form.locator('tr[data-row="log-check"] [data-action="move-up"]')
        handle.focus()
        agenda.page.keyboard.press("Enter")
        assert agenda.ids[:2] == ["log-check", "welcome"]
        assert agenda.focused == "Flyt række 1 op"
        agenda.page.keyboard.press("Enter")
        assert agenda.ids[:2] == ["log-check", "welcome"]


def test_enter_in_a_field_leaves_the_page_alone(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        before = agenda.page.url
        agenda.field("new-1", "agenda-minutes").fill("15")

        agenda.page.keyboard.press("Enter")

        assert agenda.page.url == before
        assert agenda.field("new-1", "agenda-minutes").input_value() == "15"


def test_there_is_always_an_empty_row(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        for n in (1, 2, 3):
            agenda.field(f"new-{n}", "agenda-point").fill("Punkt")
        assert agenda.ids[-1] == "new-4"
        assert agenda.field("new-4", "agenda-point").get_attribute("aria-label") == "Punkt, række 13"
        assert int(agenda.field("new-4", "agenda-point").get_attribute("maxlength") or 0) > 0


def test_there_are_no_more_rows_than_can_be_saved(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("new-1", "agenda-point").fill("Punkt")
        full = {**agenda.saved, "rows": [{"id": f"new-{n}", "cells": {"agenda-point": "P"}} for n in range(1, 301)]}
        write = (
            "([place, saved]) => { localStorage[Object.keys(localStorage).find((key) => key.endsWith(place))] = saved }"
        )
        agenda.page.evaluate(write, ["steering-group/agenda", json.dumps(full)])

        agenda.page.reload()

        assert len(agenda.ids) == 300
        assert agenda.form.locator("[data-action=add-row]").is_disabled()
        assert "Der er ikke plads til flere end 300 rækker." in agenda.form.inner_text()


def test_columns_that_are_gone_keep_what_stood_in_them(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("new-1", "agenda-point").fill("Punkt")
        rows = [{"id": "new-1", "cells": {"agenda-point": "Punkt", "gone": "Bliver"}}]
        write = (
            "([place, saved]) => { localStorage[Object.keys(localStorage).find((key) => key.endsWith(place))] = saved }"
        )
        agenda.page.evaluate(write, ["steering-group/agenda", json.dumps({**agenda.saved, "rows": rows})])
        agenda.page.reload()

        agenda.field("new-1", "agenda-owner").fill("Formand")

        assert agenda.saved["rows"][0]["cells"] == {
            "agenda-point": "Punkt",
            "agenda-owner": "Formand",
            "gone": "Bliver",
        }


def test_clock_times_follow_the_minutes_and_the_start(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.field("welcome", "agenda-minutes").fill("20")
        agenda.of("start").fill("13:00")

        times = agenda.form.locator("tbody time").all_inner_texts()
        assert times[:3] == ["13.00", "13.20", "13.25"]
        assert agenda.form.locator("tfoot").inner_text().split() == [
            "14.45",
            "I",
            "alt:",
            "1",
            "time",
            "og",
            "45",
            "minutter",
        ]
        assert agenda.saved["start"] == "13:00"
        agenda.page.goto(address + GRUPP)
        assert agenda.form.locator("tfoot").inner_text().split() == [
            "14:45",
            "Totalt:",
            "1",
            "timme",
            "och",
            "45",
            "minuter",
        ]


def test_an_agenda_says_when_it_does_not_fit(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        fit = agenda.form.locator(".iv-fit")
        assert fit.inner_text() == ""
        for end, words in (
            ("11:00", "Buffer: 30 minutter (25 % af tiden)."),
            ("10:35", "Under 10 % buffer Buffer: 5 minutter (5 % af tiden)."),
            ("10:20", "Tiden holder ikke Punkterne varer 10 minutter længere, end der er tid til."),
        ):
            agenda.of("end").fill(end)
            assert fit.inner_text() == words
            assert agenda.said == words


def test_minutes_in_words_are_pointed_out(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        field = agenda.field("new-1", "agenda-minutes")

        field.fill("ti")
        assert field.get_attribute("aria-invalid") == "true"
        told = field.get_attribute("aria-describedby") or ""
        assert agenda.page.locator(f"[id='{told}']").inner_text() == "Skriv hele minutter med tal."

        field.fill("10")
        assert field.get_attribute("aria-describedby") is None


def test_an_agenda_past_midnight_says_so(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.of("start").fill("23:00")

        assert agenda.form.locator("tfoot [data-end]").inner_text().split() == ["00.30", "næste", "dag"]


def test_the_day_is_saved_and_told_in_words(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--agenda") as agenda:
        agenda.of("day").fill("2026-12-01")

        assert agenda.saved["day"] == "2026-12-01"
        assert "rows" not in agenda.saved
        assert agenda.form.locator(".iv-when .iv-field__help").inner_text() == "1. december 2026"


def test_the_matrix_and_the_counts_follow_the_rows(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--risks") as risks:
        risks.press("remove-examples")
        risks.field("new-1", "risk").fill("<b>Brand</b>")
        risks.field("new-1", "likelihood").select_option("low")
        risks.field("new-1", "consequence").select_option("high")
        risks.field("new-1", "state").select_option("part")

        cells = risks.form.locator(".iv-matrix tbody td").all_inner_texts()
        assert cells == ["<b>Brand</b>", *[""] * 8]
        assert risks.form.locator(".iv-counts td").all_inner_texts() == ["0", "1", "0", "0"]


def test_the_timeline_is_drawn_from_the_rows(browser: Browser, planned: str) -> None:
    with table(browser, planned, "steering-group--plan", f"{GROUP[:-1]}.html") as plan:
        line = plan.form.locator(".iv-span")
        assert line.is_hidden()
        plan.field("new-1", "plan-what").fill("Overblik")
        assert "1 række mangler datoer" in plan.form.locator(".iv-undated").inner_text()

        plan.field("new-1", "plan-from").fill("2027-01-01")
        plan.field("new-1", "plan-to").fill("2029-12-31")
        plan.field("new-1", "plan-decides").check()

        assert plan.saved["rows"][0]["cells"]["plan-decides"] == "true"
        assert plan.form.locator(".iv-undated").inner_text() == ""
        said = "1. januar 2027 – 31. december 2029 · Beslutningspunkt"
        assert line.locator("li").last.inner_text().split("\n")[-1] == said
        assert line.locator(".iv-span__year").all_text_contents() == ["2027", "2028", "2029"]
        assert line.locator("rect").get_attribute("width") == "99.91%"

        plan.field("new-1", "plan-to").fill("2026-12-31")
        assert "Slutdatoen ligger før startdatoen." in plan.rows.first.inner_text()


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_the_buttons_of_a_row_are_in_sight(browser: Browser, address: str, width: int) -> None:
    for id in ("agenda", "risks"):
        with table(browser, address, f"steering-group--{id}", width=width) as found:
            assert found.form.evaluate(CLIPPED) == 0
            assert found.page.evaluate(TOO_WIDE) == 0


def test_the_matrix_says_what_its_lines_are_though_the_examples_are_gone(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--risks") as risks:
        risks.press("remove-examples")

        assert not risks.form.locator(".iv-rows caption").is_visible()
        assert risks.form.locator(".iv-matrix caption").is_visible()
        assert risks.form.locator(".iv-counts caption").is_visible()


def test_the_matrix_keeps_its_shape_on_a_phone(browser: Browser, address: str) -> None:
    with table(browser, address, "steering-group--risks", width=320) as risks:
        boxes = risks.form.locator(".iv-matrix tbody td").evaluate_all(BOXES)

        lefts, tops = {left for left, _, _ in boxes}, {top for _, top, _ in boxes}
        assert (len(boxes), len(lefts), len(tops)) == (9, 3, 3)
        assert min(width for *_, width in boxes) > 90


def test_without_script_a_table_is_as_it_was(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + GROUP)
    found = Table(page, "steering-group--agenda")

    assert page.locator(".iv-handle").count() == 0
    assert page.locator(".iv-rows td:visible, .iv-rows th:visible").count() > 0
    assert found.form.locator("caption").inner_text().startswith("De første rækker er eksempler.")
    context.close()
