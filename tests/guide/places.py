"""Pictures of the site itself, with a tool whose original has changed since it was translated."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import ROOT, copy_of, kit, served

EXAMPLE = ROOT / "tests/guide/example"
TOOL = "tools/risk-map.yml"
PAGES = {"da": "docs/da/vaerktoejer/risikokort.md", "sv": "docs/sv/verktyg/riskkarta.md"}
# What has changed in the original: a Danish reader looks at what was translated from Swedish, and the other way round.
CHANGES = {
    "da": ("Rita kartan när planen är skriven.", "Rita kartan när planen är beslutad."),
    "sv": ("Tegn kortet, når planen er skrevet.", "Tegn kortet, når planen er vedtaget."),
}


def project(folder: Path, lang: str) -> Path:
    """Return a copy of the project with the example, in which the page of this language has fallen behind."""
    root = copy_of(ROOT, folder / "project")
    put(root, lang)
    return root


def put(root: Path, lang: str) -> None:
    """Put the example into a project, and let the page of this language fall behind."""
    origin = "sv" if lang == "da" else "da"
    shutil.copytree(EXAMPLE, root, dirs_exist_ok=True)
    if origin == "sv":
        (root / "tools/.translations/risk-map.sv.yml").unlink()
        _rewrite(root / TOOL, "\norigin: da\n", "\norigin: sv\n")
        page = root / PAGES["sv"]
        page.write_text(re.sub(r"translated_from:\n(?:  .*\n)+", "", page.read_text("utf-8")), "utf-8")
    _said(root, "translations", "accept")
    _rewrite(root / PAGES[origin], *CHANGES[lang])


def made(root: Path) -> list[Path]:
    """Return the files of the example that `kit new` makes."""
    return [root / TOOL, *(root / page for page in PAGES.values())]


def edit_links(page: Page, lang: str, root: Path) -> bytes:
    """The links at the foot of a tool's page that lead to its texts."""
    return _shown(page, root, PAGES[lang], ".iv-edits", opened=True)


def behind(page: Page, lang: str, root: Path) -> bytes:
    """A section that is older than its source."""
    return _shown(page, root, PAGES[lang], "section:has(> .iv-behind), .iv-section:has(.iv-behind)")


def status(page: Page, lang: str, root: Path) -> bytes:
    """A tool on the page that tells how all stand."""
    return _shown(page, root, f"docs/{lang}/status.md", "tr[data-tool-id=risk-map]")


def _shown(page: Page, root: Path, file: str, selector: str, opened: bool = False) -> bytes:
    """Photograph a part of a page, with some room around it and a frame."""
    site = root / "site"
    if not site.exists():
        _said(root, "build")
    with served(site) as at:
        page.goto(f"{at}/{file.removeprefix('docs/').removesuffix('.md')}/")
        part = page.locator(selector).first
        if opened:
            part.evaluate("part => { part.open = true; }")
        part.scroll_into_view_if_needed()
        box = part.evaluate(
            "part => { const at = part.getBoundingClientRect(); return [at.top + scrollY, at.height]; }"
        )
        page.set_viewport_size({"width": 360, "height": int(box[1]) + 400})
        return page.screenshot(
            clip={"x": 0, "y": box[0] - 12, "width": 360, "height": round(box[1]) + 24}, full_page=True
        )


def _rewrite(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text, before
    file.write_text(text.replace(before, after), "utf-8")


def _said(root: Path, *words: str) -> str:
    done = kit(root, *words, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    return done.stdout
