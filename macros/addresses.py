"""Addresses inside the site: always relative to the page, so that the site works from any folder."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

# The address of a page below the site's root, as in `da/vaerktoejer/styregruppe/`; the root itself is empty.
Address = str


@dataclass(frozen=True)
class Here:
    """Where a page stands, and so how other pages are reached from it.

    `absolute` is for pages that a host shows at any address (a 404): links then begin at the top of the host.
    """

    address: Address
    root: str
    absolute: bool = False

    def to(self, there: Address) -> str:
        """Return the link from this page to another address of the site; an anchor may follow it."""
        path, mark, anchor = there.partition("#")
        if self.absolute:
            return urlsplit(self.root).path + path + mark + anchor
        if path == self.address and anchor:
            return mark + anchor
        return _relative(path, posixpath.dirname(self.address)) + mark + anchor

    def whole(self, there: Address | None = None) -> str:
        """Return the full web address, of this page or of another."""
        return self.root + (self.address if there is None else there)


def _relative(path: Address, folder: Address) -> str:
    """Return the link to an address from a folder."""
    if path.startswith(f"{folder}/"):
        return path[len(folder) + 1 :] or "./"
    # From each of the folders beside this one, the way is the same.
    return f"../{_beyond(path, posixpath.dirname(folder))}" if folder else path or "./"


@lru_cache(maxsize=10_000)
def _beyond(path: Address, folder: Address) -> str:
    return "" if path == f"{folder}/" or not (path or folder) else _relative(path, folder)


def page_address(lang: str, url: str) -> Address:
    """Return the address of a page whose address below its language is `url`."""
    return f"{lang}/{url}"
