"""The tools as open data: `data/tools.json`, and the schema that it keeps to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from macros.content import Content
from macros.fields import Slug, Strict, Words
from macros.model import Tool
from macros.schema import text as schema_text
from macros.vocabulary import Group, Obstacle, Phase, Term

NAME, SCHEMA = "data/tools.json", "data/tools.schema.json"


class _Named(Strict):
    id: Slug
    urls: Mapping[str, str] = Field(description="Whole web addresses by language code.")


class PublishedTool(Tool, _Named):
    """A tool with its id, and its address in each language that has a page for it."""


class Data(Strict):
    """All tools of a site, in all languages. New keys may come; those that are here stay as they are."""

    schema_address: Words = Field(alias="$schema", description="Where the schema of this file lies.")
    version: Literal[1] = Field(1, description="Goes up when a key changes its meaning or goes away.")
    address: Words
    licence: Literal["CC-BY-4.0"] = "CC-BY-4.0"
    languages: Mapping[str, str] = Field(description="The languages' names for themselves, by code.")
    phases: tuple[Phase, ...]
    roles: tuple[Group, ...]
    themes: tuple[Term, ...]
    obstacles: tuple[Obstacle, ...]
    tools: tuple[PublishedTool, ...] = Field(description="In the order of their ids.")


def data(content: Content, directories: bool = True) -> Data:
    """Return what the site publishes about its tools."""
    site, words = content.site, content.vocabulary
    return Data.model_construct(
        schema_address=f"{site.root}{SCHEMA}",
        version=1,
        licence="CC-BY-4.0",
        address=site.root,
        languages={code: language.name for code, language in site.built.items()},
        phases=words.phases,
        roles=words.roles,
        themes=words.themes,
        obstacles=words.obstacles,
        tools=tuple(
            PublishedTool.model_construct(**dict(tool), id=id, urls=_urls(id, content, directories))
            for id, tool in content.tools.items()
        ),
    )


def files(content: Content, directories: bool = True) -> dict[str, str]:
    """Return the data and its schema by their paths in the site."""
    plain = data(content, directories).model_dump_json(indent=1, by_alias=True, exclude_none=True)
    return {NAME: f"{plain}\n", SCHEMA: schema_text(Data)}


def _urls(id: str, content: Content, directories: bool) -> dict[str, str]:
    written = {lang: page for lang, page in content.kin.of_tool(id).items() if not page.borrowed}
    return {lang: f"{content.site.root}{lang}/{page.url(directories)}" for lang, page in written.items()}
