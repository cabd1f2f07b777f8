"""Each file in `tests/cases` is a promise: what an editor typed, and what `kit check` says.

`file` and `text` put one file into the site of `base_site.py`, in place of its own or beside it; `files` puts several,
by path, and null takes one out. `encoding` and `line_ends` say how `text` is saved. `problems` are the errors in their
order, each as it is printed; `gaps` and `hints` are compared only where they are given.

A bare name is a tool's. Such a case may be cut down to what matters: only this file's problems are compared, their
names may lack `tools/`, and top-level keys that the text leaves out need no mention.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import survey
from macros.problem import Problem
from tests import base_site

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
TODAY = datetime.date(2026, 11, 21)
LINE_ENDS = {"crlf": "\r\n", "cr": "\r", "lf": "\n"}


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_an_editor_is_told(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    root = base_site.make(tmp_path, _files(case))

    _, problems = survey.survey(root, TODAY)

    assert _printed(problems, "error", case) == case["problems"]
    for level in ("gap", "hint"):
        if f"{level}s" in case:
            assert _printed(problems, level, case) == case[f"{level}s"]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_case_begins_with_what_the_editor_did(path: Path) -> None:
    assert re.match(r"# [A-Z].+[.?!]$", path.read_text(encoding="utf-8").splitlines()[0])


def test_the_base_site_is_right(tmp_path: Path) -> None:
    _, problems = survey.survey(base_site.make(tmp_path), TODAY)

    assert problems == []


def _files(case: Mapping[str, Any]) -> dict[str, bytes | str | None]:
    files: dict[str, bytes | str | None] = dict(case.get("files", {}))
    if "file" in case:
        text = case["text"].replace("\n", LINE_ENDS[case.get("line_ends", "lf")])
        files[_path(case["file"])] = text.encode(case.get("encoding", "utf-8"))
    return files


def _path(file: str) -> str:
    return file if "/" in file or file == "site.yml" else f"tools/{file}"


def _printed(problems: list[Problem], level: str, case: Mapping[str, Any]) -> list[str]:
    told = [problem for problem in problems if problem.level == level]
    file = case.get("file", "")
    if _path(file) == file or not file:
        return [str(problem) for problem in told]
    own = [problem for problem in told if problem.file == _path(file) and not _cut_away(problem)]
    return [str(problem).removeprefix("tools/") for problem in own]


def _cut_away(problem: Problem) -> bool:
    return (problem.line, problem.column) == (1, 1) and bool(re.fullmatch("`[a-z]+` is missing", problem.fault))
