"""The look's colours in both palettes: which stand on which, and a municipality's own among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from macros.colour import Rgb, contrast, rgb, written
from macros.oklch import Lab, fitted, lab

Theme = Literal["light", "dark"]
Colours = Mapping[str, Rgb]
TOKENS = Path(__file__).parent.parent / "assets/css/tokens.css"
THEMES: Mapping[Theme, str] = {"light": ":root", "dark": ':root[data-theme="dark"]'}
TEXT, CONTROL = 4.5, 3.0
# Token, the grounds it stands on, and what it needs there.
PAIRS = (
    ("ink", ("paper", "sheet", "sunk"), TEXT),
    ("quiet", ("paper", "sheet", "sunk"), TEXT),
    ("paper", ("ink",), TEXT),
    ("thread", ("paper", "sheet", "sunk"), CONTROL),
    ("edge", ("paper", "sheet"), CONTROL),
    ("done", ("done-tint", "paper"), TEXT),
    ("part", ("part-tint", "paper"), TEXT),
    ("none", ("none-tint", "paper"), TEXT),
    ("skip", ("skip-tint", "paper"), TEXT),
    ("thread", ("done-tint", "part-tint", "none-tint", "skip-tint"), CONTROL),
)
# What can be given, each after what it stands on; and what follows from it, so that nothing of the old hue is left.
OWN = ("paper", "ink", "thread")
FOLLOWING = {"paper": ("sheet", "sunk", "rule"), "ink": (), "thread": ("rest",)}
# So much lightness is a step in looking for the nearest colour.
STEP = 0.002


class Low(NamedTuple):
    """A colour that does not stand out enough: which, on which ground, how much, and what is needed."""

    text: str
    ground: str
    ratio: float
    needed: float


@cache
def shared(theme: Theme) -> Colours:
    """Return the colours of a palette by name, as the style sheet has them."""
    css = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    block = re.search(rf"(?:^|[}}{{])\s*{re.escape(THEMES[theme])}\s*{{([^{{}}]*--iv-paper[^{{}}]*)}}", css)
    return {name: rgb(value) for name, value in re.findall(r"--iv-([\w-]+):\s*(#\w+);", block[1] if block else "")}


def own(theme: Theme, given: Colours) -> Colours:
    """Return the colours that a municipality gives, and those that follow from them."""
    known, found = shared(theme), dict(given)
    for name in given:
        for other in FOLLOWING[name]:
            found[other] = _following(given[name], known[name], known[other], moved=name == "paper")
    return found


def _following(given: Rgb, before: Rgb, other: Rgb, moved: bool) -> Rgb:
    """Return what `other` becomes when `before` becomes `given`: of its hue, and as much paler or stronger as it was.

    Its lightness moves along, or stays.
    """
    hue, from_, to = lab(given), lab(before), lab(other)
    light = hue.light + to.light - from_.light if moved else to.light
    return fitted(hue.times(_chroma(to) / _chroma(from_))._replace(light=light))


def low(theme: Theme, given: Colours, name: str) -> list[Low]:
    """Return where one of the given colours does not stand out enough, or lets others down; the worst first.

    The paper does not answer for the colours that are given after it.
    """
    palette, mine = {**shared(theme), **own(theme, given)}, (name, *FOLLOWING[name])
    later = set(OWN[OWN.index(name) + 1 :]) & given.keys()
    found = [
        Low(text, ground, ratio, needed)
        for text, ground, needed in _pairs()
        if (text in mine or ground in mine) and not {text, ground} & later
        if (ratio := contrast(palette[text], palette[ground])) < needed
    ]
    return sorted(found, key=lambda one: one.ratio / one.needed)


def nearest(theme: Theme, given: Colours, name: str) -> Rgb:
    """Return a given colour made lighter or darker, as little as it takes to stand out; its hue stays."""
    start = lab(given[name])
    for steps in range(int(1 / STEP) + 1):
        for light in (start.light - steps * STEP, start.light + steps * STEP):
            colour = fitted(start._replace(light=light)) if steps else given[name]
            if not low(theme, {**given, name: colour}, name):
                return colour
    return shared(theme)[name]


def mended(theme: Theme, given: Colours) -> Colours:
    """Return the given colours, each the nearest that stands out beside those before it."""
    right: dict[str, Rgb] = {}
    for name in (name for name in OWN if name in given):
        right[name] = nearest(theme, {**given, **right}, name)
    return right


def sheet(given: Mapping[Theme, Colours]) -> str:
    """Return the style sheet that lays the given colours over the look's; empty where none are given.

    It speaks of the screen only: paper stays black on white.
    """
    light, dark = (_declared(own(theme, given.get(theme, {}))) for theme in THEMES)
    rules = [f":root {{ {light} }}"] if light else []
    if dark:
        chosen = f"{THEMES['dark']} {{ {dark} }}"
        rules += [f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark} }} }}', chosen]
    return "\n".join(["@media screen {", *rules, "}", ""]) if rules else ""


def _declared(colours: Colours) -> str:
    return " ".join(f"--iv-{name}: {written(colour)};" for name, colour in colours.items())


def _pairs() -> Iterator[tuple[str, str, float]]:
    return ((text, ground, needed) for text, grounds, needed in PAIRS for ground in grounds)


def _chroma(colour: Lab) -> float:
    return float((colour.a**2 + colour.b**2) ** 0.5)
