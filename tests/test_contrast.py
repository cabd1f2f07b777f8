"""Every token that is read or found by its colour stands out from its grounds, in both palettes and on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.colour import Rgb, contrast, rgb
from macros.palette import PAIRS
from tests.conftest import ROOT

DECORATION = {"rule", "rest"}
CASES = [(text, ground, needed) for text, grounds, needed in PAIRS for ground in grounds]
WHITE = ("paper", "sheet", "sunk", "done-tint", "part-tint", "none-tint", "skip-tint")
LIGHT = ":root"
DARK_BY_SYSTEM = ':root:not([data-theme="light"])'
DARK_BY_CHOICE = ':root[data-theme="dark"]'
PAPER = ':root,\n  :root:not([data-theme="light"]),\n  :root[data-theme]'
CHANNEL = st.integers(0, 255)
COLOUR = st.tuples(CHANNEL, CHANNEL, CHANNEL)


def declared(selector: str) -> dict[str, str]:
    """What the style sheet declares in the one block with this selector, by property."""
    css = re.sub(r"/\*.*?\*/", "", (ROOT / "assets/css/tokens.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    (block,) = re.findall(rf"(?:^|[}}{{])\s*{re.escape(selector)}\s*{{([^{{}}]*--iv-paper[^{{}}]*)}}", css)
    return dict(re.findall(r"([\w-]+):\s*([^;]+);", block))


def colours(selector: str) -> Mapping[str, Rgb]:
    """The block's colours by the token's short name."""
    return {name[5:]: rgb(value) for name, value in declared(selector).items() if value.startswith("#")}


@pytest.mark.parametrize("palette", [LIGHT, DARK_BY_CHOICE, PAPER], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(("text", "ground", "needed"), CASES)
def test_what_is_read_or_used_stands_out_from_its_ground(text: str, ground: str, needed: float, palette: str) -> None:
    tokens = colours(palette)

    assert contrast(tokens[text], tokens[ground]) >= needed


def test_every_colour_that_bears_meaning_is_measured() -> None:
    measured = {token for text, grounds, _ in PAIRS for token in (text, *grounds)}

    assert measured | DECORATION == set(colours(LIGHT))


def test_dark_is_the_same_by_system_and_by_choice() -> None:
    assert declared(DARK_BY_SYSTEM) == declared(DARK_BY_CHOICE)


def test_dark_gives_every_colour_a_value_of_its_own() -> None:
    assert colours(DARK_BY_CHOICE).keys() == colours(LIGHT).keys()


def test_paper_is_black_on_white() -> None:
    tokens = colours(PAPER)

    assert tokens.keys() == colours(LIGHT).keys()
    assert {tokens[name] for name in WHITE} == {(255, 255, 255)}
    assert {tokens[name] for name in ("ink", "thread", "done", "part", "none")} == {(0, 0, 0)}


@given(COLOUR, COLOUR)
def test_contrast_lies_between_1_and_21_whichever_comes_first(one: Rgb, other: Rgb) -> None:
    assert 1.0 <= contrast(one, other) == contrast(other, one) <= 21.0 + 1e-9


@pytest.mark.parametrize(
    ("text", "ground", "expected"),
    [("#000", "#fff", 21.0), ("#fff", "#ffffff", 1.0), ("#767676", "#fff", 4.54), ("#0000ff", "#fff", 8.59)],
)
def test_contrast_agrees_with_what_others_compute(text: str, ground: str, expected: float) -> None:
    assert round(contrast(rgb(text), rgb(ground)), 2) == expected


def test_a_channel_beyond_255_is_refused() -> None:
    with pytest.raises(ValueError, match="0 to 255, not 256"):
        contrast((0, 0, 256), (0, 0, 0))


@pytest.mark.parametrize("text", ["red", "#12", "#12345", "#1234567", "9c1646", "#ggg"])
def test_a_colour_that_is_written_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a colour such as"):
        rgb(text)
