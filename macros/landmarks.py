"""The addresses of a language's pages, and of those that all others lead to."""

from __future__ import annotations

from macros.addresses import Address, page_address
from macros.pages import Page


class Landmarks:
    """Where the pages of one language stand; `directories` says whether addresses end in folders."""

    def __init__(self, pages: tuple[Page, ...], lang: str, directories: bool = True) -> None:
        self.pages, self.lang, self.directories = pages, lang, directories
        self._of_kind: dict[str, Page] = {page.front.kind: page for page in reversed(pages)}
        self._of_phase = {page.front.phase: page for page in reversed(pages)}

    @property
    def home(self) -> Address:
        """The address of the language's front page."""
        return page_address(self.lang, "" if self.directories else "index.html")

    @property
    def catalogue(self) -> Address:
        """The address of the list of all tools; the front page where there is no such page."""
        return self._first("catalogue") or self.home

    @property
    def plan(self) -> Address | None:
        """The address of the readers' plan; None where the language has no such page."""
        return self._first("plan")

    @property
    def guide(self) -> Address | None:
        """The address of “find your tool”; None where the language has no such page."""
        return self._first("guide")

    @property
    def glossary(self) -> Address | None:
        """The address of the list of terms; None where the language has no such page."""
        return self._first("glossary")

    @property
    def search(self) -> Address | None:
        """The address of the search page; None where the language has none."""
        return self._first("search")

    def about_phase(self, id: str) -> Address:
        """The address of the phase's own page; its place in the catalogue where it has none."""
        own = self._of_phase.get(id)
        return self.address(own) if own else f"{self.catalogue}#{id}"

    def address(self, page: Page) -> Address:
        """The page's address below the site's root."""
        return page_address(page.lang, page.url(self.directories))

    def _first(self, kind: str) -> Address | None:
        found = self._of_kind.get(kind)
        return self.address(found) if found else None
