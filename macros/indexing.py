"""What search engines are told: whether to list the site, and which site's page is the original."""

from __future__ import annotations

from pathlib import Path

from macros.addresses import page_address
from macros.content import Content
from macros.own import is_own
from macros.pages import Page
from macros.site_model import Site

# Pages that a municipality's site has in its own right: its front page, and the lists of what it shows.
OWN = ("home", "catalogue", "plan", "search")
# What pairs the pages that speak of the site itself.
ABOUT = ("about", "accessibility", "privacy", "status")


def robots(site: Site) -> str:
    """Return `robots.txt`. It keeps nobody out: a page that is not read cannot say that it is not to be listed."""
    lines = ["User-agent: *", "Disallow:"]
    return "\n".join(lines if site.unlisted else [*lines, "", f"Sitemap: {site.root}sitemap.xml"]) + "\n"


def original(content: Content, page: Page) -> str:
    """Return the whole address of the shared page that this one repeats; empty where it stands for itself."""
    upstream = content.upstream if content.site.canonical != "own" else ""
    if not upstream or page.front.kind in OWN or page.front.pair in ABOUT or _is_changed(content.root, page):
        return ""
    return upstream.rstrip("/") + "/" + page_address(page.spoken, page.url())


def _is_changed(root: Path, page: Page) -> bool:
    """Whether anything of the page, or of its tool, is the municipality's own."""
    front, local = page.front, root / "local"
    if is_own(page.file):
        return True
    own = [local / "docs" / page.spoken / f"{id}.sections.yml" for id in (front.tool, front.pair) if id]
    own += [local / "tools" / f"{front.tool}.patch.yml"] if front.tool else []
    return any(path.exists() for path in own)
