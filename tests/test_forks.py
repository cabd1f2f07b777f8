"""Forks that change `local/` only: their merges, and what they are told; `make bench ARGS="forks"` in small."""

from __future__ import annotations

from pathlib import Path

from tests.bench.forks.judging import FAULTS
from tests.bench.forks.running import simulated


def test_forks_merge_releases_and_lose_nothing(tmp_path: Path) -> None:
    verdict = simulated(tmp_path, forks=2, releases=2, seed=5)

    assert verdict.cases == []
    assert verdict.counts["merges"] == 4
    assert not any(verdict.counts[name] for name in FAULTS)
    assert all(verdict.counts[state] for state in ("current", "drifted", "obsolete", "broken"))
