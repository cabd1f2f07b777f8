"""The command `kit`: prints and exits; what it does stands in the other modules.

Exit codes: 0 right, 1 the content is wrong, 2 the call is wrong.
"""

from __future__ import annotations

import datetime
import logging
import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from macros import canonical as canonical_form
from macros import content, report, schema, starter
from macros.ci_cli import group as ci
from macros.export_cli import group as export
from macros.local_cli import group as local
from macros.overlay import lost
from macros.problem import ContentError, nearest
from macros.today import today as date_of_today

T = TypeVar("T")
# The files that have a canonical form, and the name of their schema's model.
FORMATTED = {
    "tools/_terms.yml": "terms",
    "tools/_vocabulary.yml": "vocabulary",
    "tools/[!_]*.yml": "tool",
    "local/tools/*.patch.yml": "patch",
    "local/tools/x-*[!h].yml": "tool",
    "site.yml": "site",
    "local/docs/*/*.sections.yml": "sections",
}


def main() -> None:
    """Run the command; a full disk and the like end in a sentence, too."""
    try:
        kit(prog_name="kit")
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        _stop(f"{place}{error.strerror or error}. Check the name, the rights and the room on the disk.")


@click.group()
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False), help="The project's folder, when not this one."
)
@click.pass_context
def kit(context: click.Context, root: Path | None) -> None:
    """Build, check and serve the site."""
    context.obj = _root(root)


kit.add_command(local)
kit.add_command(export)
kit.add_command(ci)


@kit.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the browser.")
@click.pass_obj
def serve(root: Path, address: str, open_in_browser: bool) -> None:
    """Show the site on this machine, built again at every change."""
    from macros import hooks

    _free(address)
    _wait_until_right(root)
    _log_to_terminal()
    click.echo(f"The site is at http://{address}/ as soon as it is built. Stop with Ctrl-C.", err=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        hooks.serve(root, address, open_in_browser)
    except SystemExit as error:
        _stop(str(error))


@kit.command()
@click.option("--folder", is_flag=True, help="Make a site that opens from a folder, without a server.")
@click.pass_obj
def build(root: Path, folder: bool) -> None:
    """Build the site into `site/`."""
    from macros import hooks

    _log_to_terminal(logging.WARNING)
    began = time.monotonic()
    new = root / ".cache" / f"site.{os.getpid()}"
    try:
        hooks.build(root, new, directories=not folder)
    except SystemExit as error:
        shutil.rmtree(new, ignore_errors=True)
        _stop(str(error))
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _replace(new, root / "site")
    click.echo(f"The site is in site/, built in {time.monotonic() - began:.1f} s.", err=True)


@kit.command()
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", show_default=True)
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Read all content, and say everything that is wrong with it."""
    _, problems = content.survey(root, _today())
    problems = sorted({*problems, *lost.problems(root)})
    click.echo(report.FORMATS[form](problems))
    if any(problem.level == "error" for problem in problems):
        sys.exit(1)


@kit.command()
@click.argument("query")
@click.option("--lang", help="The language to search in; the first one when left out.")
@click.option("--most", default=10, show_default=True, help="How many answers to show.")
@click.pass_obj
def search(root: Path, query: str, lang: str | None, most: int) -> None:
    """Search as readers do, and show the ranking with what was met in each field."""
    from macros import asking, render

    found = _content(root)
    lang = lang or next(iter(found.site.built))
    if lang not in found.site.built:
        _stop(f"`{lang}` is not a language of this site. {nearest(lang, found.site.built)}", 2)
    try:
        (answer,) = asking.ask(render.Renderer(found, lang, render.environment(root)), [query], most)
    except ContentError as error:
        _stop(str(error))
    click.echo("\n".join(asking.told(answer)) or f"Nothing answers to `{query}`.")


@kit.command()
@click.pass_obj
def spell(root: Path) -> None:
    """Look up every word, and find what is in the wrong language."""
    from macros import spelling

    problems = _right_first(lambda: spelling.problems(root))
    click.echo(report.text(problems))
    sys.exit(1 if problems else 0)


@kit.command()
@click.option("--check", "only_check", is_flag=True, help="Print only what is too hard.")
@click.option("--lang", help="Measure one language alone, as in `da`.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def lix(root: Path, only_check: bool, lang: str | None, files: tuple[Path, ...]) -> None:
    """Measure how hard the pages and the summaries are to read, the hardest first."""
    from macros import lix, passages

    wanted = {path.resolve() for path in files}
    found = _right_first(lambda: lix.readings(passages.load(root)))
    found = [one for one in found if lang in (None, one.lang) and (not wanted or (root / one.file).resolve() in wanted)]
    if not found:
        _stop("There is nothing to measure. Name pages below `docs/`, or tools as in `tools/steering-group.yml`.", 2)
    if not only_check:
        click.echo(lix.table(found))
    hard = [lix.problem(one) for one in found if one.too_hard]
    for problem in hard:
        click.echo(problem)
    sys.exit(1 if hard else 0)


@kit.command()
@click.argument("id")
@click.option(
    "--title", "titles", multiple=True, metavar="LANG=TITLE", help="As in da=Risikokort; once for each language."
)
@click.option("--phase", help="The id of its phase.")
@click.pass_obj
def new(root: Path, id: str, titles: tuple[str, ...], phase: str | None) -> None:
    """Begin a tool: its file, and a page for each language."""
    found = _content(root)
    try:
        named = _titles(titles, list(found.site.built))
        phases = ", ".join(known.id for known in found.vocabulary.phases)
        phase = phase or click.prompt(f"Phase ({phases})").strip()
        made = starter.files(id, named, phase, found.site, found.vocabulary, _today())
    except starter.WrongName as error:
        _stop(str(error), 2)
    if taken := [name for name in made if (root / name).exists()]:
        _stop(f"`{taken[0]}` is there already. Choose another id or title.", 2)
    for name, text in made.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(name)


@kit.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a file is not in canonical form."
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def fmt(root: Path, only_check: bool, files: tuple[Path, ...]) -> None:
    """Write content files in canonical form."""
    wanted = {path.resolve() for path in files}
    wrong = False
    for path, model in _formatted(root):
        name = path.relative_to(root).as_posix()
        if wanted and path.resolve() not in wanted:
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
            form = canonical_form.canonical(text, schema.SCHEMAS[model], name)
        except UnicodeDecodeError:
            click.echo(f"{name}:1:1: the file is not UTF-8\n    Save it as UTF-8.")
            wrong = True
        except (ContentError, canonical_form.Unsure) as error:
            click.echo(str(error) if isinstance(error, ContentError) else f"{name}:1:1: {error}")
            wrong = True
        else:
            if path.read_bytes() != form.encode():
                click.echo(name)
                wrong = wrong or only_check
                if not only_check:
                    path.write_text(form, encoding="utf-8", newline="\n")
    sys.exit(1 if wrong else 0)


@kit.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a schema is not up to date.")
@click.pass_obj
def schemas(root: Path, only_check: bool) -> None:
    """Write the JSON Schemas that editors use."""
    found = _content(root)
    files = schema.files(list(found.site.languages), found.vocabulary)
    stale = [name for name, text in files.items() if not _same(root / name, text)]
    for name in stale:
        click.echo(name)
        if not only_check:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(files[name], encoding="utf-8", newline="\n")
    sys.exit(1 if stale and only_check else 0)


def _root(given: Path | None) -> Path:
    start = (given or Path.cwd()).resolve()
    for folder in [start] if given else [start, *start.parents]:
        if (folder / "mkdocs.yml").is_file() and (folder / "tools").is_dir():
            return folder
    _stop(f"`{start}` is not in the project: no folder here has both `mkdocs.yml` and `tools/`. Go there first.", 2)


def _today() -> datetime.date:
    try:
        return date_of_today()
    except ValueError as error:
        _stop(str(error), 2)


def _content(root: Path) -> content.Content:
    return _right_first(lambda: content.load(root, _today()))


def _right_first(read: Callable[[], T]) -> T:
    try:
        return read()
    except ContentError as error:
        _stop(f"{error}\nPut this right first.")


def _titles(given: tuple[str, ...], languages: list[str]) -> dict[str, str]:
    if not given:
        return {
            lang: title
            for lang in languages
            if (title := click.prompt(f"Title ({lang})", default="", show_default=False).strip())
        }
    named: dict[str, str] = {}
    for one in given:
        lang, found, title = one.partition("=")
        if not found or not title.strip():
            raise starter.WrongName(
                f"`{one}` is not a title with its language. Write it as in `--title da=Risikokort`."
            )
        if named.setdefault(lang.strip(), title.strip()) != title.strip():
            raise starter.WrongName(f"There are two titles in `{lang.strip()}`. Keep one of them.")
    return named


def _formatted(root: Path) -> list[tuple[Path, str]]:
    return [(path, model) for pattern, model in FORMATTED.items() for path in sorted(root.glob(pattern))]


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _replace(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one; at any moment one of them is whole."""
    old = new.with_name(f"{new.name}.old")
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _free(address: str) -> None:
    """Say at once, not after the build, that an address cannot be served at."""
    host, _, port = address.rpartition(":")
    try:
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, int(port)))
    except (OSError, ValueError, OverflowError):
        remedy = "Stop the program that uses it, or choose another: `kit serve --address 127.0.0.1:8001`."
        _stop(f"The address {address} cannot be used. {remedy}", 2)


def _wait_until_right(root: Path) -> None:
    """Say what is wrong, and wait for it to be put right: a server that ends at the first slip helps nobody."""
    said = ""
    while True:
        try:
            content.load(root, _today())
        except ContentError as error:
            if str(error) != said:
                said = str(error)
                click.echo(f"{said}\nThe site is shown as soon as this is put right.", err=True)
            time.sleep(0.5)
        else:
            return


def _log_to_terminal(level: int = logging.INFO) -> None:
    logging.basicConfig(level=level, format="%(message)s", stream=sys.stderr)


def _stop(sentence: str, code: int = 1) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)
