"""What a forge shows beside a proposed change, as Markdown."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from macros import report
from macros.content import Content
from macros.overlay import beneath
from macros.problem import ContentError, Problem
from macros.translations import standing, telling

# GitHub takes 1 MiB from each step, and shows nothing of what is longer.
MOST = 200_000
# Where the built site can be fetched, of what each forge's runner tells.
RUNS = {
    "github": "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}#artifacts",
    "gitlab": "{CI_JOB_URL}/artifacts/browse",
    "forgejo": "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_NUMBER}",
}
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def of_content(root: Path, content: Content | None, problems: Sequence[Problem], forge: str) -> str:
    """Tell what is wrong, how the translations and a municipality's own changes stand, and where the site is."""
    parts = [_listed("Content", problems)]
    if content:
        found = [one for lang in content.site.built for one in standing.translations(content, lang)]
        parts.append(f"## Translations\n\n{telling.markdown(found)}")
    else:
        parts.append("How the translations stand is told when this is put right.")
    if own := _own(root):
        parts.append(f"## How your own changes stand\n\n{own}")
    if address := _run(forge):
        parts.append(f"## The site\n\nIt is kept as [`site`]({address}): unpack it, and open `index.html`.")
    return _fitting("\n\n".join(parts))


def of_problems(title: str, problems: Sequence[Problem]) -> str:
    """Tell what is wrong, file by file."""
    return _fitting(_listed(title, problems))


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are, on one line; code stays code."""
    words = " ".join(words.split())
    pieces, at = [], 0
    for code in CODE.finditer(words):
        pieces += [_literal(words[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*pieces, _literal(words[at:])])


def _literal(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|~])", r"\\\1", words)


def _listed(title: str, problems: Sequence[Problem]) -> str:
    lines = [f"## {title}", "", report.counted(problems)]
    for file, found in groupby(sorted(problems), key=lambda one: one.file):
        lines += ["", f"### {escaped(file)}", ""]
        lines += [_line(one) for one in found]
    return "\n".join(lines)


def _line(one: Problem) -> str:
    level = "" if one.level == "error" else f" ({one.level})"
    return f"- Line {one.line}{level}: {escaped(f'{one.fault}. {one.remedy}'.strip())}"


def _own(root: Path) -> str:
    """How a municipality's changes stand; empty where there are none, or they cannot be read."""
    try:
        found = beneath.moved(root, beneath.findings(root))
    except (ContentError, OSError):
        return ""
    return beneath.markdown(found) if found else ""


def _run(forge: str) -> str | None:
    try:
        return RUNS[forge].format_map(os.environ)
    except KeyError:
        return None


def _fitting(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST]}…\n\nRun `kit check` to read it all."
