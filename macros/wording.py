"""Walk through all wordings of a model: which languages they have, and what stands in them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator

from pydantic import BaseModel, RootModel

from macros import plain
from macros.fields import Phrases, Text, keys
from macros.problem import Problem, nearest
from macros.source import Loc, Mark, Source

# What holds a web address, in which digits and signs mean nothing.
LINKS: Collection[Loc] = (("url",), ("address",), ("repository",), ("feedback",), ("statement",), ("remedy",))
# What holds no wording.
BARE = (str, int, datetime.date)
# What holds digests, which may look like a number to call.
DIGESTS: Loc = ("translated_from",)


def wordings(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, Text | Phrases]]:
    """Yield every wording below `value` with its place in the file."""
    if isinstance(value, (Text, Phrases)):
        yield loc, value
    elif isinstance(value, BaseModel) and not isinstance(value, RootModel):
        for name, key in keys(type(value)):
            part = getattr(value, name)
            if part and not isinstance(part, BARE):
                yield from wordings(part, (*loc, key))
    elif isinstance(value, (tuple, list)):
        for place, part in enumerate(value):
            yield from wordings(part, (*loc, place))
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from wordings(part, (*loc, key))


def problems(
    source: Source, value: object, known: Collection[str], wanted: Collection[str], at: Loc = ()
) -> Iterator[Problem]:
    """Yield language codes that are not known as errors, and wanted languages that are missing as gaps.

    Args:
        source: the file.
        value: what the file says, or a part of it.
        known: the codes that can be written.
        wanted: the codes that should be written.
        at: the place of `value` in the file.
    """
    whole = {*wanted}
    for loc, wording in wordings(value, at):
        written = wording.root
        if written.keys() == whole and all(written.values()):
            continue
        for code in written:
            if code not in known:
                fault = f"`{code}` is not a language of this site"
                yield source.problem((*loc, code), fault, nearest(code, known))
        missing = [code for code in wanted if not written.get(code)]
        if missing:
            mark = source.place(loc)
            name = " and ".join(f"`{code}`" for code in missing)
            yield Problem(*mark, f"`{loc[-1]}` is not written in {name} yet", level="gap")


def unfit(source: Source, personal: bool = True) -> Iterator[Problem]:
    """Yield what may not stand in a text of this file: markup, template code, addresses and numbers."""
    for loc, text in source.texts:
        if plain.is_plain(text) or loc[:1] == DIGESTS:
            continue
        if loc[-1:] in LINKS:
            finds = [*plain.names(text)]
        else:
            finds = [*plain.markup(text), *(plain.personal(text) if personal else ())]
        for find in finds:
            yield Problem(*_letter(source, loc, text, find.start), find.fault, find.remedy)


def _letter(source: Source, loc: Loc, text: str, start: int) -> Mark:
    """Where a letter of a text stands, if the text is on one line with its key or hyphen; else where these do."""
    mark, typed = source.place(loc), source.typed(loc)
    if typed is None or typed.lines > 1 or typed.line != mark.line or typed.sign in ("|", ">"):
        return mark
    # In single quotes, an apostrophe is written twice; between double quotes, few letters are written otherwise.
    doubled = text.count("'", 0, start) if typed.sign == "'" else 0
    return mark._replace(column=typed.column + len(typed.sign) + start + doubled)
