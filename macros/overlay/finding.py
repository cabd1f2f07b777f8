"""How each of a municipality's changes stands towards the shared content beneath it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from macros.problem import Problem
from macros.source import Mark

# `current`: what it was written for is still there. `unrecorded`: nobody noted what it was written for.
# `drifted`: that has changed since; the change is made all the same. `obsolete`: it changes nothing any more.
# `broken`: it cannot be made, and is left out. `faulty`: something is wrong in it, and the build stops.
State = Literal["current", "unrecorded", "drifted", "obsolete", "broken", "faulty"]


@dataclass(frozen=True)
class Finding:
    """One change, and how it stands.

    `mark` is where it is written in `local/`; `path` is the shared file that it changes, `target` the id in it (`.` is
    the whole). `base` is the digest that it notes, `now` that of what it depends on today, None where that is gone;
    `beneath` is what the shared content says today, and `own` what it puts there, both as plain data. `remedy` is what
    to do about it, where that is not what the state says.
    """

    mark: Mark
    path: str
    target: str
    op: str
    state: State
    why: str = ""
    base: str | None = None
    now: str | None = None
    beneath: Any = None
    own: Any = None
    remedy: str = ""

    @property
    def problem(self) -> Problem | None:
        """What `kit check` says of it; nothing where it stands well."""
        if self.state == "current":
            return None
        remedy = (
            self.remedy
            or {
                "unrecorded": "Run `kit local accept` to note what it was written for.",
                "drifted": "Read both with `kit local check`; then change yours, or run `kit local accept`.",
                "obsolete": "Take it away.",
                "broken": "It is left out until you mend it or take it away.",
                "faulty": "The site is not built until this is put right.",
            }[self.state]
        )
        return Problem(*self.mark, self.why, remedy, level="hint")
