"""Which page is which in another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.pages import Page

ByLanguage = Mapping[str, tuple[Page, ...]]


class Kin:
    """Pages of several languages, by what pairs them."""

    def __init__(self, pages: Mapping[str, Iterable[Page]]) -> None:
        self._groups: dict[str, dict[str, Page]] = {}
        for lang, read in pages.items():
            for page in read:
                if page.key is not None:
                    self._groups.setdefault(page.key, {})[lang] = page

    def sisters(self, page: Page) -> dict[str, Page]:
        """Return the page's sisters by language, itself left out."""
        found = self._groups.get(page.key or "", {})
        return {lang: other for lang, other in found.items() if lang != page.lang}

    def of_tool(self, id: str) -> dict[str, Page]:
        """Return the pages of a tool by language."""
        return self._groups.get(f"tool {id}", {})

    def group(self, page: Page) -> dict[str, Page]:
        """Return the page and its sisters by language."""
        return {**self.sisters(page), page.lang: page}
