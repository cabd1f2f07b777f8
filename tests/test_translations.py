"""Languages in step: what is told as fallen behind after each kind of edit, in real git history, and nothing else."""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros import passages, survey
from macros.digest import digest
from macros.translations.essence import essence
from macros.translations.standing import translations
from tests import base_site
from tests.conftest import kit

TODAY = datetime.date(2026, 11, 21)
DA, SV = "docs/da/vaerktoejer/styregruppe.md", "docs/sv/verktyg/styrgrupp.md"
TOOL = "tools/steering-group.yml"
RECORD = "tools/.translations/steering-group.sv.yml"
PAGE = """\
---
tool: steering-group
---
{top}

## {purpose} {{: #purpose }}

{text} Se [mandatet]({file}#purpose).

{{{{ checklist("set-up") }}}}

## {time} {{: #time }}

{list}
"""
DANISH = PAGE.format(
    top="Kort sagt.",
    purpose="Formål",
    text="Styregruppen leder arbejdet.",
    file="politisk-mandat.md",
    time="Tid",
    list="- Fire møder om året.\n- En time hver gang.",
)
SWEDISH = PAGE.format(
    top="Kort sagt.",
    purpose="Syfte",
    text="Styrgruppen leder arbetet.",
    file="politiskt-mandat.md",
    time="Tid",
    list="- Fyra möten om året.\n- En timme varje gång.",
)


@pytest.fixture
def site(begun: Path, tmp_path: Path) -> Path:
    """A site in git, all translations noted."""
    return Path(shutil.copytree(begun, tmp_path / "site", symlinks=True))


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each test has a copy of."""
    root = base_site.make(tmp_path_factory.mktemp("begun") / "site", {DA: DANISH, SV: SWEDISH})
    edit(root, "docs/da/vaerktoejer/politisk-mandat.md", ("Se gruppen", "Se [gruppen](styregruppe.md#purpose)"))
    edit(root, "docs/sv/verktyg/politiskt-mandat.md", ("Se gruppen", "Se [gruppen](styrgrupp.md#purpose)"))
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "config", "user.name", "A")
    git(root, "config", "user.email", "a@example.com")
    assert kit(root, "translations", "accept").returncode == 0
    commit(root)
    return root


def git(root: Path, *args: str) -> str:
    return subprocess.run(["git", *args], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root: Path) -> str:
    git(root, "add", "-A")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "Change")
    return git(root, "rev-parse", "HEAD").strip()


def edit(root: Path, file: str, *changes: tuple[str, str]) -> None:
    """Replace words in a file, all of which must be there."""
    text = (root / file).read_bytes().decode()
    for before, after in changes:
        assert before in text, f"`{before}` is not in {file}"
        text = text.replace(before, after)
    (root / file).write_bytes(text.encode())


def states(root: Path) -> dict[str, str]:
    """Return what is neither current nor an original, as `sv steering-group.title`, with its state."""
    found = survey.load(root, TODAY)
    return {
        f"{lang} {part.unit.id}": part.state
        for lang in found.site.built
        for one in translations(found, lang)
        for part in one.parts
        if part.state not in ("current", "original")
    }


SOURCE_EDITS: dict[str, tuple[str, tuple[str, str], dict[str, str]]] = {
    "a section": (DA, ("Fire møder", "Seks møder"), {"sv time": "stale"}),
    "a heading": (DA, ("## Tid", "## Tid og sted"), {"sv time": "stale"}),
    "above the sections": (DA, ("Kort sagt", "Kort fortalt"), {"sv _top": "stale"}),
    "a line more": (DA, ("- En time", "- Om morgenen.\n- En time"), {"sv time": "stale"}),
    "a comma": (DA, ("leder arbejdet.", "leder, arbejdet."), {"sv purpose": "stale"}),
    "small letters": (DA, ("Fire møder", "fire møder"), {"sv time": "stale"}),
    "a link to elsewhere": (DA, ("Kort sagt.", "Kort [sagt](https://kl.example/)."), {"sv _top": "stale"}),
    "an item's text": (TOOL, ("Mindst ét medlem", "Formanden"), {"sv right-level.text": "stale"}),
    "a tool's title": (TOOL, ("da: Styregruppe\n", "da: Styregruppen\n"), {"sv title": "stale"}),
    "a checklist's title": (TOOL, ("Før gruppen nedsættes", "Før I begynder"), {"sv set-up.title": "stale"}),
    "a date that begins a line": (DA, ("leder arbejdet.", "leder senest den\n3. maj."), {"sv purpose": "stale"}),
    "a reflowed section": (DA, ("- Fire møder om året.", "- Fire møder\n  om året."), {}),
    "other bullets": (DA, ("- ", "* "), {}),
    "spaces at the ends": (DA, ("arbejdet.", "arbejdet.   "), {}),
    "empty lines": (DA, ("\n\n## Tid", "\n\n\n\n## Tid"), {}),
    "Windows line ends": (DA, ("\n", "\r\n"), {}),
    "a comment": (DA, ("Kort sagt.", "Kort sagt. <!-- husk -->"), {}),
    "a class": (DA, ("{: #time }", "{: #time .wide }"), {}),
    "the front matter": (DA, ("tool: steering-group\n", "tool: steering-group\nphase: mandate\n"), {}),
    "another date": (TOOL, ("reviewed: 2026-11-21", "reviewed: 2026-11-20"), {}),
    "another search word": (TOOL, ("ledergruppe,", "chefgruppe,"), {}),
    "a reflowed item": (TOOL, ("Mindst ét medlem råder", ">-\n            Mindst ét\n            medlem råder"), {}),
    "quotes around it": (TOOL, ("da: Styregruppe\n", "da: 'Styregruppe'\n"), {}),
    "Windows line ends in a tool": (TOOL, ("\n", "\r\n"), {}),
    "what a term means": ("tools/_terms.yml", ("Et resultat", "Et mål"), {"sv milestone.meaning": "stale"}),
    "the summary of a phase": (
        "tools/_vocabulary.yml",
        ("Få beslutningen", "Hent den"),
        {"sv phases/mandate.summary": "stale"},
    ),
    "another word for a term": ("tools/_terms.yml", ("da: milepæl\n", "da: mærkesten\n"), {}),
    "other roles": (TOOL, ("- coordinator", "- director"), {}),
}


@pytest.mark.parametrize("name", SOURCE_EDITS)
def test_only_what_has_moved_is_told(site: Path, name: str) -> None:
    file, change, expected = SOURCE_EDITS[name]

    edit(site, file, change)

    assert states(site) == expected
    commit(site)
    assert states(site) == expected


def _typo_in_translation(root: Path) -> None:
    edit(root, SV, ("Fyra möten", "Fyra  träffar"))


def _typo_after_a_change(root: Path) -> None:
    edit(root, DA, ("Fire møder", "Seks møder"))
    commit(root)
    edit(root, SV, ("timme varje gång", "timme var gång"))


def _and_back(root: Path) -> None:
    edit(root, DA, ("Fire møder", "Seks møder"))
    commit(root)
    edit(root, DA, ("Seks møder", "Fire møder"))


def _renamed(root: Path) -> None:
    edit(root, TOOL, ("id: right-level", "id: level"))
    with (root / TOOL).open("a", encoding="utf-8") as file:
        file.write("aliases:\n  right-level: level\n")


def _moved_page(root: Path) -> None:
    git(root, "mv", SV, "docs/sv/verktyg/styrgruppen.md")
    edit(root, "docs/sv/verktyg/politiskt-mandat.md", ("styrgrupp.md", "styrgruppen.md"))


def _section_renamed(root: Path) -> None:
    edit(root, DA, ("Fire møder", "Seks møder"))
    for file in (DA, SV):
        edit(root, file, ("{: #time }", "{: #duration }"))


def _new_item(root: Path) -> None:
    item = "      - id: {}\n        text:\n          da: Referatet er sendt\n{}      - id: right-level\n"
    swedish = "          sv: Protokollet är skickat\n"
    edit(root, TOOL, ("      - id: right-level\n", item.format("minutes-sent", swedish)))
    edit(root, TOOL, ("      - id: right-level\n", item.format("minutes-read", "")))


def _new_section(root: Path) -> None:
    for file in (DA, SV):
        edit(root, file, ("## Tid", "## Nyt {: #new }\n\nNyt.\n\n## Tid"))


def _page_taken_away(root: Path) -> None:
    (root / SV).unlink()
    edit(root, "docs/sv/verktyg/politiskt-mandat.md", ("[gruppen](styrgrupp.md#purpose)", "gruppen"))


MOVES: dict[str, tuple[Callable[[Path], None], dict[str, str]]] = {
    "the translation is mended": (_typo_in_translation, {}),
    "the source is changed, then the translation mended": (_typo_after_a_change, {"sv time": "conflict"}),
    "changed and back": (_and_back, {}),
    "an item is renamed": (_renamed, {}),
    "a stale section gets another id": (_section_renamed, {"sv duration": "stale"}),
    "a page is moved": (_moved_page, {}),
    "items are added, in both languages and in one": (
        _new_item,
        {"sv minutes-sent.text": "unrecorded", "sv minutes-read.text": "missing"},
    ),
    "a section is added in both languages": (_new_section, {"sv new": "unrecorded"}),
    "a page is taken away": (
        _page_taken_away,
        {"sv _top": "missing", "sv purpose": "missing", "sv time": "missing"},
    ),
}


@pytest.mark.parametrize("name", MOVES)
def test_each_move_is_told_for_what_it_is(site: Path, name: str) -> None:
    move, expected = MOVES[name]

    move(site)

    assert states(site) == expected


@pytest.mark.parametrize("stale", [True, False])
def test_history_does_not_matter(site: Path, tmp_path: Path, stale: bool) -> None:
    if stale:
        edit(site, DA, ("Fire møder", "Seks møder"))
        commit(site)
    commit(site)
    expected = {"sv time": "stale"} if stale else {}

    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{site}", "shallow")
    shutil.copytree(site, tmp_path / "zip", ignore=shutil.ignore_patterns(".git"))
    git(site, "checkout", "--quiet", "--orphan", "squashed")
    commit(site)

    assert [states(root) for root in (site, tmp_path / "shallow", tmp_path / "zip")] == [expected] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("senest den\n3. maj hvert år", "senest den 3. maj\nhvert år"),
        ('Se\n{{ term("plan") }}\ni dag', "Se {{ term(id='plan', form=\"plural\") }}\ni dag"),
        ('Se her.\n\n{{ checklist("a") }}\n{{ checklist("b") }}\n', "Se her.\n"),
        ('Se her.\n \t\n{{ checklist("a") }} \n\t\nOg der.  ', "Se her.\n\nOg der."),
        ("møde <!-- hvor? -->.", "møde."),
        ("~~~ py\nx = 1\n~~~", "```py\nx = 1\n```"),
        ("| a | b |\n|---|---|\n| c | d |", "a | b\n:--|--:\nc | d"),
        ("### Her ###", "### Her"),
        ("et\xadord\\\nog  \n<!-- hvor? -->\nmere", "etord\nog\n\nmere"),
        ("1 &ndash; 2", "1 – 2"),
        ("1. et\n2. to", "1. et\n1. to"),
        ("!!! note\n    1. et", "!!! note\n    2. et"),
        ("![Hjul](../img/hjul.png)", "![Hjul](img/hjul.png)"),
    ],
)
def test_what_is_only_written_in_another_way_says_the_same(one: str, other: str) -> None:
    assert digest(essence(one.split("\n"))) == digest(essence(other.split("\n")))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("senest den\n3. maj", "senest den\n4. maj"),
        ("```\n{: #her }\n```", "```\n{: #der }\n```"),
        ("![Hjul](hjul.png)", "![Hjul](ring.png)"),
        ("[Se](HTTPS://a.example)", "[Se](HTTPS://b.example)"),
        ('En\n{{ term("plan") }}', 'En\n{{ term("goal") }}'),
        ("### Her\nsom nr. #", "### Her\nsom nr."),
    ],
)
def test_what_says_something_else_is_told_apart(one: str, other: str) -> None:
    assert digest(essence(one.split("\n"))) != digest(essence(other.split("\n")))


def test_a_part_that_the_tool_and_its_page_both_have_must_be_named_by_its_file(site: Path) -> None:
    for file in (DA, SV):
        edit(site, file, ("## Tid {: #time }", "## Tid {: #title }"))
    edit(site, DA, ("Fire møder", "Seks møder"))

    done = kit(site, "translations", "accept", "steering-group#title")

    assert done.returncode == 2
    assert f"`{TOOL}#title` or `{SV}#title`" in done.stderr
    assert kit(site, "translations", "accept", f"{SV}#title").stdout == f"{SV}: 1 noted\n"


def test_typos_are_noted_one_after_the_other_and_what_cannot_be_says_why(site: Path) -> None:
    first = _change(site, ("Styregruppen leder", "Styregruppen leeder"))
    kit(site, "translations", "accept", "--typo", first)
    second = _change(site, ("leeder arbejdet", "leeder arbeidet"))
    third = _change(site, ("leeder arbeidet", "leder arbejdet"))

    early = kit(site, "translations", "accept", "--typo", third)
    assert early.stdout.startswith(f"Nothing is noted: `{third}`")
    for typo in (second, third):
        assert kit(site, "translations", "accept", "--typo", typo).stdout == f"{SV}: 1 noted\n"
    assert states(site) == {}
    assert kit(site, "translations", "accept", "--typo", "").returncode == 2
    assert kit(site, "translations", "accept", "steering-group#").returncode == 2
    oldest = git(site, "rev-list", "--max-parents=0", "HEAD").strip()
    assert "What was before" in kit(site, "translations", "accept", "--typo", oldest).stderr
    shutil.rmtree(site / ".git")
    assert "no git history" in kit(site, "translations", "accept", "--typo", "HEAD").stderr


def _change(root: Path, change: tuple[str, str]) -> str:
    edit(root, DA, change)
    return commit(root)


def test_the_old_text_is_found_under_another_name_and_else_it_is_said(site: Path) -> None:
    (site / DA).write_bytes((site / DA).read_bytes().decode().replace("Tid", "Tid å").encode("latin-1"))
    commit(site)
    git(site, "checkout", "--quiet", "HEAD^", "--", DA)
    moved = "docs/da/vaerktoejer/gruppen.md"
    git(site, "mv", DA, moved)
    edit(site, "docs/da/vaerktoejer/politisk-mandat.md", ("styregruppe.md", "gruppen.md"))
    edit(site, moved, ("- Fire møder", "- Seks [møder](politisk-mandat.md)"))
    edit(site, SV, ("Fyra möten", "Sex [möten](politiskt-mandat.md)"))
    commit(site)

    done = kit(site, "translations", "diff", "steering-group")
    assert "- - Fire møder om året." in done.stdout, done.stdout + done.stderr
    assert "+ - Seks [møder](politisk-mandat.md) om året." in done.stdout
    shutil.rmtree(site / ".git")
    assert "is not in git's history here" in kit(site, "translations", "diff", "steering-group").stdout


def test_only_the_digests_of_a_page_change_when_it_is_accepted(site: Path) -> None:
    text = (site / SV).read_bytes().decode()
    text = text.replace("translated_from:\n  lang: da\n", "translated_from:  # hvem?\n  # af Eva\n  lang: da\n")
    head, body = text.split("\n---\n", 1)
    mixed = "\ufeff" + head.replace("\n", "\r\n") + "\n# til sidst\n--- \n" + body
    (site / SV).write_bytes(mixed.encode())
    edit(site, DA, ("Fire møder", "Seks møder"))

    assert kit(site, "translations", "accept", f"{SV}#time").stdout == f"{SV}: 1 noted\n"

    after = (site / SV).read_bytes().decode()
    assert after.startswith("\ufeff---\r\n")
    assert after.endswith("\n# til sidst\n--- \n" + body)
    assert "# hvem?\r\n# af Eva\r\ntranslated_from:\r\n  lang: da\r\n" in after


def test_what_is_accepted_is_current_and_nothing_else_is(site: Path) -> None:
    edit(site, DA, ("Fire møder", "Seks møder"), ("Kort sagt", "Kort fortalt"))
    edit(site, TOOL, ("Mindst ét", "Helst ét"))

    unnamed = kit(site, "translations", "accept")
    section = kit(site, "translations", "accept", "steering-group#time")

    assert (unnamed.stdout, section.stdout) == ("There is nothing to note.\n", f"{SV}: 1 noted\n")
    assert states(site) == {"sv _top": "stale", "sv right-level.text": "stale"}
    kit(site, "translations", "accept", "steering-group#right-level")
    assert states(site) == {"sv _top": "stale"}
    kit(site, "translations", "accept", "steering-group")
    assert states(site) == {}
    assert git(site, "diff", "--numstat", "--", SV).split() == ["2", "2", SV]


def test_several_parts_are_accepted_in_one_call(site: Path) -> None:
    edit(site, DA, ("Fire møder", "Seks møder"), ("Kort sagt", "Kort fortalt"), ("leder arbejdet", "styrer arbejdet"))

    done = kit(site, "translations", "accept", "steering-group#time", "steering-group#_top")

    assert done.stdout == f"{SV}: 2 noted\n"
    assert states(site) == {"sv purpose": "stale"}


def test_what_a_term_meant_and_a_list_said_is_shown_too(site: Path) -> None:
    edit(site, "tools/_terms.yml", ("Et resultat", "Et mål"))
    edit(site, "tools/_vocabulary.yml", ("Få beslutningen", "Hent den"))

    shown = kit(site, "translations", "diff", "_terms", "_vocabulary").stdout

    assert "- Et resultat med en dato på." in shown and "+ Et mål med en dato på." in shown
    assert "- Få beslutningen." in shown and "+ Hent den." in shown


def test_a_typo_needs_no_translation_and_covers_up_nothing(site: Path) -> None:
    edit(site, DA, ("Kort sagt", "Kort fortalt"))
    commit(site)
    edit(site, DA, ("arbejdet", "arbeidet"), ("fortalt", "fortalt,"))
    edit(site, TOOL, ("råder over", "raader over"))
    typo = commit(site)

    done = kit(site, "translations", "accept", "--typo", typo)

    assert done.stdout.split() == [RECORD + ":", "1", "noted", SV + ":", "1", "noted"], done.stderr
    assert states(site) == {"sv _top": "stale"}


def test_what_has_changed_is_shown_with_the_text_of_then(site: Path) -> None:
    edit(site, DA, ("Fire møder", "Seks møder"))
    commit(site)
    edit(site, DA, ("En time", "To timer"))
    commit(site)

    shown = kit(site, "translations", "diff", "steering-group").stdout

    assert shown.splitlines()[0].startswith(f"{SV}:") and "`time` (stale)" in shown
    assert "- - Fire møder om året." in shown and "+ - Seks møder om året." in shown and "+ - To timer" in shown
    assert "- Fyra möten om året." in shown
    assert "Formål" not in shown


def test_without_history_the_source_is_shown_as_it_is(site: Path) -> None:
    shutil.rmtree(site / ".git")
    edit(site, DA, ("Fire møder", "Seks møder"))

    shown = kit(site, "translations", "diff", "steering-group#time").stdout

    assert "    da:\n" in shown and "Seks møder" in shown


def test_a_tool_that_was_first_written_in_swedish_is_followed_the_other_way(site: Path) -> None:
    edit(site, TOOL, ("origin: da", "origin: sv"))
    edit(site, SV, (git(site, "show", f"HEAD:{SV}").split("---\n")[1], "tool: steering-group\n"))
    kit(site, "translations", "accept")

    edit(site, SV, ("Fyra möten", "Sex möten"))

    assert states(site) == {"da time": "stale"}
    assert (site / "tools/.translations/steering-group.da.yml").is_file()


def test_a_page_says_itself_what_it_was_translated_from(site: Path) -> None:
    for lang, name, title in (("da", "om", "Om"), ("sv", "om", "Om oss")):
        front = "translated_from: {lang: sv}\n" if lang == "da" else ""
        text = f"---\ntitle: {title}\npair: about\n{front}---\nVi er fra {lang}.\n"
        (site / f"docs/{lang}/{name}.md").write_text(text, encoding="utf-8")
    kit(site, "translations", "accept")
    assert states(site) == {}

    edit(site, "docs/sv/om.md", ("Vi er", "Vi var"))

    assert states(site) == {"da _top": "stale"}
    assert "lang: sv\n" in (site / "docs/da/om.md").read_text(encoding="utf-8")


def test_another_text_on_purpose_is_left_alone(site: Path) -> None:
    reason = "Svenska nämnder arbetar annorlunda"
    page, texts = (kit(site, "translations", "diverge", name, "--reason", reason) for name in ("steering-group", TOOL))
    assert (page.stdout.split(), texts.stdout.split()) == ([SV], [RECORD]), page.stderr
    assert kit(site, "translations", "diverge", "steering-group", "--reason", " ").returncode == 2
    edit(site, SV, ("## Tid {: #time }\n\n- Fyra", "## Möten {: #meetings }\n\n- Fyra"))
    edit(site, DA, ("Fire", "Seks"))
    edit(site, TOOL, ("Mindst ét", "Helst ét"))

    assert set(states(site).values()) == {"diverged"}
    checked = kit(site, "check")
    assert (checked.returncode, "since it was translated" in checked.stdout) == (0, False), checked.stdout


def test_the_check_tells_and_lets_pass(site: Path) -> None:
    edit(site, DA, ("Fire møder", "Seks møder"))

    done = kit(site, "check")

    assert done.returncode == 0
    line = (site / SV).read_text(encoding="utf-8").split("\n").index("## Tid {: #time }") + 1
    assert f"{SV}:{line}:1: `time` has changed in `da` since it was translated" in done.stdout
    assert f"kit translations accept {SV}#time" in done.stdout


def test_the_state_can_be_read_by_people_forges_and_programs(site: Path) -> None:
    edit(site, DA, ("Fire møder", "Seks møder"))

    text, markdown, data = (
        kit(site, "translations", "status", *args).stdout
        for args in ((), ("--format", "md"), ("--lang", "sv", "--format", "json"))
    )

    assert text.splitlines()[0].split() == [SV, "sv", "from", "da", "1", "stale"]
    assert f"| {SV} | sv | da | 1 stale | 11 |" in markdown
    (page,) = [one for one in json.loads(data) if one["file"] == SV]
    assert (page["states"], page["words"], page["parts"]["time"]) == ({"current": 2, "stale": 1}, 11, "stale")


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (("accept", "steering-gruop"), 2, "Did you mean `steering-group`?"),
        (("accept", "steering-group#tiem"), 2, "Did you mean `time`?"),
        (("accept", "--typo", "nothing"), 2, "`nothing` is no commit here."),
        (("status", "--lang", "no"), 2, "`no` is not a language of this site."),
        (("new", "steering-group", "--to", "sv"), 2, f"`{SV}` is there already."),
        (("new", "nothing", "--to", "sv"), 2, "No page is called `nothing`."),
        (("diverge", "nothing", "--reason", "x"), 2, "No tool and no page is called `nothing`."),
    ],
)
def test_a_wrong_call_gets_one_sentence(site: Path, call: tuple[str, ...], code: int, said: str) -> None:
    done = kit(site, "translations", *call)

    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("parts: {title: nonsense}\n", "1:9: `title` in `parts` is `nonsense`, not a digest, or two"),
        ("<<<<<<< HEAD\n", "1:1: "),
        ("parts:\n  title: 123456789012\n  title: 123456789012\n", "3:3: `title` stands twice"),
    ],
)
def test_what_is_noted_wrongly_gets_one_sentence(site: Path, text: str, said: str) -> None:
    (site / RECORD).write_text(text, encoding="utf-8")

    done = kit(site, "check")

    assert (done.returncode, f"{RECORD}:{said}" in done.stdout, "Traceback" in done.stderr) == (1, True, False), (
        done.stdout
    )


def test_what_is_noted_of_something_gone_stops_nothing(site: Path) -> None:
    shutil.copy(site / RECORD, site / "tools/.translations/old-tool.sv.yml")

    done = kit(site, "check")

    assert done.returncode == 0
    assert "tools/.translations/old-tool.sv.yml:1:1: there is no `old-tool.sv` to be translated" in done.stdout


def test_a_page_cannot_be_translated_from_itself(site: Path) -> None:
    edit(site, SV, ("lang: da", "lang: sv"))

    done = kit(site, "check")

    assert (done.returncode, "the page is written in `sv`, and cannot be translated from it" in done.stdout) == (
        1,
        True,
    )


def test_a_translation_is_begun_with_the_text_to_write_over(site: Path) -> None:
    _page_taken_away(site)

    done = kit(site, "translations", "new", "steering-group", "--to", "sv")

    assert done.stdout == f"{SV}\n", done.stderr
    text = (site / SV).read_text(encoding="utf-8")
    assert text.startswith("---\ntool: steering-group\ntranslated_from:\n  lang: da\n---\n")
    assert "[mandatet](politiskt-mandat.md#purpose)" in text and 'checklist("set-up")' in text
    edit(site, "docs/sv/verktyg/politiskt-mandat.md", (" gruppen.", " [gruppen](styrgrupp.md#purpose)."))
    assert kit(site, "check").returncode == 0
    assert states(site)["sv time"] == "missing"
    # Only what is still Danish is not looked up among Swedish words; so few words may be the same in both.
    looked_up = " ".join(one.text for one in passages.load(site) if one.mark.file == SV)
    assert "Kort sagt" in looked_up and "Fire møder" not in looked_up


def test_a_fork_notes_in_its_own_folder(site: Path) -> None:
    patch = "ops:\n  - op: set\n    id: right-level\n    value: {text: {da: Borgmesteren råder over et budget}}\n"
    own = (site / TOOL).read_text(encoding="utf-8").replace("right-level", "x-level")
    for name, text in {
        "local/site.yml": "address: https://solby.example/\n",
        "local/tools/steering-group.patch.yml": patch,
        "local/tools/x-own.yml": own,
        "local/docs/da/steering-group.sections.yml": "ops:\n  - {op: replace, id: time, text: Hver dag.}\n",
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    commit(site)
    assert set(states(site)) == {"sv title", "sv summary", "sv set-up.title", "sv x-level.text"}
    edit(site, TOOL, ("Mindst ét", "Helst ét"))
    edit(site, DA, ("Fire møder", "Seks møder"))
    commit(site)
    assert states(site)["sv right-level.text"] == states(site)["sv time"] == "stale"

    kit(site, "translations", "accept", "steering-group")
    kit(site, "translations", "accept")

    assert states(site) == {}
    mine = yaml.safe_load((site / "local/.translations/steering-group.sv.yml").read_text(encoding="utf-8"))
    assert list(mine["parts"]) == ["right-level.text"]
    written = git(site, "status", "--short", "--untracked-files=all").split()[1::2]
    assert written == [
        f"local/.translations/{SV}.yml",
        "local/.translations/steering-group.sv.yml",
        "local/.translations/x-own.sv.yml",
    ]
    for file in ("local/tools/steering-group.patch.yml", "local/docs/da/steering-group.sections.yml"):
        (site / file).unlink()
    assert states(site) == {}


@pytest.mark.parametrize("front", ["tool: steering-group", "tool: steering-group # vores", '"tool": "steering-group"'])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_noting_keeps_the_rest_of_the_page(site: Path, front: str, ends: str) -> None:
    text = f"---\n# Øverst.\n{front}\n\n# Nederst.\n---\n{SWEDISH.split('---', 2)[2].lstrip()}".replace("\n", ends)
    (site / SV).write_bytes(text.encode())

    kit(site, "translations", "accept", "steering-group")

    after = (site / SV).read_bytes().decode()
    added = after.index("translated_from:")
    assert after[:added] + after[after.index(f"---{ends}", added) :] == text
    assert yaml.safe_load(after.split("---")[1])["translated_from"]["lang"] == "da"


@example(["> ", "- ", "- ", "- "])
@given(st.lists(st.sampled_from(["Ord ", "og ", "*vægt* ", "\n", "\n\n", "- ", "1. ", "> ", "| a | b |\n", "x"])))
def test_the_text_of_a_section_says_the_same_however_often_it_is_told(pieces: list[str]) -> None:
    said = essence("".join(pieces).split("\n"))

    assert " ".join(essence(said.split("\n")).split()) == " ".join(said.split())
    assert said.count("Ord") == pieces.count("Ord ")
