"""`kit ci review`: what is due for review is told in one issue, and nobody is told of nothing."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from macros import survey
from macros.ci import due
from macros.ci.due import TITLE
from macros.forges import Forge
from tests import base_site
from tests.conftest import kit
from tests.fake_forge import Api, Gh

# Of the base site, a tool is due on 31 January 2027, the other on 21 November.
SOON, LATE = "2027-01-15", "2027-02-10"
ABOUT = "---\ntitle: Om [os] | dem\npair: about\nreviewed: 2026-02-15\n---\nTekst.\n"
OWN = base_site.OTHER_TOOL.replace("title:\n  da: Politisk", "title:\n  da: Vores politisk").replace(
    "before", "x-before"
)
HERE = f"repository: https://github.com/town/tools\n{base_site.SITE}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return base_site.make(tmp_path / "site", {"site.yml": HERE})


@pytest.fixture
def gh(tmp_path: Path) -> Gh:
    gh = Gh(tmp_path / "bin", tmp_path)
    gh.answers[2] = (gh.answers[2][0], {"has_issues": True})
    return gh


def test_an_issue_lists_what_is_due_by_role_with_links_to_edit(root: Path, gh: Gh) -> None:
    base_site.make(root, {"site.yml": HERE, "docs/da/om.md": ABOUT, "docs/sv/om.md": ABOUT})

    done = gh.run(root, "review", KIT_TODAY=LATE)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("An issue was opened.\n")
    ((method, path, sent),) = gh.sent
    assert (method, path, sent["title"]) == ("POST", "repos/town/tools/issues", TITLE)
    edit = "https://github.com/town/tools/edit/main"
    tool, page = "tools/political-mandate.yml", "docs/da/vaerktoejer/politisk-mandat.md"
    assert sent["body"].partition("\n\n## Svenska")[0].split("\n") == [
        "## Dansk",
        "",
        "Der er 2 tekster, som skal gennemgås inden for en måned. Er fristen overskredet, står det ved datoen.",
        "",
        "Læs teksten igennem, og ret det, der ikke passer mere. Skriv så dagens dato efter `reviewed` i den første "
        "af filerne. Sagen bliver fornyet hver måned og lukket, når alt er gennemgået.",
        "",
        "### Specialkonsulent",
        "",
        "| Tekst | Næste gennemgang senest | Filer |",
        "|---|---|---|",
        "| Politisk mandat | 31. januar 2027, **overskredet** "
        f"| [`{tool}`]({edit}/{tool})<br>[`{page}`]({edit}/{page}) |",
        "",
        "### Uden fast ansvarlig",
        "",
        "| Tekst | Næste gennemgang senest | Filer |",
        "|---|---|---|",
        rf"| Om \[os\] \| dem | 15. februar 2027 | [`docs/da/om.md`]({edit}/docs/da/om.md) |",
    ]
    for words in ("Det finns 2 texter som ska granskas", "31 januari 2027, **försenad**", "### Folkhälsostrateg"):
        assert words in sent["body"]


def test_an_issue_that_is_open_is_renewed_and_a_proposed_change_of_that_name_left_alone(root: Path, gh: Gh) -> None:
    there = [{"number": 8, "title": TITLE, "pull_request": {}}, {"number": 7, "title": TITLE}]
    gh.answers[0] = (gh.answers[0][0], there)

    assert gh.run(root, "review", KIT_TODAY=SOON).stdout.endswith("The issue 7 was renewed.\n")

    ((method, path, sent),) = gh.sent
    assert (method, path, list(sent)) == ("PATCH", "repos/town/tools/issues/7", ["body"])
    assert "Der er 1 tekst, som skal" in sent["body"]
    assert "31. januar 2027 |" in sent["body"]


@pytest.mark.parametrize("there", [False, True])
def test_when_nothing_is_due_the_issue_is_closed_and_nobody_else_told(root: Path, gh: Gh, there: bool) -> None:
    gh.answers[0] = (gh.answers[0][0], [{"number": 7, "title": TITLE}] if there else [])

    done = gh.run(root, "review", KIT_TODAY="2026-12-24")

    said = "Nothing is due for review. The issue 7 was closed.\n" if there else "Nothing is due for review.\n"
    assert (done.returncode, done.stdout) == (0, said)
    assert gh.sent == ([("PATCH", "repos/town/tools/issues/7", {"state": "closed"})] if there else [])


def test_where_issues_are_off_it_is_told_only_when_something_is_due(root: Path, gh: Gh) -> None:
    gh.answers[2] = (gh.answers[2][0], {"has_issues": False})

    assert gh.run(root, "review", KIT_TODAY="2026-12-24").stdout == "Nothing is due for review.\n"
    done = gh.run(root, "review", KIT_TODAY=LATE)

    assert done.returncode == 1
    assert done.stderr == "Issues are switched off here. Switch them on in the project's settings.\n"


def test_a_fork_is_told_of_its_own_texts_only(root: Path, gh: Gh) -> None:
    shared = "https://github.com/kl/tools"
    gh.answers[2] = (gh.answers[2][0], {"has_issues": True, "parent": {"clone_url": shared}})
    pages = {
        f"local/docs/{lang}/{folder}/x-vores.md": base_site._page("x-ours", "x-before", purpose, "x")
        for lang, folder, purpose in (("da", "vaerktoejer", "Formål"), ("sv", "verktyg", "Syfte"))
    }
    assert gh.run(root, "review", KIT_TODAY=LATE).stdout == "Nothing is due for review.\n"
    base_site.make(root, {"site.yml": HERE, "local/tools/x-ours.yml": OWN, **pages})

    done = gh.run(root, "review", KIT_TODAY=LATE)

    assert (done.returncode, done.stderr) == (0, "")
    ((_, _, sent),) = gh.sent
    assert "Der er 1 tekst" in sent["body"]
    assert "| Vores politisk mandat |" in sent["body"]
    assert "local/tools/x-ours.yml" in sent["body"]
    assert "Her står kun jeres egne tekster." in sent["body"]
    assert "[`tools/" not in sent["body"]


@pytest.mark.parametrize("today", [LATE, "2026-12-24"])
def test_forgejo_is_told_in_its_way(root: Path, api: tuple[type[Api], str], today: str) -> None:
    forge, address = api
    forge.about = {"has_issues": True}
    forge.there = [{"number": 7, "title": TITLE, "pull_request": None}]
    env = {"GITHUB_API_URL": f"{address}/api/v1", "GITHUB_REPOSITORY": "town/tools", "GITHUB_SERVER_URL": address}
    base_site.make(root, {"site.yml": base_site.SITE})

    done = kit(root, "ci", "review", "--forge", "forgejo", KIT_FORGE_TOKEN="s3cret", **{**env, "KIT_TODAY": today})

    assert (done.returncode, done.stderr) == (0, "")
    method, path, token, sent = forge.asked[-1]
    assert (method, path, token) == ("PATCH", "/api/v1/repos/town/tools/issues/7", "token s3cret")
    if today == LATE:
        assert f"({address}/town/tools/_edit/main/tools/political-mandate.yml)" in sent["body"]
    else:
        assert sent == {"state": "closed"}


@pytest.mark.parametrize("today", [LATE, "2026-12-24"])
def test_gitlab_is_told_in_its_way(root: Path, api: tuple[type[Api], str], today: str) -> None:
    forge, address = api
    forge.about = {"issues_enabled": True}
    forge.there = [{"id": 900, "iid": 7, "title": TITLE}]
    env = {"CI_API_V4_URL": f"{address}/api/v4", "CI_PROJECT_ID": "12", "CI_PROJECT_URL": f"{address}/town/tools"}
    base_site.make(root, {"site.yml": base_site.SITE})

    done = kit(root, "ci", "review", "--forge", "gitlab", KIT_FORGE_TOKEN="s3cret", **{**env, "KIT_TODAY": today})

    assert (done.returncode, done.stderr) == (0, "")
    method, path, token, sent = forge.asked[-1]
    assert (method, path, token) == ("PUT", "/api/v4/projects/12/issues/7", "s3cret")
    if today == LATE:
        assert f"({address}/town/tools/-/edit/main/tools/political-mandate.yml)" in sent["description"]
    else:
        assert sent == {"state_event": "close"}


def test_a_site_in_one_language_has_no_heading_for_it(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {"local/site.yml": "build:\n  - sv\n"})
    found = survey.load(root, datetime.date(2027, 2, 10))
    forge = Forge(_never, "https://git.example/town/tools", "12")

    text = due.told(found, forge, datetime.date(2027, 2, 10), own_only=False)

    assert text.startswith("Det finns 1 text som ska granskas inom en månad.")
    assert "Dansk" not in text


def test_a_list_too_long_for_the_forge_is_cut_at_a_line(root: Path) -> None:
    pages = {f"docs/{lang}/p{n}.md": ABOUT.replace("about", f"p{n}") for n in range(400) for lang in ("da", "sv")}
    base_site.make(root, {"site.yml": HERE, **pages})
    today = datetime.date(2027, 2, 10)

    text = due.told(survey.load(root, today), Forge(_never, "https://git.example/x", "1"), today, own_only=False)

    assert len(text) < 65_000
    assert text.endswith(" |\n\n…")


@pytest.mark.parametrize(
    ("day", "later"),
    [("2026-11-22", "2026-12-22"), ("2026-12-31", "2027-01-31"), ("2027-01-31", "2027-02-28")],
)
def test_a_month_ends_on_the_same_day_or_the_last(day: str, later: str) -> None:
    assert due.a_month_after(datetime.date.fromisoformat(day)) == datetime.date.fromisoformat(later)


def _never(*_: Any) -> None:
    raise AssertionError
