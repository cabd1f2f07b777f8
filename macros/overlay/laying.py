"""Lay a municipality's changes over a page, section by section, and say how each of them stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from macros.lines import Line, said
from macros.overlay.body import Section, cut, with_lines
from macros.overlay.section_ops import Addition, Append, Before, Change, Own, Remove, Replace
from macros.overlay.standing import Stand, against
from macros.pages import Page
from macros.problem import meant


@dataclass
class _Place:
    """A section as it is to be, and the municipality's own ones in front of it and behind it."""

    lines: Sequence[Line]
    section: Section | None = None
    ahead: list[_Place] = field(default_factory=list)
    behind: list[_Place] = field(default_factory=list)

    def all(self) -> Iterator[_Place]:
        for place in self.ahead:
            yield from place.all()
        yield self
        for place in self.behind:
            yield from place.all()


def lay(page: Page, ops: Sequence[Own], keep: Collection[str] = ()) -> tuple[Page, list[Stand]]:
    """Return the page with the changes, and how they stand, in their order.

    Args:
        page: the shared page.
        ops: the changes; none of them is at fault.
        keep: ids that links lead to; where a change takes one away, an empty anchor stays in its place.
    """
    if not ops:
        return page, []
    laying = _Laying(page, keep)
    stands = [laying.make(own) for own in ops]
    return with_lines(page, laying.lines()), stands


class _Laying:
    def __init__(self, page: Page, keep: Collection[str]) -> None:
        self.page, self.keep = page, keep
        self.order = [_Place((*section.head, *section.below), section) for section in cut(page)]
        self.places: dict[str, _Place] = {}
        for place in self.order[1:]:
            self.places.setdefault(place.section.ids[0] if place.section else "", place)

    def lines(self) -> list[Line]:
        """Return the lines of the whole body."""
        lines: list[Line] = []
        for place in (one for first in self.order for one in first.all()):
            if place.section is None and lines and lines[-1].text.strip():
                lines.append(place.lines[0]._replace(text=""))
            lines += place.lines
        return lines

    def make(self, own: Own) -> Stand:
        """Make one change."""
        op = own.op
        if not isinstance(op, Change):
            return self._add(op, own)
        place = self.places.get(op.id)
        if place is None or place.section is None:
            gone = f"`{self.page.file}` has no section `#{op.id}`"
            return (
                Stand("obsolete", gone) if isinstance(op, Remove) else Stand("broken", gone, meant(op.id, self.places))
            )
        section = place.section
        if why := _idle(section, op, own):
            return Stand("obsolete", why, now=section.digest, beneath=said(section.text))
        if isinstance(op, Remove):
            place.lines = self._anchors(section, section.ids)
        elif isinstance(op, Append):
            gap = [own.text[0]._replace(text="")] if section.text else []
            place.lines = (*section.head, *section.holding([*section.text, *gap, *own.text]))
        else:
            head = (section.headed(own.heading),) if own.heading else section.head
            place.lines = (*head, *section.holding([*own.text, *self._anchors(section, section.ids[1:])]))
        return against(op.id, op.base, section.digest, said(section.text))

    def _add(self, op: Addition, own: Own) -> Stand:
        heading = own.heading or own.text[0]
        blank = heading._replace(text="")
        head = heading._replace(text=f"{heading.text} {{: #{op.section} }}")
        place, anchor = _Place((head, blank, *own.text, blank)), self.places.get(op.id)
        self.places[op.section] = place
        if anchor is None:
            self.order.append(place)
            why = f"`{self.page.file}` has no section `#{op.id}`, so `{op.section}` stands at the end"
            return Stand("drifted", why, meant(op.id, self.places) or "Name another section under `id`.")
        (anchor.ahead if isinstance(op, Before) else anchor.behind).append(place)
        return Stand("current")

    def _anchors(self, section: Section, ids: Sequence[str]) -> list[Line]:
        blank = section.head[0]._replace(text="")
        return [
            line for id in ids if id in self.keep for line in (blank, blank._replace(text=f'<a id="{id}"></a>'), blank)
        ]


def _idle(section: Section, op: Change, own: Own) -> str:
    """Say why a change changes nothing; nothing where it does."""
    if isinstance(op, Append) and said(own.text).split() == said(section.text).split()[-len(said(own.text).split()) :]:
        return f"`{op.id}` ends so without this change"
    if isinstance(op, Replace) and op.heading in (None, section.heading.text if section.heading else ""):
        lines = [[line.text.rstrip() for line in text] for text in (own.text, section.text)]
        return f"`{op.id}` says the same without this change" if lines[0] == lines[1] else ""
    return ""
