"""A tool in one language, as the scripts know it: the wordings that exports, the plan and files of answers need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from macros.digest import digest
from macros.fields import Text, keys
from macros.model import AnyChecklist, Tool


def definition(id: str, tool: Tool, lang: str) -> dict[str, Any]:
    """Return a tool's title and checklists as assets/ts/model.ts describes them."""
    plain = Plain(lang)
    title, checklists = plain.of(tool.title), [_checklist(one, plain) for one in tool.checklists]
    return {
        "id": id,
        "title": title,
        "checklists": checklists,
        **({"aliases": dict(tool.aliases)} if tool.aliases else {}),
        **({"foreign": plain.foreign} if plain.foreign else {}),
    }


def _checklist(one: AnyChecklist, plain: Plain) -> dict[str, Any]:
    """A checklist of any kind; fields that its kind lacks are empty."""
    found = plain.of(one)
    return {
        "id": one.id,
        "kind": one.kind,
        "title": found["title"],
        "rev": digest(found),
        **{name: found.get(name, []) for name in ("items", "dimensions", "columns", "examples", "views")},
        "start": found.get("start", ""),
    }


def foreign(value: object, lang: str) -> dict[str, str]:
    """Return the texts below `value` that are in another language than `lang`, each with its own."""
    plain = Plain(lang)
    plain.of(value)
    return plain.foreign


def revision(one: AnyChecklist, lang: str) -> str:
    """Return the digest of a checklist's texts in one language: what a paper or a file was made from."""
    return digest(Plain(lang).of(one))


class Plain:
    """Turns models into plain data in one language; `foreign` are the texts that it had to take from another one."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.foreign: dict[str, str] = {}

    def of(self, value: Any) -> Any:
        """Return a value as plain data: texts in the language, and nothing that is empty."""
        if isinstance(value, Text):
            if words := value.root.get(self.lang):
                return words
            told = value.told(self.lang)
            if told.words:
                self.foreign[told.words] = told.lang
            return told.words
        # Most values are: asking first whether they are mappings would take longer.
        if value is None or isinstance(value, (str, int)):
            return value
        if isinstance(value, Mapping):
            return {key: self.of(part) for key, part in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.of(part) for part in value]
        if isinstance(value, BaseModel):
            parts = ((key, getattr(value, name)) for name, key in keys(type(value)))
            return {key: self.of(part) for key, part in parts if part or part not in (None, (), False)}
        return value
