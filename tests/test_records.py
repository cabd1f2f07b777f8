"""`kit export archive`: the zip for a municipality's records."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.assets import BUNDLES
from macros.records import described
from tests import base_site
from tests.conftest import TODAY, copy_of, kit

NAME = f"implementeringsvaerktoejer-{TODAY}.zip"


@pytest.fixture(scope="module")
def archive(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("journal")
    done = kit(project, "export", "archive", "--to", str(folder))
    assert (done.returncode, done.stdout) == (0, f"{folder / NAME}\n"), done.stderr
    return folder / NAME


@pytest.fixture(scope="module")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(archive).extractall(folder)
    return folder


def test_the_zip_says_in_each_language_what_it_is_and_holds_site_sources_and_changes(unpacked: Path) -> None:
    assert {path.name for path in unpacked.iterdir()} == {
        "CHANGELOG.md",
        "LÆSMIG.txt",
        "LÄS MIG.txt",
        "site",
        "sources",
    }
    for name, words in (("LÆSMIG.txt", "som webstedet så ud den"), ("LÄS MIG.txt", "så som webbplatsen såg ut den")):
        text = (unpacked / name).read_text(encoding="utf-8")
        assert words in text
        assert TODAY[:4] in text
        assert "https://implementering.example/" in text
    for name in ("tools/steering-group.yml", "docs/da/index.md", "site.yml", "macros/words.yml", "CHANGELOG.md"):
        assert (unpacked / "sources" / name).is_file()


def test_the_zip_holds_nothing_that_programs_left(archive: Path) -> None:
    names = zipfile.ZipFile(archive).namelist()

    left = ("__pycache__", ".git", ".cache", ".venv", "node_modules")
    assert [name for name in names if set(name.split("/")) & set(left)] == []
    assert [name for name in names if name.endswith((".pyc", "~", ".swp"))] == []


def test_the_sources_in_the_zip_make_the_same_zip_byte_for_byte(
    archive: Path, unpacked: Path, project: Path, tmp_path: Path
) -> None:
    sources = unpacked / "sources"
    (sources / "node_modules").symlink_to(project / "node_modules", target_is_directory=True)
    # Behind a link, packages lie somewhere else for esbuild, and it puts that into the names of its bundles.
    shutil.copytree(project / BUNDLES, sources / BUNDLES)
    (sources / "docs/da/.kladde.md").write_text("kladde", encoding="utf-8")

    done = kit(sources, "export", "archive", "--to", str(tmp_path))

    assert done.returncode == 0, done.stderr
    assert (tmp_path / NAME).read_bytes() == archive.read_bytes()


@pytest.mark.browser
def test_the_site_in_the_zip_opens_from_its_folder(browser: Browser, unpacked: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("requestfailed", lambda request: faults.append(request.url))

    page.goto((unpacked / "site/index.html").as_uri())
    page.get_by_role("link", name="Dansk").first.click()
    page.wait_for_url("**/site/da/index.html")
    page.goto((unpacked / "site/da/vaerktoejer/styregruppe.html").as_uri())
    page.locator("kit-checklist input[type=radio]").first.check()

    assert "Styregruppe" in page.locator("h1").inner_text()
    assert page.locator(".iv-progress").first.inner_text().startswith("1 ")
    assert faults == []
    context.close()


def test_wrong_content_is_told_and_makes_no_zip(tmp_path: Path, project: Path) -> None:
    root = copy_of(project, tmp_path / "project")
    (root / "local").mkdir()
    (root / "local/site.yml").write_text("adress: https://x.example/\n", encoding="utf-8")

    done = kit(root, "export", "archive", "--to", str(tmp_path))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "local/site.yml:1:1: `adress` is not a known key\n    Did you mean `address`?\nPut this right first.\n"
    )
    assert list(tmp_path.glob("*.zip")) == []


def test_a_full_disk_is_told_in_a_sentence_and_leaves_nothing_behind(
    archive: Path, project: Path, tmp_path: Path
) -> None:
    most = archive.stat().st_size // 2
    code = "from macros.cli import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", code, "export", "archive", "--to", str(tmp_path)],
        cwd=project,
        env={**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(project)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"`{tmp_path / NAME}` could not be written: File too large. Make room, or name another folder with `--to`.\n"
    )
    assert list(tmp_path.iterdir()) == []
    assert list((project / ".cache").glob("archive.*")) == []


def test_the_version_is_told_where_git_keeps_the_project_and_nowhere_else(tmp_path: Path) -> None:
    root = base_site.make(tmp_path / "project")
    outside = described(root)
    for command in ("init --quiet", "add -A", "-c user.name=A -c user.email=a@example.com commit --quiet -m A"):
        subprocess.run(["git", *command.split()], cwd=root, check=True)
    subprocess.run(["git", "tag", "v1.2.0"], cwd=root, check=True)
    at_the_tag = described(root)
    (root / "site.yml").write_text("", encoding="utf-8")

    assert (outside, at_the_tag, described(root)) == (None, "v1.2.0", "v1.2.0-dirty")
    assert described(root / "docs") is None


def test_a_folder_that_cannot_be_written_to_is_told_before_anything_is_built(project: Path, tmp_path: Path) -> None:
    taken = tmp_path / "fil.txt"
    taken.write_text("", encoding="utf-8")

    for folder, why in ((tmp_path / "missing", "No such file or directory"), (taken, "Not a directory")):
        done = kit(project, "export", "archive", "--to", str(folder))

        told = f"Nothing can be written to `{folder}`: {why}. Name another folder with `--to`.\n"
        assert (done.returncode, done.stderr) == (2, told)
