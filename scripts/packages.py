"""The Python packages: `.venv`, made from the lock files, with the project itself in it."""

import compileall
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import stamps
from child import BIN, VENV, run, say
from remedy import AGAIN, ROOT, Stop

PYTHON = BIN / "python"
PROJECT = ROOT / "pyproject.toml"
LOCKS = ROOT / "requirements"
SITE, DEV, NODE, AUDIT = (LOCKS / f"{name}.lock" for name in ("site", "dev", "node", "audit"))
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


def set_up(level: str) -> None:
    """Bring `.venv` to `level`: "site" to build the site, or "dev", which holds that and more."""
    install_packages(level)
    install_project()
    compile_project()


def install_packages(level: str) -> None:
    """Install the packages of `level`, and never take away the others."""
    had, made_from = (stamps.read("packages").split() or ["", ""])[:2]
    want = stamps.key(SITE, DEV, NODE, VERSION, str(ROOT), str(Path(sys.base_prefix).resolve()))
    current = made_from == want and PYTHON.exists()
    if current and had in (level, "dev"):
        return
    level = "dev" if had == "dev" else level
    with stamps.doing("packages", f"{level} {want}"):
        if not current:
            make_venv()
        say("Setting up Python packages")
        install(LOCKS / f"{level}.lock")


def make_venv() -> None:
    """Make `.venv` from nothing: what a change or an interruption left behind is not worth repairing."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Stop(
            f"This Python ({sys.executable}) comes without its venv module: "
            f"on Debian and Ubuntu install it with `sudo apt install python{VERSION}-venv`, {AGAIN}"
        )
    say(f"Setting up Python {VERSION} in .venv")
    run([base_python(), "-m", "venv", "--clear", VENV], source="PyPI")


def base_python() -> Path:
    """The Python to make `.venv` from; ours may be the very one in `.venv`, which its clearing takes away."""
    base = Path(getattr(sys, "_base_executable", "") or sys.executable)
    # A `.venv` that is half cleared doesn't know its base any more, but still links to it.
    return base.resolve() if VENV in base.parents else base


def install(lock: Path) -> None:
    """Install what a lock file holds, each file checked against its hash; nothing is built, nothing else fetched."""
    pip("install", "--require-hashes", "--only-binary=:all:", "--no-deps", "--requirement", str(lock))


def install_project() -> None:
    """Install the project in place, so that `.venv/bin/kit` runs what lies in `macros/`."""
    want = stamps.key(PROJECT)
    if stamps.read("project") == want and (BIN / "kit").exists():
        return
    with stamps.doing("project", want):
        say("Setting up kit")
        pip("install", "--no-build-isolation", "--no-deps", "--editable", str(ROOT))
        point_home()
        check_locked()


def compile_project() -> None:
    """Have the modules compiled: where Python may not keep what it compiles, each command would do it again."""
    compileall.compile_dir(ROOT / "macros", quiet=2)


def point_home() -> None:
    """Say relatively where the project lies: Python 3.11 dies on `å` in this file when LC_ALL=C."""
    packages = VENV / "lib" / f"python{VERSION}" / "site-packages"
    (packages / "macros.pth").write_text(os.path.relpath(ROOT, packages) + "\n", encoding="utf-8")


def check_locked() -> None:
    """Refuse a pyproject.toml that asks for more than the lock files give."""
    done = subprocess.run([PYTHON, "-m", "pip", "check"], capture_output=True, encoding="utf-8", check=False)
    if "implementation-tools" in done.stdout:
        raise Stop(f"pyproject.toml asks for what the lock files don't hold: run `make lock`, {AGAIN}")


def pip(command: str, *arguments: str) -> str:
    """Run the pip in `.venv`."""
    options = ("--disable-pip-version-check", "--no-input", "--retries=3")
    return run([PYTHON, "-m", "pip", command, *options, *arguments], source="PyPI")
