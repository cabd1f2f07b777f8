"""JSON Schema for editors, written from the models: what VS Code completes and checks while one types."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from macros.front import Front
from macros.model import Tool
from macros.overlay.ops import Patch
from macros.overlay.section_ops import Sections
from macros.site_model import Site
from macros.terms import Terms
from macros.vocabulary import Vocabulary
from macros.wordbook import Entries

# Each schema's file and its model; what begins with `local-` is laid over another file, so nothing in it is required.
SCHEMAS: Mapping[str, type[BaseModel]] = {
    "tool": Tool,
    "patch": Patch,
    "vocabulary": Vocabulary,
    "terms": Terms,
    "local-terms": Terms,
    "site": Site,
    "local-site": Site,
    "words": Entries,
    "front-matter": Front,
    "sections": Sections,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
WORDINGS = ("Text", "Phrases")


def files(languages: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return the text of every schema by its path in the repository."""
    return {f"schema/{name}.schema.json": _written(name, languages, vocabulary) for name in SCHEMAS}


def text(model: type[BaseModel]) -> str:
    """Return a model's JSON Schema as text, the same at every run."""
    return _dumped(_schema(model))


def _written(name: str, languages: Sequence[str], vocabulary: Vocabulary) -> str:
    schema = _schema(SCHEMAS[name])
    for wording in WORDINGS:
        if known := schema.get("$defs", {}).get(wording):
            known["properties"] = dict.fromkeys(languages, known["additionalProperties"])
    if name == "tool":
        _enumerate(schema["properties"], vocabulary)
    return _dumped(_unrequired(schema) if name.startswith("local-") else schema)


def _enumerate(properties: dict[str, Any], vocabulary: Vocabulary) -> None:
    """Let editors offer the ids that the vocabulary has."""
    properties["phase"]["enum"] = [phase.id for phase in vocabulary.phases]
    properties["roles"]["items"]["enum"] = [role.id for role in vocabulary.roles]
    properties["themes"]["items"]["enum"] = [theme.id for theme in vocabulary.themes]
    properties["obstacles"]["items"]["enum"] = [obstacle.id for obstacle in vocabulary.obstacles]


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": DIALECT, **_eased(model.model_json_schema(by_alias=True))}


def _dumped(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _eased(node: Any) -> Any:
    """Leave out what says nothing to an editor: titles made from names, and `null` as a default."""
    if isinstance(node, dict):
        plain = {key: _eased(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
        if plain.get("default", 0) is None:
            del plain["default"]
        other = [option for option in plain.get("anyOf", ()) if option != {"type": "null"}]
        return {**{key: plain[key] for key in plain if key != "anyOf"}, **other[0]} if len(other) == 1 else plain
    return [_eased(part) for part in node] if isinstance(node, list) else node


def _unrequired(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _unrequired(value) for key, value in node.items() if key != "required"}
    return [_unrequired(part) for part in node] if isinstance(node, list) else node
