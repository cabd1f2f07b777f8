"""What a new page begins with: a file for each language, in which everything but the text stands."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from macros import page_reader, wording
from macros.answers import WrongAnswer
from macros.canonical import quoted
from macros.content import Content
from macros.starter import headings, home
from macros.starter.kinds import KINDS, Begun

# What `kit check` lists as still to be written, when the key is there and nothing behind it.
Value = str | Sequence[str]


@dataclass(frozen=True)
class Said:
    """What is known of a new page; `fields` are the values of its front matter by key and language."""

    kind: str
    pair: str
    titles: Mapping[str, str]
    fields: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    contact: str = ""
    foot: bool = False


def files(content: Content, said: Said, today: datetime.date) -> dict[str, str]:
    """Return the new page's files by their path in the repository.

    Raises:
        WrongAnswer: such a page is there already, or cannot be.
    """
    begun, made = KINDS[said.kind], dict[str, str]()
    home.refuse_pair(content, said.pair)
    for lang, title in said.titles.items():
        file = home.page(home.is_own(content.root, said.pair), lang, home.folder(content, begun, lang), title)
        made[file] = _text(content, begun, said, lang, today)
        _refuse_unfit(made[file], lang, file)
    home.refuse_taken(content, made)
    return made


def _text(content: Content, begun: Begun, said: Said, lang: str, today: datetime.date) -> str:
    front = {"title": said.titles[lang], "kind": begun.kind, "pair": said.pair, "summary": ""}
    known: dict[str, Value] = {
        **{key: by_lang.get(lang, "") for key, by_lang in said.fields.items()},
        **{"reviewed": str(today), "updated": str(today), "related": said.related, "contact": said.contact},
        "foot": "true" if said.foot else "",
    }
    lines = [line for key, text in front.items() if (key, text) != ("kind", "page") for line in _entry(key, text)]
    for key in begun.fields:
        if key != "foot" or said.foot:
            lines += _entry(key, known.get(key, ""))
    return "\n".join(["---", *lines, "---", *_body(content, begun, said, lang)]).rstrip() + "\n"


def _entry(key: str, value: Value) -> list[str]:
    if key in ("themes", "related"):
        return [f"{key}:", *(f"  - {quoted(one)}" for one in value)] if value else [f"{key}: []"]
    return [f"{key}: {value if key == 'foot' else quoted(str(value))}".rstrip() if value else f"{key}:"]


def _body(content: Content, begun: Begun, said: Said, lang: str) -> list[str]:
    lines: list[str] = []
    for id, heading in headings.called(content, said.kind, lang).items():
        lines += [f"## {heading} {{: #{id} }}", ""]
        if begun.kind == "theme" and id == "tools" and said.related:
            lines += [f"{{{{ tool_cards(ids={json.dumps(said.related)}) }}}}", ""]
    return lines


def _refuse_unfit(text: str, lang: str, file: str) -> None:
    """Each answer was right by itself; together they must be, too."""
    page, problems = page_reader.made(text, lang, file, PurePosixPath(file).name)
    if found := next(iter([*problems, *wording.unfit(page.source)]), None):
        raise WrongAnswer(f"The page would not be right: {found.fault}. {found.remedy}".strip())
