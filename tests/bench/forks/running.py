"""Run the simulation, and print what came of it."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from macros import survey
from macros.overlay import lost
from tests.bench.forks import rearranging, repository, retelling
from tests.bench.forks.choosing import municipality
from tests.bench.forks.judging import DAY, FAULTS, Verdict, judge
from tests.bench.forks.municipality import Municipality
from tests.bench.forks.upstream import Upstream

FORKS, RELEASES, SEED = 40, 10, 2026
# So many changes of tools and of pages make a release.
IN_TOOLS, IN_PAGES = 60, 30


def report(forks: int = FORKS, releases: int = RELEASES, seed: int = SEED) -> int:
    """Run it, print the numbers, and return the exit code: 1 where something was not as it must be."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
        verdict = simulated(Path(folder), forks, releases, seed)
    counts = verdict.counts
    numbers = " ".join(f"{counts[name]} {name}" for name in ("merges", *FAULTS))
    states = ", ".join(f"{counts[name]} {name}" for name in ("current", "unrecorded", "drifted", "obsolete", "broken"))
    print(f"{forks} forks, {releases} releases, seed {seed}: {numbers}, {time.monotonic() - begun:.0f} s")
    print(f"How the changes truly stood after the merges: {states}.")
    print("\n".join(verdict.cases[:10]))
    return 1 if any(counts[name] for name in FAULTS) else 0


def simulated(folder: Path, forks: int, releases: int, seed: int) -> Verdict:
    """Let forks merge releases, and judge each merge: several at once, since none knows of another."""
    drawn, verdict = random.Random(seed), Verdict()
    up = Upstream(repository.begin(folder / "upstream"), drawn)
    ours = [
        municipality(up, repository.clone(up.root, folder / f"fork-{n}"), random.Random(f"{seed} {n}"))
        for n in range(forks)
    ]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for number in range(1, releases + 1):
            release(up, number)
            names = [f"seed {seed}, fork {n}, release {number}" for n in range(forks)]
            merges = [*pool.map(merge, repeat(up), ours, repeat(number), names)]
            ours = [fork for fork, _ in merges]
            for _, told in merges:
                verdict.add(told)
    return verdict


def release(up: Upstream, number: int) -> None:
    """Change much, and see that what we release is right."""
    for _ in range(IN_TOOLS):
        retelling.event(up)
    for _ in range(IN_PAGES):
        rearranging.event(up)
    up.write()
    errors = [one for one in [*survey.survey(up.root, DAY)[1], *lost.problems(up.root)] if one.level == "error"]
    assert not errors, f"release {number} is wrong: {errors[0]}"
    repository.release(up.root, number)


def merge(up: Upstream, fork: Municipality, number: int, when: str) -> tuple[Municipality, Verdict]:
    """Merge a release into a fork, judge what it is told, and let it accept that or mend it, or do nothing."""
    verdict = Verdict(Counter(merges=1))
    if not repository.merged(fork.root, number):
        verdict.fault("conflicts", when)
    expected = judge(up, fork, verdict, when)
    answer = fork.drawn.random()
    if answer < 0.2:
        return fork, verdict
    if answer > 0.5:
        fork.changes = [one for one in fork.changes if expected[id(one)] not in ("broken", "obsolete")]
        fork.write()
    fork.accept(up.ledger, {one for one, state in expected.items() if state in ("drifted", "unrecorded")})
    fork.commit()
    return fork, verdict
