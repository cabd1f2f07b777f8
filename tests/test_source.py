"""What holds for every text, whatever somebody types."""

from __future__ import annotations

import datetime
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros import canonical, fields, plain, slips, survey
from macros.decoding import CONTROL, UNSEEN, has_odd_letters
from macros.digest import digest
from macros.model import Tool
from macros.naming import SINGULAR
from macros.problem import Problem
from macros.vocabulary import Vocabulary
from macros.yaml_reader import parse, scan
from tests import base_site

TODAY = datetime.date(2026, 11, 21)
TOOL, PAGE = "tools/steering-group.yml", "docs/da/vaerktoejer/styregruppe.md"
# What means something to YAML, to Markdown or to templates.
SIGNS = [
    *":#-?&*!|>'\"%@`{}[],<~ \n\t\\",
    ": ",
    " #",
    "- ",
    "? ",
    "{{",
    "}}",
    "{%",
    "{# ",
    "---\n",
    "...",
    "<<: ",
    "null",
    "](",
    "\r\n",
    "0x1F",
    "<!--",
    "```\n",
]
printable = st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"])
texts = st.lists(st.sampled_from(SIGNS[:-5]) | printable | st.text(printable, max_size=6), max_size=8).map("".join)
wild = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4), max_size=8).map("".join)
# What may not stand in a text, and what is nearly that.
FOUND = ["a@b.dk", "(at)", "[snabel-a]", "b.dk", "+45", "2030", "4050", "010190", "-1234", "ring ", "<b>", "{: ", "**"]
fast = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
# Each of these reads a whole site.
slow = settings(fast, max_examples=25)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return base_site.make(tmp_path_factory.mktemp("site"))


@given(text=texts)
@fast
def test_every_text_arrives_as_typed(text: str) -> None:
    written = f"title:\n  da: {canonical.quoted(text)}\n  sv: x\n"

    assert parse(written, TOOL).data == {"title": {"da": text, "sv": "x"}}
    assert parse(canonical.canonical(written, Tool, TOOL), TOOL).data["title"]["da"] == text


@st.composite
def edits(draw: st.DrawFn, text: str) -> str:
    """A text with something typed, and something deleted, at up to three places."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(wild) + text[start + draw(st.integers(0, 12)) :]
    return text


@pytest.mark.parametrize("file", [TOOL, PAGE, "tools/_vocabulary.yml", "site.yml"])
@given(data=st.data())
@slow
def test_every_slip_is_told_at_a_place_in_its_file(root: Path, file: str, data: st.DataObject) -> None:
    text = data.draw(edits(base_site.FILES[file]) | wild)

    _told_in_place(root, file, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("file", [TOOL, PAGE])
@given(raw=st.binary(max_size=60))
@slow
def test_no_bytes_are_too_odd(root: Path, file: str, raw: bytes) -> None:
    _told_in_place(root, file, raw)


@given(head=wild)
@slow
def test_no_front_matter_is_too_odd(root: Path, head: str) -> None:
    _told_in_place(root, PAGE, f"---\n{head}\n---\n## Formål\n".encode("utf-8", "surrogatepass"))


def _told_in_place(root: Path, file: str, raw: bytes) -> None:
    path = root / file
    path.write_bytes(raw)
    try:
        _, problems = survey.survey(root, TODAY)
    finally:
        path.write_text(base_site.FILES[file], encoding="utf-8")
    lines = raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        if problem.file == file:
            assert 1 <= problem.line <= len(lines), problem
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert "\n" not in problem.fault + problem.remedy, problem


values = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts.filter(bool), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(list(Tool.model_fields)) | st.from_regex("[a-z]{1,9}", fullmatch=True)
tools: st.SearchStrategy[dict[str, Any]] = st.dictionaries(keys, values, min_size=1, max_size=5)


@given(data=tools)
@fast
def test_canonical_form_loses_nothing_and_is_final(data: dict[str, Any]) -> None:
    typed = json.dumps(data, ensure_ascii=False)

    once = canonical.canonical(typed, Tool, TOOL)

    assert parse(once, TOOL).data == data
    assert canonical.canonical(once, Tool, TOOL) == once


@given(data=tools, space=st.sampled_from([" ", "\n", "\t ", "\u00a0", "  "]))
@fast
def test_a_digest_overlooks_how_it_is_written(data: dict[str, Any], space: str) -> None:
    reordered = dict(reversed(data.items()))

    assert digest(reordered) == digest(data)
    assert digest(_rewritten(data, space)) == digest(data)


@given(one=tools, other=tools)
@fast
def test_a_digest_sees_every_other_change(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (digest(one) == digest(other)) == (_plain(one) == _plain(other))
    assert digest([one, "x"]) != digest(["x", one])


def _rewritten(value: Any, space: str) -> Any:
    """The same with other spaces around and within texts, and accents written apart."""
    if isinstance(value, str):
        return unicodedata.normalize("NFD", space + space.join(value.split()) + space)
    if isinstance(value, dict):
        return {key: _rewritten(part, space) for key, part in value.items()}
    return [_rewritten(part, space) for part in value] if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value


def test_a_file_that_something_was_pasted_into_is_told_at_once(tmp_path: Path) -> None:
    page = "docs/da/vaerktoejer/styregruppe.md"
    root = base_site.make(tmp_path, {page: base_site.FILES[page] + "x" * 1_000_000})

    _, problems = survey.survey(root, datetime.date(2026, 11, 21))

    assert f"{page}:1:1: the file is larger than a megabyte" in str(problems[0])


def test_a_comment_at_the_end_of_a_list_stays_there() -> None:
    typed = "checklists:\n  - id: set-up\n    kind: checklist\n    # last\n  # of all\ntitle:\n  da: x\n# end\n"

    made = canonical.canonical(typed, Tool, TOOL)

    assert made == (
        "title:\n  da: x\nchecklists:\n  - id: set-up\n    kind: checklist\n    # last\n  # of all\n# end\n"
    )
    assert canonical.canonical(made, Tool, TOOL) == made


def test_what_stands_in_a_list_of_the_vocabulary_has_a_name() -> None:
    lists = {key for _, key in fields.keys(Vocabulary)} - {"retired"}

    assert lists - SINGULAR.keys() == set()


def test_a_file_may_end_behind_a_key_without_a_line_end() -> None:
    text = "title:\n  da: Politisk mandat\nsynonyms:\n  da:"

    assert canonical.canonical(text, Tool, TOOL).endswith("synonyms:\n  da:\n")


@given(st.lists(st.sampled_from([*FOUND, " ", ".", "](", "a", "1"]) | st.text(max_size=3), max_size=6).map("".join))
@example("a [snabel-a] b.dk")
@example("a (at) b.dk")
@example("ring 20 30 40 50")
def test_in_a_plain_text_nothing_is_found(text: str) -> None:
    assert not plain.is_plain(text) or not [*plain.markup(text), *plain.personal(text)]
    assert plain.may_be_personal(f"a\n{text}\n") or not [*plain.personal(text)]


def test_places_that_are_noted_at_once_are_those_that_are_found_later() -> None:
    text = base_site.TOOL
    marks, every = scan(text, "a.yml").marks, scan(text, "a.yml").marks
    found = {loc: mark for loc, mark in every.items() if len(loc) <= 3}

    assert {loc: marks[loc] for loc in found} == found
    assert max(map(len, every)) > 5


def test_what_is_quoted_over_several_lines_is_told_on_one() -> None:
    problem = Problem("a.yml", 1, 1, "no phase is called `mandate\n- director`")

    assert str(problem) == "a.yml:1:1: no phase is called `mandate - director`"


def test_letters_that_nobody_sees_and_odd_spaces_are_all_suspected() -> None:
    letters = "".join(map(chr, range(0x110000)))
    odd = [one for kind in (CONTROL, UNSEEN, slips.ODD_SPACE) for one in kind.findall(letters)]

    assert len(odd) > 80
    assert all(map(has_odd_letters, odd))
    assert not has_odd_letters("Første møde:\n  – “ja”\n")
