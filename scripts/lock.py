"""The lock files: renewed together, or not at all."""

import json
import shutil
import tempfile
import tomllib
from pathlib import Path

import form
import node
import packages
from child import BIN, run, say
from remedy import ROOT

OPTIONS = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet"
# One version for all Pythons: what is tested is what runs.
COMPILE = ("pip", "compile", *OPTIONS.split(), "--fork-strategy=fewest")
PYTHONS = ("site", "dev", "node", "audit")
LOCKS = (
    *(f"requirements/{name}.lock" for name in PYTHONS),
    "package-lock.json",
    "requirements/form/package-lock.json",
)


def renew() -> None:
    """Lock the newest versions that pyproject.toml and package.json allow."""
    packages.install_packages("dev")
    node.find_node()
    say("Renewing the lock files")
    with tempfile.TemporaryDirectory() as name:
        # Elsewhere, since npm would lock only the binaries of this machine beside a node_modules.
        bench = Path(name)
        (bench / "requirements").mkdir()
        for file in ("pyproject.toml", "package.json", ".npmrc"):
            shutil.copy(ROOT / file, bench)
        lock_python(bench)
        lock_npm(bench)
        form.lock(bench / "requirements" / "form")
        for lock in LOCKS:
            shutil.copyfile(bench / lock, ROOT / lock)


def lock_python(bench: Path) -> None:
    """Write the locks of the Python packages; the developers' one holds the site's in the same versions."""
    extras = tomllib.loads((bench / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    compile_lock(bench, "site", "pyproject.toml")
    compile_lock(bench, "dev", "pyproject.toml", "--extra", "dev", "--constraint", "requirements/site.lock")
    compile_lock(bench, "node", "-", text="\n".join(extras["node"]))
    compile_lock(bench, "audit", "-", "--constraint", "requirements/dev.lock", text="\n".join(extras["audit"]))


def compile_lock(bench: Path, name: str, *arguments: str, text: str = "") -> None:
    """Write one lock of Python packages."""
    output = ("--output-file", f"requirements/{name}.lock")
    run([BIN / "uv", *COMPILE, *arguments, *output], source="PyPI", cwd=bench, text=text)


def lock_npm(bench: Path) -> None:
    """Write package-lock.json, with hashes and without addresses."""
    node.npm("install", "--package-lock-only", cwd=bench)
    file = bench / "package-lock.json"
    lock = json.loads(file.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    file.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
