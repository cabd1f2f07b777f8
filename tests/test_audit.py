"""`kit ci audit`: known holes are told at the lock files' lines, and that nobody answers is never taken for “none”."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros import cli, programs
from tests import base_site

LOCKS = {
    "requirements/site.lock": "jinja2==3.1.5 \\\n    --hash=sha256:aa\n",
    "requirements/dev.lock": "jinja2==3.1.5 \\\n    --hash=sha256:aa\npytest==9.0.0 \\\n    --hash=sha256:bb\n",
    "requirements/node.lock": "",
    "requirements/audit.lock": "",
    "package-lock.json": json.dumps({"packages": {"": {}, "node_modules/docx": {"version": "9.1.0"}}}, indent=2),
}
PYTHON: dict[str, Any] = {
    "dependencies": [
        {"name": "jinja2", "version": "3.1.5", "vulns": []},
        {"name": "pytest", "version": "9.0.0", "vulns": []},
    ]
}
NPM: dict[str, Any] = {"auditReportVersion": 2, "vulnerabilities": {}}
HOLE = {"source": 1, "name": "docx", "title": "Bad zip", "url": "https://hole.example/1"}
# What both really say when nobody answers; pip-audit's exit code is 0.
SKIPPED = {"dependencies": [{"name": "jinja2", "skip_reason": "Dependency not found on PyPI and could not be audited"}]}
REFUSED = {"message": "405 Method Not Allowed", "error": {"summary": "", "detail": ""}}

Run = Callable[[Any, Any], Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the step where both programs say what they are told to; None stands for one that is not there."""
    root = base_site.make(tmp_path / "site", LOCKS)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    def made(python: Any, npm: Any) -> Result:
        said = {"pip-audit": python, "npm": npm}
        for name, text in said.items():
            (tmp_path / f"{name}.out").write_text(text if isinstance(text, str) else json.dumps(text), "utf-8")
            (tmp_path / name).write_text('#!/bin/sh\necho "$*" > "$0.asked"\ncat "$0.out"\nexit 1\n', "utf-8")
            (tmp_path / name).chmod(0o755)
        there = {name: str(tmp_path / name) for name, text in said.items() if text is not None}
        monkeypatch.setattr(programs, "find", there.get)
        return CliRunner().invoke(cli.kit, ["--root", str(root), "ci", "audit"])

    return made


def test_packages_without_known_holes_are_right(run: Run, tmp_path: Path) -> None:
    done = run(PYTHON, NPM)

    assert (done.exit_code, done.stdout, done.stderr) == (0, "Everything is right.\n", "")
    asked = (tmp_path / "pip-audit.asked").read_text("utf-8")
    assert "--disable-pip --require-hashes" in asked
    assert [name for name in LOCKS if name in asked] == [name for name in LOCKS if name.endswith(".lock")]
    assert "audit --json --package-lock-only" in (tmp_path / "npm.asked").read_text("utf-8")


def test_holes_are_told_at_the_lines_of_the_packages_with_what_to_do(run: Run, tmp_path: Path) -> None:
    python = {
        "dependencies": [
            {"name": "jinja2", "version": "3.1.5", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.6", "4.0"]}]},
            {"name": "pytest", "version": "9.0.0", "vulns": [{"id": "GHSA-2", "fix_versions": []}]},
        ]
    }
    npm = {
        "vulnerabilities": {
            "docx": {"via": [HOLE], "nodes": ["node_modules/docx"], "fixAvailable": True},
            "other": {"via": ["docx"], "nodes": ["node_modules/other"], "fixAvailable": True},
        }
    }

    done = run(python, npm)

    assert done.exit_code == 1
    renew = "Run `make lock`, then the tests, and hand in the lock files."
    assert done.stdout.split("\n") == [
        "::error file=package-lock.json,line=4,col=1,title=Put this right::"
        f"`docx` 9.1.0 has a known hole, Bad zip (https://hole.example/1). {renew}",
        "::error file=requirements/dev.lock,line=3,col=1,title=Put this right::"
        "`pytest` 9.0.0 has a known hole, GHSA-2. No mended version is out. "
        "See what we use `pytest` for, and whether we can do without.",
        "::error file=requirements/site.lock,line=1,col=1,title=Put this right::"
        f"`jinja2` 3.1.5 has a known hole, PYSEC-1. Mended in 3.1.6. {renew}",
        "3 errors.",
        "",
    ]
    assert "### requirements/site.lock" in (tmp_path / "site/.cache/ci/audit.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("python", "npm", "what"),
    [
        (SKIPPED, NPM, "the Python packages (PyPI)"),
        ("", NPM, "the Python packages (PyPI)"),
        (PYTHON, REFUSED, "the JavaScript packages (npm's registry)"),
        (PYTHON, "npm error", "the JavaScript packages (npm's registry)"),
        (SKIPPED, REFUSED, "the Python packages (PyPI) and the JavaScript packages (npm's registry)"),
    ],
)
def test_that_nobody_answers_is_one_sentence_and_no_success(run: Run, python: Any, npm: Any, what: str) -> None:
    done = run(python, npm)

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"Nobody tells of known holes in {what}. Run `make packages` where they can be reached.\n"


def test_holes_are_told_also_where_the_other_half_does_not_answer(run: Run) -> None:
    npm = {"vulnerabilities": {"docx": {"via": [HOLE], "nodes": ["node_modules/docx"], "fixAvailable": False}}}

    done = run(SKIPPED, npm)

    assert done.exit_code == 1
    assert "`docx` 9.1.0 has a known hole" in done.stdout
    assert done.stderr.startswith("Nobody tells of known holes in the Python packages (PyPI).")


@pytest.mark.parametrize(("python", "npm", "name"), [(None, NPM, "pip-audit"), (PYTHON, None, "npm")])
def test_a_program_that_is_missing_is_told_in_a_sentence(run: Run, python: Any, npm: Any, name: str) -> None:
    done = run(python, npm)

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"`{name}` is not on this machine. Run `make packages`, which sets it up.\n"
