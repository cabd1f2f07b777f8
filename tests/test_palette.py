"""A municipality's own colours: what is offered always stands out, and stays what it was where it can."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros import palette
from macros.colour import Rgb, contrast, rgb, written
from macros.oklch import fitted, lab
from macros.palette import THEMES, Theme

CHANNEL = st.integers(0, 255)
COLOUR = st.tuples(CHANNEL, CHANNEL, CHANNEL)
GIVEN = st.dictionaries(st.sampled_from(palette.OWN), COLOUR, min_size=1)
THEME = st.sampled_from(list(THEMES))


@given(THEME, GIVEN)
@example("light", {"paper": (0, 0, 0), "ink": (255, 255, 255), "thread": (128, 128, 128)})
@example("dark", {"paper": (255, 255, 0), "ink": (255, 255, 0), "thread": (255, 255, 0)})
def test_the_colours_that_are_offered_stand_out_wherever_the_look_uses_them(
    theme: Theme, colours: dict[str, Rgb]
) -> None:
    offered = palette.mended(theme, colours)

    shown = {**palette.shared(theme), **palette.own(theme, offered)}
    assert offered.keys() == colours.keys()
    for text, grounds, needed in palette.PAIRS:
        for ground in grounds:
            if offered.keys() & {text, ground} or {"sheet", "sunk"} & {ground}:
                assert contrast(shown[text], shown[ground]) >= needed, (text, ground)


@given(THEME, GIVEN)
def test_a_colour_that_stands_out_is_left_as_it_is(theme: Theme, colours: dict[str, Rgb]) -> None:
    offered = palette.mended(theme, colours)

    assert palette.mended(theme, offered) == offered


@given(THEME, COLOUR)
def test_the_offered_colour_keeps_its_hue(theme: Theme, colour: Rgb) -> None:
    offered = palette.nearest(theme, {"thread": colour}, "thread")

    before, after = lab(colour), lab(offered)
    # Eight bits round a near-grey to any hue; what has a hue to see keeps it.
    if min(abs(complex(one.a, one.b)) for one in (before, after)) > 0.05:
        turned = complex(after.a, after.b) / complex(before.a, before.b)
        assert abs(turned.imag) / abs(turned) < 0.1
        assert turned.real > 0


@given(COLOUR)
def test_a_colour_comes_back_from_its_lightness_chroma_and_hue(colour: Rgb) -> None:
    assert max(abs(one - other) for one, other in zip(fitted(lab(colour)), colour, strict=True)) <= 1


@given(COLOUR)
def test_a_colour_is_read_as_it_was_written(colour: Rgb) -> None:
    assert rgb(written(colour)) == colour


@pytest.mark.parametrize("theme", THEMES)
def test_the_looks_own_colours_are_right(theme: Theme) -> None:
    shared = palette.shared(theme)

    assert palette.mended(theme, {name: shared[name] for name in palette.OWN}) == {
        name: shared[name] for name in palette.OWN
    }


@given(THEME, CHANNEL)
def test_what_follows_from_a_grey_paper_is_grey(theme: Theme, light: int) -> None:
    found = palette.own(theme, {"paper": (light, light, light)})

    assert list(found) == ["paper", "sheet", "sunk", "rule"]
    assert all(max(colour) - min(colour) <= 1 for colour in found.values())


def test_the_style_sheet_has_every_place_where_the_palette_stands_and_leaves_paper_alone() -> None:
    light, dark = {"thread": rgb("#005f73")}, {"thread": rgb("#5fb8cc")}

    sheet = palette.sheet({"light": light, "dark": dark})

    rules = re.findall(r"([^{}\n]+) \{ --iv-thread: (#\w+); --iv-rest: #\w+; \}", sheet)
    assert [(selector.strip(), colour) for selector, colour in rules] == [
        (":root", "#005f73"),
        (':root:not([data-theme="light"])', "#5fb8cc"),
        (':root[data-theme="dark"]', "#5fb8cc"),
    ]
    assert sheet.startswith("@media screen {")
    assert "@media (prefers-color-scheme: dark) { :root:not" in sheet


def test_without_colours_there_is_no_style_sheet() -> None:
    assert palette.sheet({"light": {}, "dark": {}}) == ""
