"""The blank copies for Word and Excel: what stands in them, that they are made once, and that pages lead to them."""

from __future__ import annotations

import datetime
import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from urllib.parse import unquote

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from macros import render, survey, templates
from macros.addresses import Here
from macros.export import blank, store
from macros.export.blank import Blank
from tests import base_site
from tests.conftest import ROOT

HERE = Here("da/vaerktoejer/styregruppe/", "https://implementering.example/")
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
KINDS = """\
  - id: signs
    title: {da: Tegn, sv: Tecken}
    intro: {da: =Begynd her}
    kind: checklist
    items:
      - {id: equals, text: {da: =1+1, sv: =1+1}, help: {da: "@alle", sv: "@alla"}, core: true}
      - {id: plus, text: {da: +45 i landekode}}
      - {id: minus, text: {da: "- én ting & to", sv: "- en sak & två"}}
  - id: rated
    title: {da: Vurdering, sv: Bedömning}
    kind: assessment
    dimensions: [{id: people, text: {da: Mennesker, sv: Människor}}]
    items:
      - {id: skills, text: {da: Viden}, dimension: people, levels: {1: {da: nej}, 3: {da: lidt}, 5: {da: ja}}}
      - {id: hours, text: {da: Tid, sv: Tid}, dimension: people, levels: {1: {da: nul}, 3: {da: få}, 5: {da: nok}}}
      - {id: money, text: {da: Penge, sv: Pengar}, levels: {1: {da: nul}, 3: {da: få}, 5: {da: nok}}}
  - id: sheet
    title: {da: Ark, sv: Blad}
    kind: worksheet
    items:
      - {id: words, text: {da: Ord, sv: Ord}, type: text}
      - {id: when, text: {da: Dagen, sv: Dagen}, type: date}
      - {id: agreed, text: {da: Aftalt, sv: Avtalat}, type: check}
      - id: which
        text: {da: Hvilken, sv: Vilken}
        type: choice
        choices: [{id: first, text: {da: "Den ene, måske"}}, {id: second, text: {da: Den anden}}]
  - id: agenda
    title: {da: Dagsorden, sv: Dagordning}
    kind: table
    views: [agenda]
    start: 9:00
    rows: 2
    columns:
      - {id: long, text: {da: Min., sv: Min}, type: minutes, role: minutes}
      - {id: what, text: {da: Punkt, sv: Punkt}, role: title}
    examples:
      - {id: welcome, values: {long: 10, what: {da: Velkomst, sv: Välkomna}}}
      - {id: talk, values: {long: 35, what: {da: Drøftelse}}}
  - id: plan
    title: {da: Plan, sv: Plan}
    kind: table
    views: [status]
    rows: 2
    columns:
      - {id: activity, text: {da: Aktivitet, sv: Aktivitet}}
      - {id: due, text: {da: Frist, sv: Slut}, type: date}
      - {id: ready, text: {da: Klar, sv: Klar}, type: check}
      - {id: state, text: {da: Status, sv: Status}, type: status, role: status}
    examples:
      - {id: one, values: {activity: {da: Overblik, sv: Överblick}, due: 2027-01-31, ready: true, state: part}}
"""
IDS = ("signs", "rated", "sheet", "agenda", "plan")
CALLS = "".join(f'\n{{{{ checklist("{id}") }}}}\n' for id in IDS if id != "sheet")
PAGES = ("docs/da/vaerktoejer/styregruppe.md", "docs/sv/verktyg/styrgrupp.md")


def site(root: Path, more: str = KINDS) -> Path:
    """A small site with a checklist of each kind; all but the worksheet stand on the tool's page."""
    pages = {page: base_site.FILES[page] + CALLS for page in PAGES}
    base_site.make(root, {"tools/steering-group.yml": base_site.TOOL + more, **pages})
    (root / "overrides").symlink_to(ROOT / "overrides", target_is_directory=True)
    return root


def renderer(root: Path, lang: str = "da", directories: bool = True) -> render.Renderer:
    found = survey.load(root, datetime.date(2026, 11, 21))
    return render.Renderer(found, lang, templates.environment(root), directories)


def made_from(root: Path, id: str, lang: str = "da") -> Blank:
    found = survey.load(root, datetime.date(2026, 11, 21))
    checklist = next(one for one in found.tools["steering-group"].checklists if one.id == id)
    return blank.of(found, lang, "steering-group", checklist, "https://implementering.example/da/")


def word(root: Path, id: str, lang: str = "da") -> Document:
    return docx.Document(io.BytesIO(store.make(made_from(root, id, lang), "docx")))


def excel(root: Path, id: str, lang: str = "da") -> Worksheet:
    return workbook(root, id, lang).worksheets[0]


def workbook(root: Path, id: str, lang: str = "da") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(store.make(made_from(root, id, lang), "xlsx")))


def lines(table: Table) -> list[list[str]]:
    """The words of a table, row by row; a box that can be ticked is shown as it is."""
    return [["".join(cell._tc.xpath(".//w:t/text()")) for cell in row.cells] for row in table.rows]


def cells(sheet: Worksheet) -> list[list[object]]:
    """What stands in the rows below the heads."""
    return [[cell.value for cell in row] for row in sheet[next(iter(sheet.tables.values())).ref]][1:]


def choices(sheet: Worksheet) -> dict[str, list[object]]:
    """What can be chosen, by the cells where it can."""
    book = sheet.parent
    assert book
    found = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            name, _, ref = str(rule.formula1).rpartition("!")
            found[str(rule.sqref)] = [row[0].value for row in book[name.strip("'")][ref.replace("$", "")]]
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("blank"))


def test_a_checklist_for_word_has_its_points_and_a_box_for_each_answer(root: Path) -> None:
    document = word(root, "signs")

    heading = next(one for one in document.paragraphs if one.style and one.style.name == "Heading 1")
    facts, points = document.tables
    assert (document.paragraphs[0].text, heading.text) == ("Styregruppe", "Tegn")
    assert lines(facts)[0] == ["Organisation", "Ansvarlig", "Dato"]
    assert lines(points)[0][:5] == ["Punkt", "På plads", "Delvist", "Ikke i gang", "Ikke relevant"]
    assert lines(points)[1] == ["=1+1 (kort version)@alle", "☐", "☐", "☐", "☐", "", "", ""]
    assert [row[0] for row in lines(points)[2:]] == ["+45 i landekode", "- én ting & to"]


def test_boxes_are_controls_with_a_name_of_their_own(root: Path) -> None:
    body = word(root, "signs").element.body

    controls = body.xpath(".//w:sdt")
    assert len(controls) == len(list(body.iter(f"{W14}checkbox"))) == 3 * 4
    assert body.xpath(".//w:sdtPr/w:alias/@w:val")[:2] == ["På plads: =1+1", "Delvist: =1+1"]
    assert body.xpath(".//w:sdtPr/w:tag/@w:val")[:2] == ["equals--done", "equals--part"]
    assert len(set(body.xpath(".//w:sdtPr/w:id/@w:val"))) == len(controls)
    assert {one.get(f"{W14}val") for one in body.iter(f"{W14}checked")} == {"0"}


@pytest.mark.parametrize("id", IDS)
def test_tables_say_their_head_again_and_break_no_row(root: Path, id: str) -> None:
    for table in word(root, id).tables:
        assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True] + [False] * (
            len(table.rows) - 1
        )
        assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)


@pytest.mark.parametrize(("lang", "tag"), [("da", "da-DK"), ("sv", "sv-SE")])
def test_a_document_says_its_language_title_and_sender_and_no_date_of_its_own(root: Path, lang: str, tag: str) -> None:
    document = word(root, "plan", lang)

    about = document.core_properties
    assert [one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))] == [tag]
    assert (about.language, about.author, about.last_modified_by) == (tag, "KL", "KL")
    assert about.title == {"da": "Styregruppe – Plan", "sv": "Styrgrupp – Plan"}[lang]
    assert about.created == about.modified == datetime.datetime(2026, 11, 21, tzinfo=about.created.tzinfo)


def test_what_a_language_lacks_stands_in_the_other_and_is_marked(root: Path) -> None:
    runs = word(root, "signs", "sv").element.body.xpath(".//w:r[w:rPr/w:lang]")

    marked = {run.xpath("string(w:t)"): run.xpath("string(w:rPr/w:lang/@w:val)") for run in runs}
    assert marked == {"=Begynd her": "da-DK", "+45 i landekode": "da-DK"}


def test_the_foot_says_whose_which_and_where(root: Path) -> None:
    made = made_from(root, "plan")

    foot = "".join(word(root, "plan").sections[0].footer._element.itertext())

    assert "Værktøjer · KL" in foot
    assert f"{made.version} · Gennemgået 21. november 2026" in foot
    assert "https://implementering.example/da/" in foot
    assert re.fullmatch("[0-9a-f]{12}", made.version)


def test_an_assessment_for_word_has_five_boxes_for_each_item(root: Path) -> None:
    _, items, axes = word(root, "rated").tables

    assert lines(items)[0] == ["Punkt", "1", "2", "3", "4", "5"]
    assert lines(items)[1] == ["1. Viden", "☐ nej", "☐", "☐ lidt", "☐", "☐ ja"]
    assert [row[0] for row in lines(axes)] == ["Område", "Mennesker", "Penge"]


def test_a_worksheet_for_word_has_a_field_for_each_entry(root: Path) -> None:
    _, fields = word(root, "sheet").tables

    assert lines(fields)[1:] == [
        ["Ord", ""],
        ["Dagen", ""],
        ["Aftalt", "☐ Ja"],
        ["Hvilken", "☐ Den ene, måske☐ Den anden"],
    ]


def test_a_table_for_word_marks_examples_and_leaves_rows_to_write_in(root: Path) -> None:
    document = word(root, "agenda")

    rows = document.tables[1].rows
    assert lines(document.tables[1]) == [
        ["Nr.", "Kl.", "Min.", "Punkt"],
        ["Eks. 1", "09.00", "10", "Velkomst"],
        ["Eks. 2", "09.10", "35", "Drøftelse"],
        ["1", "", "", ""],
        ["2", "", "", ""],
    ]
    assert [row.cells[0].paragraphs[0].style.name for row in rows[1:]] == ["Example", "Example", "Cell", "Cell"]
    assert document.paragraphs[-2].text == "I alt: 45 minutter · Slut: 09.45"


def test_a_table_for_word_has_fields_of_its_columns_types(root: Path) -> None:
    table = word(root, "plan").tables[1]

    assert lines(table)[1] == ["Eks. 1", "Overblik", "31.01.2027", "☒", "Delvist"]
    listed = table.rows[2]._tr.xpath(".//w:dropDownList/w:listItem/@w:displayText")
    assert listed == ["På plads", "Delvist", "Ikke i gang", "Ikke relevant"]


def test_a_checklist_for_excel_has_drop_downs_dates_and_a_count(root: Path) -> None:
    sheet = excel(root, "signs")

    assert [cell.value for cell in sheet[7]] == [
        *("Punkt", "Forklaring", "Kort version", "Svar", "Ansvarlig (rolle)", "Frist", "Note")
    ]
    assert choices(sheet) == {"D8:D10": ["På plads", "Delvist", "Ikke i gang", "Ikke relevant"]}
    assert sheet["F8"].number_format == "dd.mm.yyyy"
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation if rule.type == "date"] == ["F8:F10"]
    assert str(sheet["A6"].value).startswith('="På plads: "&COUNTIF($D$8:$D$10,"=På plads")&" af "&(ROWS(')


def test_texts_stay_texts_whatever_they_begin_with(root: Path) -> None:
    sheet = excel(root, "signs")

    assert [row[:2] for row in cells(sheet)] == [
        ["=1+1", "@alle"],
        ["+45 i landekode", None],
        ["- én ting & to", None],
    ]
    assert {sheet["A8"].data_type, sheet["B8"].data_type, sheet["A9"].data_type, sheet["A4"].data_type} == {"s"}
    assert not any(cell.hyperlink for row in sheet.rows for cell in row)


def test_a_sheet_is_set_up_for_the_screen_and_for_paper(root: Path) -> None:
    sheet = excel(root, "signs", "sv")

    assert (sheet.title, sheet.freeze_panes, sheet.print_title_rows) == ("Tecken", "A8", "$7:$7")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)  # type: ignore[union-attr]
    assert (sheet["A1"].value, sheet["A2"].value) == ("Styrgrupp", "Tecken")
    assert [sheet[place].value for place in ("A5", "B5", "E5")] == ["Organisation: ", "Ansvarig: ", "Datum: "]
    assert sheet["A8"].alignment.wrap_text


def test_rows_grow_with_what_is_typed(root: Path) -> None:
    archive = zipfile.ZipFile(io.BytesIO(store.make(made_from(root, "signs"), "xlsx")))

    sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    heights = re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"( customHeight="1")?', sheet)
    assert [int(row) for row, _, fixed in heights if fixed] == [1, 2, 3, 4, 5, 6]
    assert [int(row) for row, height, fixed in heights if not fixed and float(height) >= 30] == [7, 8, 9, 10]


def test_an_assessment_for_excel_takes_one_to_five_and_reckons_each_axis(root: Path) -> None:
    sheet = excel(root, "rated")

    assert choices(sheet) == {"E8:E10": [1, 2, 3, 4, 5]}
    assert cells(sheet)[0] == ["Viden", "nej", "lidt", "ja", None]
    assert [sheet["A13"].value, sheet["A14"].value] == ["Mennesker", "Penge"]
    assert sheet["B13"].value == '=IF(COUNT(E8,E9)=0,"",AVERAGE(E8,E9))'


def test_a_worksheet_for_excel_has_a_field_of_each_type(root: Path) -> None:
    sheet = excel(root, "sheet")

    assert choices(sheet) == {"B10": ["☐", "☑"], "B11": ["Den ene, måske", "Den anden"]}
    assert [row[1] for row in cells(sheet)] == [None, None, "☐", None]
    assert sheet["B9"].number_format == "dd.mm.yyyy"


def test_an_agenda_for_excel_reckons_its_clock(root: Path) -> None:
    sheet = excel(root, "agenda")

    assert sheet["A6"].value == datetime.time(9, 0)
    assert [sheet[place].value for place in ("B9", "C9", "D9")] == [
        '=IF(OR($A$6="",C9=""),"",$A$6+(SUM(C$8:C9)-C9)/1440)',
        35,
        "Drøftelse",
    ]
    totals = [cell for cell in sheet[6][1:] if cell.value]
    assert [cell.value for cell in totals] == ["=SUM($C$8:$C$11)", '=IF($A$6="","",$A$6+SUM($C$8:$C$11)/1440)']
    assert totals[0].number_format == '"I alt: "0" minutter"'


def test_what_formulas_give_is_known_before_a_program_reckons(root: Path) -> None:
    archive = io.BytesIO(store.make(made_from(root, "agenda"), "xlsx"))

    sheet = openpyxl.load_workbook(archive, data_only=True).worksheets[0]

    assert [sheet[place].value for place in ("B8", "B9")] == [datetime.time(9, 0), datetime.time(9, 10)]
    assert [cell.value for cell in sheet[6] if cell.value] == [datetime.time(9, 0), 45, datetime.time(9, 45)]


def test_a_table_for_excel_marks_examples_and_keeps_its_types(root: Path) -> None:
    sheet = excel(root, "plan", "sv")

    assert cells(sheet) == [
        ["Ex. 1", "Överblick", datetime.datetime(2027, 1, 31), "☑", "Delvis"],
        ["1", None, None, "☐", None],
        ["2", None, None, "☐", None],
    ]
    assert [sheet[place].font.italic for place in ("B8", "B9")] == [True, False]
    assert sheet["C8"].number_format == "yyyy-mm-dd"
    assert str(sheet["A6"].value).startswith('="På plats: "&COUNTIF($E$8:$E$10,"=På plats")&" · "&"Delvis: "')


def test_signs_that_office_programs_read_do_no_harm(tmp_path: Path) -> None:
    more = """\
  - id: odd
    title:
      da: '[Må] vi? A/B: "ja" * nej & mere end de enogtredive tegn'
    kind: table
    columns: [{id: left, text: {da: Svar}}, {id: right, text: {da: svar}}]
"""
    site(tmp_path, more + KINDS)
    made = made_from(tmp_path, "odd")

    sheet = excel(tmp_path, "odd")

    assert sheet.title == 'Må vi A B "ja" nej & mere end d'
    assert [cell.value for cell in sheet[7]] == ["Nr.", "Svar", "svar (3)"]
    assert made.file_name == "Styregruppe – [Må] vi A B ja nej & mere end de enogtredive tegn"
    assert word(tmp_path, "odd").core_properties.title == made.title


@pytest.mark.parametrize("ending", store.FORMATS)
def test_a_copy_is_the_same_whenever_and_wherever_it_is_made(root: Path, ending: str) -> None:
    code = "import sys; from tests.test_blank import *; " + (
        f"sys.stdout.buffer.write(store.make(made_from(Path(sys.argv[1]), 'plan'), '{ending}'))"
    )

    made = [
        subprocess.run(
            [sys.executable, "-c", code, str(root)],
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for zone, seed in (("Europe/Copenhagen", "1"), ("Pacific/Auckland", "2"))
    ]

    assert made[0] == made[1] == store.make(made_from(root, "plan"), ending)


@pytest.fixture
def makes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The endings of the copies that are made, in order; the making itself is left out."""
    made: list[str] = []

    def make(blank: Blank, ending: str) -> bytes:
        made.append(ending)
        return b"a copy"

    monkeypatch.setattr(store, "make", make)
    return made


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_an_unchanged_checklist_is_not_made_again(tmp_path: Path, makes: list[str]) -> None:
    site(tmp_path)

    renderer(tmp_path).copies.files()
    first = list(makes)
    renderer(tmp_path).copies.files()

    assert len(first) == 6 * 2  # five of the one tool and one of the other
    assert makes == first


@pytest.mark.parametrize(
    ("file", "old", "new", "again"),
    [
        ("tools/steering-group.yml", "Overblik", "Overblikket", 2),
        ("tools/steering-group.yml", "Överblick", "En överblick", 0),
        ("tools/steering-group.yml", "da: Styregruppe", "da: Styregruppen", 5 * 2),
        ("tools/political-mandate.yml", "summary:\n  da: Giver", "summary:\n  da: Det giver", 0),
        ("site.yml", "site_name: Værktøjer", "site_name: Andre værktøjer", 6 * 2),
    ],
)
def test_a_copy_is_made_again_when_what_it_shows_has_changed(
    tmp_path: Path, makes: list[str], file: str, old: str, new: str, again: int
) -> None:
    site(tmp_path)
    renderer(tmp_path).copies.files()
    makes.clear()

    change(tmp_path / file, old, new)
    renderer(tmp_path).copies.files()

    assert len(makes) == again


def test_copies_are_made_again_when_their_makers_change(
    tmp_path: Path, makes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    site(tmp_path)
    renderer(tmp_path).copies.files()
    makes.clear()

    monkeypatch.setattr(store, "makers", lambda: "other")
    renderer(tmp_path).copies.files()

    assert len(makes) == 6 * 2


def test_copies_that_nothing_has_used_for_a_month_are_swept(tmp_path: Path, makes: list[str]) -> None:
    site(tmp_path)
    used, unused = (store.kept(tmp_path, made_from(tmp_path, id), "docx") for id in ("plan", "agenda"))
    long_ago = time.time() - 40 * store.DAY
    for path in (used, unused):
        os.utime(path, (long_ago, long_ago))

    store.kept(tmp_path, made_from(tmp_path, "plan"), "docx")
    store.sweep(tmp_path)

    assert [path.name for path in (tmp_path / store.FOLDER).iterdir()] == [used.name]
    assert len(makes) == 2


def test_making_leaves_nothing_half_made(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(blank: Blank, ending: str) -> bytes:
        raise RuntimeError

    monkeypatch.setattr(store, "make", fail)

    with pytest.raises(RuntimeError):
        store.kept(tmp_path, made_from(root, "plan"), "docx")

    assert not list(tmp_path.rglob("*.docx"))


def test_a_build_that_finds_all_copies_does_not_load_the_makers(root: Path) -> None:
    renderer(root).copies.files()
    code = (
        "import sys; from macros import render, survey, templates; from pathlib import Path; import datetime;"
        "root = Path(sys.argv[1]); found = survey.load(root, datetime.date(2026, 11, 21));"
        "render.Renderer(found, 'da', templates.environment(root)).copies.files();"
        "sys.exit(' '.join({'docx', 'xlsxwriter', 'lxml'} & set(sys.modules)) or None)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(root)], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr.strip()) == (0, "")


@pytest.mark.parametrize(("directories", "up"), [(True, "../../"), (False, "../")])
def test_pages_link_to_copies_with_format_and_size(root: Path, directories: bool, up: str) -> None:
    made = renderer(root, directories=directories)
    page = next(page for page in made.pages if page.front.tool == "steering-group")
    here = Here(made.address(page), made.content.site.root)
    checklist = made.content.tools["steering-group"].checklists[0]

    html = made.partial("tool/blanks.html", blanks=made.copies.of(here, "steering-group", checklist))

    files = made.copies.files()
    found = re.findall(r'<a href="([^"]+)" download="([^"]+)">([^<]+)</a>', html)
    assert [link for link, _, _ in found] == [
        f"{up}files/steering-group--set-up.{ending}" for ending in ("docx", "xlsx")
    ]
    assert [name for _, name, _ in found] == [
        f"Styregruppe – Før gruppen nedsættes.{ending}" for ending in ("docx", "xlsx")
    ]
    kept = [files[f"files/steering-group--set-up.{ending}"] for ending in ("docx", "xlsx")]
    sizes = [round(path.stat().st_size / 1000) for path in kept]
    assert [words for _, _, words in found] == [
        f"Hent tom {format}-fil ({size}\u00a0kB)" for format, size in zip(("Word", "Excel"), sizes, strict=True)
    ]


def test_only_what_a_page_of_the_language_shows_has_copies(root: Path) -> None:
    made = renderer(root, "sv")
    unshown = next(one for one in made.content.tools["steering-group"].checklists if one.id == "sheet")

    names = {name.partition("--")[2].partition(".")[0] for name in made.copies.files()}

    assert names == {"set-up", "before", "signs", "rated", "agenda", "plan"}
    assert made.copies.of(HERE, "steering-group", unshown) == []
    assert not made.partial("tool/blanks.html", blanks=[]).strip()


def test_a_copy_names_the_page_that_shows_it(root: Path) -> None:
    made = renderer(root).copies

    sheet = openpyxl.load_workbook(made.files()["files/steering-group--plan.xlsx"]).worksheets[0]

    assert "https://implementering.example/da/vaerktoejer/styregruppe/ · " in str(sheet["A3"].value)


def test_the_built_site_has_every_copy_and_links_lead_to_them(project: Path, site: Path) -> None:
    for lang in ("da", "sv"):
        tools = list((site / lang / "files").glob("*"))
        assert {path.suffix for path in tools} == {".docx", ".xlsx"}
        assert not list((site / lang / "files").glob("sample--*"))
        assert docx.Document(str(site / lang / "files/steering-group--set-up.docx")).tables
    for page in site.rglob("*.html"):
        for link, words in re.findall(
            r'<a href="([^"]+\.(?:docx|xlsx))" download[^>]*>([^<]+)</a>', page.read_text("utf-8")
        ):
            size = (page.parent / unquote(link)).stat().st_size
            assert f"({round(size / 1000)}\u00a0kB)" in words
