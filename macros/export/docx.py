"""A blank copy for Word: the document around its body."""

from __future__ import annotations

import datetime
import io
import re
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from macros.export import docx_body
from macros.export.archive import repacked
from macros.export.blank import Blank, tag
from macros.export.wordml import NAMESPACES, Pen, twips

STYLES = Path(__file__).with_name("styles.xml")
SETTINGS = (
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="{tag}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
# What python-docx's template holds and a checklist does not need.
OTHER_STYLES = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
SPARE = (RT.THUMBNAIL, RT.EXTENDED_PROPERTIES, RT.CUSTOM_XML, RT.NUMBERING, RT.THEME, RT.WEB_SETTINGS, OTHER_STYLES)
SHORT, LONG, MARGIN = 210, 297, 18
# How long a property of a document may be.
LONGEST = 255
# What stands for the words in braces at the foot of the page.
FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def made(blank: Blank) -> bytes:
    """Return the file. The same blank gives the same bytes, wherever and whenever it is made."""
    document, pen = Document(io.BytesIO(_template())), Pen(blank.lang)
    _dress(document, blank)
    _sign(document, blank)
    width = _turn(document, docx_body.is_broad(blank.checklist))
    body = document.element.body
    body[0:0] = _parsed(docx_body.body(blank, pen, width))
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    footer._element[:] = _parsed(_foot(blank, pen, width))
    return repacked(_saved(document), {})


@cache
def _template() -> bytes:
    """Return python-docx's template without what no copy needs; reading its 800 kB takes longer than all the rest."""
    document = Document()
    for rels in (document.part.package.rels, document.part.rels):
        for id in [id for id, rel in rels.items() if rel.reltype in SPARE]:
            del rels[id]
    document.styles.element[:] = []
    return _saved(document)


def _saved(document: Made) -> bytes:
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def _dress(document: Made, blank: Blank) -> None:
    styles = parse_xml(STYLES.read_text(encoding="utf-8").replace("LANG", tag(blank.lang)).encode())
    document.styles.element[:] = list(styles)
    document.settings.element[:] = _parsed(SETTINGS.format(tag=tag(blank.lang)))


def _sign(document: Made, blank: Blank) -> None:
    """Say whose it is; the only date is when the tool was last read through, so that it does not hang on the build."""
    about = document.core_properties
    about.title, about.subject = blank.title[:LONGEST], blank.site_name[:LONGEST]
    about.author = about.last_modified_by = blank.sender[:LONGEST]
    about.language, about.version, about.comments = tag(blank.lang), blank.version, blank.address[:LONGEST]
    about.created = about.modified = datetime.datetime.combine(blank.reviewed, datetime.time())


def _turn(document: Made, broad: bool) -> int:
    """Lay out A4, on its long side for broad tables; return how wide the text is, in twips."""
    page = document.sections[0]
    wide, high = (LONG, SHORT) if broad else (SHORT, LONG)
    page.page_width, page.page_height = Mm(wide), Mm(high)
    page.orientation = WD_ORIENT.LANDSCAPE if broad else WD_ORIENT.PORTRAIT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    page.header_distance = page.footer_distance = Mm(9)
    return twips(wide - 2 * MARGIN)


def _foot(blank: Blank, pen: Pen, width: int) -> str:
    """Two lines at the foot of each page: whose it is, which version, where it stands, and the page's number."""
    tab = f'<w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>'
    pieces = re.split(r"\{(page|pages)\}", blank.words["page_of"])
    pages = "".join(_field(piece, pen) if n % 2 else pen.run(piece) for n, piece in enumerate(pieces))
    lines = ((f"{blank.site_name} · {blank.sender}", pen.run(blank.about)), (blank.address, pages))
    return "".join(f"<w:p>{tab}{pen.run(left)}<w:r><w:tab/></w:r>{right}</w:p>" for left, right in lines)


def _field(name: str, pen: Pen) -> str:
    return f'<w:fldSimple w:instr="{FIELDS[name]}">{pen.run("1")}</w:fldSimple>'


def _parsed(xml: str) -> list[BaseOxmlElement]:
    return list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"))
