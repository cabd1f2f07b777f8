"""What an editor is told of translations that have fallen behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from macros.problem import ContentError, Problem
from macros.source import Mark, Source, read
from macros.translations.standing import Part, Translation, translations

if TYPE_CHECKING:
    from macros.content import Content


def hints(content: Content) -> Iterator[Problem]:
    """Yield a hint for each part whose source has changed since it was translated, and for what nobody has noted."""
    for lang in content.site.built:
        for one in translations(content, lang, originals=False):
            places = Places(content.root, one)
            yield from (_hint(part, one, places.of(part)) for part in one.moved)
            if new := one.states.get("unrecorded"):
                first = next(part for part in one.parts if part.state == "unrecorded")
                fault = f"nobody has noted what {new} {'part was' if new == 1 else 'parts were'} translated from"
                remedy = f"If they say the same, run `kit translations accept {one.name}`."
                yield Problem(*places.of(first), fault, remedy, "hint")


def _hint(part: Part, one: Translation, mark: Mark) -> Problem:
    fault = f"`{part.unit.id}` has changed in `{part.origin}` since it was translated"
    if part.state == "conflict":
        fault += ", and here too"
    remedy = f"`kit translations diff {one.name}` shows it; `kit translations accept {one.name}#{part.unit.id}` says"
    return Problem(*mark, fault, f"{remedy} that it is right.", "hint")


class Places:
    """Where the parts of a translation are written."""

    def __init__(self, root: Path, one: Translation) -> None:
        self.root, self.one = root, one
        self._source: Source | None = None

    def of(self, part: Part) -> Mark:
        """Return the place of a part: in its own language, else that of its page or its file."""
        page = self.one.page
        if page:
            if part.unit.line:
                return page.mark(part.unit.line.get(self.one.lang, 1))
            return page.source.place(part.unit.loc)
        if self._source is None:
            self._source = self._read()
        return self._source.place((*part.unit.loc, part.lang))

    def _read(self) -> Source:
        """The tool's file; where a municipality has changed it, places may be of what stands there instead."""
        try:
            return read(self.root / self.one.file, self.one.file)
        except ContentError:
            return Source(self.one.file, {}, {(): Mark(self.one.file, 1, 1)})
