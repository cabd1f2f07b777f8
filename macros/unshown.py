"""Checklists that nobody sees, since no page shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from macros.called import calls
from macros.catalogue import Catalogue
from macros.pages import Page
from macros.problem import Problem


def hints(pages: Mapping[str, tuple[Page, ...]], found: Catalogue, broken: Collection[str]) -> Iterator[Problem]:
    """Yield the checklists of tools that have a page, and are shown on none; pages with `broken` calls may show any."""
    read = [page for own in pages.values() for page in own]
    shown = {(args.get("tool", page.front.tool), args["id"]) for page in read for args, _ in calls(page, "checklist")}
    written = {page.front.tool for page in read} - {page.front.tool for page in read if page.file in broken}
    for id, tool in found.tools.items():
        for n, checklist in enumerate(tool.checklists):
            if id in written and (id, checklist.id) not in shown:
                fault = f"no page shows the checklist `{checklist.id}`"
                remedy = f'Write `{{{{ checklist("{checklist.id}") }}}}` on the tool\'s page, in each language.'
                yield Problem(*found.sources[id].place(("checklists", n, "id")), fault, remedy, "hint")
