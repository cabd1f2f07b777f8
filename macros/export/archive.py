"""The archives that office files are: packed alike, wherever and whenever it is done."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)


def repacked(saved: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Pack an archive anew, with one and the same time on every part; `changes` say what becomes of a part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, changes.get(name, bytes)(old.read(name)))
    return packed.getvalue()
