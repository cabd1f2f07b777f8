"""What is fuzzed, and what must hold whatever comes."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from macros import canonical, survey
from macros.model import Tool
from macros.problem import ContentError, Problem
from macros.translations.standing import translations
from tests import base_site
from tests.conftest import ROOT

TODAY = datetime.date(2026, 11, 21)
# What a municipality may write; each begins with something right.
LOCAL: Mapping[str, str] = {
    "local/site.yml": "address: https://solby.example/\nbuild: [da]\nhidden:\n  tools: [political-mandate]\n",
    "local/words.yml": "menu:\n  da: Oversigt\n",
    "local/terms.yml": "plan:\n  text:\n    da: køreplan\n",
    "local/tools/steering-group.yml": (
        "ops:\n  - op: set\n    id: right-level\n    value:\n      text:\n        da: Byrådet er med\n"
        "  - op: after\n    id: right-level\n    item:\n      id: x-own\n      text:\n        da: Vores eget\n"
        "  - op: remove\n    id: budget\n"
    ),
    "local/sections/da/vaerktoejer/styregruppe.yml": (
        "ops:\n  - op: replace\n    id: purpose\n    text: |\n      Vores formål.\n\n"
        '      {{ checklist("set-up") }}\n  - op: after\n    id: purpose\n    section: x-more\n'
        "    heading: Mere\n    text: Mere om det.\n"
    ),
    "local/tools/x-own.yml": base_site.TOOL.replace("related:\n  - political-mandate\n", ""),
    "local/docs/da/lokalt.md": "---\ntitle: Hos os\nonly: da\n---\n## Her {: #here }\n\nTekst.\n",
    "local/.translations/steering-group.sv.yml": "parts:\n  title: 0123456789ab 0123456789ab\n",
}


def shared() -> dict[str, list[bytes]]:
    """Return the files that are shared, each with what it may begin as: the small site's, and this project's own."""
    found = {name: [text.encode()] for name, text in base_site.FILES.items() if name != "mkdocs.yml"}
    found["tools/steering-group.yml"] += [path.read_bytes() for path in sorted((ROOT / "tools").glob("[a-z]*.yml"))]
    pages = sorted((ROOT / "docs/da/vaerktoejer").glob("*.md"))
    found["docs/da/vaerktoejer/styregruppe.md"] += [path.read_bytes() for path in pages]
    for name in ("site.yml", "tools/_terms.yml", "tools/_vocabulary.yml"):
        found[name].append((ROOT / name).read_bytes())
    for path in sorted((ROOT / "tests/cases").glob("*.yml")):
        case = yaml.safe_load(path.read_text("utf-8"))
        for name, text in [*case.get("files", {}).items(), (case.get("file", ""), case.get("text", ""))]:
            there = name if "/" in name or name == "site.yml" else f"tools/{name}"
            if isinstance(text, str) and there in found:
                found[there].append(text.encode())
    return found


def local() -> dict[str, list[bytes]]:
    """Return the files of a municipality."""
    return {name: [text.encode()] for name, text in LOCAL.items()}


def read(root: Path, name: str, text: bytes) -> None:
    """Let the project be read with one file in place of its own; raise AssertionError where the answer is none."""
    path = root / name
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    try:
        found, problems = survey.survey(root, TODAY)
        for problem in problems:
            _is_a_sentence(problem)
        if found:
            for lang in found.site.built:
                list(translations(found, lang))
        if name.startswith("tools/") and not name.startswith("tools/_"):
            _keeps_all(text, name)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def made(folder: Path, own: bool) -> Path:
    """Write the small site, with a municipality's files where these are fuzzed."""
    shutil.rmtree(folder, ignore_errors=True)
    return base_site.make(folder, LOCAL if own else {})


def _is_a_sentence(problem: Problem) -> None:
    said = f"{problem.fault}{problem.remedy}"
    assert problem.line >= 1, problem
    assert problem.column >= 1, problem
    assert problem.fault.strip(), problem
    assert not re.search(r"[\n\r\x00-\x08]|Traceback|object at 0x|<class ", said), problem
    assert len(problem.fault) < 600, problem


def _keeps_all(text: bytes, name: str) -> None:
    """Canonical form is the same when it is made again; what cannot be written so is left alone."""
    try:
        once = canonical.canonical(text.decode(), Tool, name)
    except (ContentError, UnicodeDecodeError, canonical.Unsure):
        return
    assert canonical.canonical(once, Tool, name) == once
