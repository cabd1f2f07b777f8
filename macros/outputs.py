"""Files of the site that are no pages: 404, moved addresses, sitemaps, feeds, data, headers, blank copies."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from macros import doors, feed, indexing, opendata, policy, status
from macros.addresses import Here, page_address
from macros.admin import files as form_files
from macros.admin import publishing
from macros.content import Content
from macros.dated import date_of
from macros.documents import Writer
from macros.fallback import chain
from macros.pages import FOLDERS
from macros.serving import states

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def of_all(writers: Sequence[Writer]) -> dict[str, str | bytes]:
    """Return the files that all languages share by their path below the site."""
    content, directories = writers[0].renderer.content, writers[0].renderer.directories
    statement = doors.statement(writers, Here("was/", content.site.root))
    form = policy.form_headers(publishing.hosts(content.site)) if content.site.admin and directories else None
    return {
        **({"was/index.html": statement} if statement else {}),
        "404.html": doors.not_found(writers, Here("404.html", content.site.root, absolute=True)),
        **({} if content.site.unlisted else {"sitemap.xml": sitemap_index(content.site.root, content.site.built)}),
        "robots.txt": indexing.robots(content.site),
        "_headers": policy.headers_file(content.site.built, form),
        ".htaccess": policy.htaccess(content.site.root, content.site.built, form),
        **(form_files.published(content, writers[0].bundles) if form else {}),
        **opendata.files(content, directories),
        **writers[0].dress.files,
        **{name: text for writer in writers for name, text in writer.telling.files.items()},
    }


def of_language(writer: Writer) -> dict[str, str | bytes | Path]:
    """Return a language's files by their path below its folder; of what is kept elsewhere, where that is."""
    renderer = writer.renderer
    lost = Here(page_address(renderer.lang, "404.html"), renderer.content.site.root, absolute=True)
    files: dict[str, str | bytes | Path] = {"404.html": doors.not_found([writer], lost)}
    files |= {} if renderer.content.site.unlisted else {"sitemap.xml": sitemap(writer)}
    files |= {feed.NAME: feed.feed(renderer), **renderer.copies.files()}
    files |= {status.NAME: status.data(renderer.content, renderer.lang)}
    for page in renderer.pages:
        for old in page.front.redirect_from:
            path = f"{old.rstrip('/')}/index.html" if not old.endswith(".html") else old
            files[path] = writer.moved(page_address(renderer.lang, path.removesuffix("index.html")), page)
    return files


def sitemap(writer: Writer) -> str:
    """Return the addresses of a language's pages for search engines, without those whose original stands elsewhere."""
    renderer = writer.renderer
    root = renderer.content.site.root
    lines = []
    for page in renderer.pages:
        # A page that another language lends has its address there, where that is built.
        lent = page.borrowed in renderer.content.pages
        if not page.listed or lent or indexing.original(renderer.content, page):
            continue
        tool = renderer.content.tools.get(page.front.tool or "")
        date = tool.reviewed if tool else page.front.reviewed or date_of(page)
        changed = f"<lastmod>{date}</lastmod>" if date else ""
        lines.append(f"<url><loc>{escape(root + renderer.address(page))}</loc>{changed}</url>")
    return f'{HEAD}<urlset xmlns="{SCHEMA}">\n' + "\n".join(lines) + "\n</urlset>\n"


def sitemap_index(root: str, languages: Iterable[str]) -> str:
    """Return the list of the languages' sitemaps."""
    lines = [f"<sitemap><loc>{escape(root)}{lang}/sitemap.xml</loc></sitemap>" for lang in languages]
    return f'{HEAD}<sitemapindex xmlns="{SCHEMA}">\n' + "\n".join(lines) + "\n</sitemapindex>\n"


def write(folder: Path, files: Mapping[str, str | bytes | Path]) -> None:
    """Write files below a folder; a path says where a file is copied from."""
    for below in {name.rpartition("/")[0] for name in files}:
        (folder / below).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def fingerprint(content: Content, lang: str, watched: Iterable[str]) -> tuple[object, ...]:
    """Return what one language's pages are made from.

    That is its own files and the shared ones as they are on disk, and of the other languages only their front matter;
    of those that stand in for it, their files too.
    """
    root = content.root
    others = [
        (page.file, page.front.model_dump_json())
        for code, pages in content.pages.items()
        if code != lang
        for page in pages
    ]
    mine = [root / folder / code for code in (lang, *chain(content.site, lang)) for folder in FOLDERS]
    shared = [root / name for name in watched if name != "local"]
    local = [path for path in (root / "local").glob("*") if path.name != "docs"]
    return tuple(others), tuple(states([*mine, *shared, *local]))
