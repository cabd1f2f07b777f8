"""`make audit`: looks at every page of the built site with axe-core, and writes a report of what it found.

A municipality can attach the report to its statement about accessibility. `ARGS="--pages vaerktoejer/styregruppe"`
looks only at pages with that in their address, and leaves the report alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence

from macros import settings
from tests.audit import looking, pages, report
from tests.conftest import ROOT

FOLDER = ROOT / ".cache/audit"


def main(words: Sequence[str]) -> int:
    """Look at the pages that are asked for, or all; return the exit code."""
    parser = argparse.ArgumentParser("make audit", description="Look at every page of the built site with axe-core.")
    parser.add_argument("--pages", nargs="+", default=[], metavar="PART", help="only pages with this in their address")
    asked = parser.parse_args(words).pages
    site = settings.load(ROOT)
    every = pages.listed(ROOT / "site", site.built)
    wanted = [page for page in every if not asked or any(part.strip("/") in page.path for part in asked)]
    if not wanted:
        print(f"No page has `{asked[0]}` in its address. Say a part of one, as in `{every[-1].name}`.", file=sys.stderr)
        return 2
    looked = _followed(wanted, looking.at_all(ROOT / "site", wanted, pages.of_each_kind(every)))
    found = report.gathered(looked)
    if not asked:
        for file in report.written(FOLDER, found, site):
            print(f"{file.relative_to(ROOT)} is written.", file=sys.stderr)
    for line in report.lines(found):
        print(line)
    return 1 if found.wrong else 0


def _followed(wanted: Sequence[pages.Address], found: Iterable[looking.Looked]) -> Iterator[looking.Looked]:
    """Tell of each page when it is done, and how long all took."""
    begun = time.monotonic()
    for number, one in enumerate(found, start=1):
        said = f"{len(one.wrong)} violations" if one.wrong else f"{sum(one.looks.values())} looks"
        print(f"{number}/{len(wanted)} {one.page.name}: {said}", file=sys.stderr, flush=True)
        yield one
    print(f"That took {time.monotonic() - begun:.0f} s.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
