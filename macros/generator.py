"""The door to mkdocs: it builds the whole site, or one language of it, or serves it. It comes back by `hooks.py`."""

from __future__ import annotations

import gc
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from macros.lazily import later
from macros.pages import FOLDERS
from macros.serving import MEMORY

if TYPE_CHECKING:
    from macros.worker import Job


def build(root: Path, site_dir: Path, directories: bool = True) -> None:
    """Build the whole site into `site_dir`, strictly.

    Raises:
        Abort: the content is wrong, or mkdocs warned of something; the message says it.
    """
    later("requests")  # mkdocs-macros imports it, for pages that show a web address's text: none does
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(site_dir), use_directory_urls=directories)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)


def build_language(job: Job) -> None:
    """Build one language with a config of its own."""
    top = Path(job.config_file).parent
    docs = next((one for one in (top / folder / job.lang for folder in FOLDERS) if one.is_dir()), top)
    config = load_config(
        job.config_file, docs_dir=str(docs), site_dir=str(job.site_dir), use_directory_urls=job.build.directories
    )
    config.kit = job.build  # type: ignore[attr-defined]
    config.theme["language"] = job.lang
    config.plugins.on_startup(command="serve" if MEMORY.serves else "build", dirty=False)
    make_one_markdown()
    mkdocs_build(config)


def make_one_markdown() -> None:
    """Let one Markdown make all pages: mkdocs makes a new one for each, a fifth of what Markdown takes.

    What mkdocs registers for a page takes the place of what it registered for the last.
    """
    from mkdocs.structure import pages

    made: list[tuple[dict[str, Any], Markdown]] = []

    def markdown(**settings: Any) -> Markdown:
        if not made or made[0][0] != settings:
            made[:] = [(settings, Markdown(**settings))]
        return made[0][1].reset()

    vars(pages)["markdown"] = SimpleNamespace(Markdown=markdown)


def serve(root: Path, address: str, open_in_browser: bool) -> None:
    """Serve the site at `address` (`127.0.0.1:8000`), built again at every change."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    gc.enable()  # see `cli.py`
    mkdocs_serve(str(root / "mkdocs.yml"), livereload=True, open_in_browser=open_in_browser, dev_addr=address)
