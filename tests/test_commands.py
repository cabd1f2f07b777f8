"""What the commands answer to names and numbers that they have no use for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import kit as command
from tests import base_site

PAGE = "docs/da/vaerktoejer/styregruppe.md"
OTHER = "docs/da/vaerktoejer/politisk-mandat.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIT_TODAY", "2026-11-21")
    monkeypatch.chdir(tmp_path)
    page = base_site.FILES[PAGE].replace("checklist(", "cheklist(")
    return base_site.make(tmp_path, {PAGE: page, "README.md": "# Read me\n"})


def run(root: Path, *args: str) -> Result:
    return CliRunner().invoke(command, ["--root", str(root), *args])


def test_one_file_can_be_checked(root: Path) -> None:
    wrong, right = run(root, "check", PAGE), run(root, "check", OTHER)

    assert f"{PAGE}:8:4: no macro is called `cheklist`" in wrong.output
    assert wrong.exit_code == 1
    assert (right.output, right.exit_code) == ("Nothing is wrong here.\n", 0)


def test_a_file_without_a_form_is_not_passed_over_in_silence(root: Path) -> None:
    done = run(root, "fmt", "README.md")

    assert "`README.md` is left as it is" in done.output
    assert done.exit_code == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("search", "byråd", "--most", "-1"), "-1 is not in the range"),
        (("lix", "--lang", "de"), "`de` is not a language of this site. Known here: `da` and `sv`."),
    ],
)
def test_what_is_not_there_is_refused(root: Path, args: tuple[str, ...], said: str) -> None:
    (root / PAGE).write_text(base_site.FILES[PAGE], encoding="utf-8")

    done = run(root, *args)

    assert said in done.output
    assert done.exit_code == 2
