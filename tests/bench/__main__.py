"""`make bench`: what the site costs to build and to load, and how well and how fast it is searched.

All of it beside others in the same run. Numbers are for reading side by side; no test depends on them.
More words choose a part and the sizes: `make bench ARGS="search 29 250"`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import building, searching

PARTS = ("build", "search")


def main(words: Sequence[str]) -> int:
    """Measure the parts that are named, or all, with so many tools; return the exit code."""
    unknown = [word for word in words if word not in PARTS and not word.isdigit()]
    if unknown:
        print(f"`{unknown[0]}` is not a part. Say `build` or `search`, or how many tools.", file=sys.stderr)
        return 2
    parts = [word for word in words if word in PARTS] or PARTS
    sizes = [int(word) for word in words if word.isdigit()]
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
        sites = building.built(Path(folder))
        if "build" in parts:
            building.report(sites, sizes or building.SIZES)
        if "search" in parts:
            searching.report(sites, sizes or searching.SIZES)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
