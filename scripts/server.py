"""The web server that the tests put the site behind: Debian's nginx."""

import os
import shutil
from contextlib import suppress

from child import run, say
from remedy import Stop


def set_up() -> None:
    """Install nginx where nobody need be asked; else its tests are skipped, and say why."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', os.defpath)}{os.pathsep}/usr/sbin")
    if not found and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Setting up nginx from the system's packages")
        with suppress(Stop):
            run(["apt-get", "update"], source="Debian")
            run(["apt-get", "install", "--yes", "--no-install-recommends", "nginx"], source="Debian")
