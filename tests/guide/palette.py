"""Pictures of text in few colours: PNG with a palette is crisp, and a third of the size."""

from __future__ import annotations

import struct
import zlib
from collections import Counter

Rgb = tuple[int, int, int]
COLOURS = 32
# Colours nearer to each other than this look alike.
NEAR = 12


def png(pixels: bytes, width: int) -> bytes:
    """Return a PNG in the colours that are met most; `pixels` are red, green, blue and alpha, row by row."""
    all_of = list(zip(pixels[::4], pixels[1::4], pixels[2::4], strict=True))
    counts = Counter(all_of)
    palette = _palette(counts)
    index = {colour: min(range(len(palette)), key=lambda n: _apart(colour, palette[n])) for colour in counts}
    places = bytes(index[colour] for colour in all_of)
    rows = b"".join(b"\0" + places[at : at + width] for at in range(0, len(places), width))
    head = struct.pack(">IIBBBBB", width, len(places) // width, 8, 3, 0, 0, 0)
    chunks = (b"IHDR", head), (b"PLTE", bytes(sum(palette, ()))), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _palette(counts: Counter[Rgb]) -> list[Rgb]:
    """The colours that are met most, none too near to another."""
    chosen: list[Rgb] = []
    for colour, _ in counts.most_common():
        if all(_apart(colour, other) > NEAR**2 for other in chosen):
            chosen.append(colour)
        if len(chosen) == COLOURS:
            break
    return chosen


def _apart(one: Rgb, other: Rgb) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
