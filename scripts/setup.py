"""Set up what the project's commands need; `make` calls it as `setup.py site|dev|form|audit|browser|server|lock`.

Says one line per step it does, nothing when there is nothing to do, and one sentence when it can't.
"""

import sys

# Before the imports, and in syntax of Python 3.6: those modules need 3.11 to be read at all.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        f"Python 3.11 or newer is needed, and this is {sys.version_info[0]}.{sys.version_info[1]}: "
        "install a newer Python, then run the same command again."
    )

import browser
import form
import lock
import node
import packages
import server
from child import alone
from remedy import Stop, explain_error


def site() -> None:
    """What it takes to build and show the site."""
    packages.set_up("site")
    node.set_up()
    if form.is_published():
        form.set_up()


def dev() -> None:
    """That, and what it takes to test and check."""
    packages.set_up("dev")
    node.set_up()
    form.set_up()


def audit() -> None:
    """What it takes to build the site, and to look up what is known of the packages."""
    site()
    packages.install(packages.AUDIT)


def find_browser() -> None:
    """Print the path of a browser for the tests, or an empty line."""
    print(browser.find())


STEPS = {
    "site": site,
    "dev": dev,
    "form": form.set_up,
    "audit": audit,
    "browser": find_browser,
    "server": server.set_up,
    "lock": lock.renew,
}


def main(arguments: list[str]) -> int:
    """Do the one step that is named; returns the exit code."""
    if len(arguments) != 1 or arguments[0] not in STEPS:
        print(f"Say what to set up: python scripts/setup.py {'|'.join(STEPS)}", file=sys.stderr)
        return 2
    try:
        with alone():
            STEPS[arguments[0]]()
    except (Stop, OSError) as error:
        print(explain_error(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nInterrupted: run the same command again, and it begins where it must.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
