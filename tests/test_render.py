"""What the partials make of data, without a site being built: each kind of checklist, and texts as typed."""

from __future__ import annotations

import datetime
import gc
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from macros import drawing, render, rows, slots, survey, templates, views
from macros.addresses import Here
from macros.fields import Text
from macros.fillers import fillers
from macros.model import Table, Tool
from macros.shape import fit
from macros.signatures import MACROS
from macros.spoken import spoken
from macros.words import Words
from macros.yaml_reader import parse
from tests import base_site
from tests.conftest import ROOT

HERE = Here("da/vaerktoejer/styregruppe/", "https://implementering.example/")
PLAN = """\
  - id: plan
    title: {da: Plan, sv: Plan}
    kind: table
    views: [timeline, status]
    rows: 1
    columns:
      - {id: what, text: {da: Aktivitet, sv: Aktivitet}, role: title}
      - {id: from, text: {da: Start, sv: Start}, type: date, role: start}
      - {id: to, text: {da: Slut, sv: Slut}, type: date, role: end}
      - {id: decides, text: {da: Beslutning, sv: Beslut}, type: check, role: milestone}
      - {id: state, text: {da: Status, sv: Status}, type: status, role: status}
    examples:
      - {id: one, values: {what: {da: Overblik, sv: Överblick}, from: 2027-01-01, to: 2027-06-30, state: done}}
      - {id: two, values: {what: {da: Drift, sv: Drift}, from: 2028-07-01, to: 2028-12-31, decides: true, state: done}}
"""
SHEET = """\
  - id: sheet
    title: {da: Ark, sv: Blad}
    kind: worksheet
    items:
      - {id: words, text: {da: Ord, sv: Ord}, type: text}
      - {id: when, text: {da: Dato, sv: Datum}, type: date}
      - {id: many, text: {da: Antal, sv: Antal}, type: number}
      - {id: agreed, text: {da: Aftalt, sv: Avtalat}, type: check}
      - {id: story, text: {da: Historie, sv: Berättelse}, help: {da: Kort, sv: Kort}}
      - id: which
        text: {da: Hvilken, sv: Vilken}
        type: choice
        choices: [{id: first, text: {da: Den ene, sv: Den ena}}, {id: second, text: {da: Den anden, sv: Den andra}}]
"""
RATED = """\
  - id: rated
    title: {da: Vurdering, sv: Bedömning}
    kind: assessment
    dimensions: [{id: people, text: {da: Mennesker, sv: Människor}}]
    items:
"""
RATED += "".join(
    f"      - id: rate-{name}\n        text: {{da: Del {name}, sv: Del {name}}}\n{more}"
    "        levels: {1: {da: nej}, 3: {da: lidt}, 5: {da: ja}}\n"
    for name, more in (("a", "        dimension: people\n"), ("b", ""), ("c", ""), ("d", "        dimension: people\n"))
)


def renderer(root: Path, more: str = "", lang: str = "da") -> render.Renderer:
    base_site.make(root)
    tool = root / "tools/steering-group.yml"
    tool.write_text(tool.read_text(encoding="utf-8") + more, encoding="utf-8")
    (root / "overrides").symlink_to(ROOT / "overrides", target_is_directory=True)
    found = survey.load(root, datetime.date(2026, 11, 21))
    return render.Renderer(found, lang, templates.environment(root))


def test_a_timeline_lays_bars_on_whole_years_and_says_the_dates(tmp_path: Path) -> None:
    html = renderer(tmp_path, PLAN).checklist(HERE, "steering-group", "plan")

    assert '<rect class="iv-draw__bar" x="0.0%" y="2" width="24.62%" height="8"/>' in html
    assert "1. januar 2027 – 30. juni 2027" in html
    assert html.count('class="iv-span__year"') == 2
    assert html.count('<circle class="iv-draw__node"') == 1
    assert '<tr data-answer="done">' in html
    assert html.count('data-row="new-') == 1


def test_an_example_is_text_with_what_a_form_takes_beside_it(tmp_path: Path) -> None:
    html = renderer(tmp_path, PLAN, "sv").checklist(HERE, "steering-group", "plan")
    line = html.partition('data-row="two"')[2].partition("</tr>")[0]

    assert re.findall(r'data-column="([^"]*)"(?: data-value="([^"]*)")?>(.*?)</td>', line) == [
        ("what", "", "Drift"),
        ("from", "2028-07-01", "1 juli 2028"),
        ("to", "2028-12-31", "31 december 2028"),
        ("decides", "true", "Ja"),
        ("state", "done", "På plats"),
    ]
    assert html.count("<textarea") == 1


def test_a_table_without_examples_has_two_rows_to_write_in(tmp_path: Path) -> None:
    plan = PLAN.partition("    examples:")[0].replace("rows: 1", "rows: 4")
    html = renderer(tmp_path, plan).checklist(HERE, "steering-group", "plan")

    assert html.count('data-row="new-') == 2
    assert 'data-more="2"' in html


def test_a_worksheet_has_a_control_of_each_type(tmp_path: Path) -> None:
    html = renderer(tmp_path, SHEET, "sv").checklist(HERE, "steering-group", "sheet")

    assert '<input type="checkbox" id="steering-group--sheet--agreed"' in html
    assert 'name="steering-group--sheet--when" type="date"' in html
    assert 'name="steering-group--sheet--many" type="number"' in html
    assert '<textarea class="iv-input" id="steering-group--sheet--story"' in html
    assert html.count('type="radio" name="steering-group--sheet--which"') == 2
    assert "Den ena" in html


def test_an_assessment_has_an_axis_for_each_dimension_and_each_item_without_one(tmp_path: Path) -> None:
    html = renderer(tmp_path, RATED).checklist(HERE, "steering-group", "rated")

    assert html.count("data-axis=") == 3
    assert html.count('type="radio"') == 4 * 5
    assert "Mellem 1 og 3" in html


def test_what_a_language_lacks_is_shown_in_the_other_and_marked(tmp_path: Path) -> None:
    html = renderer(tmp_path, RATED, "sv").checklist(HERE, "steering-group", "rated")

    assert '<span lang="da">lidt</span>' in spoken(html)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_every_text_is_shown_as_typed(text: str) -> None:
    env = templates.environment(ROOT)
    shown = env.from_string("{{ text }}").render(text=text)

    assert "<" not in shown
    assert (
        shown.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#34;", '"')
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        == text
    )


# All ways in which a template writes and calls.
EVERY = """\
{% macro said(text, more=1) %}[{{ text }}|{{ more }}|{{ caller() if caller is defined else "" }}]{% endmacro %}
{% block top %}{{ text }}{{ marked }}{{ 3 }}{{ none }}{{ "<" }}{{ text ~ marked }}{{ text|upper }}{% endblock %}
{% for one in [text, marked] %}{{ said(one, more=loop.index) }}{{ upper(one) }}{{ loop.cycle("<", ">") }}{% endfor %}
{% call said(text) %}{{ text }}{{ marked }}{% endcall %}
{% autoescape false %}{{ text }}{{ said(text) }}{% endautoescape %}
{% for one in [[text, []]] recursive %}{{ one[0] }}{{ loop(one[1]) }}{% endfor %}{{ self.top() }}
"""


@given(st.text())
def test_templates_write_and_call_as_any_do(text: str) -> None:
    values = {"text": text, "marked": Markup("<b>&amp;</b>"), "upper": str.upper}

    shown = templates.environment(ROOT).from_string(EVERY).render(values)

    assert shown == Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(EVERY).render(values)


def test_what_is_rendered_leaves_nothing_to_be_collected() -> None:
    looks_around = "{% macro said() %}{{ text }}{% endmacro %}{{ said() }}"
    template = templates.environment(ROOT).from_string(looks_around)
    gc.collect()

    template.render(text="<")

    assert gc.collect() == 0


def test_what_is_called_and_is_not_there_is_told() -> None:
    with pytest.raises(UndefinedError, match="'nobody' is undefined"):
        templates.environment(ROOT).from_string("{{ nobody(1) }}").render()


def test_placeholders_survive_and_are_filled_once() -> None:
    held = slots.slot("checklist", id="set-up", tool=None)
    fillers: dict[str, slots.Filler] = {"checklist": lambda id: f"<form>{id}</form>", "site_name": lambda: "x"}

    filled = slots.fill(f"<p>{held}</p>\n<p>a {slots.slot('site_name')} b</p>", fillers)

    assert filled == "<form>set-up</form>\n<p>a x b</p>"


def test_a_matrix_puts_the_highest_row_first() -> None:
    choices = [{"id": id, "text": {"da": id}, "value": value} for id, value in (("low", 1), ("high", 2))]
    table = Table.model_validate(
        {
            "id": "m",
            "title": {"da": "M"},
            "kind": "table",
            "rows": 0,
            "columns": [
                {"id": "t", "text": {"da": "T"}, "role": "title"},
                {"id": "x", "text": {"da": "X"}, "type": "choice", "role": "x", "choices": choices},
                {"id": "y", "text": {"da": "Y"}, "type": "choice", "role": "y", "choices": choices},
            ],
            "examples": [{"id": "e", "values": {"t": {"da": "Gå"}, "x": "low", "y": "high"}}],
        }
    )

    found = views.matrix(table, rows.rows(table, Words({}, "da"), ()))

    assert [choice.id for choice, _ in found.lines] == ["high", "low"]
    assert found.lines[0][1] == ((("Gå", "da"),), ())


@pytest.mark.parametrize("points", [3, 5, 8])
def test_a_star_has_its_first_tip_on_top(points: int) -> None:
    outline, tips = drawing.star(points)

    assert len(outline) == 2 * points
    assert tips[0] == (160.0, 36.0)


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("da/vaerktoejer/styregruppe/", "sv/verktyg/styrgrupp/", "../../../sv/verktyg/styrgrupp/"),
        ("da/vaerktoejer/styregruppe/", "da/", "../../"),
        ("da/", "", "../"),
        ("", "da/", "da/"),
        ("da/a/", "da/a/#b", "#b"),
        ("da/a/b.html", "da/index.html", "../index.html"),
        ("da/index.html", "assets/x.css", "../assets/x.css"),
    ],
)
def test_links_are_relative_to_the_page(here: str, there: str, link: str) -> None:
    assert Here(here, "https://x.example/").to(there) == link


def test_texts_fall_back_in_the_order_they_are_written() -> None:
    text = Text.model_validate({"sv": None, "da": "Ja", "nb": "Nei"})

    assert text.told("sv") == ("Ja", "da")
    assert text.in_("nb") == "Nei"


def test_the_tools_of_the_project_fit_the_model_field_by_field() -> None:
    for path in (ROOT / "tools").glob("[!_]*.yml"):
        tool = fit(parse(path.read_text(encoding="utf-8"), path.name), Tool)
        assert tool.synonyms and all(len(tool.synonyms.in_(lang)) >= 4 for lang in ("da", "sv")), path.name


def test_each_macro_that_a_page_can_call_is_filled(tmp_path: Path) -> None:
    found = renderer(tmp_path)

    assert fillers(found, found.pages[0], HERE).keys() == MACROS.keys()
