"""The server behind `kit admin`: on this machine only, for the one page that knows its token."""

from __future__ import annotations

import hmac
import json
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

from macros import policy
from macros.admin import protocol
from macros.admin.saving import Desk, Refused

HOST = "127.0.0.1"
# A tool's file is some 20 KB, and is sent with the one before it.
MOST = 4_000_000
TYPES: Mapping[str, str] = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "txt": "text/plain",
}
Files = Callable[[str], Mapping[str, str | bytes]]


class Server(ThreadingHTTPServer):
    """Shows the form below `/<token>/`, and answers it at `/<token>/api`.

    Other users of the machine don't know the token, other sites cannot read it, and what they send has another origin.
    """

    daemon_threads = True

    def __init__(self, port: int, token: str, desk: Desk, files: Files) -> None:
        self.token, self.desk, self.files, self.writing = token, desk, files, threading.Lock()
        super().__init__((HOST, port), Handler)
        self.authority = f"{HOST}:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """Where the form is."""
        return f"http://{self.authority}/{self.token}/"

    @property
    def api(self) -> str:
        """Where the form asks."""
        return f"/{self.token}/api"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version, sys_version = "kit", ""

    def do_GET(self) -> None:
        """Send a file of the form."""
        self._guarded(self._file)

    def do_POST(self) -> None:
        """Answer the form."""
        self._guarded(self._answer)

    def _guarded(self, act: Callable[[str], None]) -> None:
        token, _, name = self.path.removeprefix("/").partition("/")
        known = hmac.compare_digest(token.encode(), self.server.token.encode())
        if self.headers.get("Host") != self.server.authority or not known:
            self._say(403, "Open the form at the address that `kit admin` prints.")
            return
        try:
            act(name.partition("?")[0])
        except Refused as refused:
            self._say(422, str(refused), {"faults": refused.faults} if refused.faults else {})
        except OSError as error:
            self._say(500, f"{error.strerror or error}. Check the rights and the room on the disk.")
        except Exception:
            traceback.print_exc(file=sys.stderr)
            self._say(500, "The form's server failed; the terminal says how. Nothing was written.")

    def _file(self, name: str) -> None:
        name = name or "index.html"
        files = self.server.files(name)
        if name not in files:
            self._say(404, "This is not part of the form.")
            return
        content = files[name]
        body = content.encode() if isinstance(content, str) else content
        self._send(200, TYPES.get(name.rpartition(".")[2], "text/plain"), body)

    def _answer(self, name: str) -> None:
        if name != "api" or self.headers.get("Origin") != f"http://{self.server.authority}":
            self._say(403, "Only the form itself is answered here.")
            return
        length = self.headers.get("Content-Length", "")
        kind = self.headers.get_content_type()
        if kind != "application/json" or not length.isdecimal() or int(length) > MOST:
            self._say(400, "This is no question of the form.")
            return
        try:
            asked = json.loads(self.rfile.read(int(length)))
        except ValueError as error:
            raise Refused("This is no question of the form.") from error
        with self.server.writing:
            answered = protocol.answer(self.server.desk, asked)
        self._send(200, "application/json", json.dumps(answered).encode())

    def _say(self, status: int, sentence: str, more: Mapping[str, object] = MappingProxyType({})) -> None:
        self._send(status, "application/json", json.dumps({"error": sentence, **more}).encode())

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for header, value in policy.form_headers().items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the token is in each address."""
