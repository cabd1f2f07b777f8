"""Contrasts that axe-core leaves undecided: which tokens they are made of, and what those are tested for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from playwright.sync_api import Page

from macros.colour import Rgb, contrast, rgb
from macros.palette import PAIRS, TEXT, shared

# Text of 24 px, or of 18.66 px in bold: WCAG calls it large, and it needs less.
LARGE = 3.0
# Each text's colour, its ground's, and whether it is large; and what the tokens are on this page, a municipality's own
# colours among them. The ground is what is painted below the text, else the nearest background around it.
COLOURS = """([selectors, names]) => {
    const clear = (colour) => /rgba\\(.*, 0\\)|none|transparent/.test(colour);
    const painted = (one) => {
        const { fill, backgroundColor } = getComputedStyle(one);
        const shape = one instanceof SVGGeometryElement;
        return clear(shape ? fill : backgroundColor) ? null : shape ? fill : backgroundColor;
    };
    const around = (one) => !one ? 'rgb(255, 255, 255)' : painted(one) ?? around(one.parentElement);
    const below = (text) => {
        if (!(text instanceof SVGElement)) return around(text);
        text.scrollIntoView({ block: 'center' });
        const box = text.getBoundingClientRect();
        const stack = document.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        const colour = stack.filter((one) => !one.closest('header')).map(painted).find(Boolean);
        return colour ?? around(text);
    };
    const root = getComputedStyle(document.documentElement);
    const tokens = Object.fromEntries(names.map((name) => [name, root.getPropertyValue(`--iv-${name}`).trim()]));
    const found = selectors.map((selector) => {
        const text = document.querySelector(selector);
        const { color, fill, fontSize, fontWeight } = getComputedStyle(text);
        const size = parseFloat(fontSize);
        const large = size >= 24 || size >= 18.66 && fontWeight >= 700;
        return [text instanceof SVGElement ? fill : color, below(text), large];
    });
    return [found, tokens];
}"""


class Measured(NamedTuple):
    """A text's colour, its ground's, the least they need, and the names that each has among the tokens."""

    text: Rgb
    ground: Rgb
    needed: float
    texts: tuple[str, ...]
    grounds: tuple[str, ...]


class Decided(NamedTuple):
    """A pair of tokens that decides a contrast; `why` is axe-core's reason for leaving it."""

    text: str
    ground: str
    ratio: float
    needed: float
    why: str


def measure(page: Page, selectors: Sequence[str]) -> list[Measured]:
    """Return the colours at the selectors."""
    if not selectors:
        return []
    found, css = page.evaluate(COLOURS, [list(selectors), list(shared("light"))])
    tokens = {name: rgb(value) for name, value in css.items()}
    return [_measured(rgb_of(text), rgb_of(ground), large, tokens) for text, ground, large in found]


def decide(found: Measured, why: str) -> Decided | None:
    """Return the pair of tokens that the tests measure (`macros/palette.py`); None where there is none."""
    for text, grounds, _ in PAIRS:
        for ground in grounds:
            if text in found.texts and ground in found.grounds:
                ratio = int(contrast(found.text, found.ground) * 100) / 100
                return Decided(text, ground, ratio, found.needed, why)
    return None


def rgb_of(css: str) -> Rgb:
    """Return the channels of what a browser computes: `rgb(1, 2, 3)`."""
    red, green, blue = map(int, re.findall(r"\d+", css)[:3])
    return red, green, blue


def _measured(text: Rgb, ground: Rgb, large: bool, tokens: Mapping[str, Rgb]) -> Measured:
    texts, grounds = (tuple(name for name, value in tokens.items() if value == one) for one in (text, ground))
    return Measured(text, ground, LARGE if large else TEXT, texts, grounds)
