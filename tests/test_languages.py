"""The languages' builds in processes of their own."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

# In a process without other threads, where the languages' ones are forked, and have all that it has.
WARNED = """\
import logging
from pathlib import Path
from types import SimpleNamespace
from macros import generator, languages, templates

log = logging.getLogger("mkdocs")
log.addHandler(logging.StreamHandler())
generator.build_language = lambda job: log.warning("a slip")
templates.compile_all = lambda root: None
content = SimpleNamespace(root=Path(), pages={"da": (), "sv": ()})
build = SimpleNamespace(content=content)
languages.side_by_side([SimpleNamespace(lang=lang, properdocs=False, build=build) for lang in content.pages], log)
"""


def test_what_a_language_warns_of_is_told_once() -> None:
    done = subprocess.run([sys.executable, "-c", WARNED], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stderr.splitlines() == ["da: a slip", "sv: a slip"]
