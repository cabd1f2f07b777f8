"""`kit serve` and `kit build`: the site."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

import click

from macros import survey
from macros.commands.terminal import log_to_terminal, stop, today
from macros.problem import ContentError


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the browser.")
@click.pass_obj
def serve(root: Path, address: str, open_in_browser: bool) -> None:
    """Show the site on this machine, built again at every change."""
    from macros import generator

    _free(address)
    _wait_until_right(root)
    log_to_terminal()
    click.echo(f"The site is at http://{address}/ as soon as it is built. Stop with Ctrl-C.", err=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        generator.serve(root, address, open_in_browser)
    except SystemExit as error:
        stop(str(error))


@click.command()
@click.option("--folder", is_flag=True, help="Make a site that opens from a folder, without a server.")
@click.pass_obj
def build(root: Path, folder: bool) -> None:
    """Build the site into `site/`."""
    from macros import generator

    log_to_terminal(logging.WARNING)
    began = time.monotonic()
    new = root / ".cache" / f"site.{os.getpid()}"
    _sweep(root / ".cache")
    try:
        generator.build(root, new, directories=not folder)
    except (SystemExit, ContentError) as error:
        shutil.rmtree(new, ignore_errors=True)
        stop(str(error))
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _replace(new, root / "site")
    click.echo(f"The site is in site/, built in {time.monotonic() - began:.1f} s.", err=True)


def _sweep(cache: Path) -> None:
    """Take away what builds that were killed have left."""
    for path in cache.glob("site.*"):
        number = path.name.split(".")[1]
        if number.isdigit() and not _runs(int(number)):
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    """Whether a process runs; Windows can't be asked so, and is taken at its best."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _replace(new: Path, site: Path) -> None:
    """Put the new site in the place of the old one; at any moment one is whole. Of two builds the last stays."""
    old = new.with_name(f"{new.name}.old")
    while new.exists():
        with suppress(FileNotFoundError):
            site.rename(old)
        try:
            new.rename(site)
        except OSError as error:
            if error.errno not in (errno.EEXIST, errno.ENOTEMPTY):  # those: another build was there in between
                raise
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
        stop(f"The address {address} cannot be used. {remedy}", 2)


def _wait_until_right(root: Path) -> None:
    """Say what is wrong, and wait for it to be put right: a server that ends at the first slip helps nobody."""
    said = ""
    while True:
        try:
            survey.load(root, today())
        except ContentError as error:
            if str(error) != said:
                said = str(error)
                click.echo(f"{said}\nThe site is shown as soon as this is put right.", err=True)
            time.sleep(0.5)
        else:
            return
