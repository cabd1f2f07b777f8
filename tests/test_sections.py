"""What a municipality changes in the sections of a page, and what it is told when we move beneath it."""

from __future__ import annotations

import datetime
import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from macros import passages, survey
from macros.canonical import canonical
from macros.digest import digest
from macros.fences import unfenced
from macros.front import Front
from macros.headings import headings
from macros.overlay import sections
from macros.overlay.body import cut, with_lines
from macros.overlay.finding import State
from macros.overlay.laying import lay
from macros.overlay.section_ops import Sections
from macros.overlay.sections import Laid
from macros.pages import Page
from macros.problem import ContentError
from macros.settings import load as site_of
from macros.yaml_reader import parse
from tests import base_site
from tests.conftest import kit
from tests.test_serve import eventually, served, text_of

TODAY = datetime.date(2026, 11, 21)
FILE, OWN = "docs/da/vaerktoejer/styregruppe.md", "local/docs/da/steering-group.sections.yml"
BODY = """\
Først.

## Formål {: #purpose .big }

Hvorfor vi
mødes.

### Mål {: #goals }

Et mål.

## Tid {: #time }

En time.

## Trin {: #steps }

1. Gør det.
"""
FRONT = "---\ntool: steering-group\n---\n"
# What means something to Markdown, to YAML or to templates.
PIECES = [
    "# ",
    "## ",
    "### A {: #a }",
    "- ",
    "\n",
    "\n\n",
    "    ",
    "a",
    "b ",
    "===",
    "---",
    "```",
    "<!--",
    "-->",
    "{{",
    "|",
]
markdown = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
fast = settings(max_examples=200)


def make(root: Path, ops: str, body: str = BODY) -> Path:
    """Make the small site with a page of several sections, and changes of it."""
    own = {OWN: f"ops:\n{textwrap.indent(textwrap.dedent(ops), '  ')}"} if ops else {}
    return base_site.make(root, {FILE: FRONT + body, "docs/sv/verktyg/styrgrupp.md": FRONT + body, **own})


def laid(root: Path, ops: str, body: str = BODY) -> Laid:
    return sections.load(make(root, ops, body), "da")


def page_of(found: Laid) -> Page:
    return next(page for page in found.pages if page.file == FILE)


def body_of(found: Laid) -> str:
    assert found.problems == []
    return page_of(found).body


def states(found: Laid) -> list[State]:
    return [finding.state for finding in found.findings]


def base(id: str, body: str = BODY) -> str:
    return next(one.digest for one in cut(page(body)) if one.heading and one.heading.id == id)


def page(body: str) -> Page:
    lines = tuple(unfenced(body))
    found = tuple(headings(lines, 1))
    return Page("da", FILE, "styregruppe.md", Front(), parse("a: b", FILE), body, 1, found, lines)


def test_a_replaced_section_keeps_its_heading_and_its_neighbours(tmp_path: Path) -> None:
    found = laid(tmp_path, f"- {{op: replace, id: time, text: To timer., base: {base('time')}}}")

    assert body_of(found) == BODY.replace("En time.", "To timer.")
    assert states(found) == ["current"]


def test_a_heading_gets_other_words_and_keeps_its_id(tmp_path: Path) -> None:
    found = laid(tmp_path, "- {op: replace, id: purpose, heading: Derfor, text: Vi ses.}")

    assert "\n## Derfor {: #purpose .big }\n\nVi ses.\n\n## Tid" in body_of(found)


def test_sections_of_ones_own_stand_in_front_of_and_behind_others(tmp_path: Path) -> None:
    ops = """\
        - {op: after, id: time, section: x-b, heading: B, text: b}
        - {op: before, id: time, section: x-a, heading: A, text: a}
        - {op: after, id: time, section: x-c, heading: C, text: c}
        - {op: after, id: x-a, section: x-d, heading: D, text: d}
        - {op: after, id: steps, section: x-e, heading: E, text: e}
        """

    found = laid(tmp_path, ops)

    ids = [heading.id for heading in page_of(found).headings if heading.level == 2]
    assert ids == ["purpose", "x-a", "x-d", "time", "x-b", "x-c", "steps", "x-e"]
    assert states(found) == ["current"] * 5
    assert body_of(found).endswith("1. Gør det.\n\n## E {: #x-e }\n\ne\n")


def test_a_section_stands_beside_one_that_is_taken_away(tmp_path: Path) -> None:
    ops = f"""\
        - {{op: remove, id: time, base: {base("time")}}}
        - {{op: after, id: time, section: x-a, heading: A, text: a}}
        """

    found = laid(tmp_path, ops)

    assert "Et mål.\n\n## A {: #x-a }\n\na\n\n## Trin" in body_of(found)
    assert states(found) == ["current", "current"]


def test_a_text_is_put_at_the_end_of_a_section(tmp_path: Path) -> None:
    found = laid(tmp_path, f"- {{op: append, id: purpose, text: Et mål til., base: {base('purpose')}}}")

    assert body_of(found) == BODY.replace("Et mål.\n", "Et mål.\n\nEt mål til.\n")


def test_a_page_without_a_line_end_gets_an_empty_line_above_a_new_section(tmp_path: Path) -> None:
    found = laid(tmp_path, "- {op: after, id: a, section: x-a, heading: X, text: x}", "## A {: #a }\nOrd")

    assert body_of(found) == "## A {: #a }\nOrd\n\n## X {: #x-a }\n\nx\n"


@pytest.mark.parametrize(
    ("op", "body", "state"),
    [
        ("op: replace, id: time, text: Vores.", BODY, "unrecorded"),
        ("op: append, id: time, text: Vores.", BODY, "unrecorded"),
        ("op: remove, id: time", BODY, "unrecorded"),
        ("op: replace, id: time, text: Vores., base: %", BODY, "current"),
        ("op: replace, id: time, text: Vores., base: %", BODY.replace("En time.", "En  time. "), "current"),
        ("op: replace, id: time, text: Vores., base: %", BODY.replace("## Tid", "## Hvor længe"), "current"),
        ("op: replace, id: time, text: Vores., base: %", BODY.replace("En time.", "To timer."), "drifted"),
        ("op: append, id: time, text: Vores., base: %", BODY.replace("En time.", "To timer."), "drifted"),
        ("op: remove, id: time, base: %", BODY.replace("En time.", "To timer."), "drifted"),
        ("op: after, id: time, section: x-a, heading: A, text: a", BODY.replace("En time.", "To timer."), "current"),
        ("op: after, id: time, section: x-a, heading: A, text: a", BODY.replace("#time", "#hours"), "drifted"),
        ("op: replace, id: time, text: En time., base: %", BODY, "obsolete"),
        ("op: replace, id: time, heading: Tid, text: En time.", BODY, "obsolete"),
        ("op: replace, id: time, heading: Varighed, text: En time., base: %", BODY, "current"),
        ("op: append, id: time, text: time., base: %", BODY, "obsolete"),
        ("op: remove, id: time, base: %", BODY.replace("#time", "#hours"), "obsolete"),
        ("op: replace, id: time, text: Vores., base: %", BODY.replace("#time", "#hours"), "broken"),
        ("op: append, id: time, text: Vores.", BODY.replace("#time", "#hours"), "broken"),
    ],
)
def test_each_change_stands_as_what_is_beneath_it_says(tmp_path: Path, op: str, body: str, state: State) -> None:
    found = laid(tmp_path, f"- {{{op.replace('%', base('time'))}}}", body)

    assert states(found) == [state]
    assert found.problems == []


def test_what_has_moved_is_changed_all_the_same(tmp_path: Path) -> None:
    found = laid(tmp_path, f"- {{op: replace, id: time, text: Vores., base: {digest('for længst')}}}")

    assert body_of(found) == BODY.replace("En time.", "Vores.")
    finding = found.findings[0]
    assert (finding.base, finding.now) == (digest("for længst"), digest("En time."))
    assert (finding.beneath, finding.own, finding.path) == ("En time.", "Vores.", FILE)


def test_what_is_gone_stops_nothing(tmp_path: Path) -> None:
    ops = """\
        - {op: replace, id: gone, text: Vores.}
        - {op: append, id: gone-too, text: Vores.}
        - {op: remove, id: gone-long-ago}
        """

    found = laid(tmp_path, ops)

    assert body_of(found) == BODY
    assert states(found) == ["broken", "broken", "obsolete"]
    _, problems = survey.survey(tmp_path, TODAY)
    assert [problem for problem in problems if problem.level == "error"] == []


def test_a_page_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    root = base_site.make(tmp_path, {"local/docs/da/old-tool.sections.yml": "ops:\n  - {op: remove, id: a}\n"})

    _, problems = survey.survey(root, TODAY)

    assert [problem for problem in problems if problem.level == "error"] == []
    assert [one.state for one in sections.findings(root, site_of(root))] == ["broken"]


def test_a_link_to_a_section_that_is_taken_away_lands_where_it_stood(tmp_path: Path) -> None:
    body = BODY.replace("Først.", "Se [tiden](#time) og [målene](styregruppe.md#goals).")
    ops = "- {op: remove, id: time}\n- {op: replace, id: purpose, text: Vores.}"

    found = laid(tmp_path, ops, body)

    assert 'Vores.\n\n<a id="goals"></a>\n' in body_of(found)
    assert '\n<a id="time"></a>\n\n## Trin' in body_of(found)
    assert {"time", "goals"} <= page_of(found).anchors()
    assert "<a" not in body_of(laid(tmp_path, ops, BODY))


def test_what_is_noted_stands_well_afterwards(tmp_path: Path) -> None:
    ops = f"""\
        - op: replace
          id: time
          text: Vores.
          base: {digest("for længst")}
        - op: append
          id: steps
          text: Vores.
        - {{op: remove, id: purpose, base: {base("purpose")}}}
        - {{op: after, id: gone, section: x-a, heading: A, text: a}}
        """
    root = make(tmp_path, ops)
    before: Any = parse((root / OWN).read_text(encoding="utf-8"), OWN).data

    done = kit(root, "local", "accept", "steering-group")

    assert done.returncode == 0, done.stderr
    after: Any = parse((root / OWN).read_text(encoding="utf-8"), OWN).data
    assert [one.get("base") for one in after["ops"]] == [
        digest("En time."),
        digest("1. Gør det."),
        base("purpose"),
        None,
    ]
    assert [{**one, "base": None} for one in after["ops"]] == [{**one, "base": None} for one in before["ops"]]
    assert [one.state for one in sections.findings(root, site_of(root))] == ["current", "current", "current", "drifted"]


def test_changes_of_a_page_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    root = make(tmp_path, "- {op: remove, id: time}\n")
    (root / FILE).write_text("---\ntool: [\n---\n", encoding="utf-8")

    with pytest.raises(ContentError) as error:
        sections.findings(root, site_of(root))

    assert {problem.file for problem in error.value.problems} == {FILE}


def test_the_heading_of_a_section_is_not_what_a_change_is_written_for() -> None:
    assert base("time") == digest("En time.")
    assert base("purpose") == digest("Hvorfor vi mødes. ### Mål Et mål.")


def test_own_texts_follow_what_we_have_renamed_and_leave_out_what_is_gone(tmp_path: Path) -> None:
    calls = '{{ checklist("before-all") }}\n\n{{ tool_cards(ids=["premortem", "steering-group"]) }}'
    links = "Se [mandatet](politisk-mandat.md#purpose) og [det](../vaerktoejer/politisk-mandat.md#gone)."
    said_so = f"{links}\n\n{calls}\n"
    tool = base_site.OTHER_TOOL + "aliases: {before-all: before}\n"
    moved = base_site.FILES["docs/da/vaerktoejer/politisk-mandat.md"].replace(
        "political-mandate\n", "political-mandate\nredirect_from: [vaerktoejer/politisk-mandat/]\n"
    )
    files = {
        "docs/da/vaerktoejer/politisk-mandat.md": None,
        "docs/da/vaerktoejer/mandat.md": moved,
        "docs/da/vaerktoejer/styregruppe.md": FRONT + '## Formål {: #purpose }\n\n{{ checklist("set-up") }}\n',
        "tools/political-mandate.yml": tool,
        "tools/_vocabulary.yml": base_site.VOCABULARY + "retired: [premortem]\n",
        "local/docs/da/political-mandate.sections.yml": "ops:\n"
        + textwrap.indent(f"- op: replace\n  id: purpose\n  text: |\n{textwrap.indent(said_so, '    ')}", "  "),
        "local/docs/da/hos-os.md": "---\ntitle: Hos os\npair: us\n---\n\nSe [os](vaerktoejer/politisk-mandat.md).\n",
        "local/docs/sv/hos-oss.md": "---\ntitle: Hos oss\npair: us\n---\n\nSe [oss](verktyg/politiskt-mandat.md).\n",
    }

    found, problems = survey.survey(base_site.make(tmp_path, files), TODAY)

    assert found is not None, problems
    page, own = (next(one for one in found.pages["da"] if one.src.endswith(src)) for src in ("/mandat.md", "hos-os.md"))
    assert "Se [mandatet](mandat.md#purpose) og [det](mandat.md)." in page.body
    assert '{{ checklist("before") }}\n\n{{ tool_cards(ids=["steering-group"]) }}' in page.body
    assert "[os](vaerktoejer/mandat.md)" in own.body
    told = [one for one in problems if one.file == "local/docs/da/political-mandate.sections.yml"]
    assert [one.line for one in told] == [3, 5, 5, 7, 9]
    assert {one.level for one in told} == {"hint"}


def test_a_language_that_is_not_built_is_not_read(tmp_path: Path) -> None:
    root = make(tmp_path, "- {op: remove, id: time}")
    (root / "local/site.yml").write_text("build: [sv]\n", encoding="utf-8")

    assert sections.findings(root, site_of(root)) == []


def test_words_of_an_own_section_are_looked_up_where_they_stand(tmp_path: Path) -> None:
    ops = """\
        - op: replace
          id: time
          heading: Varighed
          text: |
            Regn med en time,
            eller med to.
        """
    root = make(tmp_path, ops)
    lines = (root / OWN).read_text(encoding="utf-8").split("\n")

    found = [passage for passage in passages.load(root) if passage.mark.file == OWN]

    assert [passage.text for passage in found] == ["Varighed {: #time }".replace("{: #time }", " " * 10), found[1].text]
    for passage in found:
        for word in re.finditer(r"\w+", passage.text):
            place = passage.place(word.start())
            assert lines[place.line - 1].startswith(word[0], place.column - 1)


@given(body=markdown)
@fast
def test_a_page_without_changes_stays_as_it_is(body: str) -> None:
    shared = page(body)

    assert lay(shared, ()) == (shared, [])
    assert with_lines(shared, [line for one in cut(shared) for line in (*one.head, *one.below)]).body == body


@given(body=markdown)
@example(body="# \n===")
@example(body="## \n---")
@fast
def test_a_section_that_is_replaced_by_itself_leaves_the_page_as_it_is(
    body: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = f"{BODY}\n{body}"
    shared = page(whole)
    assume(not any(heading.underlined for heading in shared.headings))
    own = [one for one in cut(shared) if one.heading and one.text and not _closes_late(one.text)]
    assume(len({one.heading.id for one in own if one.heading}) == len(own))
    root = tmp_path_factory.getbasetemp() / "same"
    ops = [
        {"op": "replace", "id": one.heading.id, "text": "\n".join(line.text for line in one.text)}
        for one in own
        if one.heading
    ]
    base_site.make(root, {FILE: FRONT + whole, OWN: canonical(json.dumps({"ops": ops}), Sections, OWN)})

    found = sections.load(root, "da")

    assert [problem for problem in found.problems if "own" not in problem.fault] == []
    assert page_of(found).body == whole


def _closes_late(lines: Any) -> bool:
    text = "\n".join(line.text for line in lines)
    return "<!--" in text or "```" in text or text.lstrip() != text


@given(text=st.text(st.sampled_from("a#:|- \n\t'\"{}>æ"), min_size=1))
@fast
def test_a_text_of_several_lines_keeps_each_of_them_in_canonical_form(text: str) -> None:
    assume(text.strip())
    data = {"ops": [{"op": "append", "id": "time", "text": text}]}

    form = canonical(json.dumps(data), Sections, OWN)

    assert parse(form, OWN).data == data
    assert canonical(form, Sections, OWN) == form


def test_the_canonical_form_keeps_lines_comments_and_the_order_of_keys() -> None:
    written = '# ours\nops:\n  - {text: "a\\n\\nb\\n", id: time, op: append}\n  # why\n  - id: steps\n    op: remove\n'

    assert canonical(written, Sections, OWN) == (
        "# ours\nops:\n  - op: append\n    id: time\n    text: |\n      a\n\n      b\n"
        "  # why\n  - op: remove\n    id: steps\n"
    )


OPS = """\
ops:
  - op: replace
    id: when
    heading: Hvornår på året
    text: |
      Når byrådet har sagt ja til fjordfrokosten. Se [kontakten](#x-contact).
  - op: after
    id: who
    section: x-contact
    heading: Kontakt hos os
    text: |
      Spørg {{ contact("prevention") }}.
  - op: remove
    id: examples
"""
HERE = "local/docs/da/steering-group.sections.yml"


def test_readers_see_and_find_what_a_municipality_wrote_in_its_language_alone(own_project: Path) -> None:
    before = kit(own_project, "build")
    assert before.returncode == 0, before.stderr
    swedish = (own_project / "site/sv/verktyg/styrgrupp/index.html").read_text(encoding="utf-8")
    path = own_project / HERE
    path.parent.mkdir(parents=True)
    path.write_text(OPS, encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 0, done.stderr
    danish = (own_project / "site/da/vaerktoejer/styregruppe/index.html").read_text(encoding="utf-8")
    assert 'id="when"><h2>Hvornår på året</h2>' in danish
    assert '<a href="#x-contact">kontakten</a>' in danish
    assert re.search(r'id="who".*id="x-contact".*id="time"', danish, re.DOTALL)
    assert "Et forslag er fire til seks møder" not in danish
    assert 'id="examples"' not in danish
    assert danish.count('"#x-contact"') == 2  # the contents, and our link
    assert (own_project / "site/sv/verktyg/styrgrupp/index.html").read_text(encoding="utf-8") == swedish
    assert "fjordfrokosten (part): Hvornår på året" in kit(own_project, "search", "fjordfrokost").stdout
    assert kit(own_project, "fmt", "--check").stdout == ""


def test_a_fault_in_an_own_section_stops_the_build_and_names_its_place(own_project: Path) -> None:
    path = own_project / HERE
    path.parent.mkdir(parents=True)
    path.write_text(OPS.replace('contact("prevention")', 'contact("prevntion")'), encoding="utf-8")

    done = kit(own_project, "build")

    assert done.returncode == 1
    assert f"{HERE}:12:25: no contact is called `prevntion`\n    Did you mean `prevention`?" in done.stderr


def test_an_edit_of_an_own_section_is_on_the_screen_and_the_other_language_is_left_alone(own_project: Path) -> None:
    path = own_project / HERE
    path.parent.mkdir(parents=True)
    path.write_text(OPS, encoding="utf-8")
    with served(own_project) as (address, log):
        here = f"{address}/da/vaerktoejer/styregruppe/"
        assert eventually(lambda: "fjordfrokosten" in text_of(here)), log.read_text()
        assert eventually(lambda: "Serving on" in log.read_text())

        path.write_text(OPS.replace("fjordfrokosten", "strandturen"), encoding="utf-8")

        assert eventually(lambda: "strandturen" in text_of(here)), log.read_text()
        assert [log.read_text().count(f"Built {lang} in") for lang in ("da", "sv")] == [2, 1], log.read_text()
