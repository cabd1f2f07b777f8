"""The scripts' own tests: bundled as the site's scripts are, and run by Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Some packages come for Node in a form that asks for its modules while it runs.
REQUIRE = 'import * as module from "node:module"; globalThis.require ??= module.createRequire(import.meta.url);'
TESTS = sorted((ROOT / "tests" / "scripts").glob("*.test.ts"))


@pytest.mark.parametrize("test", TESTS, ids=[test.name.removesuffix(".test.ts") for test in TESTS])
def test_script(test: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "test.mjs"
    bundled = [str(ROOT / "node_modules/.bin/esbuild"), str(test), "--bundle", "--platform=node", "--format=esm"]
    options = ["--log-level=error", f"--banner:js={REQUIRE}", f"--outfile={bundle}"]
    subprocess.run([*bundled, *options], cwd=ROOT, check=True)

    done = subprocess.run(
        [ROOT / ".venv/bin/node", "--test", bundle], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
