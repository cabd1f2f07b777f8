"""What is told of the files beside the pages."""

from __future__ import annotations

import datetime
from pathlib import Path

from macros import survey
from tests import base_site


def test_a_heavy_picture_is_told(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {"docs/da/let.png": b"0" * 500_000, "docs/da/tung.png": b"0" * 1_234_567})

    _, problems = survey.survey(root, datetime.date(2026, 11, 21))

    assert [str(problem) for problem in problems if problem.level == "hint"] == [
        "docs/da/tung.png:1:1: the picture weighs 1234 kB\n    Make it smaller: on a phone, 500 kB is much to wait for."
    ]
