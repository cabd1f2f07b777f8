"""What readers take away, downloaded on the real pages and opened by other programs."""

from __future__ import annotations

import datetime
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_pages import opened

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:Workbook contains no default style")]
SAVED = {"v": 1, "rev": "x", "at": "2026-11-20T10:00:00.000Z", "seen": []}
EVIL = '=HYPERLINK("https://evil.example";"x")<b>&\u0007'
LIGHTS = {
    **SAVED,
    "items": {
        "terms-written": {"answer": "done", "owner": "Formand", "due": "2026-12-01"},
        "right-level": {"answer": "none", "owner": EVIL, "note": f"{EVIL}\nto linjer", "due": "2026-12-24"},
        "long-gone": {"answer": "part", "text": "Et gammelt punkt"},
    },
}
MEETING = {
    **SAVED,
    "items": {},
    "day": "2026-12-03",
    "start": "13:00",
    "rows": [{"id": "new-1", "cells": {"minutes": "45", "point": "Drøftelse; æøå"}}],
}
ANSWERS = {"steering-group/set-up": LIGHTS, "meeting-script/script": MEETING}
PROJECTS = {
    "v": 1,
    "current": "p1",
    "list": [{"id": "p1", "name": "Sund i Nordby", "organisation": "Nordby Kommune", "owner": "Sundhedschef"}],
}
TOOL = "/da/vaerktoejer/styregruppe/"
TOOL_SV = "/sv/verktyg/styrgrupp/"
PLAN = "/da/min-plan/"
CHECKLIST = "kit-checklist:has(#steering-group--set-up)"


def fill(page: Page, answers: Mapping[str, object] = ANSWERS) -> None:
    """Save answers as the pages save them, and show them."""
    entries = {"projects": PROJECTS, **{f"p1:{place}": saved for place, saved in answers.items()}}
    texts = {name: json.dumps(value) for name, value in entries.items()}
    page.evaluate(
        "all => Object.entries(all).forEach(([name, text]) => localStorage.setItem(`kit:/:${name}`, text))", texts
    )
    page.reload()


def taken(page: Page, form: str, folder: Path, within: str = "body") -> Path:
    """Click, and keep the file under its own name."""
    with page.expect_download() as waiting:
        page.locator(f"{within} [data-action=export-{form}]").first.click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def headings(document: Opened, level: int) -> list[str]:
    """The headings of a Word file at one level."""
    return [one.text for one in document.paragraphs if one.style and one.style.name == f"Heading {level}"]


@pytest.fixture
def tool(browser: Browser, address: str) -> Iterator[Page]:
    """A tool's page with answers."""
    with opened(browser, address + TOOL) as page:
        fill(page)
        yield page


def test_word_opens_with_headings_boxes_language_and_headers_that_repeat(tool: Page, tmp_path: Path) -> None:
    path = taken(tool, "docx", tmp_path, CHECKLIST)

    document = Document(str(path))
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()

    assert path.name.startswith("Styregruppe – Er styregruppen på plads – 20")
    assert headings(document, 1) == [document.core_properties.title]
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells][1:] == ["Punkt", "Svar", "Ansvarlig", "Frist", "Note"]
    assert len(table.rows) == 14
    assert "taget ud af listen" in table.rows[-1].cells[1].text
    assert EVIL.rstrip("\u0007") in table.rows[2].cells[3].text
    assert xml.count("<w:tblHeader/>") == len(document.tables)
    assert xml.count("<w14:checkbox>") == 13
    assert 'w:lang w:val="da-DK"' in zipfile.ZipFile(path).read("word/styles.xml").decode()
    head = "\n".join(one.text for one in document.paragraphs)
    for value in ("Nordby Kommune", "Sund i Nordby", "Sundhedschef", TOOL):
        assert value in head


def test_swedish_pages_make_swedish_files(browser: Browser, address: str, tmp_path: Path) -> None:
    with opened(browser, address + TOOL_SV) as page:
        fill(page)
        path = taken(page, "docx", tmp_path, CHECKLIST)

    assert path.name.startswith("Styrgrupp – Är styrgruppen på plats – 20")
    assert 'w:lang w:val="sv-SE"' in zipfile.ZipFile(path).read("word/styles.xml").decode()
    assert Document(str(path)).tables[0].rows[1].cells[2].text == "På plats"


def test_excel_opens_with_a_frozen_header_dates_and_no_formula(tool: Page, tmp_path: Path) -> None:
    book = load_workbook(taken(tool, "xlsx", tmp_path, CHECKLIST))

    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet["E2"].value == datetime.datetime(2026, 12, 1)
    assert sheet["E2"].number_format == "dd-mm-yyyy"
    assert sheet["D3"].value == EVIL.rstrip("\u0007")
    assert {cell.data_type for one in book for row in one for cell in row} <= {"s", "d", "n"}
    assert "Nordby Kommune" in [row[1].value for row in book.worksheets[-1]]


def test_csv_is_for_danish_and_swedish_spreadsheets(tool: Page, tmp_path: Path) -> None:
    raw = taken(tool, "csv", tmp_path, CHECKLIST).read_bytes()

    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    assert text.startswith("På plads;Punkt;Svar;Ansvarlig;Frist;Note\r\nJa;")
    assert ";2026-12-01;" in text
    assert '"\'=HYPERLINK(""https://evil.example"";""x"")<b>&"' in text


def test_the_calendar_has_deadlines_and_the_same_ids_each_time(tool: Page, tmp_path: Path) -> None:
    first, second = (
        taken(tool, "ics", tmp_path, CHECKLIST).read_bytes().decode("utf-8").replace("\r\n ", "") for _ in range(2)
    )

    assert "DTSTART;VALUE=DATE:20261224" in first
    ids = [[line for line in text.split("\r\n") if line.startswith("UID:")] for text in (first, second)]
    assert (
        ids[0] == ids[1] == [f"UID:p1-steering-group-set-up-{id}@127.0.0.1" for id in ("terms-written", "right-level")]
    )


def test_without_a_date_there_is_a_sentence_and_no_file(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        fill(page, {})
        page.locator(f"{CHECKLIST} [data-action=export-ics]").click()

        expect(page.locator(f"{CHECKLIST} [role=status]")).to_have_text(
            "Her er endnu ingen datoer at lægge i kalenderen."
        )


def test_the_plan_takes_all_with_it(browser: Browser, address: str, tmp_path: Path) -> None:
    with opened(browser, address + PLAN) as page:
        fill(page)
        book = load_workbook(taken(page, "xlsx", tmp_path))
        document = Document(str(taken(page, "docx", tmp_path)))
        calendar = taken(page, "ics", tmp_path).read_bytes().decode("utf-8")

    assert book.sheetnames == ["Min plan", "Jeres drejebog", "Er styregruppen på plads", "Om filen"]
    assert [row[0].value for row in book["Min plan"]][:2] == ["Status", "Ikke i gang"]
    assert headings(document, 2) == ["Min plan", "Jeres drejebog", "Er styregruppen på plads?"]
    assert "DTSTART;TZID=Europe/Copenhagen:20261203T130000" in calendar
    assert "DTEND;TZID=Europe/Copenhagen:20261203T134500" in calendar


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland"])
def test_dates_are_the_same_wherever_the_reader_is(browser: Browser, address: str, tmp_path: Path, zone: str) -> None:
    with opened(browser, address + PLAN, timezone_id=zone) as page:
        fill(page)
        sheet = load_workbook(taken(page, "xlsx", tmp_path))["Er styregruppen på plads"]
        calendar = taken(page, "ics", tmp_path).read_bytes().decode("utf-8")

    assert sheet["E2"].value == datetime.datetime(2026, 12, 1)
    assert "DTSTART;TZID=Europe/Copenhagen:20261203T130000" in calendar
    assert "DTSTART;VALUE=DATE:20261224" in calendar


def test_offline_one_sentence_says_so_and_the_next_click_tries_again(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + TOOL)
    fill(page)
    page.route("**/docx-*.js", lambda route: route.abort())
    page.locator(f"{CHECKLIST} [data-action=export-docx]").click()

    expect(page.locator(f"{CHECKLIST} [role=status]")).to_contain_text("forbindelse")
    page.unroute("**/docx-*.js")
    assert taken(page, "docx", tmp_path, CHECKLIST).suffix == ".docx"
    context.close()


def test_a_site_in_a_folder_makes_files_too(browser: Browser, site: Path, tmp_path: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / f"{TOOL.strip('/')}/index.html").as_uri())
    path = taken(page, "docx", tmp_path, CHECKLIST)
    context.close()

    assert len(Document(str(path)).tables[0].rows) == 13
    assert site.as_uri() not in zipfile.ZipFile(path).read("word/document.xml").decode()
