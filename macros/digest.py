"""The one digest: whether a piece of content is still the one that was seen."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import lru_cache
from typing import Any


def digest(value: Any) -> str:
    """Return 12 hex digits that stand for a text, a list or a mapping.

    Reflowing, trailing space, line ends, soft hyphens, key order and the way of writing an accent change nothing; any
    other change does. The order of a list counts.

    Args:
        value: what JSON can hold: texts, numbers, booleans, None, lists and mappings with texts as keys.

    Raises:
        TypeError: there is something else in it.
    """
    return _of_text(value) if isinstance(value, str) else _of(value)


@lru_cache(maxsize=100_000)
def _of_text(value: str) -> str:
    return _of(value)


def _of(value: Any) -> str:
    canonical = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value.replace("\xad", "")).split())
    if isinstance(value, dict):
        return {_key(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return value


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be a text, not {key!r}")
    return unicodedata.normalize("NFC", key)
