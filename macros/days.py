"""Days as people write them, and as this site does."""

from __future__ import annotations

import datetime
import re

BETWEEN = r"(?:[-/.]|[-/.]? )"
# A whole text that looks like one day: `2026-11-21`, `21/11 2026`, `21.11.26`.
YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}}){BETWEEN}(?P<month>\d{{1,2}}){BETWEEN}(?P<day>\d{{1,2}})")
DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}}){BETWEEN}(?P<month>\d{{1,2}}){BETWEEN}(?P<year>\d{{4}}|\d\d)")


def looks_like_one(words: str) -> bool:
    """Whether a text is meant as one day, in the calendar or not."""
    return bool(YEAR_FIRST.fullmatch(words.strip()) or DAY_FIRST.fullmatch(words.strip()))


def wrong(name: str, words: str) -> tuple[str, str]:
    """Say that a text is no date as this site writes them, and which one it is."""
    found = YEAR_FIRST.fullmatch(words.strip()) or DAY_FIRST.fullmatch(words.strip())
    fault = f"{name} must be a date, as in `2026-11-21`, not `{words}`"
    if not found:
        return fault, ""
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    try:
        day = datetime.date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return f"{name} is `{words}`, a day that no calendar has", "Write a date as in `2026-11-21`."
    return fault, f"Write `{day}`."
