"""A tool in one language, as the scripts know it: the wordings that exports, the plan and files of answers need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.digest import digest
from macros.fields import Text
from macros.model import AnyChecklist, Assessment, Table, Tool
from macros.wording import wordings


def definition(id: str, tool: Tool, lang: str) -> dict[str, Any]:
    """Return a tool's title and checklists as assets/ts/model.ts describes them."""
    texts = foreign((tool.title, tool.checklists), lang)
    return {
        "id": id,
        "title": tool.title.in_(lang),
        "checklists": [checklist(one, lang) for one in tool.checklists],
        **({"aliases": dict(tool.aliases)} if tool.aliases else {}),
        **({"foreign": texts} if texts else {}),
    }


def foreign(value: object, lang: str) -> dict[str, str]:
    """Return the texts below `value` that are in another language than `lang`, each with its own."""
    told = [text.told(lang) for _, text in wordings(value) if isinstance(text, Text)]
    return {one.words: one.lang for one in told if one.lang != lang}


def checklist(one: AnyChecklist, lang: str) -> dict[str, Any]:
    """Return a checklist of any kind; fields that its kind lacks are empty."""
    table = one if isinstance(one, Table) else None
    return {
        "id": one.id,
        "kind": one.kind,
        "title": one.title.in_(lang),
        "rev": revision(one, lang),
        "items": [] if isinstance(one, Table) else _plain(one.items, lang),
        "dimensions": _plain(one.dimensions, lang) if isinstance(one, Assessment) else [],
        "columns": _plain(table.columns, lang) if table else [],
        "examples": _plain(table.examples, lang) if table else [],
        "views": list(getattr(one, "views", ())),
        "start": (table and table.start) or "",
    }


def revision(one: AnyChecklist, lang: str) -> str:
    """Return the digest of a checklist's texts in one language: what a paper or a file was made from."""
    return digest(_plain(one, lang))


def _plain(value: Any, lang: str) -> Any:
    """Models as plain data: texts in one language, and nothing that is empty."""
    if isinstance(value, Text):
        return value.in_(lang)
    if isinstance(value, Mapping):
        return {key: _plain(part, lang) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part, lang) for part in value]
    if hasattr(value, "model_fields_set"):
        fields = type(value).model_fields
        pairs = ((fields[name].alias or name, getattr(value, name)) for name in fields)
        return {name: _plain(part, lang) for name, part in pairs if part not in (None, (), False)}
    return value
