"""The scripts' own tests: bundled as the site's scripts are, and run by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from macros.scripts import is_late

ROOT = Path(__file__).parent.parent
# Some packages come for Node in a form that asks for its modules while it runs.
REQUIRE = 'import * as module from "node:module"; globalThis.require ??= module.createRequire(import.meta.url);'
TESTS = sorted((ROOT / "tests" / "scripts").glob("*.test.ts"))


def bundled(test: Path, folder: Path) -> Path:
    """Return a test as one file that Node can run, put into a folder."""
    bundle = folder / "test.mjs"
    command = [str(ROOT / "node_modules/.bin/esbuild"), str(test), "--bundle", "--platform=node", "--format=esm"]
    options = ["--log-level=error", f"--banner:js={REQUIRE}", f"--outfile={bundle}"]
    subprocess.run([*command, *options], cwd=ROOT, check=True)
    return bundle


@pytest.mark.parametrize("test", TESTS, ids=[test.name.removesuffix(".test.ts") for test in TESTS])
def test_script(test: Path, tmp_path: Path) -> None:
    command = [str(ROOT / ".venv/bin/node"), "--test", str(bundled(test, tmp_path))]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_pages_with_checklists_begin_with_nothing_whose_words_come_later(tmp_path: Path) -> None:
    meta = tmp_path / "meta.json"
    first = [f"assets/ts/{name}.ts" for name in ("assessment", "checklist", "site", "sort", "table", "theme")]
    options = ["--bundle", f"--outdir={tmp_path}", f"--metafile={meta}", "--log-level=error"]
    subprocess.run([str(ROOT / "node_modules/.bin/esbuild"), *first, *options], cwd=ROOT, check=True)

    files = list(json.loads(meta.read_text(encoding="utf-8"))["inputs"])

    assert len(files) > len(first)
    assert [file for file in files if is_late(file)] == []
