"""Colours: how well one can be read on another."""

from __future__ import annotations

import re
from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]
HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def rgb(text: str) -> Rgb:
    """Read a colour such as `#9c1646` or `#fff`.

    Raises:
        ValueError: it is written in another way.
    """
    if not HEX.fullmatch(text):
        raise ValueError(f"`{text}` is not a colour such as `#9c1646`")
    digits = text[1:] if len(text) == 7 else "".join(2 * digit for digit in text[1:])
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def written(colour: Rgb) -> str:
    """Return a colour as style sheets have it: `#9c1646`."""
    return "#" + bytes(colour).hex()


def contrast(text: Rgb, ground: Rgb) -> float:
    """Contrast between two sRGB colours.

    Args:
        text, ground: (red, green, blue), each 0-255. No alpha: lay it on its ground first.

    Returns:
        A ratio without unit, from 1.0 (same colour) to 21.0 (black on white); the order of
        the arguments doesn't matter. Body text needs 4.5, large text 3.0.

    Raises:
        ValueError: a channel lies outside 0-255.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance" (threshold 0.04045; copies
        from before May 2021 say 0.03928, which changes no 8-bit colour).
    """
    darker, lighter = sorted((_luminance(text), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: int) -> float:
    """Return the light of an sRGB channel from 0 to 255, as a share of the most there is."""
    if not 0 <= channel <= 255:
        raise ValueError(f"a channel of a colour is 0 to 255, not {channel}")
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
