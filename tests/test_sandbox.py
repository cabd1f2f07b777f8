"""A page is a template, and a pull request is code: what someone may try from a page or a text."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from macros import survey
from macros.sandbox import Sandbox
from macros.slots import slot
from tests import base_site

TODAY = datetime.date(2026, 11, 21)
SECRET = "sesam-luk-dig-op"
ESCAPES = (
    "{{ config.hooks }}",
    "{{ config['hooks']['macros/hooks.py'].os.environ['SECRET'] }}",
    "{{ config.theme.get_env().loader.get_source(none, 'main.html') }}",
    "{{ environment }}",
    "{{ plugin.env }}",
    "{{ files }}{{ navigation }}{{ git }}{{ extra }}{{ macros }}",
    "{{ self._TemplateReference__context }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ checklist.__globals__ }}",
    "{{ checklist.__globals__['slot'].__globals__['json'].codecs.sys.modules['os'].environ }}",
    "{{ site_name().__class__ }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '%s' | format(1) }}",
    "{{ 'a' | attr('__class__') }}",
    "{{ range(10 ** 9) | list }}",
    "{{ lipsum.__globals__.os.popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner() }}{{ namespace() }}{{ dict() }}",
    "{{ checklist('set-up', **{'tool': config}) }}",
    "{{ checklist(*['set-up']) }}",
    "{{ checklist('set-' ~ 'up') }}",
    "{{ checklist(id=site_name()) }}",
    "{{ tool_link('steering-group') | upper }}",
    "{{ tool_link('steering-group').upper() }}",
    "{{ contact if contact else 1 }}",
    "{% include 'mkdocs.yml' %}",
    "{% import 'main.html' as x %}",
    "{% extends 'main.html' %}",
    "{% set x = config %}",
    "{% for x in range(9) %}{{ x }}{% endfor %}",
    "{% macro x() %}{% endmacro %}",
    "{% filter upper %}a{% endfilter %}",
    "{% call checklist('set-up') %}{% endcall %}",
    "{% if config %}a{% endif %}",
    "{%- block x %}{% endblock -%}",
    "{% raw %}{% endraw %}{{ config }}",
    "`{{ config }}`",
    "```\n{{ config.theme }}\n```",
    '<!--kit checklist {"id": "set-up"}--> {{ page }}',
    "{{ page.meta }}",
    "{{ _self }}{{ true }}{{ none }}",
)


def problems_of(root: Path) -> list[str]:
    return [str(problem) for problem in survey.survey(root, TODAY)[1] if problem.level == "error"]


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_page_that_tries_more_than_a_macro_call_gets_a_sentence(tmp_path: Path, escape: str) -> None:
    page = "docs/da/vaerktoejer/styregruppe.md"
    text = base_site.FILES[page].rstrip() + f"\n\n{escape}\n"

    told = problems_of(base_site.make(tmp_path, {page: text}))

    assert told
    assert all(one.startswith(f"{page}:") for one in told)
    assert all("\n    " in one for one in told), "a remedy is missing"


@pytest.mark.parametrize(
    "line",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src='x.js'></SCRIPT>",
        "Text <img src=x onerror=alert(1)>",
        '<p style="color: red">Rød</p>',
        "Rød {: style='color: red' }",
        "![Et billede](https://example.org/x.png)",
        '<img src="https://example.org/x.png" alt="">',
        '<a href="javascript:alert(1)">her</a>',
        "[her](javascript:alert(1))",
        "<iframe src='https://example.org/'></iframe>",
        "<form action='https://example.org/'><input name=q></form>",
        '<meta http-equiv="refresh" content="0; url=https://example.org/">',
        '<!--kit checklist {"id": "set-up"}-->',
        "<!-- kit evil {}-->",
    ],
)
def test_what_a_browser_would_run_or_refuse_is_no_markdown(tmp_path: Path, line: str) -> None:
    page = "docs/da/vaerktoejer/styregruppe.md"

    told = problems_of(base_site.make(tmp_path, {page: f"{base_site.FILES[page].rstrip()}\n\n{line}\n"}))

    assert told
    assert all(one.startswith(f"{page}:") for one in told)


def test_code_in_a_page_may_show_anything(tmp_path: Path) -> None:
    page = "docs/da/vaerktoejer/styregruppe.md"
    code = "`<script>` og\n\n```html\n<p style='x' onclick='y'>\n```\n"

    assert problems_of(base_site.make(tmp_path, {page: f"{base_site.FILES[page].rstrip()}\n\n{code}"})) == []


@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("tools/steering-group.yml", "Giver politikken en ejer."),
        ("tools/_vocabulary.yml", "Få beslutningen."),
        ("site.yml", "Værktøjer til kommuner."),
        ("docs/da/index.md", "Værktøjer til kommuner"),
    ],
)
@pytest.mark.parametrize(
    "code", ["{{ config }}", "{% set x = 1 %}", "{# a #}", "<script>alert(1)</script>", "<img src=x>"]
)
def test_template_code_and_html_in_a_text_get_a_sentence(tmp_path: Path, file: str, old: str, code: str) -> None:
    changed = base_site.FILES[file].replace(old, f"'Se {code}'")
    assert changed != base_site.FILES[file]

    told = problems_of(base_site.make(tmp_path, {file: changed}))

    assert len(told) == 1
    assert told[0].startswith(f"{file}:")
    assert "Texts are shown as typed" in told[0]


@pytest.mark.parametrize("escape", [escape for escape in ESCAPES if "include" not in escape])
def test_even_unchecked_a_page_reaches_nothing(monkeypatch: pytest.MonkeyPatch, escape: str) -> None:
    monkeypatch.setenv("SECRET", SECRET)
    sandbox = Sandbox(
        {"checklist": lambda id, tool=None: slot("checklist", id=id, tool=tool), "site_name": lambda: "x"}
    )

    try:
        shown = sandbox.from_string(escape).render(config={"SECRET": SECRET}, page=SECRET, environment=SECRET)
    except Exception as error:  # what Jinja says is of no use to an editor; the check above speaks first
        shown = str(error)

    assert SECRET not in shown
    assert "/root" not in shown


def test_the_sandbox_has_the_macros_and_nothing_else() -> None:
    sandbox = Sandbox({"site_name": lambda: "x"})

    assert set(sandbox.globals) == {"site_name"}
    assert sandbox.filters == {} == sandbox.tests
    assert sandbox.loader is None
    assert sandbox.from_string("{{ site_name() }} {% raw %}{{ x }}{% endraw %}").render(x=1) == "x {{ x }}"


def test_a_build_spares_what_mkdocs_macros_brings_for_pages_of_others(project: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from macros import generator; seen = [];"
        "sys.addaudithook(lambda event, args: seen.append(event)); generator.build(Path(), Path(sys.argv[1]));"
        "sys.exit(' '.join({'subprocess.Popen'} & set(seen) | {'urllib3'} & set(sys.modules)) or None)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], cwd=project, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr.strip()) == (0, "")
