"""What a municipality's look adds to the site: style sheets after the shared one, its own files, its logo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros import look, own_assets, palette
from macros.addresses import Address
from macros.fields import Text
from macros.site_model import Logo, Site


@dataclass(frozen=True)
class Emblem:
    """The logo as pages show it: where its files are, whose it is, and whether the ring stays beside it."""

    light: Address
    dark: Address | None
    alt: Text
    ring: bool


@dataclass(frozen=True)
class Dress:
    """The files by their address, the style sheets in their order, and the logo."""

    files: Mapping[Address, bytes] = field(repr=False)
    sheets: tuple[Address, ...]
    logo: Emblem | None


def dress(root: Path, site: Site) -> Dress:
    """Return what the site's own look adds; nothing where the look is the shared one."""
    colours = palette.sheet(look.given(site)).encode()
    sheet = f"assets/colours-{hashlib.sha256(colours).hexdigest()[:8].upper()}.css"
    folder, own = f"assets/local-{own_assets.digest(root)}", own_assets.files(root)
    files = {f"{folder}/{src}": path.read_bytes() for src, path in own.items()}
    sheets = [*([sheet] if colours else []), *([f"{folder}/{own_assets.SHEET}"] if own_assets.SHEET in own else [])]
    return Dress({**files, **({sheet: colours} if colours else {})}, tuple(sheets), _emblem(folder, site.logo))


def _emblem(folder: Address, logo: Logo | None) -> Emblem | None:
    if logo is None:
        return None
    dark = f"{folder}/{logo.dark}" if logo.dark else None
    return Emblem(f"{folder}/{logo.light}", dark, logo.alt, logo.ring)
