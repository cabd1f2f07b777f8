"""The forges where a project can lie, as far as one issue needs them."""

from __future__ import annotations

import json
import os
import subprocess
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

# Asks the API: a method, a path, and what is sent with it.
Ask = Callable[[str, str, "Mapping[str, str] | None"], Any]
# Runners say what they work on; this one is given by hand.
TOKEN = "KIT_FORGE_TOKEN"
# So many pages of open issues are looked through.
PAGES = 50


class Refused(Exception):
    """A forge, or git, does not do what it is asked for; the message is a sentence with a remedy."""


@dataclass(frozen=True)
class Forge:
    """A project at a forge.

    `page` is what people see, `project` its path in the API. `text`, `number` and `renew` are what the API calls an
    issue's text and number, and the method that changes it; `closing` is what closes it. `compare` is the page that
    compares ours with the same forge's project {owner}/{name}, where there is one; `edit` the page that edits a file.
    """

    ask: Ask
    page: str
    project: str
    compare: str = "{page}/compare/main...{owner}:{name}:main"
    text: str = "body"
    number: str = "number"
    renew: str = "PATCH"
    state: str = "open"
    parent: tuple[str, str] = ("parent", "clone_url")
    closing: tuple[str, str] = ("state", "closed")
    edit: str = "{page}/edit/{branch}/{file}"

    @property
    def upstream(self) -> str | None:
        """Where the project lies that this one was forked from; None where the forge does not know of one."""
        of, address = self.parent
        return (self._about.get(of) or {}).get(address)

    def tell(self, title: str, text: str) -> str:
        """Open the issue with this title, or renew the one that is open; return what was done."""
        if not self._has_issues:
            raise Refused("Issues are switched off here. Switch them on in the project's settings.")
        number = self._open(title)
        if number is None:
            self.ask("POST", f"{self.project}/issues", {"title": title, self.text: text})
            return "An issue was opened."
        self.ask(self.renew, f"{self.project}/issues/{number}", {self.text: text})
        return f"The issue {number} was renewed."

    def close(self, title: str) -> str:
        """Close the issue with this title, if one is open; return what was done."""
        number = self._open(title) if self._has_issues else None
        if number is None:
            return ""
        self.ask(self.renew, f"{self.project}/issues/{number}", dict([self.closing]))
        return f"The issue {number} was closed."

    @property
    def _has_issues(self) -> bool:
        return self._about.get("has_issues", self._about.get("issues_enabled")) is not False

    @cached_property
    def _about(self) -> Mapping[str, Any]:
        return dict(self.ask("GET", self.project, None))

    def _open(self, title: str) -> int | None:
        """The number of the open issue with a title."""
        for page in range(1, PAGES + 1):
            found = self.ask("GET", f"{self.project}/issues?state={self.state}&per_page=100&page={page}", None)
            for issue in found:
                # GitHub and Forgejo list proposed changes among the issues, and anybody may give one this title.
                if issue["title"] == title and issue.get("pull_request") is None:
                    return int(issue[self.number])
            if not found:
                break
        return None


def github() -> Forge:
    """The project that a runner of GitHub works on, asked for through `gh`."""
    project = given("GITHUB_REPOSITORY")
    return Forge(_gh, f"{given('GITHUB_SERVER_URL')}/{project}", f"repos/{project}")


def forgejo() -> Forge:
    """The project that a runner of Forgejo works on."""
    project, ask = given("GITHUB_REPOSITORY"), _asking(given("GITHUB_API_URL"), "Authorization", "token ")
    compare = "{page}/compare/main...{owner}/{name}:main"
    edit = "{page}/_edit/{branch}/{file}"
    return Forge(ask, f"{given('GITHUB_SERVER_URL')}/{project}", f"repos/{project}", compare, edit=edit)


def gitlab() -> Forge:
    """The project that a runner of GitLab works on."""
    ask, parent = _asking(given("CI_API_V4_URL"), "PRIVATE-TOKEN"), ("forked_from_project", "http_url_to_repo")
    project = f"projects/{given('CI_PROJECT_ID')}"
    closing, edit = ("state_event", "close"), "{page}/-/edit/{branch}/{file}"
    page = given("CI_PROJECT_URL")
    return Forge(ask, page, project, "", "description", "iid", "PUT", "opened", parent, closing, edit)


FORGES: Mapping[str, Callable[[], Forge]] = {"github": github, "gitlab": gitlab, "forgejo": forgejo}


def given(name: str) -> str:
    """Return what the forge's runner, or the project's settings, say."""
    if value := os.environ.get(name):
        return value.rstrip("/")
    raise Refused(f"`{name}` is not set. The forge's runner sets it; `{TOKEN}` is set in the project's settings.")


def _gh(method: str, path: str, sent: Mapping[str, str] | None) -> Any:
    command = ["gh", "api", "--method", method, path, *(["--input", "-"] if sent else [])]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(sent) if sent else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        raise Refused("`gh` is not on this machine. Install GitHub's command line, https://cli.github.com/.") from None
    if done.returncode:
        raise Refused(f"GitHub refuses `{method} {path}`: {done.stderr.strip()}. See what the workflow may do.")
    return json.loads(done.stdout or "null")


def _asking(api: str, header: str, before: str = "") -> Ask:
    """Return what asks an API over the net; the token goes to its own host only."""
    token = given(TOKEN)

    def ask(method: str, path: str, sent: Mapping[str, str] | None) -> Any:
        data = json.dumps(sent).encode() if sent else None
        request = urllib.request.Request(f"{api}/{path}", data, {"Content-Type": "application/json"}, method=method)
        request.add_unredirected_header(header, before + token)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.loads(answer.read() or b"null")
        except (OSError, ValueError) as error:
            raise Refused(f"{api} refuses `{method} {path}`: {error}. See what `{TOKEN}` may do.") from None

    return ask
