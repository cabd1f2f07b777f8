"""`make fuzz`: the loaders, the overlay and the parser of links, each for ten minutes, with whatever comes.

Words choose a part and how many minutes: `make fuzz ARGS="overlay 2"`. What is found is kept in `.cache/fuzz/`, and
tried first the next time.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from types import FrameType

from tests.conftest import ROOT
from tests.fuzz import targets
from tests.fuzz.mutating import mutated
from tests.test_scripts import bundled

PARTS: Mapping[str, Callable[[], dict[str, list[bytes]]] | None] = {
    "content": targets.shared,
    "overlay": targets.local,
    "share": None,
}
MINUTES, LONGEST = 10.0, 20
KEPT = ROOT / ".cache/fuzz"
# Each test with properties in `share.ts` runs for its part of the time.
PROPERTIES = 12


def main(words: Sequence[str]) -> int:
    """Fuzz the parts that are named, or all, for so many minutes each; return the exit code."""
    unknown = [word for word in words if word not in PARTS and not word.replace(".", "", 1).isdigit()]
    if unknown:
        print(
            f"`{unknown[0]}` is not a part. Say `content`, `overlay` or `share`, or how many minutes.", file=sys.stderr
        )
        return 2
    minutes = next((float(word) for word in words if word not in PARTS), MINUTES)
    found = 0
    for name in [word for word in words if word in PARTS] or PARTS:
        seeds = PARTS[name]
        found += _files(name, seeds(), minutes) if seeds else _links(minutes)
    return 1 if found else 0


def _files(part: str, seeds: Mapping[str, Sequence[bytes]], minutes: float) -> int:
    """Read one bad file after the other; return how many could not be answered."""
    signal.signal(signal.SIGALRM, _too_long)
    tried, faults, end = 0, set[str](), time.monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory(prefix="kit-fuzz-") as folder:
        root = targets.made(Path(folder) / "site", part == "overlay")
        for name, text in _cases(part, seeds):
            if time.monotonic() > end:
                break
            tried += 1
            signal.alarm(LONGEST)
            try:
                targets.read(root, name, text)
            except Exception as error:
                fault = f"{type(error).__name__} at {traceback.extract_tb(error.__traceback__)[-1]}"
                if fault not in faults:
                    faults.add(fault)
                    _keep(part, name, text, error)
            finally:
                signal.alarm(0)
    print(f"{part}: {tried} files, {len(faults)} faults" + (f", kept in {KEPT.relative_to(ROOT)}" if faults else ""))
    return len(faults)


def _cases(part: str, seeds: Mapping[str, Sequence[bytes]]) -> Iterator[tuple[str, bytes]]:
    for path in sorted((KEPT / part).rglob("*.bad")):
        yield path.parent.relative_to(KEPT / part).as_posix(), path.read_bytes()
    number = int.from_bytes(os.urandom(4), "big")
    print(f"{part}: drawn from {number}")
    drawn, others = Random(number), [text for texts in seeds.values() for text in texts if text]
    while True:
        name = drawn.choice(list(seeds))
        yield name, mutated(drawn.choice(seeds[name]), others, drawn)


def _keep(part: str, name: str, text: bytes, error: Exception) -> None:
    folder = KEPT / part / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{abs(hash(text)) % 10**8:08}.bad"
    path.write_bytes(text)
    print(f"{path.relative_to(ROOT)}:\n{''.join(traceback.format_exception(error)[-4:])}")


def _links(minutes: float) -> int:
    """Run the properties of links for as long as is wanted."""
    with tempfile.TemporaryDirectory(prefix="kit-fuzz-") as folder:
        bundle = bundled(ROOT / "tests/fuzz/share.ts", Path(folder))
        each = {**os.environ, "FUZZ_MS": str(int(60_000 * minutes / PROPERTIES))}
        done = subprocess.run([ROOT / ".venv/bin/node", "--test", bundle], cwd=ROOT, env=each, check=False)
    return int(done.returncode != 0)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"reading took more than {LONGEST} seconds")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
