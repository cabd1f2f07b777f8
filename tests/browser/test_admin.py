"""The form in Chromium: what is typed into it is what the file says afterwards, and nothing else has changed."""

from __future__ import annotations

import contextlib
import difflib
import functools
import http.server
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, Response, Route, expect

from macros import policy
from macros.admin import files
from tests.conftest import ROOT, TODAY, kit

if not (ROOT / files.DECAP / files.SCRIPT).exists():
    pytest.skip("the form is not set up: `make test` does so", allow_module_level=True)

pytestmark = pytest.mark.browser
TOOL = "tools/steering-group.yml"
SAVE = re.compile("^(Gem|Spara)")
UNFOLD = ":is([aria-label='Fold alt ud'], [aria-label='Fäll ut allt']):visible"
WATCH = "addEventListener('securitypolicyviolation', event => console.error('CSP', event.blockedURI, event.sample))"
# Checking a change reads all content, and the machine may be busy.
PATIENCE = 60_000
ODD = ("no", "12:30", "Nej: aldrig", "'så' \"så\" »så«", "😀 # ikke en kommentar", "- 010", "90", "true")
PAGE = """\
---
title: Om os  # vises ikke i menuen
pair: about-us
only: da
---
Tekst med **vægt**.

- [ ] et punkt
- [x] et til

!!! note "Husk"
    | a | b |
    |---|---|
    | 1 | 2 |
"""


@dataclass
class Form:
    """A page with the form, and what happened there and must not."""

    page: Page
    address: str
    root: Path
    found: list[str]

    def open(self, place: str, ready: str) -> None:
        self.page.goto(f"{self.address}#/collections/{place}")
        self.page.reload()
        expect(self.page.locator(ready).first).to_be_visible(timeout=PATIENCE)

    def tool(self, id: str = "steering-group") -> None:
        self.open(f"tools/entries/{id}", ".kit-languages")
        expect(self.box("da").first).not_to_have_value("", timeout=PATIENCE)
        self.unfold()

    def unfold(self) -> None:
        """Open all rows of all lists, which are closed at first."""
        shown = -1
        while shown != self.page.locator("textarea:visible").count():
            shown = self.page.locator("textarea:visible").count()
            closed = self.page.locator(UNFOLD)
            closed.evaluate_all("all => all.forEach(one => one.click())")
            self.page.wait_for_timeout(300)

    def box(self, lang: str) -> Locator:
        return self.page.locator(f".kit-box textarea[lang={lang}]")

    def with_text(self, text: str) -> Locator:
        values: list[str] = self.page.locator("textarea").evaluate_all("all => all.map(one => one.value)")
        return self.page.locator("textarea").nth(values.index(text))

    def row(self, text: str) -> Locator:
        """The row in which a text stands."""
        return self.with_text(text).locator("xpath=ancestor::*[contains(@class, 'SortableListItem')][1]")

    def pick(self, label: str, *options: str) -> None:
        field = self.page.locator("label", has_text=label).first.locator("xpath=../..")
        for option in options:
            field.locator("input").first.click()
            self.page.get_by_role("option", name=option, exact=True).click()

    def save(self) -> None:
        """Save, and wait for the answer."""
        with self.page.expect_response(saving, timeout=PATIENCE):
            self.try_to_save()

    def try_to_save(self) -> None:
        """Choose to save."""
        self.page.get_by_role("button", name=SAVE).first.click()
        self.page.get_by_role("menuitem", name=SAVE).first.click()

    def text(self, file: str = TOOL) -> str:
        return (self.root / file).read_text(encoding="utf-8")


def saving(answer: Response) -> bool:
    """Whether this is the answer to what was sent to be saved."""
    return "persistEntry" in (answer.request.post_data or "")


def difference(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    lines = list(difflib.ndiff(before.split("\n"), after.split("\n")))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


@contextlib.contextmanager
def opened(browser: Browser, root: Path) -> Iterator[Form]:
    """Run `kit admin`, and open a page for it."""
    code = "from macros.cli import main; main()"
    env = {**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", code, "admin", "--port", "0"]
    process = subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = process.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", said)
    assert address, said + (process.stderr.read() if process.poll() else "")
    context = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 1000})
    context.add_init_script(WATCH)
    form = Form(context.new_page(), address[0], root, [])
    form.page.on("console", functools.partial(heard, form))
    form.page.on("request", functools.partial(asked, form))
    try:
        yield form
        assert form.found == []
    finally:
        context.close()
        process.terminate()
        process.wait(20)
        process.stderr.close()


def heard(form: Form, message: ConsoleMessage) -> None:
    if message.type == "error" and not re.search("422|API_ERROR", message.text):
        form.found.append(message.text)


def asked(form: Form, request: Request) -> None:
    if not request.url.startswith((form.address, "data:", "blob:")):
        form.found.append(request.url)


@pytest.fixture
def form(browser: Browser, own_project: Path) -> Iterator[Form]:
    """The form for the shared tools and pages; the tool's file has comments."""
    path = own_project / TOOL
    text = path.read_text(encoding="utf-8")
    commented = text.replace("checklists:\n", "# Aftalt med netværket.\nchecklists:\n")
    path.write_text(f"# yaml-language-server: $schema=../schema/tool.schema.json\n{commented}", encoding="utf-8")
    (own_project / "docs/da/om-os.md").write_text(PAGE, encoding="utf-8")
    with opened(browser, own_project) as found:
        yield found


def first_items(root: Path, count: int) -> list[str]:
    """Return the first wordings in Danish of a checklist's items."""
    text = (root / TOOL).read_text(encoding="utf-8")
    return re.findall(r"^      - id: \S+\n        text:\n          da: (.+)$", text, re.MULTILINE)[:count]


def test_what_is_typed_into_an_item_is_all_that_changes(form: Form) -> None:
    before, items = form.text(), first_items(form.root, len(ODD))
    form.tool()

    for item, typed in zip(items, ODD, strict=True):
        form.with_text(item).fill(typed)
    form.save()

    gone, come = difference(before, form.text())
    assert gone == [f"          da: {item}" for item in items]
    assert len(come) == len(ODD)
    assert kit(form.root, "fmt", "--check", TOOL).returncode == 0
    form.tool()
    shown = form.page.locator("textarea").evaluate_all("all => all.map(one => one.value)")
    assert [typed for typed in ODD if typed not in shown] == []


def test_one_text_is_one_line_and_can_be_changed_again_and_back(form: Form) -> None:
    before, (item,) = form.text(), first_items(form.root, 1)
    form.tool()
    place = index(form, form.with_text(item))

    for typed in ("Noget andet", "Noget tredje"):
        form.page.locator("textarea").nth(place).fill(typed)
        form.save()
        assert difference(before, form.text()) == ([f"          da: {item}"], [f"          da: {typed}"])
        expect(form.page.get_by_text("Alt er gemt")).to_be_visible(timeout=PATIENCE)
    form.tool()
    form.with_text("Noget tredje").fill(item)
    form.save()

    assert form.text() == before


def index(form: Form, box: Locator) -> int:
    handle = box.element_handle()
    place: int = form.page.locator("textarea").evaluate_all("(all, one) => all.indexOf(one)", handle)
    return place


def test_what_the_check_refuses_is_said_once_by_the_field_and_in_its_language(form: Form) -> None:
    before, (item,) = form.text(), first_items(form.root, 1)
    form.tool()
    form.box("da").first.fill("Ring til 33 70 33 70")
    form.with_text(item).fill("Ring <b>ikke</b>")

    form.save()

    refused = form.page.locator(".kit-notice[role=alert]")
    expect(refused).to_contain_text(
        "Titel › Dansk: 33 70 33 70 ligner et telefonnummer. Skriv en rolle", timeout=PATIENCE
    )
    expect(refused).to_contain_text(
        "› Punkt »Ring <b>ikke</b>« › Tekst › Dansk: <b> er kode. Tag det væk; teksten vises"
    )
    expect(form.page.locator(".Toastify__toast:visible")).to_have_count(0)
    assert "API_ERROR" not in form.page.locator("body").inner_text()
    form.box("da").first.click()
    assert on_top(form.box("da").first)
    assert form.text() == before
    form.box("da").first.fill("Styregruppen")
    form.with_text("Ring <b>ikke</b>").fill(item)
    form.save()
    expect(refused).to_be_empty()
    assert difference(before, form.text()) == (["  da: Styregruppe"], ["  da: Styregruppen"])


def test_a_sentence_that_the_form_has_no_words_for_is_quoted_in_english(form: Form) -> None:
    form.open("pages-da/entries/om-os", ".kit-page")

    form.page.locator(".kit-page").fill("Tekst.\n\n{{ checklist(“set-up”) }}\n")
    form.save()

    refused = form.page.locator(".kit-notice[role=alert]")
    expect(refused).to_contain_text("Sidens tekst › linje 3: ", timeout=PATIENCE)
    expect(refused.locator("q[lang=en]")).to_contain_text("quotation marks in the call are curly")


def on_top(box: Locator) -> bool:
    """Whether nothing lies over the middle of a box."""
    middle = (
        "one => { const {x, y, width, height} = one.getBoundingClientRect(); return [x + width / 2, y + height / 2] }"
    )
    return bool(box.evaluate(f"one => one.contains(document.elementFromPoint(...({middle})(one)))"))


def test_what_stands_above_the_form_is_not_covered(form: Form) -> None:
    for place, ready in (("tools", "header nav"), ("tools/entries/steering-group", ".kit-languages")):
        form.open(place, ready)

        for part in form.page.locator(".kit-head__line > *").all():
            assert on_top(part), part.inner_text()
        assert form.page.locator(".kit-head__line p").inner_text().startswith("Det, I gemmer her")


def test_ids_that_go_and_change_are_accounted_for_and_it_is_said(form: Form) -> None:
    before, (item,) = form.text(), first_items(form.root, 1)
    form.tool()
    ids = re.findall(r"^      - id: (\S+)$", before, re.MULTILINE)

    form.row(item).get_by_role("button", name=f"Fjern »{item}«").first.click()
    changed = form.page.locator("[id^=id-field]:visible").nth(1)
    expect(changed).to_have_value(ids[1])
    changed.fill(f"{ids[1]}-again")
    form.save()

    said = form.page.locator(".kit-notice[role=status]")
    expect(said).to_contain_text(f"under retired i filen og bliver ikke brugt igen: {ids[0]}.", timeout=PATIENCE)
    expect(said).to_contain_text(f"{ids[1]} → {ids[1]}-again.")
    end = f"aliases:\n  {ids[1]}: {ids[1]}-again\nretired:\n  - {ids[0]}\n"
    assert form.text().endswith(end)
    assert "# Aftalt med netværket.\nchecklists:\n" in form.text()


def test_what_is_red_is_said_and_shown_wherever_it_is(form: Form) -> None:
    before, (item,) = form.text(), first_items(form.root, 1)
    form.tool()
    field = form.row(item).locator("[id^=id-field]").first
    field.fill("papers på tid")
    form.box("da").first.click()
    form.page.locator("[aria-label='Fold alt sammen']:visible").evaluate_all("all => all.forEach(one => one.click())")
    for fold in form.page.locator("[aria-label^='Fold »']:visible").all():
        if form.with_text(item).is_visible():
            fold.click()
    expect(field).not_to_be_visible()

    form.try_to_save()

    refused = form.page.locator(".kit-notice[role=alert]")
    expect(refused).to_have_text(f"Ikke gemt. »{item}«: Id må kun bestå af a–z, 0–9 og bindestreger.×")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    assert form.text() == before


def test_a_wording_that_is_required_is_red_when_it_is_emptied(form: Form) -> None:
    form.tool()
    for lang in ("da", "sv"):
        form.box(lang).first.fill(" ")

    form.try_to_save()

    expect(form.page.locator(".kit-notice[role=alert]")).to_contain_text("Ikke gemt. Titel skal udfyldes.")
    expect(form.box("da").first).to_be_focused()


def test_the_buttons_of_rows_have_names(form: Form) -> None:
    form.tool()

    bare = form.page.locator("[class*=ControlPane] :is(button, [role=button])").evaluate_all(
        """all => all.filter(one => !one.ariaLabel && !one.labels?.length && !one.textContent.trim())
            .map(one => one.outerHTML)"""
    )

    assert bare == []
    names = form.page.locator("[aria-roledescription]").evaluate_all("all => all.map(one => one.ariaRoleDescription)")
    assert set(names) == {"kan flyttes"}


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_nothing_in_the_form_is_in_english(form: Form, lang: str) -> None:
    form.page.goto(form.address)
    form.page.evaluate(f"localStorage.setItem('kit:form', '{lang}')")
    form.tool()
    form.page.get_by_role("button", name=re.compile("^(Tilføj|Lägg till) punkt")).first.click()
    form.box("da").first.fill("Ny titel")

    said = form.page.locator("#nc-root").evaluate(
        """root => [root.innerText, ...[...root.querySelectorAll('[aria-label], [aria-roledescription]')]
            .flatMap(one => [one.ariaLabel, one.ariaRoleDescription])].join('\\n')"""
    )
    english = (
        r"\b(Add|Remove|Expand|Collapse|Save|Publish\w*|View|Writing|Live|field|optional|No|sortable|Unsaved|press)\b"
    )

    assert re.findall(english, said) == []


def test_a_row_of_a_table_has_a_field_for_each_column(form: Form) -> None:
    before = form.text()
    form.tool()
    cells = form.page.locator(".kit-cells").first

    cells.locator("textarea").first.fill("7")
    cells.locator("select").first.select_option(index=1)
    form.save()

    gone, come = difference(before, form.text())
    assert [line.strip() for line in come] == ["agenda-minutes: 7", "agenda-form: decision"]
    assert [line.partition(":")[0] for line in gone] == [line.partition(":")[0] for line in come]


def test_an_item_can_be_added_with_its_texts_in_both_languages(form: Form) -> None:
    before = form.text()
    form.tool()

    form.page.get_by_role("button", name="Tilføj punkt").first.click()
    empty = form.page.locator("[id^=id-field]:visible").evaluate_all("all => all.find(one => !one.value).id")
    row = form.page.locator(f"#{empty}").locator("xpath=../..")
    row.locator("input").first.fill("new-point")
    row.locator("textarea[lang=da]").first.fill("Et nyt punkt")
    row.locator("textarea[lang=sv]").first.fill("En ny punkt")
    form.save()

    wanted = ["      - id: new-point", "        text:", "          da: Et nyt punkt", "          sv: En ny punkt"]
    assert difference(before, form.text()) == ([], wanted)


def test_a_page_stays_as_it_is_but_for_what_is_typed(form: Form) -> None:
    form.open("pages-da/entries/om-os", ".kit-page")
    body = form.page.locator(".kit-page")
    expect(body).to_have_value(PAGE.partition("---\n")[2].partition("---\n")[2], timeout=PATIENCE)

    body.fill(body.input_value().replace("- [ ] et punkt", "- [ ] et andet punkt"))
    form.save()

    assert form.text("docs/da/om-os.md") == PAGE.replace("- [ ] et punkt", "- [ ] et andet punkt")
    assert form.page.locator("[role=textbox][contenteditable]").count() == 0


def test_the_form_speaks_swedish_too(form: Form) -> None:
    form.open("tools", "text=Værktøjer")

    form.page.get_by_role("button", name="Svenska").click()

    expect(form.page.get_by_text("Verktyg", exact=True).first).to_be_visible(timeout=PATIENCE)
    expect(form.page.get_by_text("Det ni sparar här")).to_be_visible()
    assert form.page.locator("html").get_attribute("lang") == "sv"


def test_a_municipality_writes_a_tool_of_its_own_and_its_page(browser: Browser, own_project: Path) -> None:
    (own_project / "local").mkdir()
    (own_project / "local/site.yml").write_text("build: [da]\n", encoding="utf-8")
    places = [*own_project.glob("tools/*.yml"), *own_project.glob("docs/**/*.md")]
    shared = {path: path.read_bytes() for path in places}

    with opened(browser, own_project) as form:
        form.open("tools/new", ".kit-languages")
        expect(form.page.locator("body")).not_to_contain_text("Styregruppe")
        form.box("da").nth(0).fill("Sundhedsdag på Åen")
        form.box("da").nth(1).fill("En dag for alle: også ”no”.")
        form.pick("Fase", "Planlægning")
        form.pick("Roller", "Koordinator")
        form.pick("Først skrevet", "Dansk")
        form.pick("Kontakt", "Specialkonsulent i Sundhed & Ældre, KL")
        form.page.locator("[id^=reviewed-field]").last.fill("2026-01-31")
        form.save()
        # The form goes to the place of what is new by itself.
        expect(form.page).to_have_url(re.compile("/tools/entries/"), timeout=PATIENCE)
        form.open("own-tool-pages-da/new", ".kit-page")
        form.pick("Værktøj", "Sundhedsdag på Åen")
        body = form.page.locator(".kit-page")
        body.fill("".join(f"{heading}\n\nTekst.\n\n" for heading in body.input_value().split("\n\n")))
        form.save()

    text = form.text("local/tools/x-sundhedsdag-pa-aen.yml")
    assert "title:\n  da: Sundhedsdag på Åen\n" in text and "  da: 'En dag for alle: også ”no”.'\n" in text
    assert form.text("local/docs/da/vaerktoejer/x-sundhedsdag-pa-aen.md").startswith(
        "---\ntool: x-sundhedsdag-pa-aen\n"
    )
    assert {path: path.read_bytes() for path in shared} == shared
    assert kit(own_project, "check").returncode == 0


def test_the_published_form_talks_to_its_forge_and_nobody_else(browser: Browser, own_project: Path) -> None:
    settings = own_project / "site.yml"
    lines = "repository: https://codeberg.org/kommune/tools\nadmin:\n  forge: forgejo\n  app: 3f2a\n"
    text = re.sub(r"^repository: .*\n", lines, settings.read_text(encoding="utf-8"), flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    done = kit(own_project, "admin", "--to", str(own_project / "alone"))
    assert done.returncode == 0, done.stderr

    with served(own_project) as address:
        context = browser.new_context(locale="sv-SE")
        context.add_init_script(WATCH)
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        forge: list[str] = []
        context.route(re.compile("^https?://(?!127)"), functools.partial(answered, forge))
        page.goto(f"{address}/alone/")
        page.get_by_role("button", name=re.compile("Forgejo")).click(timeout=PATIENCE)
        page.wait_for_url(re.compile("codeberg.org"), timeout=PATIENCE)
        context.close()

    assert [one.partition("?")[0] for one in forge] == ["https://codeberg.org/login/oauth/authorize"]
    assert "code_challenge_method=S256" in forge[0] and "client_id=3f2a" in forge[0]
    assert wrong == []
    html = (own_project / "alone/index.html").read_text(encoding="utf-8")
    assert 'name="robots" content="noindex"' in html
    assert f'content="{policy.form(["https://codeberg.org"]).replace(chr(39), "&#39;")}"' in html


def answered(asked: list[str], route: Route) -> None:
    asked.append(route.request.url)
    route.fulfill(status=200, content_type="text/html", body="<p>login</p>")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_the_site_has_no_form_unless_its_settings_ask_for_one(site: Path) -> None:
    names: Sequence[str] = [path.relative_to(site).as_posix() for path in site.rglob("*")]

    assert [name for name in names if name.startswith("admin") or "form-" in name.rpartition("/")[2]] == []
    assert "admin" not in (site / "_headers").read_text() + (site / ".htaccess").read_text()
