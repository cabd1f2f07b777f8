"""The scripts' own tests: bundled as the site's scripts are, and run by Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TESTS = sorted((ROOT / "tests" / "scripts").glob("*.test.ts"))


@pytest.mark.parametrize("test", TESTS, ids=[test.name.removesuffix(".test.ts") for test in TESTS])
def test_script(test: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "test.mjs"
    bundled = [str(ROOT / "node_modules/.bin/esbuild"), str(test), "--bundle", "--platform=node", "--format=esm"]
    subprocess.run([*bundled, "--log-level=error", f"--outfile={bundle}"], cwd=ROOT, check=True)

    done = subprocess.run(
        [ROOT / ".venv/bin/node", "--test", bundle], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
