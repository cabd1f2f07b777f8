"""Colours by lightness, chroma and hue, so that one can be made lighter or darker and still look like itself.

Source: Björn Ottosson, “A perceptual color space for image processing” (OKLab), 2020.
"""

from __future__ import annotations

from typing import NamedTuple

from macros.colour import Rgb, linear

# So fine is chroma taken back until a colour fits the screen; finer makes no other 8-bit colour.
HALVINGS = 16


class Lab(NamedTuple):
    """Lightness from 0 (black) to 1 (white); `a` and `b` together are chroma and hue, both 0 for a grey."""

    light: float
    a: float
    b: float

    def times(self, chroma: float) -> Lab:
        """Return the colour of the same lightness and hue with so many times the chroma."""
        return Lab(self.light, self.a * chroma, self.b * chroma)


def lab(colour: Rgb) -> Lab:
    """Return an sRGB colour as OKLab."""
    red, green, blue = map(linear, colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return Lab(
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def fitted(colour: Lab) -> Rgb:
    """Return the sRGB colour of the same lightness and hue, with as much of the chroma as a screen can show."""
    colour = colour._replace(light=min(max(colour.light, 0.0), 1.0))
    if _fits(colour):
        return _rounded(colour)
    least, most = 0.0, 1.0
    for _ in range(HALVINGS):
        half = (least + most) / 2
        least, most = (half, most) if _fits(colour.times(half)) else (least, half)
    return _rounded(colour.times(least))


def _channels(colour: Lab) -> tuple[float, float, float]:
    """Linear light; below 0 or above 1 where no screen can show it."""
    long = (colour.light + 0.3963377774 * colour.a + 0.2158037573 * colour.b) ** 3
    middle = (colour.light - 0.1055613458 * colour.a - 0.0638541728 * colour.b) ** 3
    short = (colour.light - 0.0894841775 * colour.a - 1.2914855480 * colour.b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _fits(colour: Lab) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in _channels(colour))


def _rounded(colour: Lab) -> Rgb:
    red, green, blue = (_encoded(min(max(channel, 0.0), 1.0)) for channel in _channels(colour))
    return red, green, blue


def _encoded(share: float) -> int:
    return round(255 * (12.92 * share if share <= 0.0031308 else 1.055 * share ** (1 / 2.4) - 0.055))
