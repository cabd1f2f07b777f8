"""axe-core on a page: what it finds wrong, and what it leaves undecided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.audit import contrasts
from tests.conftest import ROOT

FOLDER = ROOT / "node_modules/axe-core"
AXE = (FOLDER / "axe.min.js").read_text(encoding="utf-8")
# All rules that are on by default, and the one of WCAG 2.2 that is not. No rule needs the style sheets to be fetched.
ALL = {"rules": {"target-size": {"enabled": True}}}
# The rules that see another palette on a page that is otherwise the same.
OF_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block"]}
RUN_AXE = """async (options) => {
    const resultTypes = ['violations', 'incomplete'];
    const { violations, incomplete } = await axe.run({ ...options, resultTypes, preload: false });
    const told = (found) => found.flatMap(({ id, help, nodes }) => nodes.map(({ html, target, any, all, none }) => {
        const why = [...any, ...all, ...none].map(({ data }) => data?.messageKey).find(Boolean) ?? '';
        return { id, help, html, target: target.flat().join(' '), why };
    }));
    return { wrong: told(violations), unsure: told(incomplete) };
}"""


class Found(NamedTuple):
    """What is wrong on a page, what stays undecided, and which contrasts were decided by their tokens."""

    wrong: list[dict[str, str]]
    unsure: list[dict[str, str]]
    decided: list[contrasts.Decided]


def version() -> str:
    """Return which axe-core it is."""
    return str(json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["version"])


def look(page: Page, options: Mapping[str, Any] = ALL) -> Found:
    """Let axe-core look; the contrasts that it can't decide are decided by the tokens they are made of."""
    if not page.evaluate("'axe' in self"):
        page.evaluate(AXE)
    found: dict[str, list[dict[str, Any]]] = page.evaluate(RUN_AXE, options)
    unsure = [one for one in found["unsure"] if one["id"] == "color-contrast"]
    others = [one for one in found["unsure"] if one["id"] != "color-contrast"]
    wrong, decided = [], []
    for one, measured in zip(unsure, contrasts.measure(page, [one["target"] for one in unsure]), strict=True):
        pair = contrasts.decide(measured, one["why"])
        if pair is None:
            others.append({**one, "why": f"{one['why']}: {measured.text} on {measured.ground}"})
        elif pair.ratio < pair.needed:
            wrong.append({**one, "why": f"{pair.ratio} of {pair.needed}"})
        else:
            decided.append(pair)
    return Found(found["wrong"] + wrong, others, decided)


def examine(page: Page) -> list[dict[str, str]]:
    """Return what is wrong, and the contrasts that nothing decides."""
    found = look(page)
    return found.wrong + [one for one in found.unsure if one["id"] == "color-contrast"]
