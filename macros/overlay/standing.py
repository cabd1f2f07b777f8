"""How a change stands towards what it was written for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from macros.overlay.finding import State


@dataclass(frozen=True)
class Stand:
    """How a change stands; see `Finding`."""

    state: State
    why: str = ""
    remedy: str = ""
    now: str | None = None
    beneath: Any = None


def against(id: str, base: str | None, now: str | None, beneath: Any) -> Stand:
    """Hold the digest of what a change of `id` was written for against that of what is there now."""
    if base == now:
        return Stand("current", now=now, beneath=beneath)
    if base is None:
        why = f"nobody has noted what this change of `{id}` was written for"
        return Stand("unrecorded", why, now=now, beneath=beneath)
    return Stand("drifted", f"`{id}` has changed since this was written", now=now, beneath=beneath)
