"""What is wrong in a content file, said so that an editor can put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "gap", "hint"]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place.

    `line` and `column` count from 1, as editors do. `remedy` is a whole sentence, or empty. An `error` stops the
    build; a `gap` is a wording that a language lacks; a `hint` is advice.
    """

    file: str
    line: int
    column: int
    fault: str
    remedy: str = ""
    level: Level = "error"

    def __post_init__(self) -> None:
        """Keep the fault on one line, whatever it quotes from the file."""
        if "\n" in self.fault:
            object.__setattr__(self, "fault", " ".join(self.fault.split()))

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.fault}" + (f"\n    {self.remedy}" if self.remedy else "")


class ContentError(Exception):
    """Raised with every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[ContentError], tuple[list[Problem]]]:
        """Go from one process to another as what it was made from."""
        return type(self), (self.problems,)


def nearest(word: str, known: Iterable[str]) -> str:
    """Suggest the known word closest to `word`, as a sentence; else name what is known."""
    names = list(dict.fromkeys(known))
    return meant(word, names) or (f"Known here: {listed(names)}." if names else "")


def meant(word: str, known: Iterable[str]) -> str:
    """Ask whether the known word closest to `word` was meant; nothing where none is close."""
    folded = {name.casefold().replace("_", "-"): name for name in reversed([*known])}
    key = word.casefold().strip().replace("_", "-").replace(" ", "-")
    matches = get_close_matches(key, list(folded), n=1, cutoff=0.6)
    return f"Did you mean `{folded[matches[0]]}`?" if matches else ""


def listed(names: Iterable[str]) -> str:
    """Join names as a reader would say them: `a`, `b` and `c`; of very many, the first ones."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > 20:
        quoted = [*quoted[:15], f"{len(quoted) - 15} more"]
    *first, last = quoted or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last


def shown(value: object, most: int = 60) -> str:
    """Return a value of the file as it can stand in a sentence: on one line, and not too long."""
    words = " ".join(str(value).split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
