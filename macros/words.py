"""The words of the interface, as one language says them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

import babel
import babel.dates
import babel.numbers

from macros import spoken, unworded
from macros.fields import Text, Told
from macros.wordbook import FALLBACK

# `{name}`: a value stands here.
VALUE = re.compile(r"\{(\w+)\}")
# Browsers break lines behind a dash, unless a word joiner follows.
RANGE = re.compile(r"\d\.?–(?=\d)")


@dataclass(frozen=True)
class Words:
    """The interface's words in one language; `marked` for pages, which say what is in another (`spoken.py`)."""

    entries: Mapping[str, Text]
    lang: str
    marked: bool = False
    _said: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _seamed: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for `key`, with `{name}` replaced by the value of that name.

        Raises:
            ContentError: there are none; it says where they are asked for.
        """
        text = self._told(key)
        words = VALUE.sub(lambda found: str(values.get(found[1], found[0])), text.words) if values else text.words
        return spoken.marked(Told(words, text.lang), self.lang) if self.marked else words

    def count(self, key: str, number: int) -> str:
        """Return the words for so many: `key` is the part of the name before `_one` or `_other`."""
        form = _locale(self._told(f"{key}_other").lang).plural_form(number)
        return self(f"{key}_{form}" if f"{key}_{form}" in self.entries else f"{key}_other", number=number)

    def date(self, date: datetime.date) -> str:
        """Return a date in words, as in `21. november 2026`."""
        return babel.dates.format_date(date, "long", locale=self.locale)

    def language(self, code: str) -> str:
        """Return a language's name in this language, as in `dansk`; the code where CLDR has no name for it."""
        return str(self.locale.languages.get(code, code))

    def decimal(self, number: float) -> str:
        """Return a number with at most one decimal, as the language writes it: `3,5`."""
        return str(babel.numbers.format_decimal(number, "0.#", locale=self.locale))

    def clock(self, time: str) -> str:
        """Return a time of day such as `09:30` as the language writes it."""
        hours, minutes = map(int, time.split(":"))
        return babel.dates.format_time(datetime.time(hours, minutes), "short", locale=self.locale)

    def seamed(self, text: str) -> str:
        """Put soft hyphens at the seams of long compounds, and keep `18.–19.` whole: so they break well on a phone."""
        if text not in self._seamed:
            whole = RANGE.sub("\\g<0>\u2060", text)
            self._seamed[text] = self._seams.sub("\\1\u00ad", whole) if self.plain["seams"] else whole
        return self._seamed[text]

    def __getitem__(self, key: str) -> str:
        if key not in self._said:
            self._said[key] = self(key)
        return self._said[key]

    def _told(self, key: str) -> Told:
        if key not in self.entries:
            raise unworded.fault(key)
        return self.entries[key].told(self.lang)

    @property
    def locale(self) -> babel.Locale:
        """CLDR's data for the language, or for the fallback where CLDR has none."""
        return _locale(self.lang)

    @cached_property
    def plain(self) -> Words:
        """The same words without marks, for what is no page."""
        return replace(self, marked=False)

    @cached_property
    def _seams(self) -> re.Pattern[str]:
        first_parts = sorted(self.plain["seams"].split(), key=len, reverse=True)
        return re.compile(rf"(?i)\b({'|'.join(map(re.escape, first_parts))})(?=\w{{5}}|plan\b|team\b)")


@cache
def _locale(lang: str) -> babel.Locale:
    try:
        return babel.Locale.parse(lang.replace("-", "_"))
    except (babel.UnknownLocaleError, ValueError):
        return babel.Locale.parse(FALLBACK)
