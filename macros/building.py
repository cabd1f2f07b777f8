"""What one build works on: the content, who writes its pages, and the files that it is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from macros import assets, doors, lending, survey, telling, templates
from macros.addresses import Address, Here
from macros.admin import files as form_files
from macros.assets import Bundles
from macros.content import Content
from macros.documents import Writer
from macros.files import is_published
from macros.links import retargeted
from macros.overlay import own_docs
from macros.pages import Page
from macros.problem import ContentError
from macros.render import Renderer
from macros.today import today
from macros.unlinking import turned


@dataclass(frozen=True)
class Build:
    """What one build works on: all languages' landing page (`lang` is None), or one language.

    `told` is where the words for the language's scripts were left already; empty where they were not.
    """

    content: Content
    bundles: Bundles
    lang: str | None
    directories: bool
    told: Address = ""

    @cached_property
    def writers(self) -> list[Writer]:
        """One for each language of this build."""
        env = templates.environment(self.content.root)
        codes = [self.lang] if self.lang else list(self.content.site.built)
        renderers = [Renderer(self.content, code, env, self.directories) for code in codes]
        return [Writer(one, self.bundles, told=self.told) for one in renderers]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The language's pages by their path below `docs/<lang>/`."""
        return {page.src: page for page in self.content.pages.get(self.lang or "", ())}

    @property
    def hidden(self) -> Collection[str]:
        """The paths of the language's pages that are not shown."""
        return self.content.hidden_pages.get(self.lang or "", ())

    def languages(self) -> Iterator[Build]:
        """Yield what each language's build works on."""
        for writer in self.writers:
            yield replace(self, lang=writer.renderer.lang, told=writer.words_script)

    def keeps(self, src: str, is_page: bool) -> bool:
        """Whether a file below `docs/<lang>/` belongs to this build: the pages, and what is published beside them."""
        if self.lang is None:
            return src == "index.md"
        return (is_page or is_published(src)) and src not in self.hidden

    def own_files(self) -> Iterator[tuple[str, Path]]:
        """Yield the municipality's own files, as the path below a folder and that folder; they cover shared ones."""
        if self.lang:
            yield from own_docs.files(self.content.root, self.lang, self.pages.values(), self.hidden)

    def lent_files(self) -> Iterator[tuple[str, Path]]:
        """Yield files that other languages lend this one, where it has none, as the path and its folder."""
        return lending.files(self.content.root, [*self.pages.values()])

    def markdown(self, src: str) -> str:
        """Return the text of a page below its front matter, with what a municipality changed.

        Links to hidden pages lead nowhere until they go; those of a page that another language lends lead to where its
        own language has the pages.
        """
        page = self.pages[src]
        ways = [turned(page, self.hidden)] if self.hidden else []
        ways += [lending.led(page, self.pages.values())] if page.borrowed else []
        return retargeted(page, ways) if ways else page.body

    def html(self, src: str, content: str) -> str:
        """Return a whole page; `content` is what Markdown made of its body."""
        if self.lang is None:
            landing = Here("" if self.directories else "index.html", self.content.site.root)
            return doors.landing(self.writers, landing)
        return self.writers[0].page(self.pages[src], content)


def begun(root: Path, directories: bool, address: str | None) -> Build:
    """Read what all languages are made from; with `address`, for a site that stands there.

    Raises:
        ContentError: the content is wrong, or scripts name words that there are not.
        ValueError: the scripts or the form cannot be made.
    """
    content = survey.load(root, today())
    bundles = assets.bundles(root)
    if content.site.admin:
        form_files.decap(root)
    if missing := list(telling.problems(bundles.words, content.entries)):
        raise ContentError(missing)
    site = content.site if address is None else content.site.model_copy(update={"address": address})
    return Build(replace(content, sources={}, site=site), bundles, None, directories)
