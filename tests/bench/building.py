"""`make bench`: the cost of a site build beside plain mkdocs-material on the same pages, in the same run.

CPU seconds of a cold build with the bundles ready, as a ratio to two plain builds (one per language). Numbers are for
reading side by side; no test depends on them.
"""

from __future__ import annotations

import gzip
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, TODAY, copy_of

SIZES = (29, 250)
PLAIN = """\
site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false, language: {lang}}}
markdown_extensions:
  [abbr, admonition, attr_list, def_list, footnotes, tables, toc, pymdownx.details, pymdownx.superfences]
"""


@dataclass(frozen=True)
class Cost:
    """What a build took: CPU seconds of all its processes, and the largest one's memory in MB."""

    cpu: float
    memory: float


def main(sizes: Sequence[int]) -> None:
    """Measure each size, and print a table."""
    print(f"{'tools':>6} {'pages':>6} {'ours':>8} {'plain':>8} {'ratio':>7} {'ms/page':>8} {'memory':>8} {'check':>7}")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
            project = grown(copy_of(ROOT, Path(folder) / "project"), size)
            report(project, Path(folder), size)
    first_view()


def report(project: Path, folder: Path, size: int) -> None:
    """Build both ways, and print one line."""
    environment = {
        **os.environ,
        "KIT_TODAY": TODAY,
        "PYTHONPATH": str(project),
        "CI": "true",
        "NO_MKDOCS_2_WARNING": "1",
    }
    kit = [sys.executable, "-c", "from macros.cli import main; main()"]
    warm_bundles(project, environment)
    shutil.rmtree(project / ".cache/templates", ignore_errors=True)
    ours = cost([*kit, "build"], project, environment)
    check = cost([*kit, "check"], project, environment)
    plain = sum(cost(command, project, environment).cpu for command in plain_builds(project, folder))
    pages = sum(1 for _ in (project / "docs").rglob("*.md"))
    print(
        f"{size:>6} {pages:>6} {ours.cpu:>7.2f}s {plain:>7.2f}s {ours.cpu / plain:>7.2f} "
        f"{1000 * ours.cpu / pages:>8.1f} {ours.memory:>6.0f}MB {check.cpu:>6.2f}s"
    )


def cost(command: Sequence[str], folder: Path, environment: dict[str, str]) -> Cost:
    """Run a command to its end, and return what it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, after.ru_maxrss / 1024)


def warm_bundles(project: Path, environment: dict[str, str]) -> None:
    """Have esbuild's bundles ready: they are made once, not at every build."""
    code = "from pathlib import Path; from macros import assets; assets.bundles(Path('.'))"
    subprocess.run([sys.executable, "-c", code], cwd=project, env=environment, check=True)


def grown(project: Path, size: int) -> Path:
    """Bring the project to so many tools, by copying the ones it has under new ids."""
    sources = sorted((project / "tools").glob("[!_]*.yml"))
    pages = {source.stem: list(pages_of(project, source.stem)) for source in sources}
    for number in range(len(sources), size):
        source = sources[number % len(sources)]
        id = f"{source.stem}-{number}"
        (project / f"tools/{id}.yml").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        for page in pages[source.stem]:
            text = page.read_text(encoding="utf-8").replace(f"tool: {source.stem}\n", f"tool: {id}\n", 1)
            page.with_name(f"{page.stem}-{number}.md").write_text(text, encoding="utf-8")
    return project


def pages_of(project: Path, id: str) -> Iterator[Path]:
    """Yield the pages of a tool in all languages."""
    for page in (project / "docs").rglob("*.md"):
        if f"tool: {id}\n" in page.read_text(encoding="utf-8"):
            yield page


def plain_builds(project: Path, folder: Path) -> Iterator[list[str]]:
    """Yield the commands that build each language with mkdocs-material alone, macro calls taken out."""
    for lang in ("da", "sv"):
        docs = folder / "plain" / lang
        shutil.copytree(project / "docs" / lang, docs)
        for page in docs.rglob("*.md"):
            text = page.read_text(encoding="utf-8")
            page.write_text(re.sub(r"\{\{.*?\}\}", "", text), encoding="utf-8")
        config = folder / f"{lang}.yml"
        config.write_text(PLAIN.format(docs=docs, site=folder / "plain-site" / lang, lang=lang), encoding="utf-8")
        yield [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]


def first_view() -> None:
    """Print what a reader's first view of a tool page weighs, compressed."""
    with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
        project = copy_of(ROOT, Path(folder) / "project")
        environment = {**os.environ, "KIT_TODAY": TODAY, "PYTHONPATH": str(project), "CI": "true"}
        command = [sys.executable, "-c", "from macros.cli import main; main()", "build"]
        subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
        page = project / "site/da/vaerktoejer/styregruppe/index.html"
        parts = {"html": page, **{path.suffix[1:]: path for path in (project / "site/assets").iterdir()}}
        sizes = {name: len(gzip.compress(path.read_bytes(), 9)) / 1000 for name, path in parts.items()}
    listed = ", ".join(f"{name} {size:.1f} kB" for name, size in sizes.items())
    print(f"First view of a tool page, gzip: {sum(sizes.values()):.1f} kB ({listed})")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
