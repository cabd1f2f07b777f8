"""Forges that answer as they are told to, and write down what they were asked."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.conftest import kit

# What the fake forge answers, by method and the beginning of the path; it writes down what it was asked.
GH = """\
#!/usr/bin/env python3
import json, pathlib, sys
here = pathlib.Path(__file__).parent
sent = sys.stdin.read() if "--input" in sys.argv else ""
with (here / "asked").open("a", encoding="utf-8") as log:
    print(json.dumps([sys.argv[1:], sent]), file=log)
method, path = sys.argv[3:5]
answers = json.loads((here / "answers.json").read_text(encoding="utf-8"))
answer = next((one for key, one in answers if f"{method} {path}".startswith(key)), None)
if answer == "refused":
    sys.exit("gh: Resource not accessible by integration (HTTP 403)")
print(json.dumps(answer))
"""


class Gh:
    """A fake `gh` on the path."""

    def __init__(self, folder: Path, upstream: Path) -> None:
        self.folder = folder
        self.answers: list[tuple[str, Any]] = [
            ("GET repos/town/tools/issues?state=open&per_page=100&page=1", []),
            ("GET repos/town/tools/issues", []),
            ("GET repos/town/tools", {"parent": {"clone_url": str(upstream)}, "has_issues": True}),
        ]
        folder.mkdir()
        (folder / "gh").write_text(GH, encoding="utf-8")
        (folder / "gh").chmod(0o755)

    def run(self, root: Path, step: str = "upstream", **more: str) -> subprocess.CompletedProcess[str]:
        (self.folder / "answers.json").write_text(json.dumps(self.answers), encoding="utf-8")
        env = {"GITHUB_REPOSITORY": "town/tools", "GITHUB_SERVER_URL": "https://github.com"}
        return kit(root, "ci", step, PATH=f"{self.folder}{os.pathsep}{os.environ['PATH']}", **env, **more)

    @property
    def sent(self) -> list[tuple[str, str, dict[str, str]]]:
        """What was changed at the forge: method, path, and what was sent."""
        log = self.folder / "asked"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        asked = [(args, sent) for args, sent in map(json.loads, lines) if args[2] != "GET"]
        assert [args[:2] + args[4:] for args, _ in asked] == [["api", "--method", "--input", "-"]] * len(asked)
        return [(args[2], args[3], json.loads(sent)) for args, sent in asked]


class Api(http.server.BaseHTTPRequestHandler):
    """A fake forge that is asked over the net."""

    asked: list[tuple[str, str, str | None, Any]]
    about: dict[str, Any]
    there: list[dict[str, Any]]

    def answer(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"] or 0))
        token = self.headers["Authorization"] or self.headers["PRIVATE-TOKEN"]
        self.asked.append((self.command, self.path, token, json.loads(sent or b"null")))
        found: Any = self.about
        if "/issues" in self.path:
            found = self.there if self.path.endswith("page=1") else []
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = answer

    def log_message(self, format: str, *args: object) -> None:
        pass
