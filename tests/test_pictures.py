"""Pictures drawn from the vocabulary: the rainbow of determinants, and the loop of following up."""

from __future__ import annotations

import html
import itertools
import math
import re
from pathlib import Path

import pytest

from macros import drawing, render, survey, templates
from macros.spoken import spoken
from tests import base_site
from tests.conftest import ROOT
from tests.test_cases import TODAY

PICTURES = ("determinants", "follow_up_loop")


def drawn(tmp_path: Path, name: str, lang: str = "da", **files: str) -> str:
    root = base_site.make(tmp_path, files)
    renderer = render.Renderer(survey.load(root, TODAY), lang, templates.environment(ROOT))
    return spoken(str(getattr(renderer, name)()))


@pytest.mark.parametrize("lang", ["da", "sv"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_name_in_a_picture_stands_in_its_list_in_the_same_order(tmp_path: Path, name: str, lang: str) -> None:
    picture, _, rest = drawn(tmp_path, name, lang).partition("</svg>")

    names = re.findall(r"<b>(.*?)\.</b>", rest)
    assert len(names) == 3
    assert " ".join(re.findall(r">([^<\d]+)</text", picture)).startswith(" ".join(names))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_name_and_no_look_of_its_own(tmp_path: Path, name: str) -> None:
    found = drawn(tmp_path, name)

    assert re.search(r'role="img" aria-label="[^"]{20,}"', found)
    assert not re.search(r"style=|<image|fill=|stroke=|url\(", found)


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_missing_in_a_language_is_marked_with_the_other(tmp_path: Path, name: str) -> None:
    vocabulary = re.sub(r"      sv: (Det som gäller alla|Vad ska hända\?)\.?\n", "", base_site.VOCABULARY)

    found = drawn(tmp_path, name, "sv", **{"tools/_vocabulary.yml": vocabulary})

    assert re.search(r'</b> <span lang="da">(Det, der gælder alle\.|Hvad skal ske\?)</span>', html.unescape(found))


@pytest.mark.parametrize("layers", [3, 5, 6])
def test_every_name_of_the_rainbow_lies_within_its_band(layers: int) -> None:
    arcs = drawing.rainbow(layers)

    for (outer, line), (inner, _) in itertools.pairwise(arcs):
        assert inner < line < line + 2 * drawing.HALF_LETTER < outer
    assert (arcs[0][0], arcs[-1][0]) == (drawing.SKY, drawing.GROUND)


@pytest.mark.parametrize("steps", [3, 4, 5, 6, 7, 8])
def test_every_name_of_the_ring_lies_within_it(steps: int) -> None:
    nodes, heads = drawing.ring(steps)

    def from_centre(point: drawing.Point) -> float:
        return math.dist(point, (drawing.CENTRE, drawing.CENTRE))

    assert len(nodes) == len(heads) == steps
    for node in nodes:
        assert from_centre(node.at) == pytest.approx(drawing.RING, abs=0.1)
        assert from_centre(node.name) < drawing.RING - drawing.NODE / 2
        outward = {"end": node.at[0] - drawing.CENTRE, "start": drawing.CENTRE - node.at[0], "middle": 1.0}
        assert outward[node.anchor] > 0
