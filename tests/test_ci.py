"""`kit ci check`, `links` and `publish`, and the workflows that call them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import programs, report, survey
from macros.ci import lychee, summary
from macros.forges import Refused
from macros.problem import Problem
from macros.today import today
from tests import base_site
from tests.conftest import ROOT, kit
from tests.test_spelling import small_site

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
RUNNER = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "kl/tools", "GITHUB_RUN_ID": "7"}
PATCH = "ops:\n  - {op: set, id: right-level, value: {text: {da: Borgmesteren råder over et budget}}}\n"
WRONG = (
    Problem("docs/da/a,b.md", 3, 1, "50 % of `it` is wrong", "Mend\nit.", "error"),
    Problem("tools/x.yml", 9, 5, "`sv` is missing", "", "gap"),
    Problem("tools/x.yml", 12, 5, "`sv` is missing", "", "gap"),
    Problem("tools/x.yml", 2, 5, "`|` <b>*shouts*</b> [here](x)", "", "hint"),
)
PAGE = '<p id="there"><a href="{link}">x</a></p>'


def test_github_is_told_in_workflow_commands_with_titles() -> None:
    assert report.github(WRONG).split("\n") == [
        "::error file=docs/da/a%2Cb.md,line=3,col=1,title=Put this right::50 %25 of `it` is wrong. Mend%0Ait.",
        "::warning file=tools/x.yml,line=9,col=5,title=A language lacks this::`sv` is missing.",
        "::warning file=tools/x.yml,line=12,col=5,title=A language lacks this::`sv` is missing.",
        "::notice file=tools/x.yml,line=2,col=5,title=Advice::`|` <b>*shouts*</b> [here](x).",
        "1 error, 2 gaps, 1 hint.",
    ]


def test_gitlab_is_told_in_a_report_where_each_problem_has_a_fingerprint_that_moves_with_it() -> None:
    entries = json.loads(report.gitlab(WRONG))
    moved = json.loads(report.gitlab([Problem(one.file, one.line + 4, 1, one.fault) for one in WRONG]))

    assert entries[1]["description"] == "`sv` is missing."
    assert entries[1]["location"] == {"path": "tools/x.yml", "lines": {"begin": 9}}
    assert [one["severity"] for one in entries] == ["major", "minor", "minor", "info"]
    assert [one["fingerprint"] for one in entries] == [one["fingerprint"] for one in moved]
    assert len({one["fingerprint"] for one in entries}) == len(WRONG)


def test_the_summary_tells_file_by_file_and_shows_words_as_they_are() -> None:
    assert summary.of_problems("Content", WRONG).split("\n") == [
        "## Content",
        "",
        "1 error, 2 gaps, 1 hint.",
        "",
        "### docs/da/a,b.md",
        "",
        "- Line 3: 50 % of `it` is wrong. Mend it.",
        "",
        "### tools/x.yml",
        "",
        r"- Line 2 (hint): `|` \<b\>\*shouts\*\</b\> \[here\](x).",
        "- Line 9 (gap): `sv` is missing.",
        "- Line 12 (gap): `sv` is missing.",
    ]


def test_a_summary_that_is_too_long_for_the_forge_is_cut() -> None:
    text = summary.of_problems("Content", [Problem("x.md", n, 1, "y" * 200) for n in range(9000)])

    assert len(text.encode()) < 2**20
    assert text.endswith("Run `kit check` to read it all.")


def test_a_change_is_told_at_its_lines_and_summed_up(tmp_path: Path) -> None:
    words = {f"local/spelling.{lang}.txt": "" for lang in ("da", "sv")}
    root = small_site(tmp_path / "site", {"local/tools/steering-group.patch.yml": PATCH, **words})
    page = root / "docs/da/vaerktoejer/styregruppe.md"
    page.write_text(page.read_text("utf-8").replace("Se mandatet", "Se mandadet"), "utf-8")
    shown = tmp_path / "summary.md"
    shown.write_text("## Before\n\n", encoding="utf-8")

    done = kit(root, "ci", "check", GITHUB_STEP_SUMMARY=str(shown), **RUNNER)

    assert (done.returncode, done.stderr) == (1, "")
    place = "file=docs/da/vaerktoejer/styregruppe.md,line=6,col=4,title=Put this right"
    assert f"::error {place}::`mandadet` is in no dictionary. Did you mean `mandatet`" in done.stdout
    text = shown.read_text("utf-8")
    assert text.startswith("## Before\n\n## Content\n\n")
    for said in (
        "### docs/da/vaerktoejer/styregruppe.md\n\n- Line 6: `mandadet` is in no dictionary.",
        "## Translations\n\n| | language | from |",
        "| docs/sv/verktyg/styrgrupp.md | sv | da | 1 unrecorded | 0 |",
        "## How your own changes stand\n\n### tools/steering-group.yml: `right-level` (unrecorded)",
        "[`site`](https://github.com/kl/tools/actions/runs/7#artifacts): unpack it, and open `index.html`.",
    ):
        assert said in text
    assert (root / ".cache/ci/check.md").read_text("utf-8").strip() == text.removeprefix("## Before\n\n").strip()


def test_what_cannot_be_read_is_told_and_summed_up_too(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {"tools/steering-group.yml": "title: {da: Nej: aldrig}\n"})

    done = kit(root, "ci", "check", "--forge", "gitlab", CI_JOB_URL="https://gitlab.com/kl/tools/-/jobs/7")

    assert done.returncode == 1
    assert "tools/steering-group.yml:1:" in done.stdout
    assert "Traceback" not in done.stderr
    entries = json.loads((root / ".cache/ci/code-quality.json").read_text("utf-8"))
    assert "tools/steering-group.yml" in [one["location"]["path"] for one in entries]
    text = (root / ".cache/ci/check.md").read_text("utf-8")
    assert "How the translations stand is told when this is put right." in text
    assert "(https://gitlab.com/kl/tools/-/jobs/7/artifacts/browse)" in text
    assert "own changes" not in text


def followed(root: Path, files: dict[str, str]) -> list[str]:
    base_site.make(root, {f"site/{name}": text for name, text in files.items()})
    found = survey.load(root, today())
    return [f"{one.file}:{one.line}: {one.fault}" for one in lychee.problems(found, root / "site")]


@pytest.fixture
def fixed_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", "2026-11-22")


@pytest.mark.usefixtures("fixed_today")
@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("../om.html#there", None),
        ("https://nowhere.example/", None),
        ("../vaek.html", "the built page leads to `da/vaek.html`, which is not there"),
        ("../o%CC%8A.html", "the built page leads to `da/o\u030a.html`, which is not there"),
        ("../om.html#gone", "the built page leads to `da/om.html#gone`, and nothing there has that id"),
        ("../", "the built page leads to `da`, which is not there"),
        ("http://[x", "the built page has a link that cannot be read: Cannot parse 'http://[x' into a URL"),
    ],
)
def test_links_are_followed_and_told_at_the_page_that_they_come_from(tmp_path: Path, link: str, said: str) -> None:
    page = "da/vaerktoejer/styregruppe.html"
    found = followed(tmp_path, {page: PAGE.format(link=link), "da/om.html": PAGE.format(link="")})

    assert len(found) == bool(said)
    assert not said or found[0].startswith(f"docs/da/vaerktoejer/styregruppe.md:1: {said}")


@pytest.mark.usefixtures("fixed_today")
def test_the_not_found_page_is_followed_below_the_path_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_ADDRESS", "https://town.example/tools/")
    links = [PAGE.format(link=f"/tools/da/{name}.html") for name in ("om", "vaek")]

    found = followed(tmp_path, {"404.html": "\n".join(links), "da/om.html": ""})

    assert found == ["site/404.html:2: the built page leads to `da/vaek.html`, which is not there"]


def test_links_of_the_built_site_all_lead_somewhere(own_project: Path) -> None:
    assert kit(own_project, "build", "--folder", KIT_ADDRESS="https://town.example/tools/").returncode == 0

    done = kit(own_project, "ci", "links", KIT_ADDRESS="https://town.example/tools/")

    assert (done.stdout, done.stderr, done.returncode) == ("Everything is right.\n", "", 0)
    assert (own_project / ".cache/ci/links.md").read_text("utf-8") == "## Links\n\nEverything is right.\n"


def test_without_a_site_the_links_step_says_what_to_do(tmp_path: Path) -> None:
    done = kit(base_site.make(tmp_path), "ci", "links")

    assert done.returncode == 1
    assert done.stderr == "There is no site in `site/`. Run `make build ARGS=--folder` first.\n"


@pytest.mark.usefixtures("fixed_today")
@pytest.mark.parametrize(
    ("program", "said"),
    [
        (None, "`lychee` is not on this machine. Run `make setup`, which puts it into `.venv`."),
        ("echo 'error: unexpected argument' >&2", "`lychee` cannot look at the links: error: unexpected argument. Run"),
        ("echo '[]'", "`lychee` cannot look at the links: it said nothing. Run `make setup`"),
    ],
)
def test_a_lychee_that_cannot_be_used_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, said: str
) -> None:
    fake = tmp_path / "lychee"
    fake.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr(programs, "find", lambda name: str(fake) if program else None)

    with pytest.raises(Refused) as error:
        followed(tmp_path / "site", {"index.html": ""})

    assert str(error.value).startswith(said)


@pytest.fixture
def forge(tmp_path: Path) -> dict[str, str]:
    """A bare repository in the place of Forgejo's."""
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "forge/town/tools.git"], check=True)
    return {
        "GITHUB_SERVER_URL": str(tmp_path / "forge"),
        "GITHUB_REPOSITORY": "town/tools",
        "KIT_FORGE_TOKEN": "s3cret",
    }


def test_the_site_is_the_whole_of_its_branch_each_time(tmp_path: Path, forge: dict[str, str]) -> None:
    root = base_site.make(tmp_path / "p", {"site/index.html": "1", "site/.htaccess": "x", "site/.gitignore": "*"})
    assert kit(root, "ci", "publish", **forge).stdout == "The site is in the branch `pages`.\n"
    (root / "site/.htaccess").unlink()
    (root / "site/index.html").write_text("2", encoding="utf-8")

    done = kit(root, "ci", "publish", **forge)

    def asked(*args: str) -> str:
        command = ["git", "-C", str(tmp_path / "forge/town/tools.git"), *args]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert (done.returncode, done.stderr) == (0, "")
    assert asked("ls-tree", "-r", "--name-only", "pages").split() == [".gitignore", "index.html"]
    assert asked("show", "pages:index.html") == "2"
    assert asked("rev-list", "--count", "pages") == "1\n"
    assert sorted(path.name for path in (root / "site").iterdir()) == [".gitignore", "index.html"]


@pytest.mark.parametrize(
    ("files", "env", "said"),
    [
        ({}, {}, "There is no site in `site/`. Run `make build` first.\n"),
        ({"site/index.html": ""}, {"KIT_FORGE_TOKEN": ""}, "`KIT_FORGE_TOKEN` is not set."),
        ({"site/index.html": ""}, {"GITHUB_REPOSITORY": "gone"}, "The site cannot be put into the branch `pages`: "),
    ],
)
def test_a_site_that_cannot_be_published_is_told_in_a_sentence(
    tmp_path: Path, forge: dict[str, str], files: dict[str, str], env: dict[str, str], said: str
) -> None:
    done = kit(base_site.make(tmp_path / "p", files), "ci", "publish", **{**forge, **env})

    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert "s3cret" not in done.stderr


def steps(path: Path) -> dict[str, list[str]]:
    """The commands of each job of a workflow."""
    jobs: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    if path.name == "gitlab-ci.yml":
        return {name: job["script"] for name, job in jobs.items() if name != "default"}
    return {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs["jobs"].items()}


@pytest.mark.parametrize("path", [*WORKFLOWS, *sorted((ROOT / "forges").glob("*.yml"))], ids=lambda path: path.name)
def test_workflows_are_thin(path: Path) -> None:
    make = r'(KIT_ADDRESS="\$CI_PAGES_URL/" )?make [a-z-]+( ARGS=\S+| ARGS="[^"]+")?'
    ours = re.compile(rf"{make}|\.venv/bin/kit ci [a-z]+( --forge \w+)?")
    theirs = re.compile(r"git (clone|init) .*|mv site public|apt-get .*|command -v nginx .*")

    for commands in steps(path).values():
        for command in commands:
            assert "\n" not in command
            assert ours.fullmatch(command) or theirs.fullmatch(command), command


def test_every_forge_has_every_step() -> None:
    wanted = {"check", "links", "upstream", "review"}
    for forge in ("github", "gitlab", "forgejo"):
        paths = WORKFLOWS if forge == "github" else sorted((ROOT / "forges").glob(f"{forge}*"))
        said = " \n".join(one for path in paths for job in steps(path).values() for one in job) + " "
        option = r"\s" if forge == "github" else rf" --forge {forge}\s"

        assert {name for name in wanted if re.search(rf"kit ci {name}{option}", said)} == wanted
        assert re.search("make packages", said)
        assert re.search("make build ARGS=--folder", said)
        # The site is for those who review even where a link leads nowhere.
        assert len(paths) == 1 or forge == "github"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_may_do_no_more_than_they_must(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow = yaml.safe_load(text)

    assert "pull_request_target" not in text
    assert "secrets." not in re.sub("(?m)#.*$", "", text)
    assert set(workflow["permissions"].items()) <= {("contents", "read")}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"]
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w/.:-]+@[0-9a-f]{40}", step["uses"])
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
    # What anybody may propose runs with the right to read, and without the forge's token.
    if "pull_request" in workflow[True]:
        assert not any("permissions" in job for job in workflow["jobs"].values())
        assert "github.token" not in text
