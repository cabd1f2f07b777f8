"""What readers are asked when they look for a tool. An answer that fits no tool is not offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from macros import facts
from macros.model import Tool
from macros.refs import ToolRef
from macros.render import Renderer

# Times around the table that people have, in minutes.
LIMITS = (60, 90, 120, 240)
KINDS = ("checklist", "assessment", "worksheet", "table")


@dataclass(frozen=True)
class Choice:
    """An answer: its value in the page's address, its words, how a sentence says it, and how many tools it leaves."""

    value: str
    words: str
    said: str
    left: int = 0


@dataclass(frozen=True)
class Question:
    """A question, its answers, and the words that leave it open."""

    name: str
    words: str
    unsaid: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Line:
    """A tool in the table of all tools, in words."""

    ref: ToolRef
    phase: str
    roles: str
    time: str
    helps: str


def guide(renderer: Renderer) -> dict[str, object]:
    """Return what the template of “find your tool” takes."""
    words = renderer.words
    names = ("phase", "role", "time", "obstacle")
    asked = [Question(name, words[f"ask_{name}"], words[f"any_{name}"], _choices(renderer, name)) for name in names]
    return {"questions": [question for question in asked if question.choices], "lines": list(_lines(renderer))}


def catalogue(renderer: Renderer) -> dict[str, object]:
    """Return what the template of the list of all tools takes, the choices of the form that narrows it among that."""
    return {
        "phases": renderer.phases(),
        "count": len(renderer.listed),
        "guide": renderer.guide,
        "time": partial(facts.time, renderer),
        "people": partial(facts.people, renderer),
        **{f"{name}_choices": _choices(renderer, name) for name in ("phase", "role", "time", "kind")},
    }


def _choices(renderer: Renderer, name: str) -> tuple[Choice, ...]:
    tools = [ref.tool for ref in renderer.listed]
    left = Counter(value for tool in tools for value in {*values(tool, name)})
    return tuple(replace(choice, left=left[choice.value]) for choice in _all(renderer, name) if choice.value in left)


def _all(renderer: Renderer, name: str) -> Iterator[Choice]:
    words, said, vocabulary = renderer.words, renderer.said, renderer.content.vocabulary
    if name == "phase":
        yield from (Choice(one.id, said(one.text), said(one.text)) for one in vocabulary.phases)
    elif name == "role":
        yield from (Choice(one.id, said(one.text), said(one.plural)) for one in vocabulary.roles)
    elif name == "obstacle":
        yield from (Choice(one.id, said(one.text), said(one.when)) for one in vocabulary.obstacles)
    elif name == "kind":
        yield from (Choice(kind, words[f"form_{kind}"], words[f"form_{kind}"]) for kind in KINDS)
    else:
        for limit in LIMITS:
            time = words.count("minutes", limit) if limit % 60 else words.count("hours", limit // 60)
            yield Choice(str(limit), words("at_most", time=time), time)


def values(tool: Tool, name: str) -> Iterable[str]:
    """The answers to one question that a tool fits."""
    if name == "time":
        return [str(limit) for limit in LIMITS if tool.minutes and tool.minutes <= limit]
    if name == "kind":
        return [one.kind for one in tool.checklists]
    return {"phase": (tool.phase,), "role": tool.roles, "obstacle": tool.obstacles}[name]


def _lines(renderer: Renderer) -> Iterator[Line]:
    said = {choice.value: choice.said for choice in _choices(renderer, "obstacle")}
    phases = {choice.value: choice.words for choice in _choices(renderer, "phase")}
    for ref in renderer.listed:
        helps = " · ".join(said[id] for id in ref.tool.obstacles)
        roles, time = facts.roles(renderer, ref.tool), facts.time(renderer, ref.tool)
        yield Line(ref, phases[ref.tool.phase], roles, time, helps)
