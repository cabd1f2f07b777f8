"""What day it is, so that a build can be made again as it was."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """Return the date in `KIT_TODAY` (`2026-11-21`), else that of `SOURCE_DATE_EPOCH` (seconds, UTC), else today's.

    Raises:
        ValueError: one of the two is set and cannot be read; its message is a sentence with a remedy.
    """
    if given := os.environ.get("KIT_TODAY"):
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            raise ValueError(f"KIT_TODAY is `{given}`, not a date. Write it as in `2026-11-21`.") from None
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"SOURCE_DATE_EPOCH is `{epoch}`, not seconds since 1970. Write digits only.") from None
    return datetime.datetime.now(datetime.UTC).astimezone().date()
