"""The strict ground: every page behind a real nginx that is set up as HOSTING.md says, at a root and below a path."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from macros import policy
from tests.conftest import ROOT, copy_of, kit
from tests.test_site import read

pytestmark = pytest.mark.browser
BELOW = "/vaerktoejer-test"
MIME_TYPES = Path("/etc/nginx/mime.types")
NO_NGINX = "there is no nginx on this machine, or not as Debian packs it (`apt install nginx`)"
STORAGE_DENIED = """for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });"""
WATCH = """window.violations = [];
    addEventListener('securitypolicyviolation',
        one => violations.push(`${one.effectiveDirective} ${one.blockedURI}`));"""
USE = """() => {
    for (const one of document.querySelectorAll('summary, input[type=radio], input[type=checkbox]')) one.click();
    for (const one of document.querySelectorAll('input[type=search], input[type=text], textarea')) {
        one.focus();
        one.value = 'styregruppe';
        for (const kind of ['input', 'change']) one.dispatchEvent(new Event(kind, { bubbles: true }));
    }
}"""


@dataclass(frozen=True)
class Served:
    """A built site, and the address it is served at, with `/` at the end."""

    folder: Path
    address: str

    @property
    def pages(self) -> Mapping[str, Path]:
        """All pages by their address."""
        names = {path.relative_to(self.folder).as_posix(): path for path in sorted(self.folder.rglob("*.html"))}
        return {self.address + re.sub(r"(^|/)index\.html$", r"\1", name): path for name, path in names.items()}


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Served]]:
    """The site at the root of a host, and another built for a path and served below it, by one nginx."""
    nginx = shutil.which("nginx", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")
    if not nginx or not MIME_TYPES.exists():
        pytest.skip(NO_NGINX)
    folder = tmp_path_factory.mktemp("nginx")
    ports = free_ports(2)
    found = {
        "root": Served(site, f"http://127.0.0.1:{ports[0]}/"),
        "path": built_below(f"http://127.0.0.1:{ports[1]}{BELOW}/", tmp_path_factory.mktemp("below") / "project"),
    }
    (folder / "below").mkdir()
    (folder / f"below{BELOW}").symlink_to(found["path"].folder, target_is_directory=True)
    (folder / "temp").mkdir()
    (folder / "servers").mkdir()
    (folder / "servers/root.conf").write_text(server(ports[0], site, ""), encoding="utf-8")
    (folder / "servers/path.conf").write_text(server(ports[1], folder / "below", BELOW), encoding="utf-8")
    shutil.copy(ROOT / "tests/nginx.conf", folder)
    process = subprocess.Popen([nginx, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.PIPE, text=True)
    try:
        wait_for(ports, process)
        yield found
    finally:
        process.terminate()
        process.wait(10)


def built_below(address: str, root: Path) -> Served:
    """Build a site for an address with a path; one of its pages has moved."""
    page = copy_of(ROOT, root) / "docs/da/vaerktoejer/styregruppe.md"
    head, moved = "tool: steering-group\n", "redirect_from:\n  - vaerktoejer/styringsgruppe\n"
    page.write_text(page.read_text(encoding="utf-8").replace(head, head + moved, 1), encoding="utf-8")
    done = kit(root, "build", KIT_ADDRESS=address)
    assert done.returncode == 0, done.stderr
    return Served(root / "site", address)


def server(port: int, root: Path, path: str) -> str:
    """Return the server of HOSTING.md with its port and folder, and the path before its addresses, as it says there."""
    block = hosting("nginx").replace("listen 80;", f"listen 127.0.0.1:{port};")
    block = block.replace("/var/www/site;", f'"{root}";')
    return re.sub(r" /(?=assets/|da/|sv/|404\.html)", f" {path}/", block)


def hosting(kind: str) -> str:
    """Return the block of HOSTING.md in a language."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", (ROOT / "HOSTING.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found, f"HOSTING.md has no block ```{kind}"
    return found[1]


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_for(ports: list[int], process: subprocess.Popen[str]) -> None:
    for _ in range(100):
        assert process.poll() is None, process.communicate()[1]
        try:
            for port in ports:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def ask(address: str) -> tuple[int, http.client.HTTPMessage, str]:
    """Return status, headers and body, without following a redirect."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", errors="replace")
    connection.close()
    return answer.status, answer.headers, body


def wrong_headers(headers: http.client.HTTPMessage, caching: str | None) -> dict[str, str | None]:
    """Return the headers that are not as they should be."""
    expected = {**policy.HEADERS, "Cache-Control": caching, "Set-Cookie": None}
    return {name: headers[name] for name, value in expected.items() if headers.get_all(name, [None]) != [value]}


class Watched:
    """A page in a context of its own, and all that happened there and must not."""

    def __init__(self, browser: Browser, address: str, script: str = "", **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(reduced_motion="reduce", **options)
        self.context.add_init_script(WATCH + script)
        self.page: Page = self.context.new_page()
        self.found: list[str] = []
        self.pending: set[Request] = set()
        self.missing = ""  # the one address where a 404 is right
        self.ours = ("/".join(address.split("/")[:3]) + "/", "data:", "blob:")
        self.page.on("console", self.said)
        self.page.on("pageerror", lambda error: self.note(str(error)))
        self.page.on("request", self.asked)
        self.page.on("response", self.answered)
        self.page.on("requestfinished", self.ended)
        self.page.on("requestfailed", self.failed)

    def note(self, what: str) -> None:
        self.found.append(f"{self.page.url}: {what}")

    def said(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type in ("error", "warning") and address != self.missing:
            self.note(f"{message.text} ({address})")

    def asked(self, request: Request) -> None:
        self.pending.add(request)
        if not request.url.startswith(self.ours):
            self.note(f"asks for {request.url}")

    def answered(self, response: Response) -> None:
        if response.status >= 400 and response.url != self.missing:
            self.note(f"{response.status} {response.url}")

    def ended(self, request: Request) -> None:
        self.pending.discard(request)

    def failed(self, request: Request) -> None:
        self.ended(request)
        self.note(f"{request.failure} {request.url}")

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        self.page.wait_for_timeout(10)
        for _ in range(500):
            if not self.pending:
                return
            self.page.wait_for_timeout(10)
        self.note(f"still under way: {[request.url for request in self.pending]}")

    def close(self) -> list[str]:
        """Return what happened."""
        self.settle()
        self.found += [f"cookie {cookie.get('name')}" for cookie in self.context.cookies()]
        self.context.close()
        return self.found


def all_but(site: Served, lang: str) -> list[str]:
    """Return the pages but for those of a language."""
    return [address for address in site.pages if not address.startswith(f"{site.address}{lang}/")]


def one_of_each_kind(site: Served, lang: str) -> list[str]:
    """Return a page of a language for each set of scripts and each of the controls that pages have."""
    found = {}
    for address in [one for one in site.pages if one not in all_but(site, lang)]:
        elements = read(site.pages[address]).found
        scripts = {re.sub(r"-[0-9A-Z]+\.js$", "", attrs["src"] or "") for _, attrs in elements if "src" in attrs}
        kinds = {attrs.get("data-kind") for _, attrs in elements}
        found[frozenset(scripts | kinds)] = address
    return sorted(found.values())


def visit_all(browser: Browser, site: Served, pages: Iterable[str], stored: bool = True, **options: Any) -> list[str]:
    """Open pages, and use what can be used; return what must not happen."""
    watched = Watched(browser, site.address, "" if stored else STORAGE_DENIED, **options)
    for address in pages:
        watched.page.goto(address)
        if 'http-equiv="refresh"' in site.pages[address].read_text(encoding="utf-8"):
            watched.page.wait_for_url(re.compile(f"^(?!{re.escape(address)}$)"))
        if options.get("java_script_enabled", True):
            use(watched, stored)
    return watched.close()


def use(watched: Watched, stored: bool) -> None:
    """Use what can be used on the page; nothing may be stored before, and nothing stays for the next page."""
    page = watched.page
    if stored and page.evaluate("localStorage.length + sessionStorage.length"):
        watched.note("stores something unasked")
    page.evaluate(USE)
    # The search loads one script after the other; leaving between two of them would look like a failure.
    page.wait_for_function("() => !document.querySelector('.iv-search') || self.kit?.texts")
    watched.settle()
    for violation in page.evaluate("violations"):
        watched.note(violation)
    if stored:
        page.evaluate("localStorage.clear(), sessionStorage.clear()")


# Below a path, which is more than a root asks.
def test_no_page_breaks_the_policy(browser: Browser, served: Mapping[str, Served]) -> None:
    site = served["path"]
    pages = [*all_but(site, "sv"), *one_of_each_kind(site, "sv")]

    assert visit_all(browser, site, pages) == []


def test_no_page_breaks_with_storage_denied(browser: Browser, served: Mapping[str, Served]) -> None:
    assert visit_all(browser, served["path"], one_of_each_kind(served["path"], "sv"), stored=False) == []


def test_no_page_breaks_without_script(browser: Browser, served: Mapping[str, Served]) -> None:
    assert visit_all(browser, served["path"], served["path"].pages, java_script_enabled=False) == []


@pytest.mark.parametrize("place", ["root", "path"])
def test_every_file_has_the_headers_and_its_caching(served: Mapping[str, Served], place: str) -> None:
    site, wrong = served[place], {}
    for path in site.folder.rglob("*"):
        name = path.relative_to(site.folder).as_posix()
        if path.is_file() and name not in (".htaccess", "_headers"):
            status, headers, _ = ask(site.address + name)
            caching = "max-age=31536000" if name.startswith("assets/") else "no-cache"
            wrong[name] = (status, wrong_headers(headers, caching))

    assert {name: found for name, found in wrong.items() if found != (200, {})} == {}


@pytest.mark.parametrize("place", ["root", "path"])
@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("nothing", "404.html"),
        ("data/nothing.json", "404.html"),
        ("assets/nothing.js", "404.html"),
        (".htaccess", "404.html"),
        ("_headers", "404.html"),
        ("da/nothing/at/all/", "da/404.html"),
        ("da/temaer/", "da/404.html"),
        ("sv/nothing.html", "sv/404.html"),
    ],
)
def test_what_is_not_there_is_answered_in_its_language(
    served: Mapping[str, Served], place: str, name: str, page: str
) -> None:
    site = served[place]

    status, headers, body = ask(site.address + name)

    assert (status, wrong_headers(headers, None)) == (404, {})
    assert body == (site.folder / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["nothing/at/all", "da/nothing/at/all/", "sv/nothing.html"])
def test_the_links_of_a_page_that_is_not_there_lead_into_the_site(
    browser: Browser, served: Mapping[str, Served], name: str
) -> None:
    address = served["path"].address
    watched = Watched(browser, address)
    watched.missing = address + name

    watched.page.goto(watched.missing)
    links = watched.page.locator("[href], [src]").evaluate_all("all => all.map(one => one.href || one.src)")

    assert watched.close() == []
    links = [link for link in links if not link.startswith("data:")]
    assert len(links) > 3
    assert {link for link in links if not link.startswith(address) or ask(link)[0] != 200} == set()


def test_a_folder_without_its_slash_leads_on_within_the_host(served: Mapping[str, Served]) -> None:
    for site in served.values():
        status, headers, _ = ask(f"{site.address}da")
        assert (status, headers["Location"]) == (301, urlsplit(urljoin(site.address, "da/")).path)


def test_every_page_carries_the_policy_before_all_that_it_governs(served: Mapping[str, Served]) -> None:
    wrong = []
    for path in served["path"].pages.values():
        elements = read(path).found
        metas = [n for n, (_, attrs) in enumerate(elements) if attrs.get("http-equiv") == "Content-Security-Policy"]
        governed = [n for n, (tag, _) in enumerate(elements) if tag in ("link", "script", "style", "body")]
        if [elements[n][1]["content"] for n in metas] != [policy.META] or metas[0] > governed[0]:
            wrong.append(path)
    assert wrong == []


def test_no_page_holds_script_or_style_of_its_own(served: Mapping[str, Served]) -> None:
    wrong = []
    for path in served["path"].pages.values():
        for tag, attrs in read(path).found:
            data = tag == "script" and (attrs.get("type") or "").endswith("json")
            inline = tag == "style" or (tag == "script" and "src" not in attrs and not data)
            own = [name for name in attrs if name == "style" or name.startswith("on")]
            code = [value for value in attrs.values() if value and value.strip().lower().startswith("javascript:")]
            if inline or own or code:
                wrong.append(f"{path}: <{tag}> {attrs}")
    assert wrong == []


@pytest.mark.parametrize("kind", ["nginx", "caddyfile"])
def test_what_hosting_says_is_the_policy(kind: str) -> None:
    said = dict(re.findall(r'^\s*(?:add_header )?([A-Z][A-Za-z-]+) "([^"]+)"', hosting(kind), re.MULTILINE))

    assert {name: said.get(name) for name in policy.HEADERS} == policy.HEADERS
