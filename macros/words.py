"""The words of the interface: `words.yml`, covered key by key by `local/words.yml`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import babel
import babel.dates
from pydantic import RootModel

from macros import settings
from macros.model import Text
from macros.shape import fit
from macros.source import Source, read

HERE = Path(__file__).with_name("words.yml")
SHARED, LOCAL = "macros/words.yml", "local/words.yml"
FALLBACK = "da"


class Entries(RootModel[Mapping[str, Text]]):
    """Wordings by key. A key that ends in `_one` or `_other` is a plural form, by CLDR's names."""


@dataclass(frozen=True)
class Words:
    """The interface's words in one language."""

    entries: Mapping[str, Text]
    lang: str

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for `key`, with `{name}` replaced by the value of that name."""
        text = self.entries[key].in_(self.lang)
        return re.sub(r"\{(\w+)\}", lambda found: str(values.get(found[1], found[0])), text)

    def count(self, key: str, number: int) -> str:
        """Return the words for so many: `key` is the part of the name before `_one` or `_other`."""
        form = self.locale.plural_form(number)
        return self(f"{key}_{form}" if f"{key}_{form}" in self.entries else f"{key}_other", number=number)

    def date(self, date: datetime.date) -> str:
        """Return a date in words, as in `21. november 2026`."""
        return babel.dates.format_date(date, "long", locale=self.locale)

    def language(self, code: str) -> str:
        """Return a language's name in this language, as in `dansk`; the code where CLDR has no name for it."""
        return str(self.locale.languages.get(code, code))

    def clock(self, time: str) -> str:
        """Return a time of day such as `09:30` as the language writes it."""
        hours, minutes = map(int, time.split(":"))
        return babel.dates.format_time(datetime.time(hours, minutes), "short", locale=self.locale)

    def seamed(self, text: str) -> str:
        """Put soft hyphens at the seams of long compounds, so that they break well on a phone."""
        return self._seams.sub("\\1\u00ad", text) if self["seams"] else text

    def __getitem__(self, key: str) -> str:
        return self(key)

    @property
    def locale(self) -> babel.Locale:
        """CLDR's data for the language, or for the fallback where CLDR has none."""
        try:
            return babel.Locale.parse(self.lang.replace("-", "_"))
        except (babel.UnknownLocaleError, ValueError):
            return babel.Locale.parse(FALLBACK)

    @property
    def _seams(self) -> re.Pattern[str]:
        first_parts = sorted(self("seams").split(), key=len, reverse=True)
        return re.compile(rf"(?i)\b({'|'.join(map(re.escape, first_parts))})(?=\w{{5}})")


def source(root: Path) -> Source:
    """Read the words, the municipality's own laid over them.

    Raises:
        ContentError: with the problems of the first file that has any.
    """
    shared = read(HERE, SHARED)
    return settings.covered(shared, read(root / LOCAL, LOCAL)) if (root / LOCAL).is_file() else shared


def load(found: Source) -> Mapping[str, Text]:
    """Return the wordings by key.

    Raises:
        ContentError: when one of them is not a wording.
    """
    return fit(found, Entries).root
