"""Points of the drawings: a star, a radar and a ring in a square of 320 × 320, and a rainbow in 344 × 176."""

from __future__ import annotations

import math
from typing import NamedTuple

CENTRE = 160.0
OUTER, INNER = 124.0, 52.0
RING = 130.0
# Ratings go from 1 to this.
HIGHEST = 5
# The rainbow's outermost and innermost arcs; the middle of them all lies at (172, 172).
SKY, GROUND = 170.0, 58.0
# From the middle of a band down to the line that its name stands on: half the height of a letter.
HALF_LETTER = 4.7
# As many letters stand beside each other within the innermost arc.
CORE_LETTERS = 11
NODE, GAP = 15.0, 24.0
Point = tuple[float, float]


class Node(NamedTuple):
    """A node of the ring: where it is, and where its name begins, lies about or ends (`anchor`)."""

    at: Point
    name: Point
    anchor: str


def spoke(number: float, count: int, radius: float) -> Point:
    """Return the end of spoke `number` (from 0, the first points up, clockwise) of `count`."""
    angle = 2 * math.pi * number / count
    return round(CENTRE + radius * math.sin(angle), 1), round(CENTRE - radius * math.cos(angle), 1)


def star(points: int) -> tuple[list[Point], list[Point]]:
    """Return the outline of a star, and its tips."""
    tips = [spoke(n, points, OUTER) for n in range(points)]
    dents = [spoke(2 * n + 1, 2 * points, INNER) for n in range(points)]
    return [point for pair in zip(tips, dents, strict=True) for point in pair], tips


def radar(axes: int) -> tuple[list[list[Point]], list[Point], list[Point]]:
    """Return the rings from the innermost, the ends of the axes, and the places of their numbers."""
    rings = [[spoke(n, axes, RING * level / HIGHEST) for n in range(axes)] for level in range(1, HIGHEST + 1)]
    return rings, rings[-1], [spoke(n, axes, RING + 16) for n in range(axes)]


def on_axis(number: int, axes: int, rating: float) -> Point:
    """Return the place of a rating on axis `number` (from 0) of a radar."""
    return spoke(number, axes, RING * rating / HIGHEST)


def rainbow(layers: int) -> list[tuple[float, float]]:
    """Return for each layer, from the outermost, the radius of its arc, and of the arc that its name stands on."""
    band = (SKY - GROUND) / (layers - 1)
    radii = [SKY - band * n for n in range(layers)]
    return [(round(radius, 1), round(radius - band / 2 - HALF_LETTER, 1)) for radius in radii]


def ring(count: int) -> tuple[list[Node], list[list[Point]]]:
    """Return the nodes of a ring, with their names within it, and the arrowheads between them."""
    nodes = [_node(spoke(n, count, RING)) for n in range(count)]
    heads = [
        [spoke(n + place, count, RING + aside) for place, aside in ((0.46, -6), (0.54, 0), (0.46, 6))]
        for n in range(count)
    ]
    return nodes, heads


def _node(at: Point) -> Node:
    x, y = at
    if abs(x - CENTRE) < NODE:
        return Node(at, (x, y + math.copysign(GAP + 8, CENTRE - y)), "middle")
    return Node(at, (x - GAP, y), "end") if x > CENTRE else Node(at, (x + GAP, y), "start")


def path(points: list[Point]) -> str:
    """Return points as SVG writes them in `points`."""
    return " ".join(f"{x:g},{y:g}" for x, y in points)
