"""The schemas that editors use: up to date, true, and as strict as the models."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros import schema, survey
from tests.conftest import ROOT, TODAY, kit


def schema_of(name: str) -> Any:
    return json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))


class Loader(yaml.SafeLoader):
    """What an editor's YAML 1.2 makes of a file: whole numbers and booleans are such, dates and times are text."""


Loader.yaml_implicit_resolvers = {}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))


def as_editors_read(path: Path) -> Any:
    return stringed(yaml.load(path.read_text(encoding="utf-8"), Loader))


def stringed(value: Any) -> Any:
    """Keys are text in JSON."""
    if isinstance(value, dict):
        return {str(key): stringed(part) for key, part in value.items()}
    return [stringed(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", sorted((ROOT / "tools").glob("*.yml")), ids=lambda path: path.stem)
def test_every_tool_keeps_to_the_schema(path: Path) -> None:
    name = path.stem[1:] if path.name.startswith("_") else "tool"

    faults = [error.message for error in Draft202012Validator(schema_of(name)).iter_errors(as_editors_read(path))]

    assert faults == []


@pytest.mark.parametrize(
    "broken",
    [
        {"phase": "mandat"},
        {"titel": {"da": "x"}},
        {"minutes": "en time"},
        {"roles": []},
        {"roles": ["chef"]},
        {"title": "x"},
    ],
)
def test_the_schema_finds_what_the_model_finds(broken: dict[str, Any]) -> None:
    right = as_editors_read(ROOT / "tools/steering-group.yml")

    assert not Draft202012Validator(schema_of("tool")).is_valid({**right, **broken})


def test_a_local_site_file_may_hold_a_part_only() -> None:
    local = Draft202012Validator(schema_of("local-site"))

    assert local.is_valid({"build": ["da"], "languages": {"da": {"sender": "Kommunen"}}})
    assert not local.is_valid({"biuld": ["da"]})


def test_schemas_are_up_to_date(project: Path) -> None:
    done = kit(project, "schema", "--check")

    assert done.stdout == ""
    assert done.returncode == 0


def test_every_field_of_a_tool_has_a_sentence_or_a_plain_name() -> None:
    found = survey.load(ROOT, datetime.date.fromisoformat(TODAY))
    written = json.loads(schema.files(["da", "sv"], found.vocabulary)["schema/tool.schema.json"])

    plain = {"title", "people", "related", "sources", "checklists", "themes"}
    assert {name for name, field in written["properties"].items() if "description" not in field} <= plain
