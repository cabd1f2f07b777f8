"""`make pictures`: takes the pictures of the editors' guide anew, and writes their sizes into its pages.

They show our own site and commands, in each language, with the tool in `example/`. `ARGS="item status"` takes only
those.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import BROWSERS, CHROMIUM, ROOT
from tests.guide import drawn, palette, places

FOLDERS = {"da": "docs/da/billeder", "sv": "docs/sv/bilder"}
# The width of a phone, in CSS pixels, with twice as many of its own.
WIDTH, FINE = 360, 2
MOST = 60_000
PICTURES: Mapping[str, Callable[[Page, str, Path], bytes]] = {
    "item": drawn.item,
    "message": drawn.message,
    "new": drawn.new,
    "form": places.form,
    "summary": drawn.summary,
    "edit-links": places.edit_links,
    "behind": places.behind,
    "status": places.status,
}
# What a picture shows, in a frame.
PIXELS = """async png => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  canvas.drawImage(picture, 0, 0);
  canvas.strokeStyle = "#d9d0c3";
  canvas.lineWidth = 4;
  canvas.strokeRect(0, 0, picture.width, picture.height);
  let text = "";
  for (const byte of canvas.getImageData(0, 0, picture.width, picture.height).data) text += String.fromCharCode(byte);
  return [btoa(text), picture.width, picture.height];
}"""


def main(names: Sequence[str]) -> int:
    """Take the pictures that are named, or all; return the exit code."""
    if unknown := [name for name in names if name not in PICTURES]:
        print(f"`{unknown[0]}` is not a picture. Say one of {', '.join(PICTURES)}.", file=sys.stderr)
        return 2
    found = os.environ.get("CHROMIUM", next(filter(None, map(shutil.which, BROWSERS)), None))
    with tempfile.TemporaryDirectory(prefix="kit-guide-") as folder, sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=CHROMIUM.split())
        sizes = [_take(launched, Path(folder) / lang, lang, names or list(PICTURES)) for lang in FOLDERS]
        launched.close()
    return 1 if max(map(max, sizes)) > MOST else 0


def _take(browser: Browser, folder: Path, lang: str, names: Sequence[str]) -> list[int]:
    """Take a language's pictures; return how many bytes each has."""
    root, sizes = places.project(folder, lang), []
    for name in names:
        page = browser.new_page(viewport={"width": WIDTH, "height": 900}, device_scale_factor=FINE)
        png = base64.b64encode(PICTURES[name](page, lang, root)).decode()
        page.goto("about:blank")
        pixels, width, height = page.evaluate(PIXELS, png)
        page.close()
        file = ROOT / FOLDERS[lang] / f"{name}.png"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(palette.png(base64.b64decode(pixels), width))
        sizes.append(file.stat().st_size)
        _write_size(lang, name, width // FINE, height // FINE)
        print(f"{file.relative_to(ROOT)}: {sizes[-1]} bytes, {width // FINE} × {height // FINE}")
    return sizes


def _write_size(lang: str, name: str, width: int, height: int) -> None:
    """Tell the page how large its picture is, so that nothing moves when it comes."""
    shown = re.compile(rf"(\({Path(FOLDERS[lang]).name}/{name}\.png\))(?:\{{:[^}}]*\}})?")
    for page in (ROOT / f"docs/{lang}").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        sized = shown.sub(rf'\1{{: width="{width}" height="{height}" }}', text)
        if sized != text:
            page.write_text(sized, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
