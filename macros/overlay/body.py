"""A page's body in its second-level sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from macros.digest import digest
from macros.fences import unfenced
from macros.headings import ATTRIBUTES, Heading, headings
from macros.lines import Line, of_body, said, trimmed
from macros.pages import Page


@dataclass(frozen=True)
class Section:
    """One section: its heading, the lines that this stands on, those below it, and all headings in it.

    What stands before the first section is one without a heading.
    """

    heading: Heading | None
    head: tuple[Line, ...]
    below: tuple[Line, ...]
    inner: tuple[Heading, ...]

    @cached_property
    def text(self) -> tuple[Line, ...]:
        """The lines below the heading, without the empty ones around them."""
        return trimmed(self.below)

    @property
    def ids(self) -> list[str]:
        """What can be linked to in the section, itself included."""
        return [heading.id for heading in self.inner]

    @property
    def digest(self) -> str:
        """The digest of the text; the heading and the attributes of those within change nothing."""
        numbers = {heading.line for heading in self.inner}
        lines = [ATTRIBUTES.sub("", line.text) if line.number in numbers else line.text for line in self.text]
        return digest("\n".join(lines))

    def holding(self, text: Sequence[Line]) -> tuple[Line, ...]:
        """Return the lines below the heading with another text, and an empty line around it at least."""
        blank = self.head[-1]._replace(text="")
        first = next((n for n, line in enumerate(self.below) if line.text.strip()), len(self.below))
        behind = self.below[first + len(self.text) :]
        return (*(self.below[:first] or [blank]), *text, *(behind or [blank]))

    def headed(self, line: Line) -> Line:
        """Return a heading with other words, given as a line of its own; id and classes stay."""
        found = ATTRIBUTES.search(self.head[0].text)
        rest = [name for name in (found["list"] if found else "").split() if not name.startswith("#")]
        attributes = " ".join([f"#{self.heading.id if self.heading else ''}", *rest])
        return line._replace(text=f"{line.text} {{: {attributes} }}")


def cut(page: Page) -> list[Section]:
    """Return what stands before the first section of a page, and its sections."""
    lines = of_body(page.body, page.file, page.first_line)
    second = [heading for heading in page.headings if heading.level == 2]
    starts = [heading.line - page.first_line for heading in second]
    sections = [Section(None, (), lines[: starts[0]] if starts else lines, ())]
    for heading, (start, end) in zip(second, pairwise([*starts, len(lines)]), strict=True):
        top = start + 1 + heading.underlined
        inner = tuple(one for one in page.headings if start <= one.line - page.first_line < end)
        sections.append(Section(heading, lines[start:top], lines[top:end], inner))
    return sections


def with_lines(page: Page, lines: Sequence[Line]) -> Page:
    """Return a page with other lines for its body."""
    body = said(lines)
    plain = tuple(unfenced(body))
    found = tuple(headings(plain, page.first_line))
    return replace(page, body=body, lines=plain, headings=found, written=tuple(lines), shared=page)
