"""What a municipality does not show: tools and pages, left out of everything that is made; and its order of phases."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from macros.catalogue import Catalogue
from macros.content import Content
from macros.model import Tool
from macros.overlay.retired import hint
from macros.pages import Page
from macros.problem import Problem, meant, nearest
from macros.site_model import Hidden, Site
from macros.source import Source
from macros.vocabulary import Phase

ByLanguage = Mapping[str, tuple[Page, ...]]
M = TypeVar("M")
# A site has these in any case.
ALWAYS = ("home", "catalogue")


def problems(source: Source, site: Site, found: Catalogue, pages: ByLanguage) -> Iterator[Problem]:
    """Yield hidden tools and pages that are not there, and phases in the order that are not."""
    pairs = [page.front.pair for read in pages.values() for page in read if page.front.kind not in ALWAYS]
    named = [pair for pair in pairs if pair]
    away = found.vocabulary.retired if found.vocabulary else ()
    yield from _unknown(source, ("hidden", "tools"), site.hidden.tools, "tool", found.ids, away)
    yield from _unknown(source, ("hidden", "pages"), site.hidden.pages, "page", named)
    if found.vocabulary:
        yield from _unknown(source, ("order",), site.order, "phase", [one.id for one in found.vocabulary.phases])


def _unknown(
    source: Source,
    at: tuple[str, ...],
    ids: tuple[str, ...],
    noun: str,
    known: Collection[str],
    away: Collection[str] = (),
) -> Iterator[Problem]:
    for n, id in enumerate(ids):
        if id in away:
            yield hint(id, *source.place((*at, n)))
        elif id not in known:
            # What is like nothing here was right until a merge took it away, and nothing is left to hide.
            gone = at[0] == "hidden" and not meant(id, known)
            remedy = "Take the line away." if gone else nearest(id, known)
            yield source.problem((*at, n), f"no {noun} is called `{id}`", remedy, "hint" if gone else "error")
        elif id in ids[:n]:
            yield source.problem((*at, n), f"`{id}` stands twice in `{at[-1]}`", "Keep one of them.")


def shown(content: Content) -> Content:
    """Return the content without what is hidden, its phases in the site's order."""
    hidden, order = content.site.hidden, content.site.order
    gone = frozenset(hidden.tools)
    phases = [phase.model_copy(update={"order": _kept(phase.order, gone)}) for phase in content.vocabulary.phases]
    away = {lang: [page for page in read if is_hidden(page, hidden)] for lang, read in content.pages.items()}
    return replace(
        content,
        vocabulary=content.vocabulary.model_copy(update={"phases": _ordered(phases, order)}),
        tools={id: _parted(tool, gone) for id, tool in content.tools.items() if id not in gone},
        pages={lang: tuple(page for page in read if page not in away[lang]) for lang, read in content.pages.items()},
        hidden_tools={id: tool for id, tool in content.tools.items() if id in gone},
        hidden_pages={lang: frozenset(src for page in pages for src in _files(page)) for lang, pages in away.items()},
    )


def is_hidden(page: Page, hidden: Hidden) -> bool:
    """Whether the page is not shown."""
    if page.front.tool:
        return page.front.tool in hidden.tools
    return page.front.pair in hidden.pages and page.front.kind not in ALWAYS


def _files(page: Page) -> Iterator[str]:
    """The paths by which pages link to a page; those that another language lends know it by the name there."""
    yield page.src
    yield from (f"{old.rstrip('/')}.md" for old in page.front.redirect_from)


def told(problems: list[Problem], site: Site, found: Catalogue, pages: ByLanguage) -> list[Problem]:
    """Leave out gaps and hints in what is not shown: nobody will fill them. Errors stay, since the files are read."""
    files = {source.file for id, source in found.sources.items() if id in site.hidden.tools}
    files |= {page.file for read in pages.values() for page in read if is_hidden(page, site.hidden)}
    return [problem for problem in problems if problem.level == "error" or problem.file not in files]


def _ordered(phases: list[Phase], order: tuple[str, ...]) -> tuple[Phase, ...]:
    """The phases that `order` names, then the others as they were."""
    return tuple(sorted(phases, key=lambda phase: order.index(phase.id) if phase.id in order else len(order)))


def _parted(tool: Tool, gone: frozenset[str]) -> Tool:
    """The tool without its references to hidden ones."""
    checklists = tuple(_items_parted(one, gone) for one in tool.checklists)
    return tool.model_copy(update={"related": _kept(tool.related, gone), "checklists": checklists})


def _items_parted(checklist: M, gone: frozenset[str]) -> M:
    items = getattr(checklist, "items", ())
    if not any(gone.intersection(getattr(item, "helps", ())) for item in items):
        return checklist
    parted = tuple(item.model_copy(update={"helps": _kept(item.helps, gone)}) for item in items)
    return checklist.model_copy(update={"items": parted})  # type: ignore[attr-defined,no-any-return]


def _kept(ids: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)
