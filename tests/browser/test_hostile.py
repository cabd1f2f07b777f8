"""What somebody may send or leave behind to do harm, against the real page: links, files, and poisoned storage."""

from __future__ import annotations

import base64
import json
import os
import random
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_handover import act, answered, da, dialog, form, light, open_file, stored
from tests.browser.test_pages import TOO_WIDE, opened

pytestmark = pytest.mark.browser
TOOL, PLAN = "/da/vaerktoejer/styregruppe/", "/da/min-plan/"
NOW = "2026-11-22T01:00:00.000Z"
SCRIPT = "<img src=x onerror='window.__pwned=1'><script>window.__pwned=1</script>"
LINK = "javascript:window.__pwned=1"
TURNED = "\u202e\u2066gnp.exe\u200b\u0000\ufeff"
PLACE = "steering-group/set-up"
WATCH = """window.__pwned = undefined; window.__rejected = [];
    addEventListener('unhandledrejection', ({ reason }) => window.__rejected.push(String(reason)));
    for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => { window.__pwned = name; };"""
STATE = """() => [window.__pwned, window.__rejected.length, ({}).polluted, document.querySelectorAll('main img').length,
    document.querySelectorAll('.iv-dialog :is(img, script, a)').length]"""
UNHARMED = [None, 0, None, 0, 0]


def fragment(value: Any, *, raw: bytes | None = None) -> str:
    text = raw if raw is not None else (value if isinstance(value, str) else json.dumps(value)).encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return "#kit=" + base64.urlsafe_b64encode(deflate.compress(text) + deflate.flush()).decode().rstrip("=")


def saved(**more: Any) -> dict[str, Any]:
    return {"v": 1, "rev": "0", "at": NOW, "seen": [], "items": {}, **more}


def bundle(*projects: Any, **more: Any) -> dict[str, Any]:
    return {"format": "kit-answers", "v": 1, "made": NOW, "projects": list(projects), **more}


def project(name: str = "Sund by", place: str = PLACE, **answers: Any) -> dict[str, Any]:
    return {"name": name, "checklists": {place: saved(**answers)}}


def packed(name: str, *checklist: Any) -> list[Any]:
    """The bundle of a link: arrays in the order of its fields."""
    return [1, NOW, [[name, [[PLACE], [[1, "0", NOW, [], *checklist]]]]]]


def file(content: Any, name: str = "svar.json") -> dict[str, Any]:
    text = (
        content
        if isinstance(content, bytes)
        else (content if isinstance(content, str) else json.dumps(content)).encode()
    )
    return {"name": name, "mimeType": "application/json", "buffer": text}


@contextmanager
def reader(browser: Browser, address: str, path: str = TOOL) -> Iterator[Page]:
    """Somebody with answers of their own; they are unharmed in the end, and nothing has run."""
    with opened(browser, address + path) as page:
        page.on("dialog", lambda asked: pytest.fail(asked.message))
        page.add_init_script(WATCH)
        page.reload()
        if path == TOOL:
            light(page, "terms-written", "Delvist")
        before = stored(page)
        yield page
        assert page.evaluate(STATE) == UNHARMED
        assert stored(page) == before


random.seed(3)
LINKS = {
    "empty": "#kit=",
    "markup": f"#kit={SCRIPT}",
    "escapes": "#kit=%3Cscript%3E%E0%A4%A",
    "noise": "#kit=" + base64.urlsafe_b64encode(random.randbytes(900)).decode().rstrip("="),
    "huge": "#kit=" + "A" * 100_000,
    "bomb": fragment("", raw=b" " * 50_000_000),
    "bomb of answers": fragment(packed("x", [["a"], [["done", 0, "x" * 10_000_000]]])),
    "bad utf-8": fragment("", raw=b'"\xff\xfe\xc0\x80"'),
    "no json": fragment("<html>"),
    "deep": fragment("[" * 60_000),
    "deep and closed": fragment("[" * 30_000 + "]" * 30_000),
    "deep inside": fragment(f'[1,"{NOW}",[["x",[["a/b"],[[1,{"[" * 20_000 + "]" * 20_000}]]]]]]'),
    "object": fragment(bundle(project())),
    "prototype": fragment('{"__proto__":{"polluted":1}}'),
    "prototype as place": fragment([1, NOW, [["x", [["__proto__"], [[1, "0", NOW, [], [[], []]]]]]]]),
    "prototype as item": fragment(packed("x", [["__proto__"], [["done"]]])),
    "constructor as place": fragment([1, NOW, [["x", [["constructor"], [[1, "0", NOW, [], [[], []]]]]]]]),
    "markup as id": fragment(packed("x", [[SCRIPT], [["done"]]])),
    "number for text": fragment(packed("x", [["terms-written"], [["done", 0, 5]]])),
    "infinite rating": fragment(json.dumps(packed("x", [["a"], [[0, 6.5]]])).replace("6.5", "1e999")),
    "no such day": fragment(packed("x", [["terms-written"], [["done", 0, 0, 0, "2026-02-31"]]])),
    "unknown answer": fragment(packed("x", [["terms-written"], [["maybe"]]])),
    "same row twice": fragment(packed("x", [[], []], [["new-1", [[], []]], ["new-1", [[], []]]])),
    "nothing in it": fragment([1, NOW, []]),
    "no answers": fragment([1, NOW, [["x", [[], []]]]]),
    "too many projects": fragment([1, NOW, [["x", [[], []]]] * 3000]),
    "newer": fragment([2, NOW, {"new": True}]),
}


def test_each_hostile_link_is_refused_in_a_sentence(browser: Browser, address: str) -> None:
    said = {}
    with reader(browser, address) as page:
        for n, (name, link) in enumerate(LINKS.items()):
            page.goto(f"{address}{TOOL}?n={n}{link}")
            said[name] = answered(page).get_by_role("status").inner_text()
            assert dialog(page).locator("[data-action=take-in]").count() == 0, name
            assert "#" not in page.url
            assert page.evaluate(STATE) == UNHARMED, name

    assert said["newer"] == da("fault_newer")
    assert said["huge"] == said["bomb"] == said["bomb of answers"]
    assert said["bomb"] == da("fault_link_large")
    assert all(2 <= text.count(".") <= 3 and len(text) < 140 for text in said.values()), said


FILES = {
    "empty": b"",
    "bad utf-8": b'{"format":"\xff\xfe"}',
    "utf-16": json.dumps(bundle(project())).encode("utf-16"),
    "zip": b"PK\x03\x04" + os.urandom(500),
    "markup": f"<!doctype html>{SCRIPT}".encode(),
    "deep": b'{"a":' * 200_000,
    "deep arrays": b"[" * 2_000_000 + b"]" * 2_000_000,
    "too large": b'{"format":"kit-answers","x":"' + b"x" * (5 * 1024 * 1024) + b'"}',
    "array": [bundle(project())],
    "number": 1,
    "other format": bundle(project(), format="other"),
    "more keys": bundle(project(), more=SCRIPT),
    "no projects": bundle(),
    "projects as record": {**bundle(), "projects": {"length": 1}},
    "projects by the thousand": bundle(*[project()] * 3000),
    "places by the thousand": bundle({"name": "x", "checklists": {f"a/b{n}": saved() for n in range(1500)}}),
    "rows by the thousand": bundle(project(rows=[{"id": f"new-{n}", "cells": {}} for n in range(5000)])),
    "same row twice": bundle(project(rows=[{"id": "new-1", "cells": {}}] * 2)),
    "checklists as text": bundle({"name": "x", "checklists": "x" * 100_000}),
    "an example with words": bundle(
        project(place="steering-group/agenda", rows=[{"id": "a", "example": True, "cells": {"agenda-point": "x"}}])
    ),
    "places that lead away": bundle(project(place="../../projects")),
    "a project's id": bundle({**project(), "id": "first"}),
    "prototype": json.dumps(bundle(project())).replace('"items": {}', '"items": {"__proto__": {"polluted": 1}}'),
    "prototype in front": json.dumps(bundle(project())).replace("{", '{"__proto__":{"polluted":1},', 1),
    "array for answers": bundle(project(items=[])),
    "array for one": bundle(project(items={"terms-written": []})),
    "long": bundle(project(items={"terms-written": {"note": "x" * 10_001}})),
    "long name": bundle(project("x" * 301)),
    "day": bundle(project(day="2025-02-29")),
    "huge number": json.dumps(bundle(project(items={"a": {"rating": 0}}))).replace('"rating": 0', '"rating": 1e999'),
    "answer from later": bundle(project(v=2)),
    "newer": bundle(project(), v=2),
}


def test_each_hostile_file_is_refused_in_a_sentence(browser: Browser, address: str) -> None:
    said = {}
    with reader(browser, address) as page:
        for name, content in FILES.items():
            found = open_file(page, file(content))
            said[name] = found.get_by_role("status").inner_text()
            assert found.locator("[data-action=take-in]").count() == 0, name
            page.keyboard.press("Escape")

    assert said["newer"] == da("fault_newer")
    assert said["too large"] == da("fault_file_large")
    assert all(2 <= text.count(".") <= 3 and len(text) < 140 for text in said.values()), said


def nasty(text: str) -> dict[str, Any]:
    """Every field that takes text, with this in it."""
    short = text[:300]
    items = {
        "terms-written": {"answer": "none", "note": text, "owner": short, "due": "2026-11-30", "text": text},
        "constructor": {"value": text, "note": text, "text": text},
        "gone-long-ago": {"answer": "part", "owner": short, "text": text},
    }
    voices = [{"name": short, "ratings": {"politics": 3, "constructor": 5}}]
    cells = {"agenda-minutes": short, "agenda-point": text, "constructor": text}
    rows = [{"id": "new-1", "cells": cells}]
    return {
        "name": short,
        "organisation": short,
        "owner": short,
        "checklists": {
            PLACE: saved(items=items, name=short),
            "steering-group/agenda": saved(rows=rows),
            "political-mandate/strength": saved(
                items={"politics": {"rating": 2}},
                name=short,
                voices=voices,
                rounds=[{"date": "2026-01-01", "voices": voices}],
            ),
            "no-such-tool/at-all": saved(items={"a": {"value": text}}),
            "constructor/constructor": saved(items={"constructor": {"answer": "done"}}),
        },
    }


@pytest.mark.parametrize(
    "text", [SCRIPT, LINK, TURNED, "W" * 10_000, "\ud83d"], ids=["script", "link", "turned", "long", "half"]
)
@pytest.mark.parametrize("how", ["merge", "replace", "new"])
def test_what_is_let_in_is_text_and_nothing_else(browser: Browser, address: str, text: str, how: str) -> None:
    with opened(browser, address + TOOL, 360) as page:
        page.on("dialog", lambda asked: pytest.fail(asked.message))
        page.add_init_script(WATCH)
        page.reload()
        light(page, "raci-made", "På plads")
        before = stored(page)
        found = open_file(page, file(bundle(nasty(text))))
        found.locator(f"input[value={how}]").check()
        for one in found.locator("summary").all():
            one.click()
            found.locator("details[open]:last-of-type li").first.wait_for()
        assert stored(page) == before
        assert found.evaluate("one => one.scrollWidth <= one.clientWidth")
        assert page.evaluate(STATE) == UNHARMED
        if how == "merge":
            assert found.locator("bdi").count() > 5
        act(found, "take-in")
        assert found.locator("[data-action=undo-take-in]").is_visible()
        assert found.evaluate("one => one.scrollWidth <= one.clientWidth")
        kept = stored(page)
        for path in (TOOL, "/da/vaerktoejer/politisk-mandat/", PLAN):
            page.goto(address + path)
            assert page.evaluate(STATE) == UNHARMED, path
            assert page.evaluate(TOO_WIDE) == 0, path
            assert stored(page) == kept
        page.goto(address + TOOL)
        act(form(page), "share")
        assert dialog(page).evaluate("one => one.scrollWidth <= one.clientWidth")
        page.keyboard.press("Escape")
        with page.expect_download() as download:
            act(form(page), "save-file")
        again = json.loads(download.value.path().read_text(encoding="utf-8"))
        assert set(again["projects"][0]["checklists"]) == set(nasty(text)["checklists"])
        assert page.evaluate(STATE) == UNHARMED


ENTRIES = [
    "",
    "null",
    "{",
    "[]",
    "[" * 100_000,
    '"<img src=x onerror=window.__pwned=1>"',
    '{"v":2,"items":{}}',
    '{"__proto__":{"polluted":1}}',
    json.dumps(saved(items={"terms-written": {"answer": SCRIPT}})),
    json.dumps(saved(items=[])),
    json.dumps(saved(items={}, rows=[{"id": "a", "cells": {}}] * 2)),
    "x" * 1_000_000,
]
LISTS = [
    *ENTRIES[:8],
    '{"list":{}}',
    '{"list":[null,1,[],{"id":"first"}]}',
    json.dumps({"v": 1, "current": "../..", "list": [{"id": "first", "name": SCRIPT, "organisation": SCRIPT}]}),
    json.dumps({"v": 1, "current": "__proto__", "list": [{"id": "first", "name": "a"}, {"id": "first", "name": "b"}]}),
    json.dumps({"v": 1, "current": "first", "list": [{"id": "first", "name": "a", "organisation": {}, "owner": [1]}]}),
    json.dumps({"v": 1, "current": "first", "list": [{"id": "first", "name": "W" * 5000}]}),
    json.dumps({"v": 1, "current": "p7", "list": [{"id": f"p{n}", "name": f"{TURNED}{n}"} for n in range(2000)]}),
    json.dumps({"v": 9, "projects": "from later"}),
]
POISON = """([name, text]) => {
    localStorage.clear();
    localStorage.setItem('kit:/:first:steering-group/agenda', '{"v":7}');
    localStorage.setItem(`kit:/:${name}`, text);
}"""


@pytest.mark.parametrize("name", ["projects", f"first:{PLACE}", "palette", "told"])
def test_poisoned_storage_breaks_no_page_and_survives(browser: Browser, address: str, name: str) -> None:
    with opened(browser, address + TOOL) as page:
        page.on("dialog", lambda asked: pytest.fail(asked.message))
        page.add_init_script(WATCH)
        for text in LISTS if name == "projects" else ENTRIES:
            page.evaluate(POISON, [name, text])
            before = stored(page)
            for path in (TOOL, PLAN):
                page.goto(address + path)
                assert page.evaluate(STATE) == UNHARMED, text[:80]
                assert stored(page) == before, text[:80]
                assert page.evaluate(TOO_WIDE) == 0, text[:80]


def test_what_cannot_be_read_is_laid_aside_when_answers_come(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        page.evaluate(POISON, [f"first:{PLACE}", '{"v":2,"from":"later"}'])
        page.reload()
        found = open_file(page, file(bundle(project("", items={"terms-written": {"answer": "done"}}))))
        assert da("take_unreadable") in found.inner_text()
        act(found, "take-in")
        assert '{"v":2,"from":"later"}' in stored(page).values()
        assert '{"v":7}' in stored(page).values()


def test_two_links_at_once_and_a_link_on_any_page(browser: Browser, address: str) -> None:
    link = fragment(packed("Sund by", [["terms-written"], [["done"]]]))
    with reader(browser, address) as page:
        for path in (TOOL, PLAN, "/sv/verktyg/styrgrupp/"):
            page.goto(f"{address}{path}{link}")
            dialog(page).locator("[data-action=take-in]").wait_for()
            act(dialog(page), "close")
        page.goto(f"{address}/da/{link}")
        page.goto(f"{address}/404.html{link}")


def test_very_many_checklists_do_not_hold_up_the_page(browser: Browser, address: str) -> None:
    one = saved(items={"a": {"answer": "none"}})
    many = [{"name": f"Nr. {n}", "checklists": {f"a{n}/b{k}": one for k in range(300)}} for n in range(10)]
    with opened(browser, address + TOOL) as page:
        light(page, "raci-made", "På plads")
        before = stored(page)
        begun = time.monotonic()
        found = open_file(page, file(bundle(*many)))
        act(found, "take-in")
        found.locator("[data-action=undo-take-in]").wait_for()
        assert len(stored(page)) > 3000
        act(found, "undo-take-in")
        assert stored(page) == before
        # Each of them told to every part of the page took minutes.
        assert time.monotonic() - begun < 15


def test_rows_whose_numbers_are_driven_up_keep_what_is_written_below(browser: Browser, address: str) -> None:
    rows = [{"id": "new-999999999", "cells": {"agenda-point": "Velkomst"}}]
    with opened(browser, address + TOOL) as page:
        act(open_file(page, file(bundle(project("", "steering-group/agenda", rows=rows)))), "take-in")
        page.keyboard.press("Escape")
        points = form(page, "agenda").locator("[data-column=agenda-point] :is(textarea, input)")
        points.nth(1).fill("Vores første")
        points.nth(2).fill("Vores andet")
        page.reload()
        assert [points.nth(n).input_value() for n in range(3)] == ["Velkomst", "Vores første", "Vores andet"]


def test_a_column_called_as_a_field_hides_no_differences(browser: Browser, address: str) -> None:
    def answers(*cells: dict[str, str]) -> dict[str, Any]:
        rows = [{"id": f"new-{n}", "cells": one} for n, one in enumerate(cells, 1)]
        return file(bundle(project("", "steering-group/agenda", rows=rows)))

    with opened(browser, address + TOOL) as page:
        page.add_init_script(WATCH)
        page.reload()
        act(open_file(page, answers({"agenda-point": "A", "answer": "x"})), "take-in")
        page.keyboard.press("Escape")
        found = open_file(page, answers({"agenda-point": "A", "answer": "constructor"}, {"agenda-point": "Sidst"}))
        found.locator("summary").click()
        found.locator("li li", has_text="Sidst").wait_for()
        assert found.locator("li li", has_text="constructor").count() == 1


def test_names_that_turn_the_writing_turn_only_themselves(browser: Browser, address: str) -> None:
    items = {"terms-written": {"answer": "none", "owner": "Lars\u202e", "due": "2026-12-01"}}
    with opened(browser, address + TOOL) as page:
        act(open_file(page, file(bundle(project("Sund\u202e", items=items)))), "take-in")
        page.keyboard.press("Escape")
        assert "\u202e" not in page.locator(".iv-kept").first.inner_text()
        owner = form(page).locator("[data-item=terms-written] summary b").first
        assert owner.evaluate("one => getComputedStyle(one).unicodeBidi") == "isolate"


def test_a_large_entry_that_cannot_be_read_is_laid_aside(browser: Browser, address: str) -> None:
    with opened(browser, address + TOOL) as page:
        page.evaluate("place => localStorage.setItem(`kit:/:first:${place}`, 'x'.repeat(3_000_000))", PLACE)
        page.reload()
        light(page, "raci-made", "På plads")
        assert sorted(len(text) for text in stored(page).values())[-1] == 3_000_000
        page.reload()
        assert form(page).locator("[data-item=raci-made] input[value=done]").is_checked()


def test_a_link_opens_where_the_address_has_two_slashes(browser: Browser, address: str) -> None:
    link = fragment(packed("Sund by", [["terms-written"], [["done"]]]))
    with opened(browser, f"{address}/{TOOL}{link}") as page:
        dialog(page).locator("[data-action=take-in]").wait_for()
        assert page.url == f"{address}/{TOOL}"
