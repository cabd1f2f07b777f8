"""Words of the interface that are not written: told in one sentence, before the build and during it."""

from __future__ import annotations

import datetime
import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import survey, templates, unworded, wordbook
from macros.export import blank
from macros.problem import ContentError, Problem
from macros.words import Words
from tests import base_site
from tests.conftest import ROOT, TODAY

DAY = datetime.date(2026, 11, 21)
WORDS = wordbook.load(wordbook.source(ROOT / "tests"))
PARTIAL = '<p>{{ t["menu"] }}</p>\n<p>{{ t["materialz"] }} {{ t("qq", number=2) }} {{ t["palette_" ~ "dark"] }}</p>\n'
REMEDY = "Write them in macros/words.yml."


def test_all_words_that_the_code_names_are_written() -> None:
    code = [path for path in (ROOT / "macros").rglob("*.py") if path.parent.name != "admin"]

    named = [(path.name, key) for path in code for key, _ in unworded.keys(path.read_text(encoding="utf-8"))]

    assert len(named) > 50
    assert [one for one in named if one[1] not in WORDS] == []
    assert [key for key in blank.WORDS if key not in WORDS] == []
    assert [*unworded.problems(ROOT, WORDS)] == []


@pytest.mark.parametrize("file", ["overrides/partials/menu.html", "local/overrides/partials/menu.html"])
def test_a_template_that_names_what_has_no_words_is_told_by_its_line(tmp_path: Path, file: str) -> None:
    shared = {"overrides/partials/menu.html": "<p></p>\n"}
    root = base_site.make(tmp_path, {**shared, file: PARTIAL})

    _, problems = survey.survey(root, DAY)

    assert [str(one) for one in problems] == [
        f"{file}:2:1: `materialz` has no words\n    Did you mean `materials`?",
        f"{file}:2:1: `qq` has no words\n    {REMEDY}",
    ]


@pytest.mark.parametrize(
    ("made", "key"), [('t["a_" ~ "b"]', "a_b"), ('t("a_" ~ "b")', "a_b"), ('t.count("a", 1)', "a_other")]
)
def test_what_only_the_build_can_know_is_told_by_its_line_too(tmp_path: Path, made: str, key: str) -> None:
    root = base_site.make(tmp_path, {"overrides/one.html": f"<p>\n{{{{ {made} }}}}</p>\n"})

    with pytest.raises(ContentError) as error:
        templates.environment(root).get_template("one.html").render(t=Words(WORDS, "da"), lang="da")

    assert str(error.value) == f"overrides/one.html:2:1: `{key}` has no words\n    {REMEDY}"


def test_the_code_is_told_by_its_line() -> None:
    with pytest.raises(ContentError, match=r"tests/test_unworded.py:\d+:1: `nothing` has no words"):
        Words(WORDS, "da")["nothing"]


MKDOCS, KIT = ["-m", "mkdocs"], ["-c", "from macros.cli import main; main()"]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("moved_to", [*MKDOCS, "build", "-q"]),
        ("moved_title", [*MKDOCS, "build", "-q"]),
        ("archive_name", [*KIT, "export", "archive"]),
    ],
)
def test_what_no_page_asks_for_is_told_without_a_traceback(own_project: Path, key: str, command: list[str]) -> None:
    page, file = own_project / "docs/da/om.md", own_project / "macros/words.yml"
    page.write_text(page.read_text("utf-8").replace("---\n", "---\nredirect_from: [gammel]\n", 1), "utf-8")
    file.write_text(re.sub(rf"(?m)^{key}:\n(?: .*\n)*", "", file.read_text("utf-8")), "utf-8")
    env = {**os.environ, "PYTHONPATH": str(own_project), "KIT_TODAY": TODAY}

    done = subprocess.run(
        [sys.executable, *command], cwd=own_project, env=env, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"`{key}` has no words\n    {REMEDY}" in done.stdout + done.stderr


def test_what_is_told_is_the_same_in_another_process() -> None:
    error = ContentError([Problem("macros/feed.py", 2, 1, "`nothing` has no words", REMEDY)])

    assert pickle.loads(pickle.dumps(error)).problems == error.problems
