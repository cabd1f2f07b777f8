"""The door for mkdocs: one build per language out of one `mkdocs.yml`.

The outer build makes the landing page; when it is done, a fresh config per language builds that language into
`<site>/<lang>/`. Nothing leaks between languages, since each has its own config and plugins.
"""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkdocsPage
from pymdownx.slugs import slugify

if TYPE_CHECKING:
    from macros.building import Build
    from macros.serving import Memory
    from macros.worker import Job

log = logging.getLogger("mkdocs.hooks.kit")
logging.getLogger("mkdocs.plugins.mkdocs_macros.util").setLevel(logging.WARNING)
WATCHED = ("tools", "macros", "overrides", "assets", "local", "site.yml")


def _of(config: MkDocsConfig) -> Build:
    return config.kit  # type: ignore[no-any-return,attr-defined]


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `build` or `serve`."""
    _memory().serves = command == "serve"


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch all that the site is made from; go on showing the last site while something is wrong."""
    from macros.serving import patient

    root = _root(config)
    server.builder = patient(server.builder, log)
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    return server


@event_priority(100)  # before mkdocs-macros, which imports our package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the content; stop with its problems if there are any."""
    from mkdocs_macros import plugin

    from macros.swift import Swift

    # What it brings of its own is not for pages, and to tell of git it runs twelve programs.
    vars(plugin)["define_env"] = lambda env: None
    if not hasattr(config, "kit"):
        _forget_modules()
        config.kit = _begun(config)  # type: ignore[attr-defined]
    build = _of(config)
    config.site_url = build.content.site.root
    # The look is ours: leaving the theme's own folders out saves a walk through its thousands of icons.
    config.theme.dirs = [str(_root(config) / "overrides")]
    config.theme.static_templates = set()
    config.markdown_extensions.append(Swift())
    config.mdx_configs["toc"] = {"slugify": slugify(case="lower"), "permalink": False}
    return config


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Let our own templates write the pages: mkdocs' part is to put the result into a file."""
    return jinja2.Environment(loader=jinja2.DictLoader({"main.html": "{{ html }}"}))


@event_priority(-100)  # after mkdocs-macros
def on_pre_build(config: MkDocsConfig) -> None:
    """Close the door that macros run behind."""
    from macros.sandbox import Sandbox

    plugin: Any = config.plugins["macros"]
    plugin._env = Sandbox(plugin.macros)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep what belongs to this build; lay the municipality's own files over the shared ones."""
    build, docs = _of(config), Path(config.docs_dir)
    for file in list(files):
        own = file.src_dir is not None and Path(file.src_dir) == docs
        if not (own and build.keeps(file.src_uri, file.is_documentation_page())):
            files.remove(file)
    for src, folder in build.own_files():
        if covered := files.get_file_from_path(src):
            files.remove(covered)
        files.append(File(src, str(folder), config.site_dir, config.use_directory_urls))
    for src, folder in build.lent_files():
        if not files.get_file_from_path(src):
            files.append(File(src, str(folder), config.site_dir, config.use_directory_urls))
    return files


def on_page_read_source(page: MkdocsPage, config: MkDocsConfig) -> str:
    """Give mkdocs the page as we have read it, with what a municipality changed.

    The empty line says that there is no front matter; mkdocs would parse it again for nothing.
    """
    build = _of(config)
    return "\n" + (build.markdown(page.file.src_uri) if build.lang else "")


def on_page_content(html: str, page: MkdocsPage, config: MkDocsConfig, files: Files) -> str:
    """Let go of the Markdown: mkdocs makes the HTML of all pages before it writes the first."""
    page.markdown = None
    return html


def on_page_context(context: Any, page: MkdocsPage, config: MkDocsConfig, nav: Any) -> Any:
    """Write the whole page."""
    from macros import worker

    build = _of(config)
    with _in_a_sentence():
        html = build.html(page.file.src_uri, page.content or "")
    page.content = None
    if build.lang:
        worker.count()
    return {"html": html}


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is no page; after the outer build, build the languages."""
    from macros import languages, outputs, status
    from macros.export import store

    build, site_dir = _of(config), Path(config.site_dir)
    with _in_a_sentence():
        if build.lang is not None:
            outputs.write(site_dir, outputs.of_language(build.writers[0]))
            return
        outputs.write(site_dir, outputs.of_all(build.writers))
    ignored = shutil.ignore_patterns("form-*")
    shutil.copytree(build.bundles.folder, site_dir / "assets", ignore=ignored, dirs_exist_ok=True)
    jobs = list(_jobs(config))
    # What was written for all languages is done with; each of their processes would keep it, too.
    config.kit = build = replace(build)  # type: ignore[attr-defined]
    if _memory().serves:
        languages.touched(jobs, WATCHED, _memory(), log)
    else:
        status.statuses(build.content)  # what is known by now, the languages' processes know, too
        languages.side_by_side(jobs, log)
    store.sweep(_root(config))


def on_shutdown() -> None:
    """Take the served pages away."""
    _memory().clear()


def _begun(config: MkDocsConfig) -> Build:
    from macros import building

    address = (config.site_url or "") if _memory().serves else None
    with _in_a_sentence(ValueError):
        return building.begun(_root(config), config.use_directory_urls, address)


@contextmanager
def _in_a_sentence(*more: type[Exception]) -> Iterator[None]:
    """End with what is wrong with the content, which mkdocs prints without a traceback; with `more` errors, too."""
    from macros.problem import ContentError

    told: tuple[type[Exception], ...] = (ContentError, *more)
    try:
        yield
    except told as error:
        raise Abort(str(error)) from None


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _memory() -> Memory:
    """What is remembered between builds, found wherever mkdocs was started."""
    top = str(Path(__file__).resolve().parent.parent)
    if top not in sys.path:
        sys.path.insert(0, top)
    from macros.serving import MEMORY

    return MEMORY


def _forget_modules() -> None:
    """Under `serve`, let changed modules be read anew."""
    if _memory().serves:
        from macros.serving import forget_modules

        forget_modules()


def _jobs(config: MkDocsConfig) -> Iterator[Job]:
    from macros.worker import Job

    properdocs = sys.modules["mkdocs"].__name__ == "properdocs"
    for build in _of(config).languages():
        yield Job(config.config_file_path, Path(config.site_dir) / (build.lang or ""), build, properdocs)
