"""The words of the interface: `words.yml`, covered key by key by `local/words.yml`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from pathlib import Path

import babel
import babel.dates
import babel.numbers
from pydantic import RootModel

from macros import spoken, unworded
from macros.covering import with_local
from macros.fields import Text, Told
from macros.problem import ContentError, Problem, listed, nearest
from macros.shape import fit
from macros.source import Source
from macros.yaml_reader import read

HERE = Path(__file__).with_name("words.yml")
SHARED, LOCAL = "macros/words.yml", "local/words.yml"
# What our own words are written in, whatever languages a site has; the first of them is written always.
OURS = ("da", "sv")
FALLBACK = OURS[0]
# `{name}`: a value stands here.
VALUE = re.compile(r"\{(\w+)\}")
# Browsers break lines behind a dash, unless a word joiner follows.
RANGE = re.compile(r"\d\.?–(?=\d)")


class Entries(RootModel[Mapping[str, Text]]):
    """Wordings by key. A key that ends in `_one` or `_other` is a plural form, by CLDR's names."""


@dataclass(frozen=True)
class Words:
    """The interface's words in one language; `marked` for pages, which say what is in another (`spoken.py`)."""

    entries: Mapping[str, Text]
    lang: str
    marked: bool = False
    _said: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

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
        whole = RANGE.sub("\\g<0>\u2060", text)
        return self._seams.sub("\\1\u00ad", whole) if self.plain["seams"] else whole

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
        return re.compile(rf"(?i)\b({'|'.join(map(re.escape, first_parts))})(?=\w{{5}})")


@cache
def _locale(lang: str) -> babel.Locale:
    try:
        return babel.Locale.parse(lang.replace("-", "_"))
    except (babel.UnknownLocaleError, ValueError):
        return babel.Locale.parse(FALLBACK)


def source(root: Path) -> Source:
    """Read the words, the municipality's own laid over them.

    Raises:
        ContentError: with the problems of the first file that has any.
    """
    return with_local(root, partial(read, HERE, SHARED), LOCAL)


def load(found: Source) -> Mapping[str, Text]:
    """Return the wordings by key.

    Raises:
        ContentError: one of them is not a wording, a key is missing, or a value's name is unknown.
    """
    entries = fit(found, Entries).root
    if problems := list(_problems(found, entries)):
        raise ContentError(problems)
    return entries


def _problems(found: Source, entries: Mapping[str, Text]) -> Iterator[Problem]:
    """Hold the words against those that the templates were written for."""
    shared = fit(read(HERE, SHARED), Entries).root
    for key in shared:
        if key not in entries:
            yield found.problem((key,), f"`{key}` has no words", "Write them, or take the line away.")
    for key, text in entries.items():
        plural = key.rpartition("_")[0]
        if key not in shared and f"{plural}_other" not in shared:
            continue
        known = _values(shared.get(key) or shared[f"{plural}_other"])
        for lang in text.root:
            for name in sorted(_values(text, lang) - known) + _stray(text.in_(lang)):
                remedy = (
                    f"Here can stand {listed(f'{{{one}}}' for one in sorted(known))}." if known else "Take it away."
                )
                yield found.problem((key, lang), f"`{{{name}}}` stands for nothing here", remedy)


def unread(found: Source) -> Iterator[Problem]:
    """Yield a hint for each key of a municipality's that nothing reads: a merge may have taken what read it."""
    shared = fit(read(HERE, SHARED), Entries).root
    for key in found.data if isinstance(found.data, dict) else ():
        if key not in shared and f"{key.rpartition('_')[0]}_other" not in shared:
            near = nearest(key, shared)
            remedy = near if near.startswith("Did") else "Take the line away."
            yield found.problem((key,), f"`{key}` is not a key of the interface", remedy, "hint")


def _values(text: Text, lang: str = FALLBACK) -> set[str]:
    return set(re.findall(r"\{([^{}]*)\}", text.in_(lang)))


def _stray(text: str) -> list[str]:
    """Braces without their sister."""
    return re.findall(r"[{}]", re.sub(r"\{[^{}]*\}", "", text))
