"""What day it is, so that a build can be made again as it was."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Return the date in `KIT_TODAY` (`2026-11-21`), else that of `SOURCE_DATE_EPOCH` (seconds, UTC), else today's.

    Raises:
        ValueError: one of the two is set and cannot be read.
    """
    if given := os.environ.get("KIT_TODAY"):
        return datetime.date.fromisoformat(given)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).astimezone().date()
