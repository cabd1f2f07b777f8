"""A tool in one language, as the scripts know it: the wordings that exports, the plan and files of answers need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from macros.digest import digest
from macros.fields import Text, keys
from macros.model import AnyChecklist, Tool
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
    lacking = (text for _, text in wordings(value) if isinstance(text, Text) and not text.root.get(lang))
    told = [text.told(lang) for text in lacking]
    return {one.words: one.lang for one in told if one.lang != lang}


def checklist(one: AnyChecklist, lang: str) -> dict[str, Any]:
    """Return a checklist of any kind; fields that its kind lacks are empty."""
    plain = _plain(one, lang)
    return {
        "id": one.id,
        "kind": one.kind,
        "title": one.title.in_(lang),
        "rev": digest(plain),
        **{name: plain.get(name, []) for name in ("items", "dimensions", "columns", "examples", "views")},
        "start": plain.get("start", ""),
    }


def revision(one: AnyChecklist, lang: str) -> str:
    """Return the digest of a checklist's texts in one language: what a paper or a file was made from."""
    return digest(_plain(one, lang))


def _plain(value: Any, lang: str) -> Any:
    """Models as plain data: texts in one language, and nothing that is empty."""
    if isinstance(value, Text):
        return value.in_(lang)
    # Most values are: asking first whether they are mappings would take longer.
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(part, lang) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part, lang) for part in value]
    if isinstance(value, BaseModel):
        parts = ((key, getattr(value, name)) for name, key in keys(type(value)))
        return {key: _plain(part, lang) for key, part in parts if part not in (None, (), False)}
    return value
