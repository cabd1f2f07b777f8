"""Which scripts a page loads, beside the one that all have."""

from __future__ import annotations

from collections.abc import Mapping

from macros.assets import LATER
from macros.called import calls
from macros.model import Tool
from macros.pages import Page

# By the kind of the page.
BY_KIND = {"plan": "plan", "guide": "choose", "catalogue": "choose", "tryout": "tryout"}

# What a page with checklists does not begin with, by the names of files and folders in `assets/ts/`.
LATE = {*LATER, *BY_KIND.values()}


def is_late(file: str) -> bool:
    """Whether a script of `assets/ts/` is none that a page with checklists begins with."""
    return file.removeprefix("assets/ts/").partition("/")[0].removesuffix(".ts") in LATE


def scripts(page: Page, tools: Mapping[str, Tool]) -> list[str]:
    """Return the names of the bundles that a page needs because it is more than read."""
    if own := BY_KIND.get(page.front.kind):
        return [own]
    return [*(["sort"] if calls(page, "status_table") else []), *_of_forms(page, tools)]


def _of_forms(page: Page, tools: Mapping[str, Tool]) -> list[str]:
    """Those for the kinds of checklist that a page shows: what tables and ratings need is not for all."""
    places = {(args.get("tool") or page.front.tool or "", args["id"]) for args, _ in calls(page, "checklist")}
    kinds = {one.kind for tool, id in places if tool in tools for one in tools[tool].checklists if one.id == id}
    if not kinds:
        return []
    return [*(["assessment"] if "assessment" in kinds else []), "table" if "table" in kinds else "checklist"]
