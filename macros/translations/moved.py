"""What an editor is told of translations that have fallen behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from macros.problem import Problem
from macros.source import Mark
from macros.structure import WRITTEN
from macros.translations.standing import Translation, translations
from macros.translations.states import Part

if TYPE_CHECKING:
    from macros.content import Content


def hints(content: Content) -> Iterator[Problem]:
    """Yield a hint for each part whose source has changed since it was translated, and for what nobody has noted."""
    for lang in content.site.built:
        for one in translations(content, lang, originals=False):
            yield from (_hint(part, one, place(content, one, part)) for part in one.moved)
            if (new := one.states.get("unrecorded")) and not _is_begun(one):
                first = next(part for part in one.parts if part.state == "unrecorded")
                fault = f"nobody has noted what {new} {'part was' if new == 1 else 'parts were'} translated from"
                remedy = f"If they say the same, run `kit translations accept {one.file} --new`."
                yield Problem(*place(content, one, first), fault, remedy, "hint")


def _is_begun(one: Translation) -> bool:
    """Whether the original has gaps of its own, as what `kit new` writes: then it is too early to compare."""
    page = one.page
    empty = page is not None and page.front.kind in WRITTEN and not page.body.strip()
    return empty or any(part.state == "missing" and not part.unit.said.get(part.origin) for part in one.parts)


def _hint(part: Part, one: Translation, mark: Mark) -> Problem:
    fault = f"`{part.unit.id}` has changed in `{part.origin}` since it was translated"
    if part.state == "conflict":
        fault += ", and here too"
    remedy = f"`kit translations diff {one.file}` shows it; `kit translations accept {one.file}#{part.unit.id}` says"
    return Problem(*mark, fault, f"{remedy} that it is right.", "hint")


def place(content: Content, one: Translation, part: Part) -> Mark:
    """Return where a part of a translation is written: in its own language, else its page or its file."""
    unit, page = part.unit, one.page
    if page and unit.sections is not None:
        return page.mark(unit.sections[one.lang].line if one.lang in unit.sections else 1)
    if page:
        return page.source.place(unit.loc)
    name = one.tool or one.name
    source = content.sources.get(name)
    return source.place((*unit.loc, part.lang)) if source else Mark(one.file, 1, 1)
