"""What has truly changed in the shared content, counted apart from the code that is to notice it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

# What a change can depend on: `(serial, field, language)` of a text in a tool, `(serial,)` of a whole item,
# `(page, language, section)` of a section's text.
Unit = tuple[str | int, ...]


@dataclass
class Ledger:
    """How often the words of each unit have changed; writing them in another way is no change."""

    changes: Counter[Unit] = field(default_factory=Counter)

    def note(self, *units: Unit) -> None:
        """Count one true change of each of these."""
        self.changes.update(units)

    def seen(self, units: tuple[Unit, ...]) -> tuple[int, ...]:
        """Return what a municipality sees of these today."""
        return tuple(self.changes[unit] for unit in units)
