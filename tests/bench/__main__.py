"""`make bench`: what the site costs to build and to load, how well it is searched, and what merges cost forks.

The first two beside others in the same run: numbers for reading side by side, which no test depends on. Forks that
lose something, or are told wrong, fail the run.
More words choose a part and the sizes: `make bench ARGS="search 29 250"`, or `ARGS="forks 40 10"`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench import building, searching
from tests.bench.forks import running

PARTS = ("build", "search", "forks")


def main(words: Sequence[str]) -> int:
    """Measure the parts that are named, or all, with so many tools, forks and releases; return the exit code."""
    unknown = [word for word in words if word not in PARTS and not word.isdigit()]
    if unknown:
        print(f"`{unknown[0]}` is not a part. Say `build`, `search` or `forks`, or how many.", file=sys.stderr)
        return 2
    parts = [word for word in words if word in PARTS] or PARTS
    sizes = [int(word) for word in words if word.isdigit()]
    code = running.report(*(sizes[:3] if parts == ["forks"] else ())) if "forks" in parts else 0
    if parts == ["forks"]:
        return code
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
        sites = building.built(Path(folder))
        if "build" in parts:
            building.report(sites, sizes or building.SIZES)
        if "search" in parts:
            searching.report(sites, sizes or searching.SIZES)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
