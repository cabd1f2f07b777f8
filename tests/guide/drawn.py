"""Pictures that are drawn from real words: an item in its file, a message with its parts, a dialogue, a summary."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from markdown import markdown
from markupsafe import Markup, escape
from playwright.sync_api import Page

from tests import base_site
from tests.conftest import ROOT, TODAY, kit
from tests.guide import places

TOKENS = (ROOT / "assets/css/tokens.css").read_text(encoding="utf-8")
LOOK = (Path(__file__).parent / "drawn.css").read_text(encoding="utf-8")
# What the numbers in a picture say; the page says the same in its text.
ITEM = {
    "da": ("id: bliver aldrig ændret", "text: punktet på begge sprog", "help: en forklaring, hvis den er nødvendig"),
    "sv": ("id: ändras aldrig", "text: punkten på båda språken", "help: en förklaring, om den behövs"),
}
MINE = {"da": "Det, I må rette", "sv": "Det ni får ändra"}
MESSAGE = {
    "da": ("filen", "linjen", "tegnet på linjen", "hvad der er galt", "hvad der hjælper"),
    "sv": ("filen", "raden", "tecknet på raden", "vad som är fel", "vad som hjälper"),
}
COLON = {
    "da": ("Kortet er tegnet\n", "Kortet er tegnet: risici og ejere\n"),
    "sv": ("Kartan är ritad\n", "Kartan är ritad: risker och ägare\n"),
}
TITLES = ("Risikokort", "Riskkarta")


def item(page: Page, lang: str, root: Path) -> bytes:
    """An item as it stands in the file, with what may be changed marked."""
    text = (places.EXAMPLE / places.TOOL).read_text("utf-8")
    lines = re.search(r"^ {6}- id: owner-named\n(?: {8}.*\n)+", text, re.MULTILINE)[0].splitlines()  # type: ignore[index]
    numbers, drawn = iter(range(1, 4)), []
    for line in lines:
        indent, key, words = re.fullmatch(r"( +)((?:- )?\w+:) ?(.*)", line).groups()  # type: ignore[union-attr]
        depth = len(indent) - 6
        number = _number(next(numbers)) if key.endswith("id:") or not words else Markup()
        said = Markup("<mark>{}</mark>").format(words) if key in ("da:", "sv:") else escape(words)
        drawn.append(Markup('<p class="d{}">{} {}{}</p>').format(depth, key, said, number))
    legend = [*_numbered(ITEM[lang]), Markup("<li><mark>abc</mark> {}</li>").format(MINE[lang])]
    return _drawn(page, lang, Markup('<div class="file">{}</div><ol>{}</ol>').format(_joined(drawn), _joined(legend)))


def message(page: Page, lang: str, root: Path) -> bytes:
    """A message of the check, with its parts."""
    file = root / places.TOOL
    before = file.read_text("utf-8")
    file.write_text(before.replace(*COLON[lang]), "utf-8")
    said = kit(root, "check").stdout
    file.write_text(before, "utf-8")
    found = re.match(r"(.*?):(\d+):(\d+): (.*)\n +(.*)\n", said)
    assert found, said
    one, line, column, fault, remedy = (
        Markup("<b>{}</b>{}").format(words, _number(n)) for n, words in enumerate(found.groups(), start=1)
    )
    text = Markup("<p>{}:{}:{}: {}</p><p class=d2>{}</p>").format(one, line, column, fault, remedy)
    return _drawn(page, lang, _terminal("kit check", text) + _legend(MESSAGE[lang]))


def new(page: Page, lang: str, root: Path) -> bytes:
    """What `kit new` asks."""
    id, answers = "risk-map", (*TITLES, "plan")
    there = {file: file.read_bytes() for file in places.made(root)}
    for file in there:
        file.unlink()
    said = _dialogue(root, ["new", id], answers)
    for file, content in there.items():
        file.write_bytes(content)
    lines = []
    for line in said.splitlines():
        answer = next((one for one in answers if line.endswith(f": {one}")), "")
        asked = line.removesuffix(answer)
        lines.append(Markup("<p>{}{}</p>").format(asked, Markup("<b>{}</b>").format(answer) if answer else ""))
    return _drawn(page, lang, _terminal(f"kit new {id}", _joined(lines)))


def summary(page: Page, lang: str, root: Path) -> bytes:
    """What a forge shows beside a change."""
    small = base_site.make(root.parent / "small")
    places.put(small, lang)
    for name in ("node_modules", "scripts"):
        (small / name).symlink_to(ROOT / name, target_is_directory=True)
    for words in (ROOT / "tools").glob("_spelling.*.txt"):
        shutil.copy(words, small / "tools")
    run = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "tools", "GITHUB_RUN_ID": "1"}
    kit(small, "ci", "check", PYTHONPATH=str(ROOT), **run)
    told = Markup(markdown((small / ".cache/ci/check.md").read_text("utf-8"), extensions=["tables"]))
    return _drawn(page, lang, Markup('<div class="summary">{}</div>').format(told))


def _drawn(page: Page, lang: str, body: Markup) -> bytes:
    page.set_content(f'<!doctype html><html lang="{lang}"><style>{TOKENS}{LOOK}</style><main>{body}</main></html>')
    return page.locator("main").screenshot()


def _terminal(command: str, text: Markup) -> Markup:
    return Markup('<div class="terminal" lang="en"><p class="command">$ {}</p>{}</div>').format(command, text)


def _legend(words: Sequence[str]) -> Markup:
    return Markup("<ol>{}</ol>").format(_joined(_numbered(words)))


def _numbered(words: Sequence[str]) -> list[Markup]:
    return [Markup("<li>{} {}</li>").format(_number(n), one) for n, one in enumerate(words, start=1)]


def _number(n: int) -> Markup:
    return Markup("<i>{}</i>").format(n)


def _joined(parts: Sequence[Markup]) -> Markup:
    return Markup("").join(parts)


def _dialogue(root: Path, words: Sequence[str], answers: Sequence[str]) -> str:
    """Return what a command and its user say to each other at a terminal."""
    ours, theirs = pty.openpty()
    code = "from macros.cli import main; main()"
    env = {**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(root), "COLUMNS": "200"}
    with subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=root, env=env, stdin=theirs, stdout=theirs, stderr=theirs
    ) as asking:
        os.close(theirs)
        said, left = "", list(answers)
        while asking.poll() is None or said == "":
            try:
                said += os.read(ours, 4096).decode()
            except OSError:
                break
            if left and said.endswith(": "):
                os.write(ours, f"{left.pop(0)}\n".encode())
            time.sleep(0.05)
    os.close(ours)
    assert not left, said
    return said.replace("\r\n", "\n").strip()
