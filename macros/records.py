"""The zip for a municipality's records: the site to open from its folder, and all that it was made from."""

from __future__ import annotations

import datetime
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.content import Content
from macros.export.archive import EPOCH
from macros.files import is_left_behind
from macros.overlay.history import git
from macros.slug import slug
from macros.words import Words

# With these in an empty folder, `make build` makes the same site again.
SOURCES = (
    *("tools", "docs", "local", "macros", "overrides", "assets", "schema", "scripts", "requirements", "LICENSES"),
    *("site.yml", "mkdocs.yml", "Makefile", "pyproject.toml", "package.json", "package-lock.json", "tsconfig.json"),
    *(".npmrc", "README.md", "HOSTING.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE.md", "REUSE.toml"),
)
CHANGES = "CHANGELOG.md"
# Hidden, and yet somebody's work.
HIDDEN = (".npmrc", ".translations", ".gitlab-ci.yml")

# What lies in the zip, by its name there: a file, or a text of ours.
Parts = Mapping[str, Path | str]


def name(content: Content, today: datetime.date) -> str:
    """Return the file's name: what the site is called in its first language, and the day."""
    first = next(iter(content.site.built.values()))
    return f"{slug(first.site_name, 'site')}-{today}.zip"


def parts(content: Content, site: Path, today: datetime.date) -> Parts:
    """Return all that belongs in the zip; `site` is the folder with the built site."""
    found: dict[str, Path | str] = {f"site/{name}": path for name, path in _files(site)}
    for source in SOURCES:
        path = content.root / source
        inside = _files(path) if path.is_dir() else [("", path)] if path.is_file() else []
        found |= {f"sources/{source}/{name}".rstrip("/"): file for name, file in inside if _is_kept(source, name)}
    if (content.root / CHANGES).is_file():
        found |= {CHANGES: content.root / CHANGES, f"sources/{CHANGES}": content.root / CHANGES}
    version = described(content.root)
    for lang in content.site.built:
        words = content.words(lang)
        # A language whose file is called the same has no words of its own for it.
        found.setdefault(f"{words['archive_name']}.txt", _told(content, words, today, version))
    return found


def described(root: Path) -> str | None:
    """Return what git calls the version, as in `v1.2.0-4-g0123456789ab`; None where git does not keep this folder."""
    if not git(root, "ls-files", "site.yml"):
        return None
    return (git(root, "describe", "--tags", "--always", "--dirty", "--abbrev=12") or "").strip() or None


def write(target: Path, found: Parts) -> None:
    """Write the zip. The same parts make the same bytes; until all of it is there, nothing has its name.

    Raises:
        OSError: there is no room, or no right to write here; nothing is left behind.
    """
    new = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(new, "w") as packed:
            for name, part in sorted(found.items()):
                packed.writestr(_entry(name), part if isinstance(part, str) else part.read_bytes())
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # else it tells of the machine
    entry.external_attr = 0o644 << 16
    return entry


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield all files below a folder with their names in it."""
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path


def _is_kept(source: str, name: str) -> bool:
    """Whether a file of the sources was written by somebody, and not left by an editor or a program."""
    steps = [step for step in (source, *name.split("/")) if step and step not in HIDDEN]
    return not any(is_left_behind(step) or step == "__pycache__" for step in steps)


def _told(content: Content, words: Words, today: datetime.date, version: str | None) -> str:
    """What the zip is, for somebody who finds it in ten years."""
    language = content.site.built[words.lang]
    values = {
        "name": language.site_name,
        "date": words.date(today),
        "sender": language.sender,
        "address": content.site.root,
        "version": version,
        "page": "site/index.html",
        "sources": "sources",
        "changes": CHANGES,
    }
    keys = ("what", "sender", *(("version",) if version else ()), "open", "sources", "changes", "answers")
    return "\n\n".join([language.site_name, *(words(f"archive_{key}", **values) for key in keys)]) + "\n"
