"""`kit spell`: every word is in a dictionary, in the right language, and of the right country."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import passages, spelling
from macros.foreign import WORD
from macros.problem import ContentError
from tests import base_site
from tests.conftest import ROOT, kit

PAGE = "---\ntitle: {title}\npair: about\n---\n{body}\n"


def small_site(folder: Path, files: dict[str, str]) -> Path:
    """Make the small site with the dictionaries, and with pages about something in Danish and Swedish."""
    lists = {
        f"tools/_spelling.{lang}.txt": (ROOT / f"tools/_spelling.{lang}.txt").read_text("utf-8")
        for lang in ("da", "sv")
    }
    root = base_site.make(folder, lists | files)
    for name in ("node_modules", "scripts"):
        (root / name).symlink_to(ROOT / name, target_is_directory=True)
    return root


def with_pages(folder: Path, da: str = "", sv: str = "", **files: str) -> Path:
    pages = {
        "docs/da/om.md": PAGE.format(title="Om", body=da),
        "docs/sv/om.md": PAGE.format(title="Om", body=sv),
    }
    return small_site(folder, pages | files)


def said(root: Path) -> list[str]:
    return [str(problem).split("\n")[0] for problem in spelling.problems(root)]


def test_the_content_is_right(project: Path) -> None:
    done = kit(project, "spell")

    assert (done.stdout, done.returncode) == ("Everything is right.\n", 0)


def test_every_word_is_found_where_it_stands(project: Path) -> None:
    wrong = []
    for passage in passages.load(project):
        lines = (project / passage.mark.file).read_text(encoding="utf-8").split("\n")
        for word in WORD.finditer(passage.text):
            place = passage.place(word.start())
            if not lines[place.line - 1].startswith(word[0], place.column - 1):
                wrong.append((place, word[0]))

    assert wrong == []


def test_an_editor_is_told_of_a_misspelt_word_and_its_place(own_project: Path) -> None:
    page = own_project / "docs/sv/verktyg/styrgrupp.md"
    tool = own_project / "tools/steering-group.yml"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nDe möts **förvaltnig** för förvaltning.\n", encoding="utf-8")
    tool.write_text(
        tool.read_text(encoding="utf-8").replace("  da: Styregruppe\n", "  da: Styregrupe\n"), encoding="utf-8"
    )
    last = page.read_text(encoding="utf-8").count("\n")

    done = kit(own_project, "spell")

    assert done.returncode == 1
    assert f"docs/sv/verktyg/styrgrupp.md:{last}:11: `förvaltnig` is in no dictionary\n" in done.stdout
    assert "    Did you mean `förvaltning`" in done.stdout
    assert "tools/steering-group.yml:2:7: `Styregrupe` is in no dictionary\n" in done.stdout
    assert done.stdout.endswith("\n2 errors.\n")


def test_a_dictionary_knows_everyday_words_and_compounds_and_nothing_else(tmp_path: Path) -> None:
    known_da = "er har den valgt skrevet kommunalbestyrelsesmøde sundhedspolitik styregruppeformand årshjul"
    known_sv = "arbetar data fick hos folkhälsostrateg folkhälsoarbetet styrgruppsmöte målstruktur årshjul"
    root = with_pages(tmp_path, f"{known_da} forvaltnig hjemmmeside", f"{known_sv} förvaltnig diskusson")

    assert said(root) == [
        f"docs/da/om.md:5:{len(known_da) + 2}: `forvaltnig` is in no dictionary",
        f"docs/da/om.md:5:{len(known_da) + 13}: `hjemmmeside` is in no dictionary",
        f"docs/sv/om.md:5:{len(known_sv) + 2}: `förvaltnig` is in no dictionary",
        f"docs/sv/om.md:5:{len(known_sv) + 13}: `diskusson` is in no dictionary",
    ]


def test_what_is_no_prose_is_not_looked_up(tmp_path: Path) -> None:
    body = (
        "Qwxz: Se `qwxz`, [siden](https://qwxz.example/qwxz), <https://qwxz.example> og <kbd>F</kbd> <!-- qwxz -->.\n\n"
        '*Vi möts på måndag*{: lang="sv" } og <span lang="sv">förvaltning</span>.{: .qwxz }\n\n'
        '```\nqwxz\n```\n\n> Citatet er svensk: vi möts.\n{: lang="sv" }\n'
    )
    root = with_pages(tmp_path, body)

    assert said(root) == ["docs/da/om.md:5:1: `Qwxz` is in no dictionary"]


def test_a_municipality_has_words_of_its_own(tmp_path: Path) -> None:
    root = with_pages(tmp_path, "Frunkel i Nørrelunden.", **{"local/spelling.da.txt": "Nørrelunden\r\nfrunkel\r\n"})

    assert said(root) == []


def test_a_word_is_to_go_into_the_list_of_whoever_wrote_it(tmp_path: Path) -> None:
    root = with_pages(tmp_path, **{"local/docs/da/om.md": PAGE.format(title="Om", body="Mødet i Qwxzlunden.")})

    (problem,) = spelling.problems(root)

    assert problem.file == "local/docs/da/om.md"
    assert "`local/spelling.da.txt`" in problem.remedy


def test_a_language_without_dictionary_is_left_alone(tmp_path: Path) -> None:
    site = base_site.FILES["site.yml"]
    assert isinstance(site, str)
    norwegian = "languages:\n  nb:\n    name: Norsk\n    site_name: Qwxz\n    description: Qwxz qwxz.\n    sender: KS\n"
    site = site.replace("languages:\n", f"{norwegian}    tools: verktoy\n    timezone: Europe/Oslo\n")

    root = with_pages(tmp_path, **{"site.yml": site})

    assert said(root) == ["site.yml:3:3: there is no dictionary for `nb`, so its words were not looked up"]


def test_without_dictionaries_it_says_what_to_run(own_project: Path) -> None:
    (own_project / "node_modules").unlink()

    done = kit(own_project, "spell")

    assert done.returncode == 1
    assert "the dictionaries are not set up\n    Run `make setup`, then the same command again.\n" in done.stderr


def test_a_file_that_cannot_be_read_is_said_first(tmp_path: Path) -> None:
    root = with_pages(tmp_path, **{"tools/steering-group.yml": "title: [\n"})

    with pytest.raises(ContentError, match=r"tools/steering-group\.yml:"):
        spelling.problems(root)
