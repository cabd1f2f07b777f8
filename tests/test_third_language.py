"""A third language beside Danish and Swedish, shared or a municipality's: what editors are told on the way."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros import survey
from macros.ci import checked
from macros.cli import kit as command
from macros.overlay import begin
from macros.translations.standing import of_page, of_tool, translations
from tests import base_site
from tests.test_spelling import small_site

DAY = datetime.date(2026, 11, 21)
DA, SV, NB = (f"docs/{name}.md" for name in ("da/vaerktoejer/styregruppe", "sv/verktyg/styrgrupp", "nb/verktoy/gruppe"))
TOOL = "tools/steering-group.yml"
LANGUAGE = """\
  nb:
    name: Norsk bokmål
    site_name: Verktøy
    description: Verktøy for kommuner.
    sender: KL
    tools: verktoy
    fallback: da
"""
HOME = "---\nkind: home\ntitle: Verktøy for kommuner\n---\n"
# Written in Swedish first.
SWEDISH = {
    TOOL: base_site.TOOL.replace("origin: da", "origin: sv"),
    DA: base_site.FILES[DA].replace("---\n##", "translated_from:\n  lang: sv\n---\n##"),
}
SETTINGS = base_site.SITE.replace("contacts:", f"{LANGUAGE}contacts:")
SHARED = {**SWEDISH, "site.yml": SETTINGS, "docs/nb/index.md": HOME}
FORK = {**SWEDISH, "local/site.yml": f"languages:\n{LANGUAGE}", "local/docs/nb/index.md": HOME}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_TODAY", str(DAY))


def titled(text: str, title: str = "Styringsgruppe") -> str:
    """The tool, with a title in the third language."""
    return text.replace("  sv: Styrgrupp\n", f"  sv: Styrgrupp\n  nb: {title}\n", 1)


def run(root: Path, *args: str) -> Result:
    return CliRunner().invoke(command, ["--root", str(root), *args])


def faults(root: Path) -> list[str]:
    """What is an error."""
    return [str(one) for one in survey.survey(root, DAY)[1] if one.level == "error"]


def from_(lang: str) -> str:
    """The page, translated from a language."""
    return base_site.FILES[SV].replace("---\n##", f"translated_from:\n  lang: {lang}\n---\n##")


# What is translated from what.


def test_a_page_is_translated_from_the_language_that_it_was_first_written_in(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {**SHARED, TOOL: titled(SHARED[TOOL])})

    done = run(root, "translations", "new", "steering-group", "--to", "nb")

    assert done.output == "docs/nb/verktoy/styringsgruppe.md\n"
    begun = (root / "docs/nb/verktoy/styringsgruppe.md").read_text(encoding="utf-8")
    assert "translated_from:\n  lang: sv\n" in begun and "## Syfte" in begun
    assert faults(root) == []


def test_a_translation_of_a_translation_is_led_to_the_first_language(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {**SHARED, NB: from_("da")})

    remedy = "Write `lang: sv`, and translate from that."
    assert faults(root) == [f"{NB}:4:3: `{DA}` is itself translated from `sv`\n    {remedy}"]


def test_what_is_translated_from_a_language_that_is_not_read_here_is_as_good_as_the_first(tmp_path: Path) -> None:
    settings = f"{FORK['local/site.yml']}build: [nb]\n"
    root = base_site.make(tmp_path, {**FORK, "local/site.yml": settings, f"local/{NB}": from_("da")})

    assert faults(root) == []


@pytest.mark.parametrize(
    ("file", "remedy"),
    [(SV, "Take it away from the one that was written first."), (f"local/{SV}", "Take it away here.")],
)
def test_of_two_pages_that_name_each_other_nobody_is_led_into_a_shared_one(
    tmp_path: Path, file: str, remedy: str
) -> None:
    root = base_site.make(tmp_path, {**FORK, file: from_("da")})

    fault = f"this page and `{DA}` each say that they are translated from the other"
    assert faults(root) == [f"{file}:3:1: {fault}\n    {remedy}"]


def test_what_begins_a_title_is_named_where_its_file_is_not_there_yet(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, FORK)

    done = run(root, "translations", "new", "steering-group", "--to", "nb")

    file = "local/tools/steering-group.patch.yml"
    begins = "`kit local edit steering-group --lang nb` begins it"
    assert done.stderr == f"The page has no title in `nb` yet. Write it in `{file}`; {begins}.\n"


# What is still in another language.


def states(root: Path, lang: str) -> dict[str, str]:
    """How the texts of the tool stand in a language."""
    found = survey.load(root, DAY)
    return {
        part.unit.id: part.state for part in of_tool(found, "steering-group", found.tools["steering-group"], lang).parts
    }


def test_a_text_that_is_still_in_any_other_language_is_not_translated(tmp_path: Path) -> None:
    danish = "da: Mindst ét medlem råder over et budget"
    tool = titled(SHARED[TOOL], "Styregruppe").replace(danish, f"{danish}\n          nb{danish[2:]}")
    root = base_site.make(tmp_path, {**SHARED, TOOL: tool})

    run(root, "translations", "accept", "--new")

    # Names and headings may rightly be the same in two languages.
    assert (states(root, "nb")["title"], states(root, "nb")["right-level.text"]) == ("current", "missing")
    # What rightly is the same, somebody says of just this text.
    run(root, "translations", "accept", "steering-group", "--lang", "nb")
    assert states(root, "nb")["right-level.text"] == "missing"
    run(root, "translations", "accept", "steering-group#right-level.text", "--lang", "nb")
    assert states(root, "nb")["right-level.text"] == "current"


def test_a_section_that_is_still_in_any_other_language_is_not_translated(tmp_path: Path) -> None:
    danish, own = "Gruppen mødes fire gange om året.", "Gruppen møtes fire ganger i året."
    swedish = base_site.FILES[SV].replace("Se mandatet.", "Gruppen möts fyra gånger om året.")
    files = {**SHARED, TOOL: titled(SHARED[TOOL]), SV: swedish, DA: SHARED[DA].replace("Se mandatet.", danish)}
    for text, state in ((danish, "missing"), (own, "unrecorded")):
        root = base_site.make(tmp_path, {**files, NB: from_("sv").replace("Se mandatet.", text)})
        found = survey.load(root, DAY)
        group = found.written_kin.of_tool("steering-group")

        assert [part.state for part in of_page(found, group, "nb").parts] == [state]


def test_what_stands_in_is_the_source_where_the_first_language_is_not_read(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {**FORK, "local/site.yml": f"{FORK['local/site.yml']}build: [nb]\n"})
    found = survey.load(root, DAY)

    assert {one.origin for one in translations(found, "nb")} == {"da"}


# What is missing.


def gaps(root: Path) -> dict[str, str]:
    """What is said to be missing, by the file that lacks it."""
    return {one.file: one.fault for one in checked.everything(root, DAY)[1] if one.level == "gap"}


@pytest.mark.parametrize(("files", "words"), [(SHARED, "macros/words.yml"), (FORK, "local/words.yml")])
def test_the_check_counts_what_is_missing_as_the_status_does(tmp_path: Path, files: dict[str, str], words: str) -> None:
    danish = "da: Mindst ét medlem råder over et budget"
    tool = titled(files[TOOL]).replace(danish, f"{danish}\n          nb{danish[2:]}")
    when = "use_when:\n  da: [skal mødes]\n  sv: [ska mötas]\nrelated:"
    root = base_site.make(tmp_path, {**files, TOOL: tool.replace("related:", when)})

    found = gaps(root)

    missing = sum(state == "missing" for state in states(root, "nb").values())
    # Its summary, when to use it, the checklist's title, and an item that is still Danish.
    assert missing == 4
    assert found[TOOL] == "its page and 4 texts are not written in `nb` yet"
    assert found["tools/_terms.yml"] == "1 text and 1 term are not written in `nb` yet"
    assert [file for file in found if file.endswith("/words.yml")] == [words]


def test_the_status_of_one_tool_can_be_asked_for(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, SHARED)

    one, unknown = (run(root, "translations", "status", name, "--lang", "nb") for name in ("steering-group", "grupe"))

    assert one.output.splitlines()[0].split() == [TOOL, "nb", "from", "sv", "4", "missing"]
    assert "political-mandate" not in one.output
    assert unknown.stderr.startswith("No tool and no page is called `grupe`.")


# What has no dictionary.


def test_a_language_without_a_dictionary_is_said_not_to_be_looked_up(tmp_path: Path) -> None:
    root = small_site(tmp_path, {**FORK, "local/docs/nb/index.md": HOME.replace("for kommuner", "for komuner")})

    done = run(root, "spell")

    fault = "there is no dictionary for `nb`, so its words were not looked up"
    assert done.output == f"local/site.yml:2:3: {fault}\n    Let somebody who knows it read them. (hint)\n1 hint.\n"
    assert done.exit_code == 0


# What begins the translation of a tool.


def test_a_tool_s_translation_begins_with_what_to_translate_and_with_nothing_that_passes(tmp_path: Path) -> None:
    root, file = base_site.make(tmp_path, FORK), "local/tools/steering-group.patch.yml"

    for target in ("steering-group", "steering-group#set-up"):
        assert run(root, "local", "edit", target, "--lang", "nb").exit_code == 0

    begun = (root / file).read_text(encoding="utf-8")
    assert "      title:\n        # sv: Styrgrupp\n        nb:\n" in begun
    assert "      title:\n        # sv: Innan gruppen tillsätts\n        nb:\n" in begun
    assert [one for one in checked.everything(root, DAY)[1] if one.file == file] == []
    assert gaps(root)[TOOL] == "its page and 4 texts are not written in `nb` yet"
    assert file not in run(root, "fmt", "--check").output
    assert run(root, "local", "check").output.endswith("current.\n")


def test_what_a_language_has_already_stands_there_to_be_changed(tmp_path: Path) -> None:
    tool = titled(FORK[TOOL], '"Styrings-\\ngruppe"')
    root = base_site.make(tmp_path, {**FORK, TOOL: tool})

    begun = begin.tool(root, "steering-group", ".", "nb", ("da", "sv"))

    assert "title:\n        nb: |-\n          Styrings-\n          gruppe\n" in begun.text
    assert "summary:\n        # sv: Ger policyn en ägare.\n        nb:\n" in begun.text


# What is new.


def test_headings_that_nobody_knows_in_a_language_are_said_to_be_in_another(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, SHARED)
    titles = ("--title", "da=Risikokort", "--title", "nb=Risikokart", "--phase", "plan", "--contact", "prevention")

    done = run(root, "new", "risk-map", *titles)

    page = "docs/nb/verktoy/risikokart.md"
    assert done.stderr == f"The headings in `{page}` are in another language: write them in `nb`.\n"
    assert "## Hvem deltager {: #who }" in (root / page).read_text(encoding="utf-8")
    assert "title:\n      da: Tjekliste\n      nb:\n" in (root / "tools/risk-map.yml").read_text(encoding="utf-8")


def test_headings_are_those_of_the_language_s_other_pages(tmp_path: Path) -> None:
    page = from_("sv").replace("## Syfte", "## Hensikt")
    root = base_site.make(tmp_path, {**SHARED, TOOL: titled(SHARED[TOOL]), NB: page})
    titles = ("--title", "nb=Risikokart", "--phase", "plan", "--contact", "prevention")

    done = run(root, "new", "risk-map", *titles)

    assert done.stderr == ""
    assert "## Hensikt {: #purpose }" in (root / "docs/nb/verktoy/risikokart.md").read_text(encoding="utf-8")
