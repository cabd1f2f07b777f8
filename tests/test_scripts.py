"""The scripts' own tests: bundled as the site's scripts are, and run by Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

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
