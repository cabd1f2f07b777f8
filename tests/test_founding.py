"""`kit local init`: the file it writes, what it refuses, and what it offers instead."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros import schema, settings, survey
from macros.canonical import canonical
from macros.covering import covered
from macros.overlay.ops import Patch
from macros.overlay.section_ops import Sections
from macros.problem import listed
from macros.shape import fit
from macros.yaml_reader import parse
from tests.conftest import ROOT, TODAY, kit

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
SOLBY = ("--name", "Solby Kommune", "--address", "https://vaerktoejer.solby.example/")
LANGUAGES = listed(settings.shared(ROOT).data["languages"])
LILLA = ("--country", "se", "--name", "Lillå kommun", "--address", "https://verktyg.lilla.example/")


def init(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return kit(root, "local", "init", *args)


def written(root: Path) -> str:
    return (root / "local/site.yml").read_text(encoding="utf-8")


def test_a_danish_municipality_begins_with_one_command(own_project: Path, tmp_path: Path) -> None:
    (tmp_path / "Solby våben.svg").write_text(SVG, encoding="utf-8")
    more = (
        "--colour",
        "#005F73",
        "--logo",
        str(tmp_path / "Solby våben.svg"),
        "--contact",
        "prevention=Konsulent: Solby",
    )

    done = init(own_project, *SOLBY, *more)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["local/site.yml", "local/assets/solby-vaaben.svg"]
    site = settings.load(own_project)
    assert list(site.built) == ["da"]
    assert site.languages["da"].site_name == "Implementeringsværktøjer i Solby Kommune"
    assert site.languages["da"].owner == "Solby Kommune"
    assert site.contacts["prevention"].title.in_("da") == "Konsulent: Solby"
    assert site.logo and site.logo.light == "solby-vaaben.svg"
    assert "# De sprog, der bygges." in written(own_project)


def test_a_swedish_municipality_gets_swedish_and_comments_in_it(own_project: Path) -> None:
    done = init(own_project, *LILLA)

    assert (done.returncode, done.stderr) == (0, "")
    assert list(settings.load(own_project).built) == ["sv"]
    assert "# De språk som byggs." in written(own_project)
    assert "Implementeringsverktyg i Lillå kommun" in written(own_project)


@pytest.mark.parametrize("answers", [(*SOLBY, "--colour", "#9c1646", "--languages", "da,sv"), LILLA])
def test_what_is_written_is_in_canonical_form_and_right(own_project: Path, answers: tuple[str, ...]) -> None:
    assert init(own_project, *answers).returncode == 0

    text = written(own_project)
    assert canonical(text, schema.SCHEMAS["local-site"], "local/site.yml") == text
    _, problems = survey.survey(own_project, datetime.date.fromisoformat(TODAY))
    assert [problem for problem in problems if problem.file.startswith("local/")] == []


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ((*SOLBY, "--country", "no"), "`no` is not a country here. Write `dk` or `se`."),
        ((*SOLBY, "--languages", "dk"), f"`dk` is not a language of this site. Known here: {LANGUAGES}."),
        ((*SOLBY, "--colour", "red"), "`red` is not a colour. Write it as in `#9c1646`."),
        (
            (*SOLBY, "--colour", "#ff88aa"),
            "The thread #ff88aa has 1.8:1 on the tint of `none` #fbe2d4, and needs 3:1. "
            "The nearest of its hue that does is `#d05e81`.",
        ),
        ((*SOLBY, "--logo", "nowhere.svg"), "There is no file `nowhere.svg`. Write its path from here."),
        ((*SOLBY, "--logo", "site.yml"), "`site.yml` is not a logo. Save it as svg, png or webp."),
        ((*SOLBY, "--contact", "preventoin=X"), "No contact is called `preventoin`. Did you mean `prevention`?"),
        (
            (*SOLBY, "--contact", "prevention"),
            "`prevention` is not a role with its title. Write it as in `prevention=Sundhedskonsulent`.",
        ),
        (
            (*SOLBY, "--contact", "prevention=ring 12 34 56 78"),
            "The title cannot stand as it is: `12 34 56 78` looks like a phone number. "
            "Name a role; addresses and numbers stand in `site.yml` alone.",
        ),
        (
            ("--name", "Solby", "--address", "solby.example"),
            "`solby.example` is not a web address. Write it as in `https://vaerktoejer.solby.example/`.",
        ),
        (
            ("--name", "<b>Solby</b>", "--address", "https://solby.example/"),
            "The name cannot stand as it is: `<b>` is HTML. Texts are shown as typed; take it away.",
        ),
        (
            ("--name", " ", "--address", "https://solby.example/"),
            "The name must be one line of at most 120 letters, as in `Solby Kommune`.",
        ),
    ],
)
def test_a_wrong_answer_gives_one_sentence_and_writes_nothing(
    own_project: Path, answers: tuple[str, ...], sentence: str
) -> None:
    done = init(own_project, *answers)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")
    assert not (own_project / "local").exists()


def test_a_drawing_that_could_be_run_is_no_logo(own_project: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG.replace("<path", "<script/><path"), encoding="utf-8")

    done = init(own_project, *SOLBY, "--logo", str(tmp_path / "logo.svg"))

    assert done.stderr == "`<script` in `logo.svg` could be run. Save the drawing without it, or as png.\n"


def test_what_is_there_is_not_written_over_unless_one_says_so(own_project: Path) -> None:
    (own_project / "local").mkdir()
    (own_project / "local/site.yml").write_text("build: [da]\n", encoding="utf-8")

    refused = init(own_project, *SOLBY)

    assert refused.returncode == 2
    assert refused.stderr == (
        "`local/site.yml` is there already. Change it by hand, or add `--replace` to write it anew.\n"
    )
    assert written(own_project) == "build: [da]\n"
    assert init(own_project, *SOLBY, "--replace").stdout == "local/site.yml (written anew)\n"
    assert "Solby" in written(own_project)


def test_who_gives_no_answers_is_asked_until_they_are_right(own_project: Path) -> None:
    typed = [
        "se",
        "Lillå kommun",
        "lilla",
        "https://verktyg.lilla.example/",
        "",
        "#ffcc00",
        "",
        "",
        "ring 070-123 45 67",
        "Folkhälsostrateg",
    ]
    command = [sys.executable, "-c", "from macros.cli import main; main()", "local", "init"]

    done = subprocess.run(
        command, cwd=own_project, input="\n".join(typed) + "\n", capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "`lilla` is not a web address." in done.stderr
    assert "The nearest of its hue that does is `#a28000`." in done.stderr
    assert "The title cannot stand as it is" in done.stderr
    site = settings.load(own_project)
    assert site.colours and site.colours.thread and site.colours.thread.light == "#a28000"
    assert site.contacts["prevention"].title.in_("sv") == "Folkhälsostrateg"


LOGOS = ("logo.svg", "logo-hvid.svg", "logotyp.svg", "logotyp-vit.svg")


@pytest.mark.parametrize("page", ["local/README.md", "docs/da/for-kommuner.md", "docs/sv/for-kommuner.md"])
def test_the_examples_that_municipalities_copy_are_right(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    lang = "sv" if "/sv/" in page else "da"

    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    for block in (one for one in blocks if one.startswith("ops:")):
        plain = re.sub(r"\{% (?:end)?raw %\}", "", block)
        changes = parse(plain, "changes")
        assert (fit(changes, Patch) if "base:" in block else fit(changes, Sections)).ops
    for block in (one for one in blocks if not one.startswith("ops:")):
        example = block if "build:" in block else f"{block}build: [{lang}]\n"
        merged = covered(settings.shared(ROOT), parse(example, "local/site.yml"))
        assert list(settings.checked(ROOT, merged, LOGOS).built) in (["da"], ["sv"], ["nb"], ["fi"])
