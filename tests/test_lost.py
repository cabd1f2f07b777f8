"""Addresses of the last release: bookmarks and links on paper must lead somewhere, whatever a page is called today."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros.overlay import lost
from macros.overlay.history import texts
from tests import base_site
from tests.conftest import kit

PAGE = "docs/da/vaerktoejer/styregruppe.md"
MOVED = "docs/da/vaerktoejer/styringsgruppe.md"
ADDRESS, NEW = "vaerktoejer/styregruppe/", "vaerktoejer/styringsgruppe/"
OTHER = "docs/da/vaerktoejer/politisk-mandat.md"
WHY = "readers have it on paper."
ABOUT = "---\ntitle: Om\npair: about\nredirect_from: [om-os]\n---\nTekst.\n"
NOTES = "---\ntitle: Noter fra mødet\nonly: da\nredirect_from:\n  - noter.html\n---\nTekst.\n"
SECTION = "---\ntitle: Faser\npair: phases\n---\nTekst.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was released, with a page of each sort, in git."""
    pages = {"docs/da/om.md": ABOUT, "docs/da/noter/moede.md": NOTES, "docs/da/faser/index.md": SECTION}
    root = base_site.make(tmp_path, {**pages, "docs/sv/om.md": ABOUT.replace("[om-os]", "[om-oss/]")})
    for command in ("init --quiet", "add -A", "-c user.name=A -c user.email=a@example.com commit -qm Release"):
        _git(root, *command.split())
    _git(root, "tag", "v1.0.0")
    assert told(root) == []
    return root


def _git(root: Path, *args: str) -> None:
    subprocess.run(["git", *args], cwd=root, check=True, capture_output=True)


def told(root: Path) -> list[str]:
    return [str(problem) for problem in lost.problems(root)]


def move(root: Path, before: str, after: str, *old: str) -> None:
    """Give a page another name, and let it answer at old addresses."""
    _git(root, "mv", before, after)
    redirect(root, after, *old)


def redirect(root: Path, file: str, *old: str) -> None:
    """Let a page answer at these old addresses, and no others."""
    path = root / file
    text = "".join(line for line in path.read_text("utf-8").splitlines(True) if not line.startswith("redirect_from"))
    names = f"redirect_from: [{', '.join(old)}]\n" if old else ""
    path.write_text(text.replace("---\n", f"---\n{names}", 1), "utf-8")


def gone(address: str) -> str:
    return f"the page answered at `{address}` in v1.0.0, and nothing does any more"


def here(address: str) -> str:
    """The remedy where the page is there under another name."""
    return f"List it under `redirect_from` here, as in `redirect_from: [{address}]`: {WHY}"


def test_a_page_that_moves_must_answer_at_its_old_address(site: Path) -> None:
    move(site, PAGE, MOVED)
    silent = kit(site, "check")
    redirect(site, MOVED, ADDRESS)

    assert silent.returncode == 1
    assert f"{MOVED}:2:1: {gone(ADDRESS)}\n    {here(ADDRESS)}\n" in silent.stdout
    assert told(site) == []


def test_a_page_that_moves_is_found_before_git_knows_of_it(site: Path) -> None:
    (site / PAGE).rename(site / MOVED)

    assert told(site) == [f"{MOVED}:2:1: {gone(ADDRESS)}\n    {here(ADDRESS)}"]


def test_the_page_that_takes_the_place_of_one_that_goes_answers_for_it(site: Path) -> None:
    (site / PAGE).unlink()
    silent = told(site)
    redirect(site, OTHER, ADDRESS.rstrip("/"))

    remedy = f"List it under `redirect_from` of the page that takes its place: {WHY}"
    assert silent == [f"{PAGE}:1:1: {gone(ADDRESS)}\n    {remedy}"]
    assert told(site) == []


def test_a_municipality_that_took_a_shared_file_away_is_told_how_to_hide_it(site: Path) -> None:
    (site / "local").mkdir(exist_ok=True)
    (site / "local/site.yml").write_text("organisation: Nordre Vik\n", "utf-8")
    (site / PAGE).unlink()
    (site / "tools/steering-group.yml").unlink()

    remedy = "Put the file back; what is not to be shown is listed under `hidden` in `local/site.yml`."
    tool = "tools/steering-group.yml:1:1: the tool was in v1.0.0 and is gone"
    assert sorted(told(site)) == [f"{PAGE}:1:1: {gone(ADDRESS)}\n    {remedy}", f"{tool}\n    {remedy}"]


def test_an_address_that_led_on_still_does(site: Path) -> None:
    redirect(site, "docs/da/om.md")
    redirect(site, "docs/sv/om.md", "om-oss", "mer")

    assert told(site) == [f"docs/da/om.md:2:1: {gone('om-os')}\n    {here('om-os')}"]


def test_a_page_that_moves_takes_along_all_addresses_that_it_had(site: Path) -> None:
    move(site, "docs/da/om.md", "docs/da/om-webstedet.md", "om/")

    assert told(site) == [f"docs/da/om-webstedet.md:2:1: {gone('om-os')}\n    {here('om-os')}"]


def test_a_page_can_move_back(site: Path) -> None:
    move(site, "docs/da/om.md", "docs/da/om-os.md")
    silent = told(site)
    redirect(site, "docs/da/om-os.md", "om")

    assert silent == [f"docs/da/om-os.md:2:1: {gone('om/')}\n    {here('om/')}"]
    assert told(site) == []


def test_a_page_that_has_no_sister_is_known_by_its_title(site: Path) -> None:
    (site / "docs/da/noter/moede.md").rename(site / "docs/da/moede.md")

    assert told(site) == [f"docs/da/moede.md:4:1: {gone('noter/moede/')}\n    {here('noter/moede/')}"]


def test_a_folder_has_one_address_whether_it_is_an_index_or_a_page(site: Path) -> None:
    move(site, "docs/da/faser/index.md", "docs/da/faser.md")
    silent = told(site)
    move(site, "docs/da/faser.md", "docs/da/alle-faser.md")

    assert silent == []
    assert told(site) == [f"docs/da/alle-faser.md:2:1: {gone('faser/')}\n    {here('faser/')}"]


def test_the_front_page_stays_where_it_is(site: Path) -> None:
    move(site, "docs/da/index.md", "docs/da/forside.md")

    remedy = "Name the front page `docs/da/index.md`: `redirect_from` cannot lead from there."
    assert told(site) == [f"docs/da/forside.md:2:1: {gone('/')}\n    {remedy}"]


def test_a_page_that_cannot_be_read_is_told_first_and_by_itself(site: Path) -> None:
    move(site, PAGE, MOVED, ADDRESS, "Gammel")

    assert told(site) == []


def test_a_municipality_answers_for_ours_with_a_page_of_its_own(site: Path) -> None:
    base_site.make(site, {f"local/{PAGE}": base_site.FILES[PAGE]})
    move(site, PAGE, MOVED)
    covered = told(site)
    (site / "local" / PAGE).unlink()

    assert covered == []
    assert len(told(site)) == 1


def test_what_is_a_municipalitys_own_may_go(site: Path) -> None:
    base_site.make(site, {"local/docs/da/vores.md": "---\ntitle: Vores\nonly: da\n---\nTekst.\n"})
    for command in ("add -A", "-c user.name=A -c user.email=a@example.com commit -qm Own"):
        _git(site, *command.split())
    _git(site, "tag", "v1.1.0")

    (site / "local/docs/da/vores.md").unlink()

    assert told(site) == []


def test_all_old_texts_are_asked_for_at_once(site: Path) -> None:
    (site / PAGE).unlink()

    found = texts(site, "v1.0.0", [PAGE, "docs/da/never was.md", "docs", "docs/da/om.md"])

    assert found == {PAGE: base_site.FILES[PAGE], "docs/da/om.md": ABOUT}
    assert texts(site, "v9.9.9", [PAGE]) == {}
    assert texts(site / "docs/da", "v1.0.0", ["om.md"]) == {"om.md": ABOUT}
