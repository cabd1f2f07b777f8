"""The fields of the form, made from the models: what may be written in a file, in the order of its keys."""

from __future__ import annotations

import datetime
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.admin import shapes
from macros.admin.shapes import Shape
from macros.fields import Phrases, Text
from macros.words import Words

Field = dict[str, Any]
# What the ids under a key name; there is a picklist for each noun.
NAMED: Mapping[str, str] = {
    "phase": "phase",
    "roles": "role",
    "themes": "theme",
    "obstacles": "obstacle",
    "contact": "contact",
    "related": "tool",
    "helps": "tool",
    "tool": "tool",
}
LANGUAGES = ("origin", "original", "only")
# Contracts that no form is for, and what commands write.
HIDDEN = ("aliases", "retired", "kind", "translated_from")
DATE, CLOCK = r"^\d{4}-\d{2}-\d{2}$", r"^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$"
LONG = ("summary", "diverged", "audience")


@dataclass(frozen=True)
class Lists:
    """What the form says and offers: its words, the languages of texts by code, and the options of each noun."""

    words: Words
    languages: Mapping[str, str]
    options: Mapping[str, Sequence[Field]]

    def said(self, model: type[BaseModel], name: str, ending: str = "") -> str | None:
        """Return the words for a field: its model's own, or else those of all fields of the name."""
        keys = (f"{model.__name__.lower()}_{name}{ending}", f"{name}{ending}")
        return next((self.words(key) for key in keys if key in self.words.entries), None)

    @property
    def texts(self) -> list[Field]:
        """A field for each language of a wording."""
        return [{"name": code, "label": name, "widget": "text"} for code, name in self.languages.items()]

    def summary(self, name: str) -> str:
        """Say how a closed row is called: by one of its wordings."""
        lang = self.words.lang if self.words.lang in self.languages else next(iter(self.languages))
        return f"{{{{fields.{name}.{lang}}}}}"


def fields(model: type[BaseModel], lists: Lists) -> list[Field]:
    """Return a field for each key of a model."""
    return [_field(model, name, info, lists) for name, info in model.model_fields.items()]


def _field(model: type[BaseModel], name: str, info: FieldInfo, lists: Lists) -> Field:
    key, shape = info.alias or name, shapes.of(info)
    made: Field = {"name": key, "label": lists.said(model, name) or key, "required": info.is_required()}
    if hint := lists.said(model, name, "_hint"):
        made["hint"] = hint
    if (shape.item or shape).bare is not str:
        made["bare"] = True
    if name in HIDDEN:
        kind = shape.literals[:1] if info.is_required() else ()
        return made | {"widget": "hidden"} | ({"default": kind[0]} if kind else {})
    if default := _default(info, shape):
        made["default"] = default
    made |= _limits(shape) | _control(model, name, shape, lists)
    if made["widget"] == "object" and not made["required"]:
        # Decap asks for what is required in it even where all of it is left out.
        made["fields"] = [one | {"required": False} for one in made["fields"]]
    return made


def _default(info: FieldInfo, shape: Shape) -> Any:
    return info.default if shape.literals and not info.is_required() else None


def _limits(shape: Shape) -> Field:
    limits = {"min": shape.limit("ge", "min_length"), "max": shape.limit("le", "max_length")}
    counted = shape.item or shape.bare is int
    return {key: limit for key, limit in limits.items() if counted and limit is not None}


def _control(model: type[BaseModel], name: str, shape: Shape, lists: Lists) -> Field:
    if item := shape.item:
        return _list(model, name, item, lists)
    if shape.bare in (Text, Phrases):
        return {"widget": "kit-words" if shape.bare is Text else "kit-phrases", "fields": lists.texts}
    if shape.model:
        return {"widget": "object", "collapsed": True, "fields": fields(shape.model, lists)}
    if shape.is_mapping:
        known = {"status": lists.options["answer"], "check": lists.options["check"]}
        return {"widget": "kit-cells", "lang": lists.words.lang, "fields": lists.texts, **known}
    if options := _options(name, shape, lists):
        return {"widget": "select", "options": options}
    if shape.bare is bool:
        return {"widget": "boolean"}
    if shape.bare is int:
        return {"widget": "number", "value_type": "int"}
    return {"widget": "text" if name in LONG else "string", **_pattern(shape, lists.words)}


def _pattern(shape: Shape, words: Words) -> Field:
    if shape.bare is datetime.date:
        return {"pattern": [DATE, words["date_pattern"]]}
    if shape.is_clock:
        return {"pattern": [CLOCK, words["clock_pattern"]]}
    if shape.pattern:
        return {"pattern": [shape.pattern, words["slug_pattern" if shape.is_slug else "pattern"]]}
    return {}


def _list(model: type[BaseModel], name: str, item: Shape, lists: Lists) -> Field:
    if options := _options(name, item, lists):
        return {"widget": "select", "multiple": True, "options": options}
    singular = lists.said(model, name, "_singular") or name
    made: Field = {"widget": "list", "collapsed": True, "label_singular": singular}
    if len(item.options) > 1:
        kinds = [_kind(shapes.shape(one), lists) for one in item.options]
        return made | {"typeKey": "kind", "types": kinds, "summary": lists.summary("title")}
    if item.model:
        inner = fields(item.model, lists)
        text = next((one["name"] for one in inner if one["widget"] == "kit-words"), "")
        plain = "{{fields.title}}" if "title" in item.model.model_fields else "{{fields.id}}"
        return made | {"fields": inner, "summary": lists.summary(text) if text else plain}
    return made | {"field": {"name": name, "label": singular, "widget": "string"}}


def _kind(shape: Shape, lists: Lists) -> Field:
    model = typing.cast(type[BaseModel], shape.model)
    kind = shapes.of(model.model_fields["kind"]).literals[0]
    return {"name": kind, "label": lists.words[f"kind_{kind}"], "widget": "object", "fields": fields(model, lists)}


def _options(name: str, shape: Shape, lists: Lists) -> Sequence[Field]:
    if shape.literals:
        keys = {one: f"{name.removesuffix('s')}_{one}" for one in shape.literals}
        known = lists.words.entries
        return [{"value": one, "label": lists.words[key] if key in known else one} for one, key in keys.items()]
    if name in LANGUAGES:
        return lists.options["language"]
    return lists.options[NAMED[name]] if name in NAMED and shape.is_slug else ()
