"""In which language a tool or a page was written first: the one that the others are translated from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from macros import fallback
from macros.kin import Kin
from macros.model import Tool
from macros.own import is_own
from macros.pages import Page
from macros.problem import Problem

if TYPE_CHECKING:
    from macros.content import Content


def first(content: Content) -> str:
    """Return the language that is the source of what says nothing of it: one that no other stands in for."""
    languages = content.site.languages
    return next((lang for lang in content.written if not languages[lang].fallback), next(iter(content.written), ""))


def noted_in(page: Page, origin: str) -> Mapping[str, str]:
    """Return what the front matter of a page notes of its sections."""
    front = page.front.translated_from
    return front.sections if front and front.lang == origin else {}


def groups(content: Content) -> dict[str, dict[str, Page]]:
    """Return the pages that exist in all languages, or should, each with its sisters, by what pairs them."""
    found: dict[str, dict[str, Page]] = {}
    for lang, pages in content.written.items():
        for page in pages:
            hidden = page.front.tool in content.hidden_tools or page.front.pair in content.site.hidden.pages
            if page.key and not page.front.only and not hidden:
                found.setdefault(page.key, {})[lang] = page
    return found


def of_pages(content: Content, group: Mapping[str, Page]) -> str:
    """Return the language that a page was first written in: what a sister says, else its tool, else the first one."""
    said = [page.front.translated_from.lang for page in group.values() if page.front.translated_from]
    tool = content.tools.get(next(iter(group.values())).front.tool or "")
    wanted = [*said, *([tool.origin] if tool else []), first(content)]
    return next(lang for lang in [*wanted, *group] if lang in group)


def of_tool(content: Content, tool: Tool, lang: str) -> str:
    """Return the language that a tool's texts are translated from into one: where its own is not read, the nearest."""
    near = (tool.origin, *fallback.chain(content.site, lang))
    return next((code for code in near if code in content.written), lang)


def problems(pages: Mapping[str, Sequence[Page]]) -> Iterator[Problem]:
    """Yield pages that are translated from themselves, from a translation, or from each other."""
    kin = Kin(pages)
    for lang, read in pages.items():
        for page in read:
            said = page.front.translated_from
            other = kin.sisters(page).get(said.lang) if said else None
            if said and said.lang == lang:
                fault = f"the page is written in `{lang}`, and cannot be translated from it"
                yield page.source.problem(("translated_from", "lang"), fault, "Name the other language.")
            elif other and (told := _translated(page, other, kin, list(pages))):
                yield told


def _translated(page: Page, other: Page, kin: Kin, langs: Sequence[str]) -> Problem | None:
    """What is wrong with a page where the one that it names as its source is a translation, too.

    One whose own source is not read here is as good as an original. Of two that name each other one is told: the
    municipality's own, since ours is not its to mend, or the latter.
    """
    first = other.front.translated_from.lang if other.front.translated_from else ""
    if first == page.lang:
        mine, theirs = (is_own(one.file) for one in (page, other))
        if (mine, langs.index(page.lang)) < (theirs, langs.index(other.lang)):
            return None
        fault = f"this page and `{other.file}` each say that they are translated from the other"
        remedy = "Take it away here." if mine > theirs else "Take it away from the one that was written first."
        return page.source.problem(("translated_from",), fault, remedy)
    if first not in kin.sisters(page):
        return None
    fault = f"`{other.file}` is itself translated from `{first}`"
    return page.source.problem(("translated_from", "lang"), fault, f"Write `lang: {first}`, and translate from that.")
