"""The editors' guide: its commands, examples and messages are what an editor gets who follows it."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros import report
from macros.ci.checked import everything
from macros.problem import Problem
from macros.starter import kinds
from macros.translations import telling
from tests import base_site
from tests.conftest import ROOT, TODAY
from tests.guide.__main__ import MOST, PICTURES

PAGES = {
    "contribute": {"da": "docs/da/bidrag.md", "sv": "docs/sv/bidra.md"},
    "write-new": {"da": "docs/da/skriv-nyt.md", "sv": "docs/sv/skriv-nytt.md"},
    "keep-in-step": {"da": "docs/da/sprog-i-takt.md", "sv": "docs/sv/sprak-i-takt.md"},
}
EXAMPLE = ROOT / "tests/guide/example"
TOOL = "tools/risk-map.yml"
RECORD = "tools/.translations/risk-map.sv.yml"
# What an editor wrote before the check said what the page quotes.
COLON = {
    "da": ("Kortet er tegnet\n", "Kortet er tegnet: risici og ejere\n"),
    "sv": ("Kartan är ritad\n", "Kartan är ritad: risker och ägare\n"),
}
INDENT = ("      - id: map-on-wall\n", "     - id: map-on-wall\n")
HERE = "      - id: map-on-wall\n"
CHANGED = {
    "da": ("Hver risiko har en ejer", "Hver risiko har én ejer"),
    "sv": ("Varje risk har en ägare", "Varje risk har 1 ägare"),
}
# A page that is written in one language, and its command that begins the other.
NETWORK = {
    "da": ("docs/sv/natverk.md", "Vårt nätverk", "docs/da/vores-netvaerk.md"),
    "sv": ("docs/da/netvaerk.md", "Vores netværk", "docs/sv/vaart-natverk.md"),
}


@pytest.fixture(params=["da", "sv"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def root(begun: Path, tmp_path: Path) -> Path:
    """A small site with the guide's example, and a history of it."""
    return Path(shutil.copytree(begun, tmp_path / "project", symlinks=True))


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each test has a copy of."""
    made = base_site.make(tmp_path_factory.mktemp("begun") / "project")
    shutil.copytree(EXAMPLE, made, dirs_exist_ok=True)
    begin = "git init --quiet --initial-branch main", "git add -A", "git commit --quiet -m Begin"
    assert run(made, "kit translations accept", *begin).returncode == 0
    return made


def run(root: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    """Run lines in a shell, as at a terminal, until one of them fails."""
    command = root.parent / "bin/kit"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from macros.cli import main; main()" "$@"\n', "utf-8")
    command.chmod(0o755)
    env = {
        **os.environ,
        **{f"GIT_{role}_{what}": "a@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "KIT_TODAY": TODAY,
        "PYTHONPATH": str(ROOT),
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
    }
    script = "set -e\n" + "\n".join(lines)
    return subprocess.run(["sh", "-c", script], cwd=root, env=env, capture_output=True, text=True, check=False)


def rewrite(root: Path, change: tuple[str, str], file: str = TOOL) -> None:
    text = (root / file).read_text("utf-8")
    assert change[0] in text
    (root / file).write_text(text.replace(change[0], change[1]), "utf-8")


def text_of(page: str, lang: str) -> str:
    return (ROOT / PAGES[page][lang]).read_text("utf-8")


def section(page: str, lang: str, id: str) -> str:
    """The text of a section; a heading in an example begins none."""
    text, fenced, within = "", False, False
    for line in text_of(page, lang).splitlines(keepends=True):
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            within = line.endswith(f"{{: #{id} }}\n")
        elif within:
            text += line
    assert text, id
    return text


def blocks(page: str, lang: str, id: str, kind: str = "sh") -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", section(page, lang, id), re.MULTILINE | re.DOTALL)


def rows(page: str, lang: str, id: str) -> list[str]:
    return re.findall(r"^\| `([\w-]+)` \|", section(page, lang, id), re.MULTILINE)


def checked(root: Path) -> list[Problem]:
    return everything(root, datetime.date.fromisoformat(TODAY))[1]


def quoted(lang: str) -> Iterator[str]:
    """The messages that the page quotes, as they are printed."""
    for quote in re.findall(r"(?:^>.*\n)+", section("contribute", lang, "check"), re.MULTILINE):
        said = re.findall(r"(`+)(.+?)\1\{: lang=\"en\" \}", quote)
        yield "\n    ".join(words for _, words in said)


def test_the_example_is_right(root: Path) -> None:
    assert checked(root) == []


def test_the_messages_are_those_of_the_check(root: Path, lang: str) -> None:
    said = list(quoted(lang))
    (item,) = blocks("contribute", lang, "change", "yaml")

    for change, message in zip((COLON[lang], INDENT, (HERE, item + HERE)), said, strict=True):
        rewrite(root, change)
        assert [str(one) for one in checked(root)] == [message]
        assert run(root, "git checkout --quiet .").returncode == 0


def test_the_levels_are_those_of_the_check(lang: str) -> None:
    assert ["error", *rows("contribute", lang, "check")] == list(report.LEVELS)


def test_the_item_that_is_explained_stands_in_the_example(lang: str) -> None:
    (shown,) = blocks("contribute", lang, "change", "yaml")

    assert shown in (EXAMPLE / TOOL).read_text("utf-8")


def test_an_item_is_added_as_shown_in_both_languages_or_one(root: Path, lang: str) -> None:
    (shown,) = blocks("contribute", lang, "item", "yaml")
    other = "sv" if lang == "da" else "da"
    for item, left in ((shown, ["hint"]), (re.sub(rf"^ +{other}: .*\n", "", shown, flags=re.MULTILINE), ["gap"])):
        rewrite(root, ("      - id: owner-named\n", f"{item}      - id: owner-named\n"))

        assert [one.level for one in checked(root)] == left
        assert run(root, f"kit fmt --check {TOOL}", "git checkout --quiet .").returncode == 0


def test_lists_of_the_other_kinds_are_right_as_shown(root: Path, lang: str) -> None:
    shown = blocks("write-new", lang, "kinds", "yaml")
    lists = "".join(f"  {line}\n" for one in shown for line in one.rstrip().split("\n"))
    rewrite(root, ("checklists:\n", f"checklists:\n{lists}"))

    assert [re.findall("kind: (.*)", one) for one in shown] == [["assessment"], ["worksheet"], ["table"]]
    assert {one.level for one in checked(root)} <= {"hint"}
    assert run(root, f"kit fmt --check {TOOL}").returncode == 0


def test_an_item_is_taken_away_as_shown(root: Path, lang: str) -> None:
    (retired,) = blocks("contribute", lang, "remove", "yaml")
    (id,) = yaml.safe_load(retired)["retired"]
    text = (root / TOOL).read_text("utf-8").partition(f"      - id: {id}\n")[0]

    run(root, "git tag v1.0")
    (root / TOOL).write_text(text, "utf-8")
    assert [f"the id `{id}` was in v1.0 and is gone"] == [one.fault for one in checked(root)]
    (root / TOOL).write_text(text + retired, "utf-8")
    assert checked(root) == []
    assert run(root, f"kit fmt --check {TOOL}").returncode == 0


def test_the_texts_around_the_text_are_those_of_pages(lang: str) -> None:
    """The signs that an editor is to leave alone are found in pages."""
    signs = re.findall(r"`([^`]+)`", section("contribute", lang, "word").split("\n2. ")[1].split("\n")[0])

    text = next((ROOT / f"docs/{lang}").glob("v*/styr*.md")).read_text("utf-8")
    assert all(sign.split("…")[0] in text for sign in signs)
    assert len(signs) == 3


def test_links_are_called_as_on_the_page(lang: str) -> None:
    words = yaml.safe_load((ROOT / "macros/words.yml").read_text("utf-8"))

    for key in ("edit_page", "edit_tool"):
        assert words[key][lang] in section("contribute", lang, "word")
    assert words["behind_part"][lang] in section("keep-in-step", lang, "marks")


def test_a_section_is_missed_in_the_sister_until_it_stands_there_too(root: Path, lang: str) -> None:
    pages = {"da": "docs/da/vaerktoejer/risikokort.md", "sv": "docs/sv/verktyg/riskkarta.md"}
    checklist = {one: re.search(r"## .* \{: #checklist \}", (root / pages[one]).read_text("utf-8")) for one in pages}
    for count, one in enumerate((lang, "sv" if lang == "da" else "da"), start=1):
        (added,) = blocks("write-new", one, "section", "markdown")
        heading = checklist[one][0]  # type: ignore[index]
        rewrite(root, (heading, f"{added}\n{heading}"), pages[one])

        assert [problem.level for problem in checked(root)] == (["error"] if count == 1 else ["hint"])


def test_a_tool_is_begun_filled_in_and_proposed(tmp_path: Path, lang: str) -> None:
    root = base_site.make(tmp_path / "project")
    assert run(root, "kit translations accept").returncode == 0
    run(root, "git init --quiet --initial-branch main", "git add -A", "git commit --quiet -m Begin")
    run(root, f"git init --quiet --bare {tmp_path}/forge.git", f"git remote add origin {tmp_path}/forge.git")

    begun = run(root, *blocks("write-new", lang, "tool")[0].splitlines())
    assert begun.returncode == 0, begun.stderr
    made = {str(path.relative_to(EXAMPLE)) for path in EXAMPLE.rglob("*") if path.is_file()} - {RECORD}
    assert made <= set(begun.stdout.split())
    for key in ("summary", "obstacles", "synonyms"):
        assert f"`{key}`" in begun.stdout
    assert set(rows("write-new", lang, "tool")) == {"summary", "roles", "obstacles", "synonyms", "items"}

    for name in made:
        shutil.copy(EXAMPLE / name, root / name)
    done = run(root, *blocks("write-new", lang, "tool")[1].splitlines(), "kit translations status")
    assert re.fullmatch(r"\d+ current, \d+ original\.", done.stdout.splitlines()[-1]), done.stdout
    read = [line for line in blocks("write-new", lang, "read")[0].splitlines() if not line.startswith("kit spell")]
    assert run(root, *read).returncode == 0
    proposed = run(root, *blocks("write-new", lang, "propose")[0].splitlines(), "git log origin/HEAD..HEAD || true")
    assert proposed.returncode == 0, proposed.stderr
    assert "ris" in run(tmp_path / "forge.git", "git branch").stdout


def test_pages_and_events_are_begun_as_shown(root: Path, lang: str) -> None:
    for id in ("page", "event"):
        done = run(root, *blocks("write-new", lang, id)[0].splitlines())
        assert done.returncode == 0, done.stderr
        assert [name.split("/")[1] for name in done.stdout.split()] == ["da", "sv"]

    assert {one.level for one in checked(root)} <= {"gap", "hint"}
    assert {"`organiser`", "`audience`"} <= {one.fault.split()[0] for one in checked(root)}
    assert {*rows("write-new", lang, "event"), "tool", "page"} == set(kinds.ALL)


def test_setting_up_names_what_there_is(lang: str) -> None:
    first, second = blocks("write-new", lang, "setup")
    (form,) = blocks("write-new", lang, "form")
    known = yaml.safe_load((ROOT / "site.yml").read_text("utf-8"))["repository"]

    clone, folder, make = first.splitlines()
    assert clone == f"git clone {known}"
    assert folder == f"cd {known.rpartition('/')[2]}"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in (make.removeprefix("make "), form.split()[1], "serve"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert "git pull" in second
    python = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert python and f"Python {python[1]} " in section("write-new", lang, "setup")


def test_a_change_of_the_source_is_shown_and_accepted(root: Path, lang: str) -> None:
    (status,), (diff,) = blocks("keep-in-step", lang, "status"), blocks("keep-in-step", lang, "diff")
    rewrite(root, CHANGED["da"])

    assert "1 stale" in run(root, status).stdout
    shown = run(root, diff).stdout
    assert re.search(rf"- {CHANGED['da'][0]}\n +\+ {CHANGED['da'][1]}", shown)
    assert CHANGED["sv"][0] in shown
    whole, parts, _ = blocks("keep-in-step", lang, "accept")
    for command in (whole, parts.splitlines()[0]):
        assert f"{RECORD}: 1 noted" in run(root, command).stdout
        assert checked(root) == []
        assert run(root, f"git checkout --quiet {RECORD}").returncode == 0
    assert run(root, parts.splitlines()[1]).stdout == "There is nothing to note.\n"


def test_a_change_of_the_translation_alone_is_told_to_nobody(root: Path) -> None:
    rewrite(root, CHANGED["sv"])

    assert checked(root) == []


def test_a_slip_that_is_mended_needs_no_translation(root: Path, lang: str) -> None:
    mended, accepted = blocks("keep-in-step", lang, "accept")[2].splitlines()
    rewrite(root, CHANGED["da"])

    done = run(root, mended, accepted)

    assert done.stdout.endswith(f"{RECORD}: 1 noted\n")
    assert checked(root) == []


def test_a_page_is_translated_or_another_text(root: Path, lang: str) -> None:
    (new,), (diverge,) = blocks("keep-in-step", lang, "new"), blocks("keep-in-step", lang, "diverge")
    there, title, made = NETWORK[lang]
    front = f"title: {title}\npair: our-network\nsummary: XYZ.\n"
    (root / there).write_text(f"---\n{front}reviewed: 2026-11-21\n---\n## XYZ {{: #what }}\n\nXYZ.\n", "utf-8")

    assert run(root, new).stdout == f"{made}\n"
    assert "{: #what }" in (root / made).read_text("utf-8")
    accept = re.search(r"`(kit translations accept .*)`", section("keep-in-step", lang, "new"))
    assert accept and run(root, accept[1]).returncode == 0
    done = run(root, diverge)
    assert done.returncode == 0, done.stderr
    assert "diverged: " in (root / done.stdout.strip()).read_text("utf-8")


def test_the_states_are_those_of_the_command(lang: str) -> None:
    assert sorted(rows("keep-in-step", lang, "status")) == sorted(telling.TOLD)


def test_pictures_are_named_small_and_as_large_as_the_page_says(lang: str) -> None:
    text = "".join(text_of(page, lang) for page in PAGES)
    shown = re.findall(r'^!\[(.+)\]\((\S+)\)\{: width="(\d+)" height="(\d+)" \}$', text, re.MULTILINE)

    assert text.count("![") == len(shown)
    assert sorted(Path(file).stem for _, file, *_ in shown) == sorted(PICTURES)
    for words, file, *size in shown:
        data = (ROOT / "docs" / lang / file).read_bytes()
        assert [str(edge // 2) for edge in struct.unpack(">II", data[16:24])] == size
        assert len(data) <= MOST
        assert len(words) > 40


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_tell_the_same_commands(page: str) -> None:
    def bare(lang: str) -> list[str]:
        found = re.findall(r"^```sh\n(.*?)^```$", text_of(page, lang), re.MULTILINE | re.DOTALL)
        return [re.sub(r'"[^"]*"|--to \w+|risikokort|riskkarta', "…", block) for block in found]

    assert bare("da") == bare("sv")
