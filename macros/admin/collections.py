"""What the form lists: the tools and the pages that may be written here, with the fields of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.admin.fields import Field, Lists, fields
from macros.content import Content
from macros.front import Front
from macros.model import Tool
from macros.overlay import patches
from macros.pages import Page
from macros.settings import LOCAL
from macros.starter import tool as starting

# A municipality's own files begin here; what is to go is deleted by hand.
NEW: Field = {"create": True, "delete": False, "sortable_fields": []}
# What a page of a municipality's own can say above its text; the first gives its file a name.
OWN_PAGE = ("title", "summary", "pair", "only", "contact", "foot")
OWN_TOOL_PAGE = ("tool", "only")


def is_fork(root: Path) -> bool:
    """Whether this is a municipality's project, where only `local/` is written."""
    return (root / LOCAL).exists()


def formats(lists: Lists, content: Content) -> dict[str, list[Field]]:
    """Return all fields of a tool's file, and of a page's in each language."""
    pages = {f"page-{lang}": [*fields(Front, lists), _body(lang, lists)] for lang in content.site.built}
    return {"tool": fields(Tool, lists), **pages}


def collections(content: Content, lists: Lists, every: dict[str, list[Field]]) -> list[Field]:
    """Return Decap's collections: a municipality's own tools and pages in its fork, else the shared ones."""
    made = list((_own if is_fork(content.root) else _shared)(content, lists, every))
    return [{"editor": {"preview": False}, **one} for one in made]


def _shared(content: Content, lists: Lists, every: dict[str, list[Field]]) -> Iterator[Field]:
    words = lists.words
    files = [tool for tool in content.tools if (content.root / f"tools/{tool}.yml").exists()]
    tools = {id: content.tools[id].title.in_(words.lang) for id in sorted(files)}
    yield {
        "name": "tools",
        "label": words["tools"],
        "description": words("tools_hint", command="kit new"),
        "format": "tool",
        "files": [
            # Their fields are those of the format; the page puts them there, which keeps the settings small.
            {"name": id, "label": title, "file": f"tools/{id}.yml"}
            for id, title in sorted(tools.items(), key=lambda one: one[1].casefold())
        ],
    }
    for lang, pages in content.pages.items():
        yield {
            "name": f"pages-{lang}",
            "label": words("pages", language=content.site.languages[lang].name),
            "format": f"page-{lang}",
            "files": [_file(page, content, every[f"page-{lang}"]) for page in pages],
        }


def _file(page: Page, content: Content, every: list[Field]) -> Field:
    """Return a page's entry; its form shows what the page says above its text."""
    tool = content.tools.get(page.front.tool or "") or content.hidden_tools.get(page.front.tool or "")
    written = set(page.source.data or ())
    # A tool's page without its tool would be nobody's.
    shown = [
        field | {"required": field["name"] == "tool" or field["required"]}
        for field in every
        if field["name"] in written | {"body"}
    ]
    title = page.front.title or (tool.title.in_(page.lang) if tool else page.src)
    name = page.src.removesuffix(".md").replace("/", "--")
    return {"name": name, "label": title, "file": page.file, "fields": shown}


def _own(content: Content, lists: Lists, every: dict[str, list[Field]]) -> Iterator[Field]:
    words, first = lists.words, next(iter(lists.languages))
    yield {
        "name": "tools",
        "label": words["own_tools"],
        "label_singular": words["own_tools_singular"],
        "folder": patches.FOLDER,
        "filter": {"field": "#is", "value": "tool"},
        "format": "tool",
        "slug": f"x-{{{{fields.title.{first}}}}}",
        "identifier_field": f"title.{first}",
        "summary": f"{{{{title.{first}}}}}",
        "fields": every["tool"],
        "extension": "yml",
        **NEW,
    }
    for lang, language in content.site.built.items():
        folder = f"local/docs/{lang}"
        known = {field["name"]: field for field in every[f"page-{lang}"]}
        pages = [known[name] for name in (*OWN_PAGE, "body")]
        yield _own_pages("own_pages", folder, lang, language.name, pages, lists)
        begun = known["body"] | {"default": starting.sections(content, lang)}
        about = [*(known[name] for name in OWN_TOOL_PAGE), begun]
        yield _own_pages("own_tool_pages", f"{folder}/{language.tools}", lang, language.name, about, lists)


def _own_pages(name: str, folder: str, lang: str, language: str, shown: list[Field], lists: Lists) -> Field:
    """Return the pages of a folder; the first field gives a new one its name."""
    first = shown[0]["name"]
    return {
        "name": f"{name.replace('_', '-')}-{lang}",
        "label": lists.words(name, language=language),
        "label_singular": lists.words["page_singular"],
        "folder": folder,
        "extension": "md",
        "format": f"page-{lang}",
        "slug": f"{{{{fields.{first}}}}}",
        "identifier_field": first,
        "summary": "{{filename}}",
        "fields": [shown[0] | {"required": True}, *shown[1:]],
        **NEW,
    }


def _body(lang: str, lists: Lists) -> Field:
    words = {"label": lists.words["body"], "hint": lists.words["body_hint"]}
    return {"name": "body", "widget": "kit-page", "lang": lang, "required": False, **words}
