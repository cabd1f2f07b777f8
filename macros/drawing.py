"""Points of the drawings: a star and a radar, in a square of 320 × 320."""

from __future__ import annotations

import math

CENTRE = 160.0
OUTER, INNER = 124.0, 52.0
RING = 130.0
Point = tuple[float, float]


def spoke(number: int, count: int, radius: float) -> Point:
    """Return the end of spoke `number` (from 0, the first points up, clockwise) of `count`."""
    angle = 2 * math.pi * number / count
    return round(CENTRE + radius * math.sin(angle), 1), round(CENTRE - radius * math.cos(angle), 1)


def star(points: int) -> tuple[list[Point], list[Point]]:
    """Return the outline of a star, and its tips."""
    tips = [spoke(n, points, OUTER) for n in range(points)]
    dents = [spoke(2 * n + 1, 2 * points, INNER) for n in range(points)]
    return [point for pair in zip(tips, dents, strict=True) for point in pair], tips


def radar(axes: int, highest: int = 5) -> tuple[list[list[Point]], list[Point], list[Point]]:
    """Return the rings from the innermost, the ends of the axes, and the places of their numbers."""
    rings = [[spoke(n, axes, RING * level / highest) for n in range(axes)] for level in range(1, highest + 1)]
    return rings, rings[-1], [spoke(n, axes, RING + 16) for n in range(axes)]


def on_axis(number: int, axes: int, rating: float, highest: int = 5) -> Point:
    """Return the place of a rating on axis `number` (from 0) of a radar."""
    return spoke(number, axes, RING * rating / highest)


def path(points: list[Point]) -> str:
    """Return points as SVG writes them in `points`."""
    return " ".join(f"{x:g},{y:g}" for x, y in points)
