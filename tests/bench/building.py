"""The cost of a site build beside plain mkdocs-material on the same pages.

CPU seconds of a cold build with the bundles ready and without Word and Excel files, as a ratio to two plain builds (one
per language) of pages that say the same, checklists and all.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench import editing, plainly
from tests.bench.growing import grown
from tests.conftest import ROOT, TODAY, copy_of

SIZES = (29, 250)
KIT = [sys.executable, "-c", "from macros.cli import main; main()"]
APART = """\
from macros.cli import main
from macros.export import store
from macros.export.copies import Copies
Copies.of, Copies.files, store.sweep = lambda *_: [], lambda _: {}, lambda _: None
main()
"""
WARM = """\
from pathlib import Path
from macros import assets, render, survey, templates, today
root = Path()
assets.bundles(root)
found = survey.load(root, today.today())
for lang in found.site.built:
    render.Renderer(found, lang, templates.environment(root)).copies.files()
"""
PLAIN = """\
site_name: Plain
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false, language: {lang}}}
plugins: [search: {{lang: {lang}}}]
markdown_extensions:
  [abbr, admonition, attr_list, def_list, footnotes, tables, toc, pymdownx.details, pymdownx.superfences,
   pymdownx.tasklist]
"""


@dataclass(frozen=True)
class Cost:
    """What a build took: CPU seconds of all its processes, and the largest one's memory in MB."""

    cpu: float
    memory: float


@dataclass(frozen=True)
class Sites:
    """A project that was built both ways, and what that took; the plain builds lie in a folder by language.

    `again` is what our next build takes, for which the first one has kept its templates compiled.
    """

    project: Path
    plain: Path
    ours: Cost
    again: Cost
    plains: float

    @property
    def site(self) -> Path:
        """Our own build."""
        return self.project / "site"

    @property
    def tools(self) -> int:
        """How many tools it has."""
        return sum(1 for _ in (self.project / "tools").glob("[!_]*.yml"))


def built(folder: Path, size: int = 0) -> Sites:
    """Copy the project into a folder, bring it to so many tools, and build it both ways."""
    project = grown(copy_of(ROOT, folder / "project"), size)
    warm(project)
    shutil.rmtree(project / ".cache/templates", ignore_errors=True)
    ours, again = (cost([sys.executable, "-c", APART, "build"], project) for _ in range(2))
    plains = sum(cost(command, project).cpu for command in plain_builds(project, folder))
    return Sites(project, folder / "plain-site", ours, again, plains)


def report(own: Sites, sizes: Sequence[int]) -> None:
    """Print a table: the project as it is, then at each size that is bigger; and what a page weighs.

    Under `edit` stands how long a served project lets an editor wait: for a page, and for a checklist; of larger
    projects it is not measured, since it takes minutes.
    """
    heads = ("ours", "plain", "ratio", "again", "ms/page", "memory", "check", "edit")
    print(f"{'tools':>6} {'pages':>6}", *(f"{head:>8}" for head in heads))
    print_line(own)
    for size in sizes:
        if size > own.tools:
            with tempfile.TemporaryDirectory(prefix="kit-bench-") as folder:
                print_line(built(Path(folder), size))
    print_first_view(own)


def print_line(sites: Sites) -> None:
    """Print what a project's builds took, what checking it takes, and how long editors wait."""
    check = cost([*KIT, "check"], sites.project)
    waits = editing.waits(sites.project) if sites.tools <= SIZES[-1] else ()
    pages = sum(1 for _ in (sites.project / "docs").rglob("*.md"))
    ours, again = sites.ours.cpu / sites.plains, sites.again.cpu / sites.plains
    print(
        f"{sites.tools:>6} {pages:>6} {sites.ours.cpu:>7.2f}s {sites.plains:>7.2f}s {ours:>8.2f} {again:>8.2f} "
        f"{1000 * sites.ours.cpu / pages:>8.1f} {sites.ours.memory:>6.0f}MB {check.cpu:>7.2f}s "
        + ", ".join(f"{seconds:.1f}s" for seconds in waits)
    )


def cost(command: Sequence[str], project: Path) -> Cost:
    """Run a command in a project to its end, and return what it and its children took."""
    os.sync()  # else it would pay for what was written before it
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=project, env=environment(project), stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def environment(project: Path) -> dict[str, str]:
    """What the builds of a project find around them."""
    wanted = {"KIT_TODAY": TODAY, "PYTHONPATH": str(project), "CI": "true", "NO_MKDOCS_2_WARNING": "1"}
    # Modules are kept compiled, as they are for everybody who builds more than once.
    return {**os.environ, **wanted, "PYTHONDONTWRITEBYTECODE": ""}


def warm(project: Path) -> None:
    """Have ready what is made once, not at every build: esbuild's bundles, the Word and Excel files."""
    subprocess.run([sys.executable, "-c", WARM], cwd=project, env=environment(project), check=True)


def plain_builds(project: Path, folder: Path) -> Iterator[list[str]]:
    """Yield the commands that build each language with mkdocs-material alone."""
    for lang in ("da", "sv"):
        docs = folder / "plain" / lang
        plainly.write(project, lang, docs)
        config = folder / f"{lang}.yml"
        config.write_text(PLAIN.format(docs=docs, site=folder / "plain-site" / lang, lang=lang), encoding="utf-8")
        yield [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]


def print_first_view(sites: Sites) -> None:
    """Print what a reader's first view of a tool page weighs, compressed."""
    page = sites.site / "da/vaerktoejer/styregruppe/index.html"
    named = re.findall(r'(?:src|href)="([^"]+\.(?:css|js))"', page.read_text(encoding="utf-8"))
    parts = {"html": page, **{link.rpartition("/")[2]: (page.parent / link).resolve() for link in named}}
    sizes = {name: len(gzip.compress(path.read_bytes(), 9)) / 1000 for name, path in parts.items()}
    listed = ", ".join(f"{name} {size:.1f} kB" for name, size in sizes.items())
    print(f"First view of a tool page, gzip: {sum(sizes.values()):.1f} kB ({listed})")
