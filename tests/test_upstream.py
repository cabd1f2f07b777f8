"""`kit ci upstream`: a fork is told in one issue what is new, at each forge, and of nothing when there is nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.forges import FORGES, Forge
from macros.upstream import TITLE, News, told
from tests import base_site
from tests.conftest import ROOT, kit
from tests.fake_forge import Api, Gh

PATCH = """\
ops:
  - op: set
    id: right-level
    value: {text: {da: Borgmesteren råder over et budget}}
"""
CHANGES = "# Changelog\n\n## Unreleased\n\n- A map of risks. What you must do: nothing.\n"


def git(root: Path, *args: str) -> str:
    named = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *args]
    return subprocess.run(named, cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "-m", "Change")


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    root = base_site.make(tmp_path / "kl/tools", {"CHANGELOG.md": "# Changelog\n"})
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, {})
    return root


@pytest.fixture
def fork(upstream: Path, tmp_path: Path) -> Path:
    """A municipality's copy, with one change of its own that is current."""
    root = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", str(upstream), str(root))
    commit(root, {"local/tools/steering-group.patch.yml": PATCH})
    assert kit(root, "local", "accept").returncode == 0
    commit(root, {})
    return root


@pytest.fixture
def gh(tmp_path: Path, upstream: Path) -> Gh:
    return Gh(tmp_path / "bin", upstream)


def reword(upstream: Path) -> None:
    text = (upstream / "tools/steering-group.yml").read_text(encoding="utf-8")
    commit(upstream, {"tools/steering-group.yml": text.replace("Mindst ét", "Mindst to"), "CHANGELOG.md": CHANGES})


def test_an_issue_is_opened_with_what_is_new_what_to_do_and_how_the_changes_stand(
    fork: Path, upstream: Path, gh: Gh
) -> None:
    reword(upstream)

    done = gh.run(fork)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("An issue was opened.\n")
    ((method, path, sent),) = gh.sent
    assert (method, path, sent["title"]) == ("POST", "repos/town/tools/issues", TITLE)
    for words in (
        "Der er 1 ændring at hente i det fælles projekt.",
        "Det finns 1 ändring att hämta i det gemensamma projektet.",
        "https://github.com/town/tools",
        "> - A map of risks. What you must do: nothing.",
        "### tools/steering-group.yml: `right-level` (drifted)",
        "Borgmesteren råder over et budget",
    ):
        assert words in sent["body"]
    assert git(fork, "status", "--porcelain") == ""


def test_an_issue_that_is_open_is_renewed_and_no_second_one_opened(fork: Path, upstream: Path, gh: Gh) -> None:
    reword(upstream)
    others = [{"number": n, "title": f"{TITLE}?"} for n in range(100)]
    there = [{"number": 107, "title": TITLE}]
    gh.answers[0] = (gh.answers[0][0], others)
    gh.answers.insert(0, ("GET repos/town/tools/issues?state=open&per_page=100&page=2", there))

    assert gh.run(fork).stdout.endswith("The issue 107 was renewed.\n")

    ((method, path, sent),) = gh.sent
    assert (method, path, list(sent)) == ("PATCH", "repos/town/tools/issues/107", ["body"])


def test_when_all_is_current_and_nothing_new_nobody_is_told(fork: Path, gh: Gh) -> None:
    done = gh.run(fork)

    assert (done.returncode, done.stdout) == (0, "Nothing is new upstream, and all your changes are current.\n")
    assert gh.sent == []


def test_what_was_merged_as_one_commit_is_not_new(fork: Path, upstream: Path, gh: Gh) -> None:
    reword(upstream)
    git(fork, "fetch", "--quiet", "origin")
    git(fork, "merge", "--quiet", "--squash", "origin/main")
    commit(fork, {})
    assert kit(fork, "local", "accept").returncode == 0
    commit(fork, {})

    assert gh.run(fork).stdout == "Nothing is new upstream, and all your changes are current.\n"
    assert gh.sent == []


def test_a_change_that_does_not_stand_well_is_told_when_nothing_is_new(fork: Path, gh: Gh) -> None:
    commit(fork, {"local/tools/steering-group.patch.yml": "ops:\n  - {op: remove, id: gone}\n"})

    assert gh.run(fork).returncode == 0

    ((_, _, sent),) = gh.sent
    assert "Der er intet nyt at hente, men" in sent["body"]
    assert "(obsolete)" in sent["body"]


def test_a_project_that_is_no_fork_is_left_alone(upstream: Path, gh: Gh) -> None:
    gh.answers = [("GET repos/town/tools", {"parent": None})]

    done = gh.run(upstream)

    assert (done.returncode, done.stdout) == (0, "This is no fork: there is nothing upstream of it.\n")


def test_where_the_forge_knows_of_no_upstream_git_or_the_settings_do(fork: Path, upstream: Path, gh: Gh) -> None:
    reword(upstream)
    gh.answers[2] = (gh.answers[2][0], {})
    settings = (fork / "site.yml").read_text(encoding="utf-8")
    commit(fork, {"site.yml": f"repository: https://github.com/town/tools\n{settings}"})
    by_itself = gh.run(fork).stdout
    git(fork, "remote", "add", "upstream", str(upstream))

    assert by_itself == "This is no fork: there is nothing upstream of it.\n"
    assert gh.run(fork).stdout.endswith("An issue was opened.\n")


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("GET repos/town/tools", {"has_issues": False}, "Issues are switched off here. Switch them on"),
        ("POST", "refused", "GitHub refuses `POST repos/town/tools/issues`: gh: Resource not accessible"),
        ("GET repos/town/tools", {"parent": {"clone_url": "/nowhere"}}, "`main` of `/nowhere` cannot be fetched. See"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    fork: Path, upstream: Path, gh: Gh, key: str, answer: Any, said: str
) -> None:
    reword(upstream)
    if isinstance(answer, dict):
        answer = {"parent": {"clone_url": str(upstream)}, **answer}
        gh.answers = gh.answers[:2]
    gh.answers.append((key, answer))

    done = gh.run(fork)

    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("there", [False, True])
def test_forgejo_is_told_in_its_way(fork: Path, upstream: Path, api: tuple[type[Api], str], there: bool) -> None:
    forge, address = api
    reword(upstream)
    forge.about = {"parent": {"clone_url": str(upstream)}, "has_issues": True}
    forge.there = [{"number": 7, "title": TITLE}] if there else []
    env = {"GITHUB_API_URL": f"{address}/api/v1", "GITHUB_REPOSITORY": "town/tools", "GITHUB_SERVER_URL": address}

    done = kit(fork, "ci", "upstream", "--forge", "forgejo", KIT_FORGE_TOKEN="s3cret", **env)

    assert (done.returncode, done.stderr) == (0, "")
    method, path, token, sent = forge.asked[-1]
    assert token == "token s3cret"
    assert "1 drifted." in sent["body"]
    wanted = ("PATCH", "/api/v1/repos/town/tools/issues/7") if there else ("POST", "/api/v1/repos/town/tools/issues")
    assert (method, path) == wanted


@pytest.mark.parametrize("there", [False, True])
def test_gitlab_is_told_in_its_way(fork: Path, upstream: Path, api: tuple[type[Api], str], there: bool) -> None:
    forge, address = api
    reword(upstream)
    forge.about = {"forked_from_project": {"http_url_to_repo": str(upstream)}, "issues_enabled": True}
    forge.there = [{"id": 900, "iid": 7, "title": TITLE}] if there else []
    env = {"CI_API_V4_URL": f"{address}/api/v4", "CI_PROJECT_ID": "12", "CI_PROJECT_URL": f"{address}/town/tools"}

    done = kit(fork, "ci", "upstream", "--forge", "gitlab", KIT_FORGE_TOKEN="s3cret", **env)

    assert (done.returncode, done.stderr) == (0, "")
    method, path, token, sent = forge.asked[-1]
    assert token == "s3cret"
    assert "1 drifted." in sent["description"]
    assert (method, path) == (
        ("PUT", "/api/v4/projects/12/issues/7") if there else ("POST", "/api/v4/projects/12/issues")
    )


@pytest.mark.parametrize(
    ("compare", "address", "link"),
    [
        (
            "{page}/compare/main...{owner}:{name}:main",
            "https://git.example/kl/tools.git",
            "/compare/main...kl:tools:main",
        ),
        ("{page}/compare/main...{owner}/{name}:main", "https://git.example/kl/tools", "/compare/main...kl/tools:main"),
        (
            "{page}/compare/main...{owner}/{name}:main",
            "https://other.example/kl/tools.git",
            "https://other.example/kl/tools",
        ),
        ("", "https://git.example/kl/tools.git", "https://git.example/kl/tools"),
    ],
)
def test_the_link_to_what_is_new_is_the_forges_own_where_both_lie_there(
    tmp_path: Path, compare: str, address: str, link: str
) -> None:
    page = "https://git.example/town/tools"
    forge = Forge(lambda *_: None, page, "12", compare)

    text = told(base_site.make(tmp_path), News(3, "", "1 current.", True), forge, address)

    assert f"Se, hvad der er ændret: {link if link.startswith('https') else page + link}. Hent det" in text
    assert "Der er 3 ændringer at hente" in text


def test_a_report_too_long_for_the_forge_is_cut(tmp_path: Path) -> None:
    forge = Forge(lambda *_: None, "https://git.example/town/tools", "12")

    text = told(base_site.make(tmp_path), News(0, "", "x" * 100_000, False), forge, "https://git.example/kl/tools")

    assert len(text) < 65_000
    assert text.endswith("Run `kit local check --upstream` to read it all.")


def test_a_forge_that_does_not_answer_is_told_in_a_sentence(fork: Path) -> None:
    env = {"GITHUB_API_URL": "http://127.0.0.1:1", "GITHUB_REPOSITORY": "a/b", "GITHUB_SERVER_URL": "http://x"}

    done = kit(fork, "ci", "upstream", "--forge", "forgejo", KIT_FORGE_TOKEN="s3cret", **env)

    assert done.returncode == 1
    assert done.stderr.startswith("http://127.0.0.1:1 refuses `GET repos/a/b`: ")
    assert done.stderr.count("\n") == 1


def test_each_forge_has_steps_that_call_it_by_its_name() -> None:
    steps = {
        "github": yaml.safe_load((ROOT / ".github/workflows/upstream.yml").read_text("utf-8"))["jobs"]["tell"],
        "gitlab": yaml.safe_load((ROOT / "forges/gitlab-ci.yml").read_text("utf-8"))["upstream"],
        "forgejo": yaml.safe_load((ROOT / "forges/forgejo.yml").read_text("utf-8"))["jobs"]["tell"],
    }

    assert steps.keys() == FORGES.keys()
    for name, step in steps.items():
        wanted = "kit ci upstream" + ("" if name == "github" else f" --forge {name}")
        assert json.dumps(step).count(f'{wanted}"') == 1
    assert steps["github"]["permissions"] == {"contents": "read", "issues": "write"}
    assert steps["github"]["if"] == "github.event.repository.fork"
