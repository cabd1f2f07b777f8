"""`kit new`: what it writes is right at once, lies where it belongs, and is refused whole or not at all."""

from __future__ import annotations

import datetime
import errno
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from macros import page_reader, survey
from macros.answers import WrongAnswer
from macros.canonical import canonical
from macros.cli import kit as command
from macros.content import Content
from macros.problem import Problem
from macros.schema import SCHEMAS
from macros.starter import page
from macros.starter.given import words
from macros.starter.kinds import KINDS
from macros.starter.page import Said
from tests import base_site
from tests.conftest import kit

TODAY = datetime.date(2026, 11, 21)
TITLES = ("--title", "da=Netværket: et møde", "--title", "sv=Nätverket träffas")
FULL = (
    *("--held", "2026-10-30", "--organiser", "da=KL", "--organiser", "sv=KL", "--contact", "prevention"),
    *("--audience", "da=Ledere", "--audience", "sv=Chefer", "--theme", "da=Søvn", "--theme", "sv=Sömn"),
    *("--related", "steering-group", "--related", "political-mandate"),
)
# Keys and sections with nothing in them.
OPEN = re.compile(r"^(?:\w+:(?: \[\])?$(?!\n  - )|## )", re.MULTILINE)
DATED = ("event", "theme-day", "notes")
FOLDERS = {
    "page": ("", ""),
    "event": ("arrangementer/", "evenemang/"),
    "theme-day": ("arrangementer/", "evenemang/"),
    "notes": ("noter/", "anteckningar/"),
    "report": ("notater/", "rapporter/"),
    "theme": ("temaer/", "teman/"),
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIT_TODAY", str(TODAY))
    return base_site.make(tmp_path)


def begin(root: Path, *args: str, answers: str = "") -> Result:
    return CliRunner().invoke(command, ["--root", str(root), "new", *args], input=answers)


def state(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.*") if path.is_file()}


def told(root: Path) -> list[Problem]:
    return survey.survey(root, TODAY)[1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_page_is_right_at_once_and_only_waits_for_its_text(root: Path, kind: str) -> None:
    before = told(root)

    done = begin(root, kind, "our-network", *TITLES, *(FULL if kind in DATED else ()))

    assert done.exit_code == 0, done.output
    files = [f"docs/da/{FOLDERS[kind][0]}netvaerket-et-moede.md", f"docs/sv/{FOLDERS[kind][1]}natverket-traffas.md"]
    assert done.stdout.split() == files
    fresh = [problem for problem in told(root) if problem not in before]
    assert {problem.level for problem in fresh} <= {"gap", "hint"}
    for file in files:
        text = (root / file).read_text(encoding="utf-8")
        open_ends = {text.count("\n", 0, one.start()) + 1 for one in OPEN.finditer(text)}
        no_text = {text.count("\n") + 1} if kind == "page" else set()
        assert {one.line for one in fresh if (one.file, one.level) == (file, "gap")} == open_ends | no_text


@pytest.mark.parametrize("kind", KINDS)
def test_readers_of_a_new_page_see_nothing_but_its_headings(root: Path, kind: str) -> None:
    assert begin(root, kind, "our-network", *TITLES).exit_code == 0

    made = [one for one in survey.load(root, TODAY).pages["da"] if one.front.pair == "our-network"]
    assert [re.sub(r"^## .*$", "", one.body, flags=re.MULTILINE).strip() for one in made] == [""]
    assert made[0].front.summary is None


def test_what_is_given_stands_in_the_event_and_the_dates_are_right(root: Path) -> None:
    assert begin(root, "event", "our-network", *TITLES, *FULL).exit_code == 0

    front = next(one.front for one in survey.load(root, TODAY).pages["sv"] if one.front.pair == "our-network")
    assert (front.kind, front.title, front.held, front.updated) == ("event", "Nätverket träffas", "2026-10-30", TODAY)
    assert (front.organiser, front.audience, front.themes, front.contact) == ("KL", "Chefer", ("Sömn",), "prevention")
    assert front.related == ("steering-group", "political-mandate")


def test_a_page_begins_with_the_day_of_its_review_and_stands_at_the_foot_if_wanted(root: Path) -> None:
    assert begin(root, "page", "our-network", *TITLES, "--foot").stderr == ""

    front = next(one.front for one in survey.load(root, TODAY).pages["da"] if one.front.pair == "our-network")
    assert (front.reviewed, front.foot, front.kind) == (TODAY, True, "page")


def test_a_theme_shows_the_tools_it_is_given_in_both_languages(root: Path) -> None:
    assert begin(root, "theme", "sleep", *TITLES, "--related", "steering-group").exit_code == 0

    text = (root / "docs/sv/teman").glob("*.md").__next__().read_text(encoding="utf-8")
    assert text.endswith('{{ tool_cards(ids=["steering-group"]) }}\n')
    assert "related:" not in text


def test_a_new_page_lies_beside_others_of_its_kind(root: Path) -> None:
    (root / "docs/da/dage").mkdir()
    there = "---\ntitle: En dag\nkind: event\nonly: da\n---\nTekst.\n"
    (root / "docs/da/dage/en-dag.md").write_text(there, encoding="utf-8")

    assert begin(root, "event", "another-day", "--title", "da=To dage").stdout == "docs/da/dage/to-dage.md\n"


def test_gaps_close_as_a_page_is_written(root: Path) -> None:
    begin(root, "event", "our-network", "--title", "da=Mødet")
    path = root / "docs/da/arrangementer/moedet.md"
    assert len([one for one in told(root) if one.file.endswith("moedet.md")]) > 8

    text = path.read_text(encoding="utf-8").replace("pair: our-network", "only: da")
    text = re.sub(r"^(summary|organiser|audience):$", r"\1: Ord", text, flags=re.MULTILINE)
    text = text.replace("held:", "held: I fjor").replace("contact:", "contact: prevention")
    text = text.replace("themes: []\nrelated: []", "themes: [Søvn]\nrelated: [steering-group]")
    path.write_text(re.sub(r"(## .*)", r"\1\n\nTekst.", text), encoding="utf-8")

    assert [one for one in told(root) if one.file.endswith("moedet.md")] == []


def test_a_municipality_gets_all_of_it_below_its_own_folder(root: Path) -> None:
    (root / "local").mkdir()
    (root / "local/site.yml").write_text("build: [da]\n", encoding="utf-8")
    shared = {name: data for name, data in state(root).items() if not name.startswith("local/")}

    tool = begin(root, "risk-map", "--phase", "plan", "--title", "da=Risikokort")
    event = begin(root, "theme-day", "x-day-2026", "--title", "da=Dagen")

    assert tool.stdout.split() == ["local/tools/x-risk-map.yml", "local/docs/da/vaerktoejer/risikokort.md"]
    assert event.stdout == "local/docs/da/arrangementer/dagen.md\n"
    assert {name: data for name, data in state(root).items() if not name.startswith("local/")} == shared
    text = (root / "local/tools/x-risk-map.yml").read_text(encoding="utf-8")
    assert canonical(text, SCHEMAS["tool"], "x") == text
    assert not [one for one in told(root) if one.level == "error"]
    # An update brings what is called the same: nothing collides.
    own = (root / "local/docs/da/arrangementer/dagen.md").read_text(encoding="utf-8")
    theirs = {"tools/risk-map.yml": base_site.OTHER_TOOL, "docs/da/dagen.md": own.replace("x-day-2026", "day-2026")}
    base_site.make(root, {**base_site.FILES, **theirs})
    assert not [one for one in told(root) if one.level == "error"]


def test_what_is_not_given_is_asked_for_until_it_is_right(root: Path) -> None:
    answers = (
        *("event", "Our day", "steering-group", "our-day", "", "", "<b>Dag</b>", "Dag", "Dagen i höstas"),
        *("2026-11-22", "2026-02-30", "2026-10-30", "", "KL", "KL", "Ledere", "", "Søvn; Unge", ""),
        *("stering-group", "steering-group, political-mandate", "nobody", "prevention"),
    )

    done = begin(root, answers="\n".join(answers) + "\n")

    assert done.exit_code == 0, done.output
    for sentence in (
        "`Our day` is not an id.",
        "`steering-group` is the id of a tool. Choose another word.",
        "It needs a title in at least one language.",
        "The title in `da` cannot stand as it is",
        "`2026-11-22` is yet to come. Write the day when it was held.",
        "`2026-02-30` is not a date. Write it as in `2026-11-21`, or in words.",
        "No tool is called `stering-group`. Did you mean `steering-group`?",
        "No contact is called `nobody`.",
    ):
        assert sentence in done.stderr
    front = next(one.front for one in survey.load(root, TODAY).pages["sv"] if one.front.pair == "our-day")
    # The day is offered for the next language; what is left empty is left open.
    assert (front.held, front.organiser, front.audience, front.themes) == ("2026-10-30", "KL", None, ())
    assert front.related == ("steering-group", "political-mandate")


def test_a_tool_is_asked_for_its_phase_until_it_is_right(root: Path) -> None:
    done = begin(root, "risk-map", "--title", "da=Risikokort", answers="plann\nplan\n")

    assert done.exit_code == 0
    assert "No phase is called `plann`. Did you mean `plan`?" in done.stderr
    assert "phase: plan\n" in (root / "tools/risk-map.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        ("pgae our-net --title da=A", "No kind is called `pgae`. Did you mean `page`?"),
        ("page our net --title da=A", "`net` is one word too many. Write it as in `kit new page our-network`."),
        ("page Our_net --title da=A", "`Our_net` is not an id. Use a–z, 0–9, and hyphens between, at most 60, as in"),
        ("page our-net --title nb=A", "`nb` is not a language of this site. Known here: `da` and `sv`."),
        ("page our-net --title A", "`A` names no language, or nothing in it. Write the language first, as in `--title"),
        ("page our-net --title da=", "`da=` names no language, or nothing in it."),
        ("page our-net --title da=A --title da=B", "`--title` says two things in `da`. Keep one of them."),
        ("page our-net --title da={{x}}", "The title in `da` cannot stand as it is: `{{` is template code."),
        ("page our-net --title da=A --phase plan", "`--phase` is for `tool`, not for `page`."),
        ("page our-net --title da=A --held 2026-01-01", "`--held` is for `event`, `theme-day` and `notes`, not for"),
        ("theme our-net --title da=A --foot", "`--foot` is for `page`, not for `theme`."),
        ("risk-map --title da=A --theme da=B", "`--theme` is for `event`, `theme-day`, `notes` and `report`, not for"),
        ("event e --title da=A --held 2026-13-01", "`2026-13-01` is not a date. Write it as in `2026-11-21`, or in"),
        ("event e --title da=A --held 1/2/2026", "`1/2/2026` is not a date."),
        ("event e --title da=A --held 2026-11-22", "`2026-11-22` is yet to come. Write the day when it was held."),
        ("event e --title da=A --organiser KL", "`KL` names no language, or nothing in it."),
        ("event e --title da=A --organiser sv=KL", "There is no title in `sv`, so `--organiser` says nothing there."),
        ("event e --title da=A --audience da=a@b.example", "The audience in `da` cannot stand as it is"),
        ("event e --title da=A --related stering-group", "No tool is called `stering-group`. Did you mean"),
        ("event e --title da=A --contact prevent", "No contact is called `prevent`. Did you mean `prevention`?"),
        ("event steering-group --title da=A", "`steering-group` is the id of a tool. Choose another word."),
        ("steering-group --title da=A --phase plan", "`tools/steering-group.yml` is there already. Choose another id"),
        ("risk-map --title da=Styregruppe --phase plan", "`docs/da/vaerktoejer/styregruppe.md` is there already."),
        ("risk-map --title da=A --phase plann", "No phase is called `plann`. Did you mean `plan`?"),
        ("risk-map --title da=A --phase plan --contact prevent", "No contact is called `prevent`."),
        ("page our-net --title da=Index", "`docs/da/index.md` is there already."),
    ],
)
def test_a_wrong_call_is_one_sentence_and_writes_nothing(root: Path, args: str, sentence: str) -> None:
    before = state(root)

    done = begin(root, *args.split())

    assert done.exit_code == 2
    assert done.stderr.startswith(sentence), done.stderr
    assert done.stderr.count("\n") == 1
    assert state(root) == before


def test_a_word_that_pairs_others_and_an_address_that_is_taken_are_refused(root: Path) -> None:
    first = begin(root, "page", "our-net", "--title", "da=Om os")
    (root / "docs/da/nyt").mkdir()
    (root / "docs/da/nyt/index.md").write_text(
        "---\ntitle: Nyt\nonly: da\nredirect_from:\n  - gammelt\n---\nTekst.\n", encoding="utf-8"
    )
    before = state(root)

    paired = begin(root, "page", "our-net", "--title", "sv=Om oss")
    same = begin(root, "page", "more-net", "--title", "da=Nyt")
    old = begin(root, "page", "more-net", "--title", "da=Gammelt")

    assert first.exit_code == 0
    assert paired.stderr == (
        "`our-net` is the `pair` of `docs/da/om-os.md`. Choose another word, or translate that page with "
        "`kit translations new our-net --to …`.\n"
    )
    for done in (same, old):
        assert "would stand at an address of `docs/da/nyt/index.md`. Choose another title." in done.stderr
    assert state(root) == before


def test_a_municipality_does_not_cover_a_shared_page_by_mistake(root: Path) -> None:
    (root / "local").mkdir()
    (root / "local/site.yml").write_text("build: [da]\n", encoding="utf-8")

    done = begin(root, "risk-map", "--phase", "plan", "--title", "da=Styregruppe")

    assert (done.exit_code, done.stderr) == (
        2,
        "`docs/da/vaerktoejer/styregruppe.md` is there already. Choose another id or title.\n",
    )


def test_a_full_disk_leaves_nothing_half_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = state(root)
    synced: list[int] = []

    def full(file: int) -> None:
        synced.append(file)
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    done = begin(root, "event", "our-net", *TITLES)

    assert isinstance(done.exception, OSError)
    assert done.stdout == ""
    assert state(root) == before


def test_wrong_content_is_told_first(root: Path) -> None:
    (root / "tools/steering-group.yml").write_text("title: {da: [}\n", encoding="utf-8")

    done = begin(root, "page", "our-net", "--title", "da=A")

    assert done.exit_code == 1
    assert done.stderr.endswith("Put this right first.\n")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return survey.load(base_site.make(tmp_path_factory.mktemp("known")), TODAY)


@given(text=st.text(min_size=1), kind=st.sampled_from([*KINDS]))
def test_every_title_is_refused_or_arrives_as_typed(known: Content, text: str, kind: str) -> None:
    try:
        title = words(text, "title", "da")
        made = page.files(known, Said(kind, "our-net", {"da": title}, {"organiser": {"da": title}}), TODAY)
    except WrongAnswer:
        return
    for file, body in made.items():
        one, problems = page_reader.made(body, "da", file, file)
        assert problems == []
        assert one.front.title == text.strip()
        assert one.front.organiser in (None, text.strip())


def test_the_built_site_shows_what_was_begun(own_project: Path) -> None:
    titles = ("--title", "da=Trivsel i fællesskab", "--title", "sv=Välmående tillsammans")

    assert kit(own_project, "new", "theme", "wellbeing", *titles, "--related", "premortem").returncode == 0
    assert kit(own_project, "new", "theme-day", "day", *titles, "--held", "2026-01-31").returncode == 0

    assert kit(own_project, "check").returncode == 0
    assert kit(own_project, "fmt", "--check").stdout == ""
    assert kit(own_project, "build", KIT_LANGUAGES="da").returncode == 0
    front = (own_project / "site/da/index.html").read_text(encoding="utf-8")
    assert 'href="temaer/trivsel-i-faellesskab/"' in front
    event = (own_project / "site/da/arrangementer/trivsel-i-faellesskab/index.html").read_text(encoding="utf-8")
    assert "31. januar 2026" in event
    assert "None" not in event


def test_what_is_begun_is_not_noted_as_translated(root: Path) -> None:
    begin(root, "quick-scan", "--phase", "mandate", "--title", "da=Hurtig", "--title", "sv=Snabb")
    begin(root, "page", "about-us", *TITLES)

    CliRunner().invoke(command, ["--root", str(root), "translations", "accept", "quick-scan"])

    front = (root / "docs/sv/verktyg/snabb.md").read_text(encoding="utf-8")
    assert "checklist: " in front
    assert "purpose: " not in front


def test_nobody_is_asked_to_compare_what_is_begun(root: Path) -> None:
    CliRunner().invoke(command, ["--root", str(root), "translations", "accept"])

    begin(root, "quick-scan", "--phase", "mandate", "--title", "da=Hurtig", "--title", "sv=Snabb")
    begin(root, "page", "about-us", *TITLES)

    said = CliRunner().invoke(command, ["--root", str(root), "check"]).output
    assert "has no text yet" in said
    assert "nobody has noted" not in said
