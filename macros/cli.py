"""The command `kit`.

Exit codes: 0 right, 1 the content is wrong, 2 the call is wrong.
"""

from __future__ import annotations

import gc
from importlib import import_module
from pathlib import Path

import click

from macros.commands.terminal import stop
from macros.problem import ContentError, nearest

# The commands in the order of the help, each with its module and its name there.
COMMANDS = {
    **{name: f"site.{name}" for name in ("serve", "build")},
    "admin": "admin.admin",
    **{name: f"checks.{name}" for name in ("check", "search", "spell", "lix")},
    "new": "new.new",
    **{name: f"files.{name}" for name in ("fmt", "schema")},
    **{name: f"{name}.group" for name in ("translations", "local", "export", "ci")},
}


class Commands(click.Group):
    """Commands whose modules are read when they are called: most need only one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, as in the help."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return a command, or end with a sentence where there is none of that name."""
        if cmd_name not in COMMANDS:
            stop(f"No command is called `{cmd_name}`. {nearest(cmd_name, COMMANDS)}", 2)
        module, _, name = COMMANDS[cmd_name].partition(".")
        found: click.Command = getattr(import_module(f"macros.commands.{module}"), name)
        return found


def main() -> None:
    """Run the command; whatever is wrong with the content, and a full disk and the like, end in a sentence, too."""
    # What a command reads it keeps to its end. Those that write much, or never end, look for what can be thrown away.
    gc.set_threshold(20_000, 10, 5)
    gc.disable()
    try:
        kit(prog_name="kit")
    except ContentError as error:
        stop(str(error))
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        stop(f"{place}{error.strerror or error}. Check the name, the rights and the room on the disk.")


@click.group(cls=Commands)
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False), help="The project's folder, when not this one."
)
@click.pass_context
def kit(context: click.Context, root: Path | None) -> None:
    """Build, check and serve the site."""
    context.obj = _root(root)


def _root(given: Path | None) -> Path:
    start = (given or Path.cwd()).resolve()
    for folder in [start] if given else [start, *start.parents]:
        if (folder / "mkdocs.yml").is_file() and (folder / "tools").is_dir():
            return folder
    stop(f"`{start}` is not in the project: no folder here has both `mkdocs.yml` and `tools/`. Go there first.", 2)
