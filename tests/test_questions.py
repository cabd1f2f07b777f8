"""What readers are asked when they look for a tool."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from macros import questions, render, survey, templates
from macros.questions import Question
from tests import base_site
from tests.conftest import ROOT, TODAY


def renderer(root: Path, lang: str = "da") -> render.Renderer:
    found = survey.load(root, datetime.date.fromisoformat(TODAY))
    return render.Renderer(found, lang, templates.environment(ROOT))


def asked(root: Path, lang: str = "da") -> dict[str, Question]:
    found = questions.guide(renderer(root, lang))["questions"]
    assert isinstance(found, list)
    return {question.name: question for question in found}


def test_an_answer_that_fits_no_tool_is_not_offered(tmp_path: Path) -> None:
    tool = base_site.TOOL.replace("phase: mandate", "phase: mandate\nminutes: 90")

    found = asked(base_site.make(tmp_path, {"tools/steering-group.yml": tool}))

    assert [choice.value for choice in found["phase"].choices] == ["mandate"]
    assert [choice.value for choice in found["time"].choices] == ["90", "120", "240"]
    assert [choice.words for choice in found["time"].choices][:2] == ["Højst 90 minutter", "Højst 2 timer"]


def test_a_question_without_answers_is_not_asked(tmp_path: Path) -> None:
    assert list(asked(base_site.make(tmp_path))) == ["phase", "role", "obstacle"]


@pytest.mark.parametrize("lang", ["da", "sv"])
def test_every_answer_alone_leads_to_two_tools_or_more(project: Path, lang: str) -> None:
    tools = survey.load(project, datetime.date.fromisoformat(TODAY)).tools.values()

    for question in asked(project, lang).values():
        for choice in question.choices:
            fitting = [tool for tool in tools if choice.value in questions.values(tool, question.name)]
            assert len(fitting) >= 2, choice
            assert choice.words and choice.said
