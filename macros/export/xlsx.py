"""A blank copy for Excel: the workbook, its sheet, and what paper needs."""

from __future__ import annotations

import datetime
import io
import math
import re

import xlsxwriter

from macros.export import radar
from macros.export.archive import repacked
from macros.export.blank import Blank
from macros.export.grid import ABOUT, FACTS, FIRST, HEADS, INTRO, SUMS, TITLE, TOOL, Grid, Slot
from macros.export.looks import QUIET, RED, SERIF, Looks
from macros.export.xlsx_body import grid
from macros.export.xlsx_sheet import Sheet

# Texts stay texts; everything that is no text is written by a call of its own.
OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": "Calibri", "font_size": 10},
}
A4 = 9
# So many ratings stand on one page together with their radar.
FEW = 10
SHEET = "xl/worksheets/sheet1.xml"
# What cannot stand in the name of a sheet, and how long it may be.
REFUSED, LONGEST = re.compile(r"[\[\]:*?/\\\x00-\x1f]+"), 31


def made(blank: Blank) -> bytes:
    """Return the file. The same blank gives the same bytes, wherever and whenever it is made."""
    packed, what = io.BytesIO(), grid(blank)
    book = xlsxwriter.Workbook(packed, OPTIONS)
    about = {"title": blank.title, "subject": blank.site_name, "author": blank.sender, "comments": blank.address}
    book.set_properties({**about, "created": datetime.datetime.combine(blank.reviewed, datetime.time())})
    name = _name(blank)
    sheet = Sheet(book, name, what, Looks(book, _dates(blank)))
    _head(sheet, blank, what)
    sheet.fill()
    if what.axes:
        label = blank.words("radar_label", number=len(what.axes))
        radar.draw(sheet, what.axes, [blank.words[key] for key in ("dimension", "rating")], label)
    _page(sheet, blank, what)
    book.close()
    return repacked(packed.getvalue(), {SHEET: _growing})


def _growing(sheet: bytes) -> bytes:
    """Let the rows grow with what is typed: only those of the head keep the height that they are given."""

    def freed(row: re.Match[bytes]) -> bytes:
        return row[0] if int(row[1]) <= HEADS else row[0].replace(b' customHeight="1"', b"")

    return re.sub(rb'<row r="(\d+)"[^>]*>', freed, sheet)


def _dates(blank: Blank) -> str:
    """Return how the language writes dates, in Excel's codes: `dd.mm.yyyy`."""
    pattern = str(blank.words.locale.date_formats["short"].pattern)
    return re.sub("y+", "yyyy", pattern).replace("M", "m")


def _name(blank: Blank) -> str:
    title = " ".join(REFUSED.sub(" ", blank.checklist.title.in_(blank.lang)).split())
    return title[:LONGEST].strip(" '") or "1"


def _head(sheet: Sheet, blank: Blank, what: Grid) -> None:
    """Write what stands above the columns: the titles, the lines to fill in, the sums."""
    words, intro = blank.words, blank.checklist.intro
    said = intro.in_(blank.lang) if intro else ""
    about = f"{blank.site_name} · {blank.address} · {blank.about}"
    quiet = {"font_size": 8.5, "font_color": QUIET, "valign": "vcenter"}
    sheet.across(TOOL, [Slot(blank.tool.words)], 17, font_name=SERIF, font_size=12, font_color=RED)
    title = {"font_name": SERIF, "font_size": 20, "bold": True, "valign": "vcenter"}
    sheet.across(TITLE, [Slot(blank.checklist.title.in_(blank.lang))], 30, **title)
    sheet.across(ABOUT, [Slot(about)], 16, **quiet)
    lines = math.ceil(len(said) / (sheet.width * 0.9))
    sheet.across(INTRO, [Slot(said)], 6 + 15 * lines, font_name=SERIF, font_size=11, text_wrap=True, valign="vcenter")
    facts = [Slot(f"{words[key]}: ", "text") for key in ("organisation", "responsible", "date")]
    sheet.across(FACTS, facts, 22, bottom=1, valign="bottom")
    sheet.across(SUMS, what.sums, 24 if what.sums else 8, bold=True, valign="vcenter", align="left")


def _page(sheet: Sheet, blank: Blank, what: Grid) -> None:
    """Set up the sheet for paper and for the screen."""
    page = sheet.sheet
    page.set_paper(A4)
    if what.broad:
        page.set_landscape()
    page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.65)
    page.fit_to_pages(1, int(bool(what.axes) and len(what.lines) <= FEW))  # a drawing is not to be cut in two
    page.repeat_rows(HEADS)
    page.hide_gridlines(2)
    page.freeze_panes(FIRST, 0)
    pages = blank.words("page_of", page="&P", pages="&N")
    page.set_footer(f"&L&8 {_doubled(f'{blank.site_name} · {blank.sender}')}&R&8 {pages}")


def _doubled(text: str) -> str:
    """Return a text for the foot, where `&` begins a code, cut to what the foot can hold."""
    return text[:200].replace("&", "&&")
