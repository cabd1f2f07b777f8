"""Pictures of the site itself, with a tool whose original has changed since it was translated."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import ROOT, TODAY, copy_of, kit, served

EXAMPLE = ROOT / "tests/guide/example"
TOOL = "tools/risk-map.yml"
PAGES = {"da": "docs/da/vaerktoejer/risikokort.md", "sv": "docs/sv/verktyg/riskkarta.md"}
# What has changed in the original: a Danish reader looks at what was translated from Swedish, and the other way round.
CHANGES = {
    "da": ("Rita kartan när planen är skriven.", "Rita kartan när planen är beslutad."),
    "sv": ("Tegn kortet, når planen er skrevet.", "Tegn kortet, når planen er vedtaget."),
}


# An item among the fields of a form, from its id to the hint behind its help, in view below the head.
NARROWED = """() => {
  const texts = [...document.querySelectorAll("textarea")];
  const text = texts.find(one => one.value.startsWith("Hver risiko har en ejer"));
  const help = texts.find(one => one.value.startsWith("Ejeren holder")).closest("[class*=ControlContainer]");
  const item = text.closest("[class*=SortableListItem]");
  item.style.width = "360px";
  item.scrollIntoView();
  scrollBy(0, -150);
  for (let one = item.parentElement; one; one = one.parentElement) if (one.scrollTop) { one.scrollTop -= 150; break; }
  const at = item.getBoundingClientRect();
  return [at.left, at.top, Math.round(help.getBoundingClientRect().bottom - at.top) + 12];
}"""


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


def form(page: Page, lang: str, root: Path) -> bytes:
    """An item in the form, made as narrow as a phone."""
    env = {**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from macros.cli import main; main()", "admin", "--port", "0"]
    with subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        address = re.search(r"http://\S+", running.stderr.readline())
        try:
            assert address
            return _item(page, lang, address[0])
        finally:
            running.terminate()


def _item(page: Page, lang: str, address: str) -> bytes:
    page.add_init_script(f"localStorage.setItem('kit:form', '{lang}')")
    page.set_viewport_size({"width": 900, "height": 900})
    page.goto(f"{address}#/collections/tools/entries/risk-map")
    page.reload()
    page.locator(".kit-languages").first.wait_for(timeout=60_000)
    shown = -1
    while shown != (shown := page.locator("textarea:visible").count()):
        closed = page.locator(":is([aria-label='Fold alt ud'], [aria-label='Fäll ut allt']):visible")
        closed.evaluate_all("all => all.forEach(one => one.click())")
        page.wait_for_timeout(500)
    x, y, height = page.evaluate(NARROWED)
    page.set_viewport_size({"width": 900, "height": int(height) + 400})
    x, y, height = page.evaluate(NARROWED)
    return page.screenshot(clip={"x": x, "y": y, "width": 360, "height": height})


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
