"""`kit check`, `kit spell`, `kit lix` and `kit search`: what is wrong with the content, and what readers find."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros import report
from macros.ci import checked
from macros.commands.terminal import content_of, right_first, stop, today
from macros.problem import ContentError, nearest


@click.command()
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", show_default=True)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def check(root: Path, form: str, files: tuple[Path, ...]) -> None:
    """Read all content, and say everything that is wrong with it, or with some files."""
    _, problems = checked.everything(root, today())
    if files:
        wanted = {path.resolve() for path in files}
        problems = [problem for problem in problems if (root / problem.file).resolve() in wanted]
    unsaid = files and form == "text" and not problems
    click.echo("Nothing is wrong here." if unsaid else report.FORMATS[form](problems))
    if any(problem.level == "error" for problem in problems):
        sys.exit(1)


@click.command()
@click.argument("query")
@click.option("--lang", help="The language to search in; the first one when left out.")
@click.option("--most", type=click.IntRange(min=1), default=10, show_default=True, help="How many answers to show.")
@click.pass_obj
def search(root: Path, query: str, lang: str | None, most: int) -> None:
    """Search as readers do, and show the ranking with what was met in each field."""
    from macros import asking, render, templates

    found = content_of(root)
    lang = lang or next(iter(found.site.built))
    if lang not in found.site.built:
        stop(f"`{lang}` is not a language of this site. {nearest(lang, found.site.built)}", 2)
    try:
        (answer,) = asking.ask(render.Renderer(found, lang, templates.environment(root)), [query], most)
    except ContentError as error:
        stop(str(error))
    click.echo("\n".join(asking.told(answer)) or f"Nothing answers to `{query}`.")


@click.command()
@click.pass_obj
def spell(root: Path) -> None:
    """Look up every word that there is a dictionary for, and find what is in the wrong language."""
    from macros import spelling

    problems = right_first(lambda: spelling.problems(root))
    click.echo(report.text(problems))
    sys.exit(1 if any(problem.level == "error" for problem in problems) else 0)


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Print only what is too hard.")
@click.option("--lang", help="Measure one language alone, as in `da`.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def lix(root: Path, only_check: bool, lang: str | None, files: tuple[Path, ...]) -> None:
    """Measure how hard the pages and the summaries are to read, the hardest first."""
    from macros import lix, passages

    wanted = {path.resolve() for path in files}
    found = right_first(lambda: lix.readings(passages.load(root)))
    langs = dict.fromkeys(one.lang for one in found)
    if lang and lang not in langs:
        stop(f"`{lang}` is not a language of this site. {nearest(lang, langs)}", 2)
    found = [one for one in found if lang in (None, one.lang) and (not wanted or (root / one.file).resolve() in wanted)]
    if not found:
        stop("There is nothing to measure. Name pages below `docs/`, or tools as in `tools/steering-group.yml`.", 2)
    if not only_check:
        click.echo(lix.table(found))
    hard = [lix.problem(one) for one in found if one.too_hard]
    for problem in hard:
        click.echo(problem)
    sys.exit(1 if hard else 0)
