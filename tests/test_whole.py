"""What becomes of a municipality's whole page when the one of ours that it covers moves, or goes."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros import survey
from macros.content import Content
from macros.pages import Page
from macros.problem import Problem
from tests import base_site
from tests.conftest import kit

TODAY = datetime.date(2026, 11, 21)
FOLDERS = {"da": "vaerktoejer", "sv": "verktyg"}
OLD = {"da": "vaerktoejer/styregruppe.md", "sv": "verktyg/styrgrupp.md"}
NEW = {"da": "vaerktoejer/styregruppen.md", "sv": "verktyg/styrgruppen.md"}
MANDATE = {"da": "vaerktoejer/politisk-mandat.md", "sv": "verktyg/politiskt-mandat.md"}
OURS = base_site.PAGE.format(tool="steering-group", checklist="set-up", purpose="Formål", other="mandatet")
THEIRS = '---\ntool: steering-group\n---\n## Hos os {: #here }\n\nVores egen tekst.\n\n{{ checklist("set-up") }}\n'
RETIRED = base_site.VOCABULARY.replace("      - steering-group\n", "") + "retired: [steering-group]\n"
A = "-c user.name=A -c user.email=a@example.com"
both = pytest.mark.parametrize("lang", ["da", "sv"])


def moved(lang: str, new: str) -> dict[str, str | None]:
    """Return what our move of a tool's page changes."""
    old = OLD[lang].removesuffix(".md")
    return {f"docs/{lang}/{OLD[lang]}": None, f"docs/{lang}/{new}": _redirecting(OURS, f"{old}/")}


def gone() -> dict[str, str | None]:
    """Return what it changes that we take the tool away."""
    mandate = base_site.OTHER_TOOL
    pages = {f"docs/{lang}/{src}": None for lang, src in OLD.items()}
    instead = {
        f"docs/{lang}/{MANDATE[lang]}": _redirecting(
            base_site.FILES[f"docs/{lang}/{MANDATE[lang]}"], f"{src.removesuffix('.md')}/"
        )
        for lang, src in OLD.items()
    }
    tools = {"tools/steering-group.yml": None, "tools/political-mandate.yml": mandate}
    return {**pages, **instead, **tools, "tools/_vocabulary.yml": RETIRED}


def _redirecting(text: str, old: str) -> str:
    return text.replace("\n---\n", f"\nredirect_from: [{old}]\n---\n", 1)


def read(root: Path, files: Mapping[str, str | None]) -> tuple[Content, list[Problem]]:
    found, problems = survey.survey(base_site.make(root, files), TODAY)
    assert found is not None, problems
    return found, problems


def page(found: Content, lang: str, src: str) -> Page:
    return next(one for one in found.pages[lang] if one.src == src)


@both
def test_a_whole_page_moves_with_the_one_that_it_covers(tmp_path: Path, lang: str) -> None:
    own = f"local/docs/{lang}/{OLD[lang]}"

    found, problems = read(tmp_path, {**moved(lang, NEW[lang]), own: THEIRS})

    theirs = page(found, lang, NEW[lang])
    assert (theirs.file, theirs.front.redirect_from) == (own, (f"{OLD[lang].removesuffix('.md')}/",))
    assert "Vores egen tekst." in theirs.body
    assert OLD[lang] not in [one.src for one in found.pages[lang]]
    told = next(str(one) for one in problems if one.file == own)
    assert told.startswith(f"{own}:1:1: the page that this covers is `docs/{lang}/{NEW[lang]}` today")
    assert f"`git mv {own} local/docs/{lang}/{NEW[lang]}`" in told


def test_links_from_a_whole_page_and_to_it_lead_on(tmp_path: Path) -> None:
    links = "[det](politisk-mandat.md#purpose) [os](styregruppe.md#here) [ude](https://a.example/) [her](#here)\n"
    files = {
        **moved("da", "ledelse/styregruppen.md"),
        "local/docs/da/vaerktoejer/styregruppe.md": THEIRS + f"\n{links}\n![Os](billeder/os.png)\n",
        "local/docs/da/vaerktoejer/billeder/os.png": "",
        "local/docs/da/hos-os.md": "---\ntitle: Hos os\nonly: da\n---\n\n[os](vaerktoejer/styregruppe.md#here)\n",
    }

    found, _ = read(tmp_path, files)

    theirs = page(found, "da", "ledelse/styregruppen.md").body
    assert "[det](../vaerktoejer/politisk-mandat.md#purpose) [os](styregruppen.md#here)" in theirs
    assert "[ude](https://a.example/) [her](#here)" in theirs
    assert "![Os](../vaerktoejer/billeder/os.png)" in theirs
    assert "[os](ledelse/styregruppen.md#here)" in page(found, "da", "hos-os.md").body


def test_whole_pages_that_have_moved_are_compared_as_they_read_today(tmp_path: Path) -> None:
    files = {f"local/docs/{lang}/{src}": f"{THEIRS}\n[A]({MANDATE[lang].split('/')[1]})\n" for lang, src in OLD.items()}
    mandate = base_site.FILES["docs/da/vaerktoejer/politisk-mandat.md"]
    other = {
        "docs/da/vaerktoejer/politisk-mandat.md": None,
        "docs/da/vaerktoejer/mandat.md": _redirecting(mandate, "vaerktoejer/politisk-mandat/"),
    }

    _, problems = read(tmp_path, {**files, **moved("da", NEW["da"]), **moved("sv", NEW["sv"]), **other})

    assert {one.level for one in problems} == {"hint"}


@pytest.mark.parametrize("head", ["title: Om os\npair: about\n", "title: Om os\nonly: da\n"])
def test_a_page_without_a_tool_moves_by_its_pair_or_its_old_address(tmp_path: Path, head: str) -> None:
    files = {
        "docs/da/om-webstedet.md": f"---\n{head}redirect_from: [om/, om-os/]\n---\n\nVores.\n",
        "local/docs/da/om.md": f"---\n{head}---\n\nJeres.\n",
    }

    found, _ = read(tmp_path, files)

    theirs = page(found, "da", "om-webstedet.md")
    assert (theirs.body.strip(), theirs.front.redirect_from) == ("Jeres.", ("om/", "om-os/"))


def test_a_whole_page_under_its_new_name_keeps_our_old_addresses(tmp_path: Path) -> None:
    files = {**moved("da", NEW["da"]), f"local/docs/da/{NEW['da']}": THEIRS}

    found, problems = read(tmp_path, files)

    theirs = page(found, "da", NEW["da"])
    assert (theirs.shared, theirs.front.redirect_from) == (None, ("vaerktoejer/styregruppe/",))
    assert [one for one in problems if one.file.startswith("local/")] == []


def test_pages_that_have_changed_places_stay_what_they_are(tmp_path: Path) -> None:
    ours = {name: base_site.FILES[f"docs/da/vaerktoejer/{name}.md"] for name in ("styregruppe", "politisk-mandat")}
    files = {
        "docs/da/vaerktoejer/styregruppe.md": ours["politisk-mandat"],
        "docs/da/vaerktoejer/politisk-mandat.md": ours["styregruppe"],
        "local/docs/da/vaerktoejer/styregruppe.md": THEIRS,
    }

    found, _ = read(tmp_path, files)

    assert page(found, "da", "vaerktoejer/politisk-mandat.md").file == "local/docs/da/vaerktoejer/styregruppe.md"
    assert page(found, "da", "vaerktoejer/styregruppe.md").file == "docs/da/vaerktoejer/styregruppe.md"
    assert not any(one.front.redirect_from for one in found.pages["da"])


@pytest.mark.parametrize("other", ["vaerktoejer/styregruppen.md", "vores-styregruppe.md"])
def test_two_whole_pages_of_one_tool_are_told_in_one_sentence(tmp_path: Path, other: str) -> None:
    own = {f"local/docs/da/{src}": THEIRS for src in (OLD["da"], other)}
    root = base_site.make(tmp_path, {**moved("da", NEW["da"]), **own})

    _, problems = survey.survey(root, TODAY)

    errors = [one.fault for one in problems if one.level == "error"]
    assert len(errors) == 1
    assert all(f"`{file}`" in errors[0] for file in own)
    assert "are both the page of tool steering-group" in errors[0]


@both
def test_a_whole_page_whose_tool_is_gone_stands_for_itself(tmp_path: Path, lang: str) -> None:
    own = f"local/docs/{lang}/{OLD[lang]}"

    found, problems = read(tmp_path, {**gone(), own: THEIRS})

    theirs, instead = page(found, lang, OLD[lang]), page(found, lang, MANDATE[lang])
    assert (theirs.file, theirs.front.tool) == (own, None)
    assert theirs.front.title == {"da": "Styregruppe", "sv": "Styrgrupp"}[lang]
    assert "Vores egen tekst." in theirs.body
    assert "checklist" not in theirs.body
    assert instead.front.redirect_from == ()
    assert [one.line for one in problems if one.file == own and one.level == "hint"] == [2, 8]


def test_whole_pages_of_a_tool_that_is_gone_are_still_sisters(tmp_path: Path) -> None:
    own = {f"local/docs/{lang}/{OLD[lang]}": THEIRS for lang in FOLDERS}

    found, problems = read(tmp_path, {**gone(), **own})

    assert found.kin.sisters(page(found, "da", OLD["da"])) == {"sv": page(found, "sv", OLD["sv"])}
    assert {one.level for one in problems if one.file in own} == {"hint"}


def test_an_address_of_ours_that_a_page_of_their_own_has_taken_is_theirs(tmp_path: Path) -> None:
    files = {**moved("da", NEW["da"]), f"local/docs/da/{OLD['da']}": "---\ntitle: Hos os\nonly: da\n---\n\nJeres.\n"}

    found, _ = read(tmp_path, files)

    assert page(found, "da", OLD["da"]).front.title == "Hos os"
    assert page(found, "da", NEW["da"]).front.redirect_from == ()


def test_what_we_link_to_and_a_whole_page_lacks_leads_to_its_top(tmp_path: Path) -> None:
    ours = {
        f"docs/{lang}/{src}": f"{base_site.FILES[f'docs/{lang}/{src}']}\nSe [den]({OLD[lang].split('/')[1]}#purpose).\n"
        for lang, src in MANDATE.items()
    }

    found, _ = read(tmp_path, {**ours, f"local/docs/da/{OLD['da']}": THEIRS})

    theirs = page(found, "da", OLD["da"])
    assert theirs.body.startswith('<a id="purpose"></a>\n\n## Hos os')
    assert theirs.headings[0].line == theirs.mark(4).line == 4


def test_a_checklist_that_we_took_away_is_left_out_of_their_pages(tmp_path: Path) -> None:
    tool = base_site.TOOL + "retired: [gone]\n"
    own = f"local/docs/da/{OLD['da']}"

    found, problems = read(
        tmp_path, {"tools/steering-group.yml": tool, own: f'{THEIRS}\n{{{{ checklist("gone") }}}}\n'}
    )

    assert "gone" not in page(found, "da", OLD["da"]).body
    assert [one.line for one in problems if one.file == own and "`gone` is not there" in one.fault] == [10]


def test_the_command_tells_of_whole_pages_and_does_not_fail(tmp_path: Path) -> None:
    own = f"local/docs/da/{OLD['da']}"
    drifted = base_site.make(tmp_path / "moved", {**moved("da", NEW["da"]), own: THEIRS})
    obsolete = base_site.make(tmp_path / "gone", {**gone(), own: THEIRS})

    told = {root.name: kit(root, "local", "check") for root in (drifted, obsolete)}
    accepted = kit(drifted, "local", "accept")

    assert [done.returncode for done in (*told.values(), accepted)] == [0, 0, 0]
    assert told["moved"].stdout.startswith(f"{own}:1:1: the page that this covers is")
    assert told["moved"].stdout.endswith("1 drifted.\n")
    assert told["gone"].stdout.startswith(f"{own}:2:1: the tool `steering-group` is not there any more")
    assert told["gone"].stdout.endswith("1 obsolete.\n")


def test_readers_find_whole_pages_where_ours_has_moved_and_where_the_tool_is_gone(own_project: Path) -> None:
    docs, own = own_project / "docs/da", own_project / "local/docs/da/vaerktoejer"
    own.mkdir(parents=True)
    for path in docs.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("styregruppe.md", "ledelse/gruppen.md"), encoding="utf-8")
    (docs / "vaerktoejer/ledelse").mkdir()
    before = (docs / "vaerktoejer/styregruppe.md").rename(docs / "vaerktoejer/ledelse/gruppen.md")
    text = before.read_text(encoding="utf-8").replace("](", "](../")
    head = "tool: steering-group\n"
    theirs = text.replace("## Formål", "## Formålet hos os").replace("](../", "](")
    before.write_text(text.replace(head, f"{head}redirect_from: [vaerktoejer/styregruppe/]\n", 1), encoding="utf-8")
    (own / "styregruppe.md").write_text(theirs, encoding="utf-8")
    (own / "spejling.md").write_text(
        "---\ntool: mirror\n---\n## Formål {: #purpose }\n\nJeres tekst.\n", encoding="utf-8"
    )
    vocabulary = own_project / "tools/_vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8") + "retired: [mirror]\n", encoding="utf-8")
    language = "{name: Norsk, site_name: N, description: N., sender: N, tools: verktoy, fallback: da}"
    (own_project / "local/site.yml").write_text(f"build: [da, nb]\nlanguages: {{nb: {language}}}\n", encoding="utf-8")
    (own_project / "local/docs/nb").mkdir()
    (own_project / "local/docs/nb/index.md").write_text("---\nkind: home\ntitle: N\n---\n", encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 0, done.stderr
    site = own_project / "site"
    for lang in ("da", "nb"):
        tools = site / lang / "vaerktoejer"
        assert "Formålet hos os" in (tools / "ledelse/gruppen/index.html").read_text(encoding="utf-8")
        alone = (tools / "spejling/index.html").read_text(encoding="utf-8")
        assert "Spejling" in alone
        assert "Jeres tekst." in alone
    assert 'href="../ledelse/gruppen/"' in (site / "da/vaerktoejer/styregruppe/index.html").read_text(encoding="utf-8")


def test_a_whole_page_is_told_of_since_the_release_that_moved_ours(tmp_path: Path) -> None:
    def release(name: str, files: Mapping[str, str | None]) -> None:
        for path, text in files.items():
            (root / path).unlink() if text is None else (root / path).write_text(text, encoding="utf-8")
        for words in ("init --quiet", "add -A", f"{A} commit --quiet --allow-empty -m {name}", f"tag {name}"):
            subprocess.run(["git", *words.split()], cwd=root, check=True)

    root = base_site.make(tmp_path, {f"local/docs/da/{OLD['da']}": THEIRS})
    release("v1.0.0", {})
    release("v1.1.0", moved("da", NEW["da"]))
    release("v1.2.0", {})

    told = [kit(root, "local", "check", "--since", version).stdout for version in ("v1.0.0", "v1.1.0", "v1.2.0")]

    assert f"`git mv local/docs/da/{OLD['da']} local/docs/da/{NEW['da']}`" in told[0]
    assert told[1:] == ["Nothing is changed in the shared content.\n"] * 2
