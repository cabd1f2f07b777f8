"""Word's XML: runs, paragraphs, controls and tables, as texts. What is to be read is escaped here.

Source: ECMA-376, part 1, §17; for the boxes [MS-DOCX] §2.6.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from macros.export.blank import tag
from macros.fields import Text, Told

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
# A font that Word has on every machine with the two boxes in it, which are U+2610 and U+2612.
GOTHIC = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
BOXES = ("\u2610", "\u2612")
# The longest title and tag that Word opens a control with.
LONGEST = 64
SPACES = re.compile(r"\s+")
# Room to click in, which prints as nothing.
EMPTY = "\u00a0" * 8


@dataclass
class Pen:
    """Writes for a document in one language: what is in another language is marked, and controls are counted."""

    lang: str
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    def run(self, text: Text | Told | str, look: str = "") -> str:
        """Words; `look` is what stands in `w:rPr` beside the language."""
        said = text.told(self.lang) if isinstance(text, Text) else text
        words, lang = (said, self.lang) if isinstance(said, str) else said
        if lang != self.lang:
            look += f"<w:lang w:val={quoteattr(tag(lang))}/>"
        look = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f'<w:r>{look}<w:t xml:space="preserve">{escape(SPACES.sub(" ", words))}</w:t></w:r>' if words else ""

    def line(self, style: str, *parts: Text | Told | str) -> str:
        """A paragraph of words alone."""
        return paragraph("".join(map(self.run, parts)), style)

    def box(self, title: str, id: str, ticked: bool = False) -> str:
        """A box to tick: in Word by a click, on paper by hand; `title` says to a screen reader what it stands for."""
        state = "".join(
            f'<w14:{name} w14:val="{ord(sign):X}" w14:font="MS Gothic"/>'
            for name, sign in zip(("checkedState", "uncheckedState"), reversed(BOXES), strict=True)
        )
        control = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>{state}</w14:checkbox>'
        return self._control(title, id, control, f"<w:r><w:rPr>{GOTHIC}</w:rPr><w:t>{BOXES[ticked]}</w:t></w:r>")

    def drop_down(self, title: str, id: str, choices: Iterable[Told], chosen: str) -> str:
        """A field to choose in; where nothing is chosen it is empty on paper."""
        words = [quoteattr(choice.words) for choice in choices]
        items = "".join(f"<w:listItem w:displayText={one} w:value={one}/>" for one in dict.fromkeys(words))
        held = "" if chosen else "<w:showingPlcHdr/>"
        shown = self.run(chosen) or f"<w:r><w:t>{EMPTY}</w:t></w:r>"
        return self._control(title, id, f"{held}<w:dropDownList>{items}</w:dropDownList>", shown)

    def _control(self, title: str, id: str, kind: str, content: str) -> str:
        named = f"<w:alias w:val={quoteattr(title[:LONGEST])}/><w:tag w:val={quoteattr(id[:LONGEST])}/>"
        named += f'<w:id w:val="{next(self._ids)}"/>'
        return f"<w:sdt><w:sdtPr>{named}{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def paragraph(content: str, style: str = "") -> str:
    """A paragraph of runs and controls."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{content}</w:p>"


def cell(width: int, content: str) -> str:
    """A cell of paragraphs; it has at least one."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content or paragraph("")}</w:tc>'


def row(cells: str, head: bool = False, least: int = 0) -> str:
    """A row, which never breaks across pages; a head is said again on each page. `least` is a height in mm."""
    height = f'<w:trHeight w:val="{twips(least)}" w:hRule="atLeast"/>' if least else ""
    said = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{said}</w:trPr>{cells}</w:tr>"


def table(caption: str, widths: Sequence[int], head: Sequence[str], rows: Iterable[tuple[Sequence[str], int]]) -> str:
    """A table with a row of heads above its rows; each row says how high it is at least, in mm."""

    def cells(contents: Sequence[str]) -> str:
        return "".join(cell(width, content) for width, content in zip(widths, contents, strict=True))

    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
    size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}'
    start = f'<w:tblPr><w:tblStyle w:val="Rules"/>{size}<w:tblCaption w:val={quoteattr(caption)}/></w:tblPr>'
    lines = [row(cells(head), head=True), *(row(cells(contents), least=least) for contents, least in rows)]
    return f"<w:tbl>{start}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def twips(millimetres: float) -> int:
    """Return a length as Word counts: in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def shared(width: int, parts: Sequence[float]) -> list[int]:
    """Share a width out by parts; what rounding leaves over goes to the first."""
    found = [int(width * part / sum(parts)) for part in parts]
    return [found[0] + width - sum(found), *found[1:]]
