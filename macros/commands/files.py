"""`kit fmt` and `kit schema`: files that are written for editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from macros import canonical as canonical_form
from macros import schema as schemas
from macros.commands.terminal import content_of, stop
from macros.overlay.patches import ENDING
from macros.problem import ContentError
from macros.writing import put

# The files that have a canonical form, and the name of their schema's model; the first that fits counts.
FORMATTED = {
    "tools/_terms.yml": "terms",
    "tools/_vocabulary.yml": "vocabulary",
    "tools/[!_]*.yml": "tool",
    f"local/tools/*{ENDING}": "patch",
    "local/tools/x-*.yml": "tool",
    "site.yml": "site",
    "local/docs/*/*.sections.yml": "sections",
}


@click.command()
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a file is not in canonical form."
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def fmt(root: Path, only_check: bool, files: tuple[Path, ...]) -> None:
    """Write content files in canonical form."""
    wanted = {path.resolve() for path in files}
    wrong = False
    formatted = _formatted(root)
    if strange := [path for path in files if path.resolve() not in {one.resolve() for one, _ in formatted}]:
        stop(f"`{strange[0]}` is left as it is: only tools, `site.yml` and a municipality's changes have a form.", 2)
    for path, model in formatted:
        name = path.relative_to(root).as_posix()
        if wanted and path.resolve() not in wanted:
            continue
        try:
            text = path.read_text(encoding="utf-8-sig")
            form = canonical_form.canonical(text, schemas.SCHEMAS[model], name)
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
                    put(path, form)
    sys.exit(1 if wrong else 0)


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a schema is not up to date.")
@click.pass_obj
def schema(root: Path, only_check: bool) -> None:
    """Write the JSON Schemas that editors use."""
    found = content_of(root)
    files = schemas.files(list(found.site.languages), found.vocabulary)
    stale = [name for name, text in files.items() if not _same(root / name, text)]
    for name in stale:
        click.echo(name)
        if not only_check:
            put(root / name, files[name])
    sys.exit(1 if stale and only_check else 0)


def _formatted(root: Path) -> list[tuple[Path, str]]:
    found: dict[Path, str] = {}
    for pattern, model in FORMATTED.items():
        for path in sorted(root.glob(pattern)):
            found.setdefault(path, model)
    return list(found.items())


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text
