"""`kit admin`: tools and pages in a form in the browser."""

from __future__ import annotations

import secrets
import signal
import webbrowser
from collections.abc import Mapping
from pathlib import Path

import click

from macros import survey
from macros.assets import Bundles
from macros.commands.terminal import content_of, stop, today
from macros.content import Content
from macros.problem import ContentError


@click.command()
@click.option("--port", default=8010, show_default=True, type=click.IntRange(0, 65535), help="Where on this machine.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the browser.")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write the page for a host.")
@click.pass_obj
def admin(root: Path, port: int, open_in_browser: bool, folder: Path | None) -> None:
    """Edit tools and pages in a form; what is saved is checked first, and written into the files.

    With --to, write the page that `admin` in `site.yml` publishes, for a host of its own.
    """
    from macros import assets, outputs
    from macros.admin import files

    found = content_of(root)
    try:
        bundles = assets.bundles(root)
        if folder:
            if not found.site.admin:
                stop("`admin` is not in `site.yml`: the form does not know its forge. HOSTING.md says how.", 2)
            outputs.write(folder, files.files(found, bundles))
            click.echo(f"The form is in {folder}.", err=True)
            return
        _serve(root, port, open_in_browser, found, bundles)
    except ContentError as error:
        stop(str(error))


def _serve(root: Path, port: int, open_in_browser: bool, found: Content, bundles: Bundles) -> None:
    from macros.admin import files
    from macros.admin.saving import Desk
    from macros.admin.server import HOST, Server

    token = secrets.token_urlsafe(16)
    fixed = files.files(found, bundles, f"/{token}/api")

    def current(name: str) -> Mapping[str, str | bytes]:
        """Return the files; the settings as the content is now, or as it last was right."""
        if name.startswith("config."):
            try:
                fixed.update(files.settings(survey.load(root, today()), f"/{token}/api"))
            except ContentError as error:
                click.echo(f"{error}\nUntil this is put right, the form offers what it did before.", err=True)
        return fixed

    try:
        server = Server(port, token, Desk(root, today()), current)
    except OSError:
        stop(
            f"{HOST}:{port} cannot be used. Stop the program that uses it, or choose another: `kit admin --port 8011`.",
            2,
        )
    click.echo(f"The form is at {server.address}\nIt writes into your files. Stop with Ctrl-C.", err=True)
    if open_in_browser:
        webbrowser.open(server.address)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
