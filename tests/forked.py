"""The command, run as an editor would, but in copies of a process that has read all modules: most of its time is that.

As a program it is that process: of each line that it is given it makes a copy, which becomes the command, and answers
with the exit code.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any


def run(root: Path, args: Sequence[str], env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder with all its environment."""
    with tempfile.TemporaryDirectory(prefix="kit-said-") as folder:
        said = [Path(folder) / name for name in ("out", "err")]
        asked = {"root": str(root), "args": args, "env": dict(env), "said": [str(path) for path in said]}
        origin = _origin()
        assert origin.stdin and origin.stdout
        origin.stdin.write(json.dumps(asked) + "\n")
        origin.stdin.flush()
        code = int(origin.stdout.readline())
        out, err = (path.read_text(encoding="utf-8") for path in said)
    return subprocess.CompletedProcess(["kit", *args], code, out, err)


@cache
def _origin() -> subprocess.Popen[str]:
    """The process that copies are made of; it ends with this one, which closes its input."""
    command = [sys.executable, "-m", "tests.forked"]
    top = Path(__file__).parent.parent
    return subprocess.Popen(command, cwd=top, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def main() -> None:
    """Answer line by line."""
    from macros import cli

    for name in {module.partition(".")[0] for module in cli.COMMANDS.values()}:
        import_module(f"macros.commands.{name}")
    for name in ("macros.hooks", "macros.generator", "macros.documents", "macros.outputs", "macros.telling"):
        import_module(name)
    for line in sys.stdin:
        if copy := os.fork():
            print(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]), flush=True)
        else:
            os._exit(_become(json.loads(line)))


def _become(asked: dict[str, Any]) -> int:
    """Run the command in this process; its exit code."""
    for number, name in enumerate((os.devnull, *asked["said"])):
        os.dup2(os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT, 0o600), number)
    os.chdir(asked["root"])
    os.environ.clear()
    os.environ.update(asked["env"])
    sys.argv[:] = ["kit", *asked["args"]]
    from macros import cli

    try:
        cli.main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except BaseException:
        traceback.print_exc()
        code = 1
    else:
        code = 0
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    main()
