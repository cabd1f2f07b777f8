"""Lines of a YAML file that do not fit in with those around them: items of lists, and keys in another column."""

from __future__ import annotations

import re

from macros.problem import shown
from macros.yaml_stop import Place, Said, Stop

LINE_UP = "Begin the line in the same column as its neighbours, and indent with spaces, two for each level."
# What is typed for the hyphen and the space that begin an item, before a key.
NO_HYPHEN = re.compile(r"(?P<indent> *)(?P<sign>-(?=[\w\"'])|[–—−•·‣▪●*]\s*)[\w.-]+:(?:\s|$)")


def list_sign(stop: Stop) -> Said | None:
    """A sign that is no hyphen, or a hyphen without its space, before the first key of an item."""
    above = stop.above()
    for number in dict.fromkeys((above.line if above else stop.at.line, stop.at.line)):
        if found := NO_HYPHEN.match(stop.lines[number]):
            sign = found["sign"].strip()
            fault = (
                "there is no space after the hyphen" if sign == "-" else f"`{sign}` does not begin an item of a list"
            )
            return Said(Place(number, found.end("indent")), fault, "Write a hyphen and a space, as in `- id: …`.")
    return None


def no_sign(stop: Stop) -> Said | None:
    """An item that begins in the column of the hyphens above, without one."""
    first = stop.lines[stop.began.line][stop.began.column :]
    key = re.match(r"- +(?P<key>[\w.-]+):", first)
    if "expected '-' indicator" in stop.problem and key and stop.line.lstrip().startswith(f"{key['key']}:"):
        return Said(stop.at, "an item of a list begins here without its hyphen", f"Write `- ` before `{key['key']}`.")
    return None


def under_a_text(stop: Stop, above: Place) -> Said:
    """A line that is indented under one with a text; where that one stands too far to the left, it is the slip."""
    indent = len(stop.line) - len(stop.line.lstrip())
    key = shown(stop.lines[above.line].strip().removeprefix("- ").partition(":")[0], 40)
    over = stop.keyed(above.line)
    holds = over and re.fullmatch(r"[\w.-]+:\s*", stop.lines[over.line][over.column :])
    if over and holds and above.column < indent == over.column + 2:
        name = stop.lines[over.line][over.column :].strip().rstrip(":")
        remedy = f"Begin it in column {indent + 1}, like the line below it."
        return Said(above, f"`{key}` is not indented like the other lines under `{name}`", remedy)
    return Said(Place(stop.at.line, indent), f"this line is indented under `{key}`, which has a text already", LINE_UP)


def out_of_line(stop: Stop) -> Said | None:
    """A line that begins in a column of its own."""
    if "did not find expected" in stop.problem:
        return Said(stop.at, "this line does not fit in with the lines above it", LINE_UP)
    if "block scalar" in stop.context or "indentation" in stop.problem:
        return Said(stop.at, "this line is not indented like the lines above it", LINE_UP)
    return None
