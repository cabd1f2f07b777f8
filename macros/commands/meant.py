"""Which translations, and which parts of them, the names in a call mean; a name that means none ends the command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.commands.terminal import stop
from macros.content import Content
from macros.problem import nearest
from macros.translations.standing import Translation, translations
from macros.translations.states import Part


def every(content: Content, lang: str | None) -> Iterator[Translation]:
    """Yield all translations in the order of the languages, or those of one."""
    if lang and lang not in content.site.built:
        stop(f"`{lang}` is not a language of this site. {nearest(lang, content.site.built)}", 2)
    for code in [lang] if lang else content.site.built:
        yield from translations(content, code)


def named(
    content: Content, names: Sequence[str], lang: str | None, alone: bool = False
) -> Iterator[tuple[Translation, list[str]]]:
    """Yield the translations that names lead to, each with the parts that are meant; none means all.

    With `alone`, a part must be one: a tool and its page may each have one of that name.
    """
    found, meant = list(every(content, lang)), dict[int, list[str]]()
    for name in names:
        whole, hash, part = name.partition("#")
        if hash and not part:
            stop(f"After `{name}` the name of a part is missing; `{whole}` means all of it.", 2)
        these = {at: one for at, one in enumerate(found) if whole in (one.name, one.file, f"./{one.file}")}
        if not these:
            stop(f"No tool and no page is called `{whole}`. {nearest(whole, [one.name for one in found])}", 2)
        having = [at for at, one in these.items() if not part or chosen(one, [part])]
        if not having:
            ids = [one.unit.id for there in these.values() for one in there.parts]
            stop(f"`{whole}` has no part `{part}`. {nearest(part, ids)}", 2)
        if alone and part:
            _is_one(part, [found[at] for at in having if found[at].lang != found[at].origin])
        for at in having:
            meant.setdefault(at, []).append(part)
    for at, parts in meant.items():
        yield found[at], [] if "" in parts else parts


def _is_one(part: str, having: Sequence[Translation]) -> None:
    """Stop with a sentence where both a tool and its page have a part."""
    if len({one.page is None for one in having}) > 1:
        names = " or ".join(f"`{one.file}#{part}`" for one in having)
        stop(f"Both the tool and its page have a part `{part}`: say {names}.", 2)


def chosen(one: Translation, names: Sequence[str]) -> list[Part]:
    """Return the translated parts that names lead to, as `right-level` or `right-level.text`; all of them by none.

    What says the same as in another language counts as not translated, and is meant by its own name only.
    """
    wanted = [f"{id}{end}" for id in names for end in ("", ".", "/")]
    parts = [part for part in one.parts if _is_translated(part, names)]
    return [part for part in parts if not wanted or any(_is(part.unit.id, id) for id in wanted)]


def _is_translated(part: Part, names: Sequence[str]) -> bool:
    if part.state == "missing":
        return part.unit.id in names and part.lang in part.unit.said
    return part.state != "original"


def _is(id: str, wanted: str) -> bool:
    return id == wanted or (wanted[-1:] in (".", "/") and id.startswith(wanted))
