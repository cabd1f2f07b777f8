"""Updating a fork as the pages “Hent opdateringer” and “Hämta uppdateringar” say: their commands, in their order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import base_site
from tests.conftest import ROOT, TODAY, kit

PAGES = {"da": "docs/da/opdatering.md", "sv": "docs/sv/uppdatera.md"}
TOOL = "tools/steering-group.yml"
CHANGES = "local/tools/steering-group.patch.yml"
WORDS = {"da": "Mindst ét medlem", "sv": "Minst en ledamot"}
KIT = '#!/bin/sh\nexec {python} -c "from macros.cli import main; main()" "$@"\n'


@dataclass(frozen=True)
class Copy:
    """A clone, in which commands are given as at a terminal."""

    root: Path
    lang: str
    env: dict[str, str]

    def run(self, *lines: str) -> subprocess.CompletedProcess[str]:
        """Run lines in a shell until one of them fails."""
        script = "set -e\n" + "\n".join(lines)
        return subprocess.run(
            ["sh", "-c", script], cwd=self.root, env=self.env, capture_output=True, text=True, check=False
        )

    def rewrite(self, name: str, before: str, after: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
        assert self.run("git add -A", "git commit --quiet -m Change", "git push --quiet origin HEAD").returncode == 0


def told(lang: str) -> dict[str, list[list[str]]]:
    """The commands that a language's page tells, by the id of the section."""
    sections = re.split(r"^## .*\{: #(\w+) \}$", (ROOT / PAGES[lang]).read_text("utf-8"), flags=re.MULTILINE)[1:]
    blocks = {id: re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL) for id, text in pairs(sections)}
    return {id: [block.splitlines() for block in found] for id, found in blocks.items()}


def pairs(sections: list[str]) -> list[tuple[str, str]]:
    return list(zip(sections[::2], sections[1::2], strict=True))


@pytest.fixture(params=["da", "sv"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def clone(tmp_path: Path, lang: str) -> Callable[[str, str], Copy]:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/kit").write_text(KIT.format(python=sys.executable), encoding="utf-8")
    (tmp_path / "bin/kit").chmod(0o755)
    env = {"KIT_TODAY": TODAY, "PYTHONPATH": str(ROOT), "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    for role in ("AUTHOR", "COMMITTER"):
        env |= {f"GIT_{role}_NAME": "A", f"GIT_{role}_EMAIL": "a@example.com"}

    def made(origin: str, name: str) -> Copy:
        subprocess.run(["git", "clone", "--quiet", tmp_path / origin, tmp_path / name], check=True)
        return Copy(tmp_path / name, lang, {**os.environ, **env})

    return made


@pytest.fixture
def upstream(tmp_path: Path, clone: Callable[[str, str], Copy]) -> Copy:
    """The shared project at its forge, and somebody's clone of it."""
    start = base_site.make(tmp_path / "start", {"CHANGELOG.md": "# Changelog\n", "local/README.md": "# local/\n"})
    first = Copy(start, "da", {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull})
    named = "git -c user.name=A -c user.email=a@example.com"
    done = first.run("git init --quiet --initial-branch main", "git add -A", f"{named} commit --quiet -m Begin")
    assert done.returncode == 0, done.stderr
    subprocess.run(["git", "clone", "--quiet", "--bare", start, tmp_path / "shared.git"], check=True)
    return clone("shared.git", "ours")


@pytest.fixture
def fork(upstream: Copy, tmp_path: Path, clone: Callable[[str, str], Copy], lang: str) -> Copy:
    """A municipality's copy at its forge, and its clone of that, with one wording of its own."""
    subprocess.run(["git", "clone", "--quiet", "--bare", tmp_path / "shared.git", tmp_path / "town.git"], check=True)
    copy = clone("town.git", "town")
    done = copy.run(f"kit local edit steering-group#right-level --lang {lang}")
    assert done.returncode == 0, done.stderr
    copy.rewrite(CHANGES, WORDS[lang], "XYZ")
    return copy


def fetching(tmp_path: Path, lang: str) -> list[str]:
    (lines,) = told(lang)["fetch"]
    known = "https://git.example/implementeringsvaerktoejer"
    assert f"repository: {known}" in (ROOT / "site.yml").read_text(encoding="utf-8")
    return [line.replace(known, str(tmp_path / "shared.git")) for line in lines]


def test_both_languages_tell_the_same_commands() -> None:
    def bare(lang: str) -> str:
        return re.sub(r'"[^"]*"|--lang \w+', "…", str(told(lang)))

    assert bare("da") == bare("sv")


def test_a_fork_that_writes_in_local_merges_is_told_of_the_drift_and_accepts_it(
    upstream: Copy, fork: Copy, tmp_path: Path, lang: str
) -> None:
    upstream.rewrite(TOOL, WORDS[lang], f"{WORDS[lang]} UVW")
    upstream.rewrite("CHANGELOG.md", "# Changelog\n", "# Changelog\n\n## Unreleased\n\nA new wording.\n")
    upstream.rewrite("local/README.md", "# local/\n", "# local/\n\nMore.\n")
    remote, fetch, *merge = fetching(tmp_path, lang)

    assert fork.run(remote, fetch).returncode == 0
    (what_is_new,) = told(lang)["changes"]
    assert "+A new wording." in fork.run(*what_is_new).stdout
    before = fork.run("kit local check --upstream")
    merged = fork.run(*merge)
    assert (merged.returncode, "CONFLICT" in merged.stdout) == (0, False), merged.stderr
    checked = fork.run(*told(lang)["check"][0])

    assert "1 drifted." in before.stdout
    assert checked.returncode == 0
    for words in (f"{WORDS[lang]} råder" if lang == "da" else f"{WORDS[lang]} för", f"{WORDS[lang]} UVW", "XYZ"):
        assert words in checked.stdout
    accepted = fork.run(*told(lang)["accept"][0])
    assert accepted.returncode == 0, accepted.stderr
    assert f"{CHANGES}: 1 noted" in accepted.stdout
    assert fork.run("kit local check", "git status --porcelain").stdout == "1 current.\n"
    assert fork.run("git log origin/main --format=%s -1").stdout.strip() in str(told(lang)["accept"])


def test_a_second_update_merges_as_the_first(upstream: Copy, fork: Copy, tmp_path: Path, lang: str) -> None:
    remote, *update = fetching(tmp_path, lang)
    assert fork.run(remote, *update).returncode == 0
    for turn in ("one", "two"):
        upstream.rewrite("CHANGELOG.md", "# Changelog\n", f"# Changelog\n\n{turn}\n")
        fork.rewrite(CHANGES, "XYZ", f"XYZ {turn}")

        assert fork.run(*update).returncode == 0


def test_a_conflict_is_shown_undone_or_settled_and_the_change_begun_in_local(
    upstream: Copy, fork: Copy, tmp_path: Path, lang: str
) -> None:
    where, settle, begin = told(lang)["conflict"]
    fork.rewrite(TOOL, WORDS[lang], "Borgmester" if lang == "da" else "Borgmästare")
    upstream.rewrite(TOOL, WORDS[lang], f"{WORDS[lang]} UVW")
    remote, fetch, *merge = fetching(tmp_path, lang)
    assert fork.run(remote, fetch).returncode == 0

    shown = fork.run(*where).stdout
    assert TOOL in shown
    assert "local/" not in shown
    conflict = fork.run(*merge)
    assert (conflict.returncode, "CONFLICT" in conflict.stdout) == (1, True)
    assert fork.run("git merge --abort", "git status --porcelain").stdout == ""

    fork.run(*merge)
    settled = fork.run(*settle, "git status --porcelain")
    assert settled.returncode == 0, settled.stderr
    assert (fork.root / TOOL).read_bytes() == (upstream.root / TOOL).read_bytes()
    (fork.root / CHANGES).unlink()
    assert fork.run(*begin).stdout.startswith(f"{CHANGES}:")


def test_the_words_of_the_table_are_those_of_the_command(lang: str) -> None:
    text = (ROOT / "macros/overlay/finding.py").read_text(encoding="utf-8")
    states = re.findall(r'"(\w+)"', re.search(r"^State = Literal\[(.*)\]$", text, re.MULTILINE)[1])  # type: ignore[index]

    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / PAGES[lang]).read_text(encoding="utf-8"), re.MULTILINE)

    assert sorted(rows) == sorted(states)


def test_the_zip_is_made_as_the_page_says(own_project: Path, lang: str) -> None:
    ((line,),) = told(lang)["archive"]
    (own_project.parent / "arkiv").mkdir()

    done = kit(own_project, *line.split()[1:])

    assert done.returncode == 0, done.stderr
    assert len(list((own_project.parent / "arkiv").glob("*.zip"))) == 1
