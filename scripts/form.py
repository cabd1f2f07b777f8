"""The form for editing: Decap, fetched alone, since its one script holds all that its package asks for."""

import json
import re
import shutil
from pathlib import Path

import node
import stamps
from child import say
from remedy import ROOT

LOCK = ROOT / "requirements" / "form"
FILES = ("package.json", "package-lock.json")
# Within `node_modules`, which holds what npm fetches; npm leaves names with a dot alone.
PLACE = node.MODULES / ".form"
SCRIPT = "decap-cms.js"


def set_up() -> None:
    """Bring Decap in place; all but its script and its licences is taken away again."""
    want = stamps.key(*(LOCK / name for name in FILES))
    dist = PLACE / "node_modules" / "decap-cms" / "dist"
    if stamps.read("form") == want and (dist / SCRIPT).exists():
        return
    with stamps.doing("form", want):
        say("Setting up the form for editing")
        PLACE.mkdir(parents=True, exist_ok=True)
        for name in (*FILES, ".npmrc"):
            shutil.copy((LOCK if name in FILES else ROOT) / name, PLACE)
        node.npm("ci", cwd=PLACE)
        for path in dist.iterdir():
            if not path.name.startswith(SCRIPT) or path.suffix == ".map":
                path.unlink()


def is_published() -> bool:
    """Whether the site publishes the form."""
    files = [ROOT / "site.yml", ROOT / "local" / "site.yml"]
    return any(re.search("^admin:", path.read_text(encoding="utf-8"), re.MULTILINE) for path in files if path.exists())


def lock(bench: Path) -> None:
    """Write the lock of Decap alone, with its hash and without addresses."""
    bench.mkdir(parents=True)
    shutil.copy(LOCK / "package.json", bench)
    shutil.copy(ROOT / ".npmrc", bench)
    node.npm("install", "--package-lock-only", cwd=bench)
    file = bench / "package-lock.json"
    found = json.loads(file.read_text(encoding="utf-8"))
    decap = found["packages"]["node_modules/decap-cms"]
    kept = {name: decap[name] for name in ("version", "integrity", "license")}
    found["packages"] = {"": found["packages"][""], "node_modules/decap-cms": kept}
    file.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
