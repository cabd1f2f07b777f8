"""The door for mkdocs: one build per language out of one `mkdocs.yml`.

The outer build makes the landing page; when it is done, a fresh config per language builds that language into
`<site>/<lang>/`. Nothing leaks between languages, since each has its own config and plugins.
"""

from __future__ import annotations

import importlib
import logging
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkdocsPage
from pymdownx.slugs import slugify

if TYPE_CHECKING:
    from macros.assets import Bundles
    from macros.content import Content
    from macros.documents import Writer
    from macros.pages import Page
    from macros.serving import Memory
    from macros.worker import Job

log = logging.getLogger("mkdocs.hooks.kit")
logging.getLogger("mkdocs.plugins.mkdocs_macros.util").setLevel(logging.WARNING)
WATCHED = ("tools", "macros", "overrides", "assets", "local", "site.yml")


@dataclass(frozen=True)
class Build:
    """What one build works on: all languages' landing page (`lang` is None), or one language."""

    content: Content
    bundles: Bundles
    lang: str | None
    directories: bool
    told: str = ""

    @cached_property
    def writers(self) -> list[Writer]:
        """One for each language of this build."""
        from macros import documents, render, templates

        env = templates.environment(self.content.root)
        codes = [self.lang] if self.lang else list(self.content.site.built)
        renderers = [render.Renderer(self.content, code, env, self.directories) for code in codes]
        return [documents.Writer(one, self.bundles, told=self.told) for one in renderers]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The language's pages by their path below `docs/<lang>/`."""
        return {page.src: page for page in self.content.pages[self.lang or ""]}


def _of(config: MkDocsConfig) -> Build:
    return config.kit  # type: ignore[no-any-return,attr-defined]


def _keep(config: MkDocsConfig, build: Build) -> None:
    config.kit = build  # type: ignore[attr-defined]


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is `build` or `serve`."""
    _memory().serves = command == "serve"


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch all that the site is made from; go on showing the last site while something is wrong."""
    root = _root(config)
    server.builder = _patient(server.builder)
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    return server


@event_priority(100)  # before mkdocs-macros, which imports our package
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the content; stop with its problems if there are any."""
    if not hasattr(config, "kit"):
        _forget_modules()
        _keep(config, _read(config))
    build = _of(config)
    config.site_url = build.content.site.root
    # The look is ours: leaving the theme's own folders out saves a walk through its thousands of icons.
    config.theme.dirs = [str(_root(config) / "overrides")]
    config.theme.static_templates = set()
    config.mdx_configs["toc"] = {"slugify": slugify(case="lower"), "permalink": False}
    return config


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Let our own templates write the pages: mkdocs' part is to put the result into a file."""
    return jinja2.Environment(loader=jinja2.DictLoader({"main.html": "{{ html }}"}), autoescape=True)


@event_priority(-100)  # after mkdocs-macros
def on_pre_build(config: MkDocsConfig) -> None:
    """Close the door that macros run behind."""
    from macros.sandbox import Sandbox

    plugin: Any = config.plugins["macros"]
    plugin._env = Sandbox(plugin.macros)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Keep what belongs to this build; lay the municipality's own files over the shared ones."""
    from macros import lending
    from macros.files import is_published

    build, docs = _of(config), Path(config.docs_dir)
    hidden = build.content.hidden_pages.get(build.lang or "", ())
    for file in list(files):
        own = file.src_dir is not None and Path(file.src_dir) == docs
        kept = file.is_documentation_page() or is_published(file.src_uri)
        kept = kept and file.src_uri not in hidden
        if not (own and kept) or (build.lang is None and file.src_uri != "index.md"):
            files.remove(file)
    overlay = _root(config) / "local" / "docs" / (build.lang or ".none")
    # A page that covers one of ours which has moved is put in the place of that one's text.
    moved = {page.written_src for page in build.pages.values() if page.written_src != page.src} if build.lang else ()
    for path in sorted(overlay.rglob("*")) if overlay.is_dir() else ():
        src = path.relative_to(overlay).as_posix()
        if path.is_file() and src not in {*hidden, *moved} and (path.suffix == ".md" or is_published(src)):
            if covered := files.get_file_from_path(src):
                files.remove(covered)
            files.append(File(src, str(overlay), config.site_dir, config.use_directory_urls))
    for src, folder in lending.files(_root(config), build.content.pages.get(build.lang or "", ())):
        if not files.get_file_from_path(src):
            files.append(File(src, str(folder), config.site_dir, config.use_directory_urls))
    return files


@event_priority(100)  # before mkdocs-macros, which reads the text as we leave it
def on_page_markdown(markdown: str, page: MkdocsPage, config: MkDocsConfig, files: Files) -> str | None:
    """Give Markdown the page with what a municipality changed.

    Links to hidden pages lead nowhere until they go; those of a page that another language lends lead to where its own
    language has the pages.
    """
    from macros.lending import led
    from macros.links import retargeted
    from macros.unlinking import turned

    build = _of(config)
    if not build.lang:
        return None
    ours, hidden = build.pages[page.file.src_uri], build.content.hidden_pages.get(build.lang)
    ways = [*([turned(ours, hidden)] if hidden else []), *([led(ours, build.pages.values())] if ours.borrowed else [])]
    return retargeted(ours, ways) if ways else ours.body if ours.written else None


def on_page_context(context: Any, page: MkdocsPage, config: MkDocsConfig, nav: Any) -> Any:
    """Write the whole page."""
    from macros import doors, worker
    from macros.addresses import Here
    from macros.problem import ContentError

    build = _of(config)
    try:
        if build.lang is None:
            html = doors.landing(build.writers, Here(_index(build), build.content.site.root))
        else:
            html = build.writers[0].page(build.pages[page.file.src_uri], page.content or "")
            worker.count()
    except ContentError as error:
        raise Abort(str(error)) from None
    return {"html": Markup(html)}


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is no page; after the outer build, build the languages."""
    from macros import languages, outputs, status
    from macros.export import store

    build, site_dir = _of(config), Path(config.site_dir)
    if build.lang is not None:
        outputs.write(site_dir, outputs.of_language(build.writers[0]))
        return
    outputs.write(site_dir, outputs.of_all(build.writers))
    ignored = shutil.ignore_patterns("done", "form-*")
    shutil.copytree(build.bundles.folder, site_dir / "assets", ignore=ignored, dirs_exist_ok=True)
    jobs = [_job(config, writer) for writer in build.writers]
    if _memory().serves:
        languages.touched(jobs, WATCHED, _memory(), build_language, log)
    else:
        status.look_up(build.content)
        languages.side_by_side(jobs, log)
    store.sweep(_root(config))


def build_language(job: Job) -> None:
    """Build one language with a config of its own."""
    top = Path(job.config_file).parent
    docs = next((one for one in (top / "docs" / job.lang, top / "local/docs" / job.lang) if one.is_dir()), top)
    config = load_config(
        job.config_file, docs_dir=str(docs), site_dir=str(job.site_dir), use_directory_urls=job.directories
    )
    _keep(config, Build(job.content, job.bundles, job.lang, job.directories, job.told))
    config.theme["language"] = job.lang
    config.plugins.on_startup(command="serve" if _memory().serves else "build", dirty=False)
    mkdocs_build(config)


def build(root: Path, site_dir: Path, directories: bool = True) -> None:
    """Build the whole site into `site_dir`, strictly.

    Raises:
        Abort: the content is wrong, or mkdocs warned of something; the message says it.
    """
    config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(site_dir), use_directory_urls=directories)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)


def serve(root: Path, address: str, open_in_browser: bool) -> None:
    """Serve the site at `address` (`127.0.0.1:8000`), built again at every change."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    mkdocs_serve(str(root / "mkdocs.yml"), livereload=True, open_in_browser=open_in_browser, dev_addr=address)


def _read(config: MkDocsConfig) -> Build:
    from macros import assets, survey, telling
    from macros.admin import files
    from macros.problem import ContentError
    from macros.today import today

    root = _root(config)
    try:
        found = survey.load(root, today())
        bundles = assets.bundles(root)
        if found.site.admin:
            files.decap(root)
        if missing := list(telling.problems(bundles.words, found.entries)):
            raise ContentError(missing)
    except ContentError as error:
        raise Abort(str(error)) from None
    except ValueError as error:
        raise Abort(str(error)) from None
    found = replace(found, sources={})
    if _memory().serves:
        found = replace(found, site=found.site.model_copy(update={"address": config.site_url or ""}))
    return Build(found, bundles, None, config.use_directory_urls)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _index(build: Build) -> str:
    return "" if build.directories else "index.html"


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
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            if name != "macros.serving":
                del sys.modules[name]
        importlib.invalidate_caches()


def _job(config: MkDocsConfig, writer: Writer) -> Job:
    from macros.worker import Job

    build, name, lang = _of(config), sys.modules["mkdocs"].__name__, writer.renderer.lang
    site_dir = Path(config.site_dir) / lang
    return Job(
        config.config_file_path,
        lang,
        site_dir,
        build.directories,
        build.content,
        build.bundles,
        name == "properdocs",
        writer.words,
    )


def on_shutdown() -> None:
    """Take the served pages away."""
    for _, folder in _memory().built.values():
        shutil.rmtree(folder, ignore_errors=True)
    _memory().built.clear()


def _patient(build: Callable[[], None]) -> Callable[[], None]:
    """Let a build that content stops leave the last site as it is, and the server answering."""

    def built_or_said() -> None:
        try:
            build()
        except Abort as error:
            log.error("%s\nThe last site is shown until this is put right.", error)
        except Exception:  # a fault of ours; the editor's server goes on all the same
            log.exception("The site could not be built. The last site is shown until the next change.")

    return built_or_said
