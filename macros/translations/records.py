"""What was noted of each translation: the digests of the text it was made from, and of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from macros.fields import LanguageCode, Strict, Words
from macros.patterns import Digests
from macros.problem import ContentError, Problem, meant
from macros.shape import fit
from macros.yaml_reader import read

SHARED, LOCAL = "tools/.translations", "local/.translations"
# The lists that all tools share, by the names of their files.
TERMS, VOCABULARY = "_terms", "_vocabulary"
# The folder of what is noted on shared pages, which a municipality does not write in.
PAGES = "docs"

# What these files look like; one that does not is read as any other YAML, and told what is wrong with it.
PART = re.compile(r"^  ([a-z_][a-z0-9_./-]*): ([0-9a-f]{12}(?: [0-9a-f]{12})?)\n", re.MULTILINE)
AS_WRITTEN = re.compile(rf"#.*\nparts:\n(?:{PART.pattern[1:]})+")


class Seen(NamedTuple):
    """The digests of a part when the two texts were last seen to say the same; `own` is empty where it is not known."""

    source: str
    own: str = ""

    @classmethod
    def of(cls, noted: str) -> Seen:
        """Read two digests."""
        return cls(*noted.split())

    def __str__(self) -> str:
        return " ".join(filter(None, self))


class TranslatedFrom(Strict):
    """In a page's front matter: the language it was translated from, and what that said then, by section."""

    lang: LanguageCode = Field(description="The language that the page was translated from.")
    sections: Mapping[Words, Digests] = Field(
        default_factory=dict,
        description="Digests of each section then, there and here; `kit translations accept` writes them.",
    )


class Kept(Strict):
    """The file of one translation; `kit translations` writes it."""

    diverged: Words | None = Field(None, description="Why the translation is another text on purpose.")
    parts: Mapping[Words, Digests] = Field(default_factory=dict, description="Digests by part: the source's, its own.")


@dataclass(frozen=True)
class Records:
    """What is noted, shared and by a municipality, by the name of the file: `steering-group.sv`, or a page's path.

    `gone` are the paths where no page is any more.
    """

    shared: Mapping[str, Kept] = field(default_factory=dict)
    own: Mapping[str, Kept] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()

    @property
    def names(self) -> list[str]:
        """The names under which something is noted."""
        return list(dict.fromkeys([*self.shared, *self.own]))

    def diverged(self, name: str) -> str:
        """Return why a translation is another text on purpose; empty where it is not."""
        return next((one.diverged for one in self._of(name) if one.diverged), "")

    def parts(self, name: str) -> tuple[Mapping[str, str], ...]:
        """Return what is noted of the parts of a translation, the municipality's own first."""
        return tuple(one.parts for one in self._of(name))

    def shared_parts(self, name: str) -> Mapping[str, str]:
        """Return what is noted of the parts of a shared translation."""
        return self.shared[name].parts if name in self.shared else {}

    def of_gone(self, lang: str) -> tuple[Mapping[str, str], ...]:
        """Return what is noted of a language's pages that are gone: they may stand elsewhere now."""
        return tuple(self.own[name].parts for name in sorted(self.gone) if name.startswith(f"{PAGES}/{lang}/"))

    def _of(self, name: str) -> list[Kept]:
        return [folder[name] for folder in (self.own, self.shared) if name in folder]


def load(root: Path) -> tuple[Records, list[Problem]]:
    """Read all files of translations."""
    problems: list[Problem] = []
    shared, own = _folder(root, SHARED, problems), _folder(root, LOCAL, problems)
    gone = frozenset(name for name in own if name.startswith(f"{PAGES}/") and not (root / name).is_file())
    return Records(shared, own, gone), problems


def _folder(root: Path, folder: str, problems: list[Problem]) -> dict[str, Kept]:
    found: dict[str, Kept] = {}
    for path in sorted((root / folder).rglob("*.yml")):
        name = path.relative_to(root / folder).as_posix().removesuffix(".yml")
        try:
            found[name] = _quickly(path) or fit(read(path, f"{folder}/{name}.yml"), Kept)
        except ContentError as error:
            problems += error.problems
    return found


def _quickly(path: Path) -> Kept | None:
    """Read a file that is just as `kit translations` writes it: there is one for each tool."""
    text = path.read_text(encoding="utf-8", errors="replace")
    parts = PART.findall(text) if AS_WRITTEN.fullmatch(text) else []
    return Kept.model_construct(diverged=None, parts=dict(parts)) if len(dict(parts)) == len(parts) > 0 else None


def strays(root: Path, records: Records, known: Collection[str], langs: Collection[str]) -> Iterator[Problem]:
    """Yield the files that are about no tool and no language there is, as hints: what they are about may have gone."""
    for name in records.names:
        if name.startswith(f"{PAGES}/"):
            there, kind, near = name not in records.gone, "page", ""
        else:
            kind, (tool, _, lang) = "tool", name.rpartition(".")
            there = tool in known and lang in langs
            near = meant(tool, known) if tool not in known else meant(lang, langs)
        if not there:
            folder = SHARED if (root / SHARED / f"{name}.yml").is_file() else LOCAL
            moved = f"If the {kind} has another name now, give it to this file too; else delete the file."
            yield Problem(f"{folder}/{name}.yml", 1, 1, f"there is no `{name}` to be translated", near or moved, "hint")
