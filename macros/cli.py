"""The command `kit`.

Exit codes: 0 right, 1 the content is wrong, 2 the call is wrong.
"""

from __future__ import annotations

import gc
from pathlib import Path

import click

from macros.commands import admin, checks, ci, export, files, local, new, site, translations
from macros.commands.terminal import stop


def main() -> None:
    """Run the command; a full disk and the like end in a sentence, too."""
    # What a command reads it keeps to its end: looking often for what could be thrown away takes a fifth of its time.
    gc.set_threshold(100_000, 20, 100)
    try:
        kit(prog_name="kit")
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        stop(f"{place}{error.strerror or error}. Check the name, the rights and the room on the disk.")


@click.group()
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False), help="The project's folder, when not this one."
)
@click.pass_context
def kit(context: click.Context, root: Path | None) -> None:
    """Build, check and serve the site."""
    context.obj = _root(root)


for command in (
    *(site.serve, site.build, admin.admin),
    *(checks.check, checks.search, checks.spell, checks.lix),
    *(new.new, files.fmt, files.schema),
    *(translations.group, local.group, export.group, ci.group),
):
    kit.add_command(command)


def _root(given: Path | None) -> Path:
    start = (given or Path.cwd()).resolve()
    for folder in [start] if given else [start, *start.parents]:
        if (folder / "mkdocs.yml").is_file() and (folder / "tools").is_dir():
            return folder
    stop(f"`{start}` is not in the project: no folder here has both `mkdocs.yml` and `tools/`. Go there first.", 2)
