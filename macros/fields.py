"""The small shapes that larger ones are made of: ids, numbers, dates, and wordings per language."""

from __future__ import annotations

import datetime
import re
import zoneinfo
from collections.abc import Mapping
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, RootModel, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
# Which codes there are stands in site.yml.
LanguageCode = str
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"-?[0-9]{1,9}", value):
            raise PydanticCustomError("whole", "must be a whole number")
        return int(value)
    return value


def _yes_or_no(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError("yes_or_no", "must be `true` or `false`")
        return value == "true"
    return value


def _date(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError as error:
            raise PydanticCustomError("date", "must be a date, as in `2026-11-21`") from error
    return value


def _clock(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]", value):
            raise PydanticCustomError("clock", "must be a time of day, as in `9:00`")
        return value.replace(".", ":").rjust(5, "0")
    return value


def _timezone(value: object) -> object:
    if isinstance(value, str) and value not in zoneinfo.available_timezones():
        raise PydanticCustomError("timezone", "must be a time zone, as in `Europe/Stockholm`")
    return value


# A value that is the same in all languages; an editor's YAML may take it for a number.
Scalar = Annotated[Words, WithJsonSchema({"type": ["string", "integer", "boolean"]})]
Whole = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Date = Annotated[datetime.date, BeforeValidator(_date)]
Clock = Annotated[str, BeforeValidator(_clock)]
TimeZone = Annotated[str, BeforeValidator(_timezone)]


class Strict(BaseModel):
    """Frozen, and closed: a misspelt key is an error, never silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return a model's fields in their order: each one's name, and the key that it has in a file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


class Told(NamedTuple):
    """One wording, and the language it is in."""

    words: str
    lang: str


class Text(RootModel[Mapping[LanguageCode, Words | None]]):
    """A wording per language, by language code. Plain text: shown as typed.

    A language that is missing or empty is a gap: `kit check` lists it, and readers get the first language there is.
    """

    model_config = ConfigDict(frozen=True)

    def in_(self, lang: str) -> str:
        """Return the wording in `lang`, or the fallback when there is none."""
        return self.root.get(lang) or self.told(lang).words

    def told(self, lang: str) -> Told:
        """Return the wording in `lang` or the fallback, with the language that it really is in."""
        if words := self.root.get(lang):
            return Told(words, lang)
        return next((Told(words, code) for code, words in self.root.items() if words), Told("", lang))


class Phrases(RootModel[Mapping[LanguageCode, tuple[Words, ...] | None]]):
    """A list of wordings per language, by language code."""

    model_config = ConfigDict(frozen=True)

    def in_(self, lang: str) -> tuple[str, ...]:
        """Return the wordings in `lang`; there is no fallback, since they are words to find by."""
        return self.root.get(lang) or ()
