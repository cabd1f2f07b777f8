"""Bigger projects than this one: its tools and their pages again under new ids, word for word or varied."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

# What a word is made into another with: `plan` into `skoleplan`. Words of both languages, or near enough to measure by.
AREAS = (
    "bolig by børne dag familie fond fritid have havne helse idræts job kost krise kultur lands lokal lære miljø "
    "motion natur net park plads region rejse ro skole sogne social sport søvn teknik trafik ung velfærd vej "
    "vinter voksen ældre øko"
)
# So many of the words of a varied copy become others. The words then grow about as Heaps' law has it (exponent 0.6).
SHARE = 0.14
LETTERS = r"[^\W\d_]{5,}"
# What a page says, behind what is an address, a call or an id in it.
SAID = re.compile(rf"\{{\{{.*?\}}\}}|\{{:.*?\}}|\]\(.*?\)|\[\^.*?\]|https?:\S+|({LETTERS})")


def grown(project: Path, size: int, varied: bool = False) -> Path:
    """Bring the project to so many tools, by copying the ones it has under new ids."""
    sources = sorted((project / "tools").glob("[!_]*.yml"))
    pages = {source.stem: list(pages_of(project, source.stem)) for source in sources}
    for number in range(len(sources), size):
        source = sources[number % len(sources)]
        id = f"{source.stem}-{number}"
        drawn = random.Random(id) if varied else None
        tool = source.read_text(encoding="utf-8")
        (project / f"tools/{id}.yml").write_text(other_tool(tool, drawn) if drawn else tool, encoding="utf-8")
        for page in pages[source.stem]:
            text = page.read_text(encoding="utf-8").replace(f"tool: {source.stem}\n", f"tool: {id}\n", 1)
            text = other_page(text, drawn) if drawn else text
            page.with_name(f"{page.stem}-{number}.md").write_text(text, encoding="utf-8")
    return project


def pages_of(project: Path, id: str) -> Iterator[Path]:
    """Yield the pages of a tool in all languages."""
    for page in (project / "docs").rglob("*.md"):
        if f"tool: {id}\n" in page.read_text(encoding="utf-8"):
            yield page


def other_tool(text: str, drawn: random.Random) -> str:
    """Return a tool's file with other words in its texts and in its title, and its search words in another order."""

    def told(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: (said if key in ("da", "sv") else told)(one) for key, one in value.items()}
        return [told(one) for one in value] if isinstance(value, list) else value

    def said(value: Any) -> Any:
        return [said(one) for one in value] if isinstance(value, list) else other_words(value, drawn)

    tool = told(yaml.load(text, yaml.CBaseLoader))
    tool["title"] = {
        lang: f"{drawn.choice(AREAS.split()).title()}{title.lower()}" for lang, title in tool["title"].items()
    }
    for words in tool.get("synonyms", {}).values():
        drawn.shuffle(words)
    return yaml.dump(tool, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)


def other_page(text: str, drawn: random.Random) -> str:
    """Return a page with other words below its front matter."""
    _, front, body = text.split("---\n", 2)
    return f"---\n{front}---\n" + other_words(body, drawn)


def other_words(text: str, drawn: random.Random) -> str:
    """Return a text in which some words are made into others."""
    return SAID.sub(lambda found: other_word(found[1], drawn) if found[1] else found[0], text)


def other_word(word: str, drawn: random.Random) -> str:
    return drawn.choice(AREAS.split()) + word.lower() if drawn.random() < SHARE else word
