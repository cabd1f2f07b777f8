"""The form's own side: what it offers, what it lets in, and what it writes."""

from __future__ import annotations

import datetime
import http.client
import json
import os
import re
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from macros import canonical, policy, survey
from macros.admin import config, files, publishing, trial
from macros.admin.protocol import ACTIONS, answer
from macros.admin.saving import Desk, Refused
from macros.admin.server import Server
from macros.content import Content
from macros.front import Front
from macros.model import Assessment, Checklist, Example, Item, Table, Tool, Worksheet
from macros.problem import ContentError
from tests.base_site import FILES, SITE, TOOL, make
from tests.conftest import ROOT, TODAY

DAY = datetime.date.fromisoformat(TODAY)
FILE = "tools/steering-group.yml"
# In canonical form, and with the comments that an editor may have left.
TEXT = "# Aftalt med Region Syd.\n" + canonical.canonical(TOOL, Tool, FILE).replace(
    "        text:\n", "        # det vigtigste\n        text:\n"
)
OWN_TOOL = TEXT.replace("  - political-mandate\norigin", "  - steering-group\norigin")
LOCAL = "build: [da]\n"
FORGES: Mapping[str, tuple[str, str]] = {
    "github": ("https://github.com/kommune/tools", "login: https://login.example"),
    "gitlab": ("https://gitlab.example/group/sub/tools", "app: 3f2a"),
    "gitea": ("https://git.example/at/kommune/tools", "app: 3f2a"),
    "forgejo": ("https://codeberg.org/kommune/tools", "app: 3f2a"),
}


def desk(root: Path, **more: str) -> Desk:
    return Desk(make(root, {FILE: TEXT, **more}), DAY)


def fork(root: Path, more: Mapping[str, str] | None = None) -> Desk:
    return Desk(make(root, {"local/site.yml": LOCAL, FILE: TEXT, **(more or {})}), DAY)


def sent(text: str, base: str = TEXT) -> str:
    return f"{base}\0{text}"


def settings(root: Path, lang: str = "da") -> dict[str, Any]:
    return config.config(survey.load(root, DAY), lang, "/t/api")


def every(fields: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in fields:
        yield field
        yield from every([*field.get("fields", ()), *field.get("types", ())])


def published(root: Path, forge: str) -> Content:
    repository, more = FORGES[forge]
    site = f"{SITE}repository: {repository}\nadmin:\n  forge: {forge}\n  {more}\n"
    return survey.load(make(root, {"site.yml": site}), DAY)


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_every_field_is_said_in_the_language_of_the_form(tmp_path: Path, lang: str) -> None:
    found = settings(make(tmp_path), lang)
    words = config.entries()

    unsaid = [one["name"] for form in found["formats"].values() for one in every(form) if "label" not in one]
    hidden = ("1", "3", "5", *("aliases", "retired", "translated_from"))
    bare = {one["name"] for form in found["formats"].values() for one in every(form) if one.get("label") == one["name"]}

    assert unsaid == [] and bare <= set(hidden)
    assert [key for key, text in words.items() if not text.root.get("da") or not text.root.get("sv")] == []


def test_no_word_of_the_form_is_without_use(tmp_path: Path) -> None:
    said = json.dumps([settings(make(tmp_path / lang), lang) for lang in ("da", "sv")], ensure_ascii=False)
    said += json.dumps(settings(fork(tmp_path / "fork").root), ensure_ascii=False)
    said += json.dumps(config.config(published(tmp_path / "published", "gitlab"), "da"), ensure_ascii=False)

    unused = [key for key, text in config.entries().items() if text.in_("da").partition("{")[0] not in said]

    assert unused == ["form_no_script"]


@pytest.mark.parametrize("model", [Tool, Front, Checklist, Assessment, Worksheet, Table, Item, Example])
def test_the_form_has_each_key_of_the_model_in_its_order(tmp_path: Path, model: type[BaseModel]) -> None:
    formats = settings(make(tmp_path))["formats"].values()
    keys = [info.alias or name for name, info in model.model_fields.items()]
    forms = [[one["name"] for one in fields if one["name"] != "body"] for fields in groups(formats)]

    assert keys in forms


def groups(formats: Any) -> Iterator[list[dict[str, Any]]]:
    for fields in formats:
        yield fields
        yield from (one["fields"] for one in every(fields) if "fields" in one)


def test_what_names_something_else_is_picked_from_a_list(tmp_path: Path) -> None:
    fields = {one["name"]: one for one in every(settings(make(tmp_path))["formats"]["tool"])}
    picked = {name: [option["value"] for option in fields[name].get("options", ())] for name in fields}

    assert picked["phase"] == ["mandate", "plan"]
    assert picked["roles"] == ["coordinator", "director"]
    assert picked["obstacles"] == ["no-decision"]
    assert picked["related"] == picked["helps"] == ["political-mandate", "steering-group"]
    assert picked["contact"] == ["prevention"]
    assert picked["origin"] == ["da", "sv"]
    assert fields["phase"]["options"][1]["label"] == "Planlægning"


def test_a_municipality_is_offered_its_own_files_only(tmp_path: Path) -> None:
    found = settings(fork(tmp_path).root)["decap"]["collections"]

    assert [one["folder"] for one in found] == ["local/tools", "local/docs/da", "local/docs/da/vaerktoejer"]
    assert [one["slug"] for one in found] == ["x-{{fields.title.da}}", "{{fields.title}}", "{{fields.tool}}"]
    assert "kit local edit" in settings(tmp_path)["note"]


def test_the_page_of_a_tool_keeps_its_tool(tmp_path: Path) -> None:
    found = settings(make(tmp_path))["decap"]["collections"]

    fields = [field for one in found for file in one["files"] for field in file.get("fields", ())]
    assert {field["required"] for field in fields if field["name"] == "tool"} == {True}
    assert {field["required"] for field in fields if field["name"] == "body"} == {False}


def test_no_sign_of_a_file_is_shown_as_a_word(tmp_path: Path) -> None:
    said = [settings(make(tmp_path / "shared")), settings(fork(tmp_path / "fork").root)]

    assert [one for one in said if "`" in json.dumps([one["note"], one["decap"]])] == []


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_on_this_machine_the_form_saves_and_elsewhere_it_publishes(tmp_path: Path, lang: str) -> None:
    button = "editor.editorToolbar.publish"

    here = settings(make(tmp_path / "here"), lang)["phrases"]
    there = config.config(published(tmp_path / "there", "gitlab"), lang)["phrases"]

    assert here[button] == {"da": "Gem", "sv": "Spara"}[lang] and button not in there
    assert not [key for key in here | there if key.startswith("local.")]


def test_a_changed_text_is_one_line_of_the_file(tmp_path: Path) -> None:
    form = desk(tmp_path)
    text = TEXT.replace("Mindst ét medlem råder over et budget", '"Mindst ét medlem har et budget: ”no” 😀"')

    form.save(FILE, sent(text))

    before, after = TEXT.split("\n"), (tmp_path / FILE).read_text("utf-8").split("\n")
    assert [line for line in before if line not in after] == ["          da: Mindst ét medlem råder over et budget"]
    assert [line for line in after if line not in before] == ["          da: 'Mindst ét medlem har et budget: ”no” 😀'"]


def test_what_is_saved_is_in_canonical_form_with_its_comments(tmp_path: Path) -> None:
    form = desk(tmp_path)
    odd = TEXT.replace("roles:\n  - coordinator", 'roles: ["coordinator"]').replace("da: Styregruppe", 'da: "no"')

    form.save(FILE, sent(odd))

    assert (tmp_path / FILE).read_text("utf-8") == TEXT.replace("da: Styregruppe", "da: no")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("phase: mandate", "phase: mandat", "no phase is called `mandat`"),
        ("          da: Mindst", "          daa: Mindst", "`daa` is not a language of this site"),
        ("        helps:", "        hlep:", "`hlep` is not a known key"),
        ("  da: Styregruppe", "  da: Ring til 33 70 33 70, styregruppe", "phone"),
        ("title:\n", "title:\n  da: Styregruppe\n", "stands twice"),
    ],
)
def test_what_the_check_would_refuse_is_refused_in_its_words(tmp_path: Path, old: str, new: str, fault: str) -> None:
    form = desk(tmp_path / "form")
    text = TEXT.replace(old, new, 1)
    _, told = survey.survey(make(tmp_path / "check", {FILE: text}), DAY)

    with pytest.raises(Refused, match=re.escape(fault)) as refused:
        form.save(FILE, sent(text))

    assert str(refused.value) == "\n".join(str(problem) for problem in told if problem.level == "error")
    assert (tmp_path / "form" / FILE).read_text("utf-8") == TEXT
    assert list((tmp_path / "form/tools").glob(".*")) == []


def refusal(form: Desk, file: str, text: str, base: str = "") -> list[tuple[object, ...]]:
    """Return where the faults of what was refused lie: file or steps, and line."""
    with pytest.raises(Refused) as refused:
        form.save(file, sent(text, base))
    return [(one.get("loc", one["file"]), one.get("line")) for one in refused.value.faults]


def test_a_fault_is_told_by_its_field(tmp_path: Path) -> None:
    form = desk(tmp_path)
    item = ("checklists", 0, "items", 0)
    found = [
        refusal(form, FILE, TEXT.replace(old, new, 1), TEXT)
        for old, new in (
            ("  da: Styregruppe", "  da: Ring til 33 70 33 70"),
            ("          da: Mindst", "          da: <b>Mindst"),
            ("          da: Mindst", "          da: Usynlig\u200b"),
            ("      - id: right-level", "      - id: set-up"),
            ("reviewed: 2026-11-21", "reviewed: 2036-11-21"),
        )
    ]

    assert found == [
        [(("title", "da"), None)],
        [((*item, "text", "da"), None)],
        [((*item, "text", "da"), None)],
        [(item, None)],
        [(("reviewed",), None)],
    ]


def test_a_fault_in_a_page_is_told_by_its_field_or_by_the_line_of_its_text(tmp_path: Path) -> None:
    form = desk(tmp_path)
    page = "---\ntitle: Om os\npair: about-us\nonly: da\n---\nTekst.\n\nSe [her](mangler.md).\n"

    assert refusal(form, "docs/da/om-os.md", page) == [(("body",), 3)]
    wrong = page.replace("only: da", "only: xx").replace("mangler.md", "https://kommune.example")
    assert refusal(form, "docs/da/om-os.md", wrong) == [(("only",), None)]


def test_a_fault_in_another_file_is_told_by_its_line(tmp_path: Path) -> None:
    page = FILES["docs/da/vaerktoejer/styregruppe.md"]
    line = page[: page.index('checklist("set-up")')].count("\n") + 1
    form = desk(tmp_path)

    found = refusal(form, FILE, TEXT.replace("id: set-up", "id: begin"), TEXT)

    assert ("docs/da/vaerktoejer/styregruppe.md", line) in found


def test_every_sentence_that_the_form_says_otherwise_is_one_of_the_check(tmp_path: Path) -> None:
    files = [*(ROOT / "macros").rglob("*.py"), *(ROOT / "tests/cases").glob("*.yml")]
    said = "\n".join(path.read_text("utf-8") for path in files)

    patterns = {one: re.sub(r"\\\{\w+\\\}", ".+", re.escape(one)) for one in settings(make(tmp_path))["sentences"]}

    assert [one for one, pattern in patterns.items() if not re.search(pattern, said)] == []


def test_a_fault_that_was_there_before_keeps_nobody_from_saving(tmp_path: Path) -> None:
    form = desk(tmp_path, **{"tools/political-mandate.yml": FILES["tools/political-mandate.yml"] + "odd: 1\n"})
    text = TEXT.replace("Styregruppe", "Styregruppen")

    form.save(FILE, sent(text))

    assert (tmp_path / FILE).read_text("utf-8") == text


def test_what_somebody_else_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    form = desk(tmp_path)
    theirs = TEXT.replace("Styrgrupp", "Styrgruppen")
    (tmp_path / FILE).write_text(theirs, "utf-8")

    with pytest.raises(Refused, match="has changed since you opened it"):
        form.save(FILE, sent(TEXT.replace("Styregruppe", "Gruppe")))

    assert (tmp_path / FILE).read_text("utf-8") == theirs


def test_the_same_page_can_save_again_and_again(tmp_path: Path) -> None:
    form = desk(tmp_path)

    for title in ("Gruppen", "Gruppe", "En gruppe"):
        form.save(FILE, sent(TEXT.replace("Styregruppe", title)))

    assert "da: En gruppe" in (tmp_path / FILE).read_text("utf-8")
    (tmp_path / FILE).write_text(TEXT.replace("Styregruppe", "Andres"), "utf-8")
    with pytest.raises(Refused, match="has changed since"):
        form.save(FILE, sent(TEXT.replace("Styregruppe", "Min")))


def test_a_disk_that_is_full_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = desk(tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        form.save(FILE, sent(TEXT.replace("Styregruppe", "Gruppe")))

    assert (tmp_path / FILE).read_text("utf-8") == TEXT
    assert list((tmp_path / "tools").glob(".*")) == []


def test_an_id_of_a_release_cannot_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = desk(tmp_path)
    released(monkeypatch, {FILE: TEXT})

    with pytest.raises(Refused, match="the id `right-level` was in v1"):
        form.save(FILE, sent(TEXT.replace("right-level", "level")))


def test_an_address_of_a_release_cannot_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    about = "---\ntitle: Om os\npair: about-us\nonly: da\nredirect_from:\n  - om\n---\nTekst.\n"
    form = desk(tmp_path, **{"docs/da/om-os.md": about})
    released(monkeypatch, {"docs/da/om-os.md": about})

    found = refusal(form, "docs/da/om-os.md", about.replace("- om\n", "- om-jer\n"), about)

    assert found == [(("redirect_from",), None)]


def released(monkeypatch: pytest.MonkeyPatch, files: Mapping[str, str]) -> None:
    """Let the last release have had files that were changed since."""
    told = {"describe": "v1.0.0\n", "diff": "\n".join(files)}
    monkeypatch.setattr("macros.overlay.lost.git", lambda root, command, *more: told[command])
    monkeypatch.setattr("macros.overlay.lost.texts", lambda *asked: files)


@pytest.mark.parametrize(
    "file",
    [
        "site.yml",
        "macros/words.yml",
        "tools/_vocabulary.yml",
        "tools/../site.yml",
        "../tools/steering-group.yml",
        "/tools/steering-group.yml",
        "tools\\steering-group.yml",
        "docs/da/../../site.yml",
        "docs/da/.hidden.md",
        "docs/da/side.html",
        "docs/index.md",
        "local/site.yml",
        "local/tools/steering-group.yml",
        "local/tools/steering-group.patch.yml",
        "local/overrides/main.html",
        "local/docs/da/steering-group.sections.yml",
        "tools/steering-group.yml\n",
    ],
)
def test_nothing_is_read_or_written_elsewhere(tmp_path: Path, file: str) -> None:
    form = desk(tmp_path)

    with pytest.raises(Refused):
        form.read(file)
    with pytest.raises(Refused):
        form.save(file, "\0x: y\n")


def test_no_link_leads_out_of_the_project(tmp_path: Path) -> None:
    form = desk(tmp_path / "project")
    (tmp_path / "secret.md").write_text("hemmeligt", "utf-8")
    (tmp_path / "project/docs/da/link.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "project/docs/da/ud").symlink_to(tmp_path, target_is_directory=True)

    for file in ("docs/da/link.md", "docs/da/ud/secret.md"):
        with pytest.raises(Refused):
            form.read(file)


def test_in_a_fork_what_is_shared_is_changed_elsewhere(tmp_path: Path) -> None:
    form = fork(tmp_path)

    with pytest.raises(Refused, match="Change it with `kit local edit`"):
        form.save(FILE, sent(TEXT.replace("Styregruppe", "Gruppe")))
    form.save("local/tools/x-day.yml", sent(OWN_TOOL.replace("Styregruppe", "Dag"), ""))
    form.save(
        "local/docs/da/vaerktoejer/x-day.md", sent("---\ntool: x-day\n---\n## Formål {: #purpose }\n\nEn dag.\n", "")
    )

    assert {problem.level for problem in survey.survey(tmp_path, DAY)[1]} <= {"hint", "gap"}
    assert (tmp_path / FILE).read_text("utf-8") == TEXT


def test_a_trial_leaves_nothing_behind(tmp_path: Path) -> None:
    root = desk(tmp_path).root

    found = trial.faults(root, {FILE: TEXT.replace("phase: mandate", "phase: x")}, DAY)

    assert [problem.fault for problem in found] == ["no phase is called `x`"]
    assert list((root / ".cache").iterdir()) == []


def test_the_form_is_answered_as_decap_asks(tmp_path: Path) -> None:
    form = fork(tmp_path, {"local/tools/x-day.yml": OWN_TOOL, "local/tools/steering-group.patch.yml": "ops: []\n"})
    entry = {"path": "local/tools/x-day.yml", "slug": "x-day", "raw": sent(OWN_TOOL.replace("Ejer", "Ejer"), OWN_TOOL)}

    listed: Any = answer(
        form, {"action": "entriesByFolder", "params": {"folder": "local/tools", "extension": "yml", "depth": 1}}
    )
    saved = answer(form, {"action": "persistEntry", "params": {"dataFiles": [entry], "assets": []}})

    assert [one["file"]["path"] for one in listed] == ["local/tools/x-day.yml"]
    assert listed[0]["data"] == OWN_TOOL
    assert saved == {"message": "entry persisted"}
    assert answer(form, {"action": "getMedia", "params": {"mediaFolder": "docs"}}) == []


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"action": "unpublishedEntries"},
        {"action": "getEntry"},
        {"action": "getEntry", "params": []},
        {"action": "getEntry", "params": {"path": "site.yml"}},
        {"action": "entriesByFolder", "params": {"folder": "..", "extension": "yml"}},
        {"action": "entriesByFolder", "params": {"folder": "macros", "extension": "py"}},
        {"action": "entriesByFiles", "params": {"files": ["x"]}},
        {"action": "persistEntry", "params": {}},
        {"action": "persistEntry", "params": {"dataFiles": [{"path": FILE, "raw": "x", "newPath": "y"}]}},
        {"action": "persistEntry", "params": {"dataFiles": [{"path": FILE, "raw": "x"}], "assets": [{}]}},
        {"action": "deleteFiles", "params": {"paths": [FILE]}},
        {"action": "persistMedia", "params": {"asset": {"path": "docs/da/x.png", "content": ""}}},
    ],
)
def test_what_is_no_question_of_the_form_is_refused(tmp_path: Path, asked: object) -> None:
    form = desk(tmp_path)

    with pytest.raises(Refused):
        answer(form, asked)

    assert (tmp_path / FILE).read_text("utf-8") == TEXT
    assert "deleteEntry" not in ACTIONS


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server with a token; its one file is named as the page is."""
    running = Server(0, "token", desk(tmp_path), lambda name: {"index.html": "<p>form</p>"})
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


def ask(server: Server, path: str, body: object = None, **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection(server.authority, timeout=10)
    own = {"Origin": f"http://{server.authority}", "Content-Type": "application/json"} if body is not None else {}
    wanted = {**own, **{name.replace("_", "-"): value for name, value in headers.items()}}
    data = json.dumps(body) if body is not None else None
    connection.request("POST" if data else "GET", path, data, {name: value for name, value in wanted.items() if value})
    reply = connection.getresponse()
    found = reply.status, reply.headers, reply.read().decode()
    connection.close()
    return found


INFO = {"action": "info"}


def test_the_page_is_served_with_its_own_policy_on_this_machine_only(server: Server) -> None:
    status, headers, body = ask(server, "/token/")

    assert (status, body) == (200, "<p>form</p>")
    assert server.server_address[0] == "127.0.0.1"
    assert headers["Content-Security-Policy"] == f"{policy.form()}; frame-ancestors 'none'"
    assert headers["X-Robots-Tag"] == "noindex" and headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
    assert ask(server, "/token/api", INFO)[0] == 200


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("/", None, {}, 403),
        ("/other/", None, {}, 403),
        ("/token/", None, {"Host": "evil.example"}, 403),
        ("/token/../site.yml", None, {}, 404),
        ("/token/site.yml", None, {}, 404),
        ("/other/api", INFO, {}, 403),
        ("/token/api", INFO, {"Origin": "https://evil.example"}, 403),
        ("/token/api", INFO, {"Origin": "null"}, 403),
        ("/token/api", INFO, {"Origin": ""}, 403),
        ("/token/api", INFO, {"Host": "localhost:1"}, 403),
        ("/token/api", INFO, {"Content_Type": "text/plain"}, 400),
        ("/token/api", INFO, {"Content_Length": "99999999999"}, 400),
        ("/token/api", "x", {}, 422),
        ("/token/else", INFO, {}, 403),
    ],
)
def test_nobody_else_is_answered(
    server: Server, path: str, body: object, headers: Mapping[str, str], status: int
) -> None:
    found, sent_headers, said = ask(server, path, body, **headers)

    assert found == status
    assert list(json.loads(said)) == ["error"]
    assert "Access-Control-Allow-Origin" not in sent_headers


@pytest.mark.parametrize("forge", FORGES)
def test_the_published_form_names_its_forge_and_nobody_else(tmp_path: Path, forge: str) -> None:
    found = published(tmp_path, forge)
    told = publishing.backend(found.site)
    hosts = publishing.hosts(found.site)
    expected = {
        "github": {"repo": "kommune/tools", "base_url": "https://login.example", "auth_endpoint": "auth"},
        "gitlab": {"repo": "group/sub/tools", "base_url": "https://gitlab.example", "auth_type": "pkce"},
        "gitea": {"repo": "kommune/tools", "api_root": "https://git.example/at/api/v1"},
        "forgejo": {"repo": "kommune/tools", "api_root": "https://codeberg.org/api/v1"},
    }

    assert told == {**told, **expected[forge], "name": forge, "branch": "main"}
    assert len(hosts) == 1 and re.findall(r"https?://[^ ;]+", policy.form(hosts)) == [hosts[0]] * 2
    assert config.config(found, "da")["local"] == ""
    assert publishing.mode(found.site) == ("simple" if forge == "gitea" else "editorial_workflow")


@pytest.mark.parametrize(
    ("admin", "repository", "fault"),
    [
        ("forge: github", "https://github.com/a/b", "site.yml:19:3: `login` is missing"),
        ("forge: gitlab", "https://gitlab.com/a/b", "`app` is missing"),
        ("forge: gitlab\n  app: x\n  login: https://a.example", "https://gitlab.com/a/b", "`login` says nothing"),
        ("forge: gitlab\n  app: x", "https://gitlab.com/a", "does not know which project"),
        ("forge: gitlab\n  app: x", "http://gitlab.com/a/b", "does not know which project"),
        ("forge: svn", "https://gitlab.com/a/b", "`svn`"),
        ("forge: github\n  login: https://a.example; script-src *", "https://github.com/a/b", "login"),
    ],
)
def test_what_the_published_form_lacks_is_said(tmp_path: Path, admin: str, repository: str, fault: str) -> None:
    root = make(tmp_path, {"site.yml": f"{SITE}repository: {repository}\nadmin:\n  {admin}\n"})

    with pytest.raises(ContentError) as told:
        survey.load(root, DAY)

    assert fault.rpartition(":")[2].strip() in str(told.value)


def test_each_folder_has_one_policy_in_the_headers_file(tmp_path: Path) -> None:
    form = policy.form_headers(["https://git.example"])
    text = policy.headers_file(["da", "sv"], form)
    rules = re.findall(r"^(/\S*)$", text, re.MULTILINE)

    assert len(rules) == len(set(rules)) and "/*" not in rules
    assert (
        f"/admin/*\n  Content-Security-Policy: {policy.form(['https://git.example'])}; frame-ancestors 'none'\n" in text
    )
    assert "admin" not in policy.headers_file(["da", "sv"])
    assert "admin/*'\">" in policy.htaccess("https://a.example/x/", ["da"], form)


def test_what_is_not_set_up_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Run `make admin` once"):
        files.decap(tmp_path)


def test_decap_is_locked_alone_with_its_hash(tmp_path: Path) -> None:
    lock = json.loads((ROOT / "requirements/form/package-lock.json").read_text("utf-8"))

    assert list(lock["packages"]) == ["", "node_modules/decap-cms"]
    assert lock["packages"]["node_modules/decap-cms"]["integrity"].startswith("sha512-")
    assert "http" not in json.dumps(lock)
