"""JSON Schema for editors, written from the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from macros.model import Tool, Vocabulary
from macros.pages import Front
from macros.settings import Site
from macros.words import Entries

# Each schema's file, its model, and the files it is for.
SCHEMAS: Mapping[str, tuple[type[BaseModel], tuple[str, ...]]] = {
    "tool": (Tool, ("tools/[!_]*.yml",)),
    "vocabulary": (Vocabulary, ("tools/_vocabulary.yml",)),
    "site": (Site, ("site.yml",)),
    "words": (Entries, ("macros/words.yml",)),
    "front-matter": (Front, ()),
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def files() -> dict[str, str]:
    """Return the text of every schema by its path in the repository."""
    return {f"schema/{name}.schema.json": text(model) for name, (model, _) in SCHEMAS.items()}


def text(model: type[BaseModel]) -> str:
    """Return a model's JSON Schema as text, the same at every run."""
    schema = _eased(model.model_json_schema(by_alias=True))
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


def _eased(node: Any) -> Any:
    """Leave out what says nothing to an editor: titles made from names, and `null` as a default."""
    if isinstance(node, dict):
        plain = {key: _eased(value) for key, value in node.items() if not (key == "title" and isinstance(value, str))}
        if plain.get("default", 0) is None:
            del plain["default"]
        return plain
    return [_eased(part) for part in node] if isinstance(node, list) else node
