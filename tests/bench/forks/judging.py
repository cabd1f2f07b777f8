"""Compare what the overlay says of a fork with what is true, and its site with what it asked for."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from macros import survey
from macros.content import Content
from macros.model import Column, Entry, Item, Rated, Table, Tool
from macros.overlay import beneath
from macros.overlay.finding import Finding
from macros.problem import ContentError
from tests.bench.forks import truth
from tests.bench.forks.municipality import Change, Municipality
from tests.bench.forks.upstream import SERIAL, Upstream, places
from tests.conftest import TODAY

DAY = datetime.date.fromisoformat(TODAY)
FAULTS = ("conflicts", "missed", "false", "lost", "unchecked")


@dataclass
class Verdict:
    """How many of each there were, and the cases that must not be."""

    counts: Counter[str] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)

    def fault(self, name: str, case: str) -> None:
        """Count a case that must not be."""
        self.counts[name] += 1
        self.cases.append(f"{name}: {case}")

    def add(self, other: Verdict) -> None:
        """Count what another counted, too."""
        self.counts += other.counts
        self.cases += other.cases


def judge(up: Upstream, fork: Municipality, verdict: Verdict, when: str) -> dict[int, str]:
    """Judge a fork after a merge; return how its changes must stand, by the identity of each."""
    expected = truth.standing(up, fork.by_file())
    try:
        findings = beneath.findings(fork.root)
    except ContentError as error:
        verdict.fault("unchecked", f"{when}: {error.problems[0]}")
        return {**expected}
    site, problems = survey.survey(fork.root, DAY)
    if errors := [problem for problem in problems if problem.level == "error"]:
        verdict.fault("unchecked", f"{when}: {errors[0]}")
    for file, changes in fork.by_file().items():
        told = [finding for finding in findings if finding.mark.file == file]
        for change, finding in zip(changes, _each(told, len(changes)), strict=True):
            _compare(verdict, expected[id(change)], finding, f"{when}: {change}")
        if site:
            for change in _unmade(site, up, changes, _each(told, len(changes))):
                verdict.fault("lost", f"{when}: {change}")
    for name in (name for name in fork.files if name.endswith(".md")):
        states = [finding.state for finding in findings if finding.mark.file == name]
        if states != truth.of_whole(up, name, fork.files[name]):
            verdict.fault("missed", f"{when}: {name} is told as {states}")
        if site and name not in [page.file for pages in site.pages.values() for page in pages]:
            verdict.fault("lost", f"{when}: {name}")
    return {**expected}


def _each(told: list[Finding], number: int) -> list[Finding | None]:
    """The finding of each change in a file; one of the whole file is that of each."""
    if len(told) == 1 and not told[0].op:
        return [*told] * number
    return [*told, *[None] * number][:number]


def _compare(verdict: Verdict, expected: str, finding: Finding | None, case: str) -> None:
    verdict.counts[expected] += 1
    if finding is None:
        verdict.fault("lost", f"{case} is not told of")
    elif finding.state != expected:
        name = "false" if expected == "current" else "missed"
        verdict.fault(name, f"{case} is {expected}, and told as {finding.state} ({finding.why})")


def _unmade(site: Content, up: Upstream, changes: list[Change], told: list[Finding | None]) -> Iterator[Change]:
    """Yield the changes that are told to be made, and are not."""
    made = [
        change
        for change, one in zip(changes, told, strict=True)
        if one and one.state in ("current", "unrecorded", "drifted")
    ]
    if made and made[0].lang:
        page = next(page for page in site.pages[made[0].lang] if made[0].tool in (page.front.tool, page.front.pair))
        ids = {heading.id for heading in page.headings if heading.level == 2}
        gone = (change.op["op"] == "remove" and change.op["id"] in ids for change in made)
        yield from (one for one, there in zip(made, gone, strict=True) if there or one.words not in page.body)
    elif made:
        yield from _unmade_in_tool(site, up, changes, made)


def _unmade_in_tool(site: Content, up: Upstream, changes: list[Change], made: list[Change]) -> Iterator[Change]:
    shared, tool = up.tools[made[0].tool], site.tools[made[0].tool]
    said = tool.model_dump_json()
    yield from (change for change in made if change.words not in said)
    for change in (change for change in made if "list" in change.op):
        words = tool.synonyms.in_("da") if tool.synonyms else ()
        if (change.op["item"] in words) == (change.op["op"] == "remove"):
            yield change
    _, orders = truth.of_tool(up, changes[0].tool, changes)
    for serial, order in orders.items():
        real = tool.checklists if serial == shared[SERIAL] else _listed(tool, _name(shared, changes, serial))
        if [one.id for one in real] != [_name(shared, changes, one) for one in order]:
            yield changes[0]


def _listed(tool: Tool, id: str) -> Sequence[Item | Rated | Entry | Column]:
    """What stands in a checklist."""
    checklist = next(one for one in tool.checklists if one.id == id)
    return checklist.columns if isinstance(checklist, Table) else checklist.items


def _name(shared: dict[str, object], changes: list[Change], serial: int) -> str:
    if serial >= truth.OWN:
        return str(changes[serial - truth.OWN].op["item"]["id"])
    return next(str(place.node["id"]) for place in places(shared) if place.node[SERIAL] == serial)
