"""The shared pages cut into sections, by rules of our own: what is tested is not asked."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.forks.ledger import Ledger

HEADING = re.compile(r"^## (?P<words>.+?) \{: #(?P<id>[\w-]+)(?P<rest>[^}]*)\}$", re.MULTILINE)
PLAIN = re.compile(r"[^\W\d_]")

# What a page at a path says, told otherwise.
Telling = Callable[[str, str], str]


@dataclass
class Section:
    """One section; `text` is what stands below its heading, without the empty lines around it."""

    id: str
    words: str
    rest: str
    text: str


@dataclass
class Chapter:
    """One page whose sections all have ids; `key` is what names it in `local/`."""

    path: str
    lang: str
    key: str
    front: str
    opening: str
    sections: list[Section]

    def section(self, id: str) -> Section | None:
        """Return one section, or None where there is none."""
        return next((one for one in self.sections if one.id == id), None)


@dataclass
class Chapters:
    """The pages by key and language; `moved` are the old paths of files to be deleted."""

    root: Path
    ledger: Ledger
    pages: dict[tuple[str, str], Chapter] = field(default_factory=dict)
    changed: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for lang in ("da", "sv"):
            for path in sorted((self.root / "docs" / lang).rglob("*.md")):
                if one := _read(path, path.relative_to(self.root).as_posix(), lang):
                    self.pages[one.key, lang] = one

    def both(self, key: str) -> list[Chapter]:
        """Return a page in both languages."""
        return [self.pages[key, lang] for lang in ("da", "sv")]

    def keys(self) -> list[str]:
        """Return the keys of pages that are there in both languages, with the same sections."""
        found = [key for key, lang in self.pages if lang == "da" and (key, "sv") in self.pages]
        return [key for key in found if len({tuple(s.id for s in one.sections) for one in self.both(key)}) == 1]

    def note(self, chapter: Chapter, section: Section | None = None) -> None:
        """Note that a page is to be written, and where a section is given, that its words have changed."""
        self.changed.add((chapter.key, chapter.lang))
        if section:
            self.ledger.note((chapter.key, chapter.lang, section.id))

    def everywhere(self, lang: str, told: Telling) -> None:
        """Tell all pages of a language otherwise, these and those that we do not cut."""
        ours = {one.path: one for one in self.pages.values() if one.lang == lang}
        for path in sorted((self.root / "docs" / lang).rglob("*.md")):
            name = path.relative_to(self.root).as_posix()
            if name not in ours and (text := path.read_text("utf-8")) != told(name, text):
                path.write_bytes(told(name, text).encode())
        for one in ours.values():
            one.opening, one.front = told(one.path, one.opening), told(one.path, one.front)
            self.changed.add((one.key, lang))
            for section in one.sections:
                text, section.text = section.text, told(one.path, section.text)
                if text != section.text:
                    self.note(one, section)

    def renamed(self, tool: str, old: str, new: str) -> None:
        """Call a checklist by another id on all pages that show it."""
        for (key, lang), one in self.pages.items():
            other = rf', tool="{tool}"' if key != tool else ""
            before, after = rf'checklist\("{old}"{other}\)', f'checklist("{new}"{other})'
            for section in one.sections:
                text, section.text = section.text, re.sub(before, after, section.text)
                if text != section.text:
                    self.changed.add((key, lang))
                    self.note(one, section)

    def write(self, drawn: random.Random) -> None:
        """Write the pages that have changed, and some of the others reflowed."""
        for key, one in self.pages.items():
            reflowing = drawn.random() < 0.1
            if key in self.changed or reflowing:
                text = written(one, drawn if reflowing else None)
                if reflowing and drawn.random() < 0.4:
                    text = text.replace("\n", "\r\n")
                (self.root / one.path).write_bytes(text.encode())
        self.changed.clear()


def written(one: Chapter, drawn: random.Random | None) -> str:
    """Return a page's text; with something to draw from, its paragraphs broken at other places."""
    parts = [f"---\n{one.front}---\n", *([f"{one.opening}\n\n"] if one.opening else [])]
    for section in one.sections:
        text = "\n".join(reflowed(section.text, drawn)) if drawn else section.text
        parts.append(f"## {section.words} {{: #{section.id}{section.rest}}}\n\n{text}\n\n")
    return "".join(parts).rstrip("\n") + "\n"


def reflowed(text: str, drawn: random.Random) -> Iterator[str]:
    """Break the lines of paragraphs, where that changes nothing that is read."""
    for line in text.split("\n"):
        words = line.split(" ")
        cuts = [n for n in range(3, len(words) - 1) if _is_cut(words, n)] if PLAIN.match(line) else []
        if not cuts or drawn.random() < 0.4:
            yield line + " " * (PLAIN.match(line) is not None and drawn.random() < 0.2)
            continue
        at = drawn.choice(cuts)
        yield " ".join(words[:at])
        yield " ".join(words[at:])


def _is_cut(words: list[str], at: int) -> bool:
    """Whether a line can end before a word: nothing is open there, and the word begins no block."""
    before = " ".join(words[:at])
    closed = all(before.count(left) == before.count(right) for left, right in ("[]", "()", "{}", "<>"))
    return closed and not (before.count("*") + before.count("`")) % 2 and bool(PLAIN.match(words[at]))


def _read(path: Path, name: str, lang: str) -> Chapter | None:
    text = path.read_text("utf-8")
    found = re.match(r"---\n(?P<front>.*?)---\n(?P<body>.*)", text, re.DOTALL)
    key = re.search(r"^(?:tool|pair): (\S+)$", found["front"], re.MULTILINE) if found else None
    if not found or not key:
        return None
    body = found["body"]
    heads = [*HEADING.finditer(body)]
    if not heads or len(heads) != len(re.findall(r"^## ", body, re.MULTILINE)) or "```" in body or "<!--" in body:
        return None
    ends = [*(head.start() for head in heads[1:]), len(body)]
    sections = [
        Section(head["id"], head["words"], head["rest"], body[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    ]
    return Chapter(name, lang, key[1], found["front"], body[: heads[0].start()].strip(), sections)
