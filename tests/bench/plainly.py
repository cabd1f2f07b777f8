"""The pages of a project as one writes them for mkdocs-material alone: what our macros show, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros import survey, today
from macros.content import Content
from macros.fields import Scalar, Text
from macros.model import AnyChecklist, Assessment, Checklist, Column, Rated, Reference, Table, Tool, Worksheet

CALL = re.compile(r'\{\{ *(\w+)\((?:"([^"]+)"(?:, form="(\w+)")?)?.*?\}\}')
TOOL = re.compile(r"\A---\n.*?^tool: *([\w-]+)$.*?^---\n", re.DOTALL | re.MULTILINE)


def write(project: Path, lang: str, docs: Path) -> None:
    """Write the pages of one language: title, summary, checklists, terms and sources; other calls show nothing."""
    content = survey.load(project, today.today())
    source = project / "docs" / lang
    for path in source.rglob("*.md"):
        page = docs / path.relative_to(source)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(content, path.read_text(encoding="utf-8"), lang), encoding="utf-8")


def _page(content: Content, text: str, lang: str) -> str:
    found = TOOL.match(text)
    if not found:
        return CALL.sub(lambda call: _shown(content, None, call, lang), text)
    tool = content.tools[found[1]]
    body = CALL.sub(lambda call: _shown(content, tool, call, lang), text[found.end() :])
    top = f"# {tool.title.in_(lang)}\n\n{tool.summary.in_(lang)}\n\n"
    return "\n".join([top + body, "", *map(_source, tool.sources), ""])


def _shown(content: Content, tool: Tool | None, call: re.Match[str], lang: str) -> str:
    name, id, form = call.groups()
    if name == "term":
        return content.terms[id].word(lang, form).words
    if name == "checklist" and tool:
        return "\n".join(_lines(next(one for one in tool.checklists if one.id == id), lang))
    return ""


def _lines(checklist: AnyChecklist, lang: str) -> Iterator[str]:
    """Yield a checklist as a task list, headings to write below, or a table."""
    yield from (f"**{checklist.title.in_(lang)}**", "", *_below(checklist.intro, lang, ""))
    if isinstance(checklist, Table):
        yield from _table(checklist, lang)
    elif isinstance(checklist, Worksheet):
        for entry in checklist.items:
            yield from (f"**{entry.text.in_(lang)}**", "", *_below(entry.help, lang, ""))
            yield from (f"- [ ] {choice.text.in_(lang)}" for choice in entry.choices)
            yield ""
    else:
        yield from _items(checklist, lang)


def _items(checklist: Checklist | Assessment, lang: str) -> Iterator[str]:
    for item in checklist.items:
        yield from (f"- [ ] {item.text.in_(lang)}", "", *_below(item.help, lang, "    "))
        if isinstance(item, Rated):
            for number, level in enumerate((item.levels.one, item.levels.three, item.levels.five)):
                yield f"    - {1 + 2 * number}: {level.in_(lang)}"
            yield ""


def _table(table: Table, lang: str) -> Iterator[str]:
    def row(cells: Iterator[str]) -> str:
        return f"| {' | '.join(cells)} |"

    yield row(column.text.in_(lang) for column in table.columns)
    yield row("---" for _ in table.columns)
    for example in table.examples:
        yield row(_cell(column, example.values.get(column.id, ""), lang) for column in table.columns)
    for _ in range(table.rows):
        yield row(" " for _ in table.columns)
    yield ""


def _cell(column: Column, value: Text | Scalar, lang: str) -> str:
    if isinstance(value, Text):
        return value.in_(lang)
    return next((choice.text.in_(lang) for choice in column.choices if choice.id == value), str(value))


def _below(text: Text | None, lang: str, indent: str) -> Iterator[str]:
    if text:
        yield from (indent + text.in_(lang), "")


def _source(source: Reference) -> str:
    title = f"[{source.title}]({source.url})" if source.url else source.title
    return f"- {', '.join(str(part) for part in (source.author, title, source.publisher, source.year) if part)}"
