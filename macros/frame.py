"""The head and the frame that every page has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.addresses import Address, page_address
from macros.dress import Emblem
from macros.edits import Edit


@dataclass(frozen=True)
class Sister:
    """The page in another language; where it is not written in that (`address` is None), what stands in its place."""

    lang: str
    name: str
    address: Address | None
    target: Address
    whole: str


@dataclass(frozen=True)
class Document:
    """The head and the frame of a page.

    `canonical` is its whole address; `original` that of the shared site's page, where this one repeats it; `lent` says
    that another language lends it.
    """

    lang: str
    kind: str
    title: str
    heading: str
    description: str
    site_name: str
    site_description: str
    sender: str
    home: Address
    catalogue: Address
    plan: Address | None
    search: Address | None
    words: Address
    menu: Markup
    languages: tuple[Sister, ...] = ()
    canonical: str = ""
    original: str = ""
    noindex: bool = False
    foot: Sequence[tuple[str, Address]] = ()
    edits: Sequence[Edit] = ()
    lent: str = ""
    behind: str = ""
    feedback: str | None = None
    statement: str | None = None
    owner: str | None = None
    logo: Emblem | None = None
    styles: tuple[Address, ...] = ()
    scripts: tuple[Address, ...] = ()
    early: tuple[Address, ...] = ()

    @property
    def feed(self) -> Address:
        """The address of what is new in the language."""
        return page_address(self.lang, "feed.xml")

    @property
    def others(self) -> tuple[Sister, ...]:
        """The other languages, each with where its link leads."""
        return tuple(other for other in self.languages if other.lang != self.lang)
