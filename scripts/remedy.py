"""Failures and what to do about them, one sentence each."""

import errno
import re
import shutil
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LARGE_FILE = 50_000_000  # bytes
LOG = ROOT / ".cache" / "setup.log"

AGAIN = "then run the same command again."
DISK_FULL = f"The disk is full: free about 2 GB, {AGAIN}"
NOT_OURS = (
    "No permission to write in `{where}`: if another user (or sudo) made it, remove it as that user; "
    "else give yourself the right to write there, " + AGAIN
)

# What a failing program says → what to tell; the first that fits. `{source}` is the registry it fetched from.
REASONS = (
    (r"ENOSPC|EDQUOT|No space left|quota exceeded", DISK_FULL),
    (r"EACCES|EPERM|EROFS|Permission denied|Read-only file system", NOT_OURS),
    (
        r"DO NOT MATCH THE HASHES|EINTEGRITY",
        "{source} sent a package that doesn't match its hash in the lock file, so nothing of it was installed: "
        "try another network, and tell the maintainers if it happens again.",
    ),
    (
        r"package-lock.json .*are in sync",
        "package.json asks for packages that package-lock.json doesn't hold: run `make lock`, " + AGAIN,
    ),
    (
        r"No solution found|ERESOLVE|ETARGET",
        "{source} has no packages that fit together as pyproject.toml and package.json ask: "
        "loosen what .cache/setup.log names, " + AGAIN,
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|UnknownIssuer|self.signed certificate",
        "{source} can't be reached safely, since something on the way (a proxy?) shows a certificate that this machine "
        "doesn't trust: set PIP_CERT and NODE_EXTRA_CA_CERTS to your organisation's root certificate, " + AGAIN,
    ),
    (
        r"establish a new connection|Max retries|timed? ?out|Tunnel connection failed|resolution|ENOTFOUND|EAI_AGAIN|"
        r"ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET|ProxyError|E40[137]|E5\d\d|HTTP error|"
        r"Connection (broken|refused|reset|aborted)|error sending request|Failed to fetch",
        "{source} can't be reached: check the network, or set HTTPS_PROXY if there is a proxy, " + AGAIN,
    ),
)
NOTHING_FITS = (
    r"No matching distribution|Could not find a version",
    "{source} has no ready-made package for this machine or this Python: use Python 3.11 to 3.14 on Debian, Ubuntu or "
    "macOS, " + AGAIN,
)


class Stop(Exception):
    """A failure, told in one sentence with its remedy."""


class NothingFits(Stop):
    """The registry answers, and has nothing for this kind of machine."""


def failure(program: str, output: str, source: str) -> Stop:
    """What a failed program printed, as one sentence; the whole of it goes to the log."""
    keep_log(output)
    if disk_is_full():
        return Stop(DISK_FULL)
    for pattern, sentence in REASONS:
        if re.search(pattern, output):
            return Stop(sentence.format(source=source, where=place(output)))
    if re.search(NOTHING_FITS[0], output):
        return NothingFits(NOTHING_FITS[1].format(source=source))
    return Stop(f"`{program}` failed, in a way not foreseen: what it said stands in {LOG.relative_to(ROOT)}.")


def disk_is_full() -> bool:
    """Whether too little is left for the next large file; not every program says so when it fails."""
    return shutil.disk_usage(ROOT).free < LARGE_FILE


def place(output: str) -> str:
    """What a program could not write, as far as it says."""
    found = re.search(r"(?:Permission denied|Read-only file system|EACCES|EPERM|EROFS)[^/\n]*['\"](/[^'\"\n]+)", output)
    return removable(found[1]) if found else str(ROOT)


def removable(path: str) -> str:
    """What to remove when a path can't be written: all of `.venv`, say, not a file deep in it."""
    inside = Path(path).is_relative_to(ROOT)
    top = Path(path).relative_to(ROOT).parts[0] if inside and Path(path) != ROOT else ""
    return top if top and (ROOT / top).exists() else str(ROOT if inside else path)


def keep_log(output: str) -> None:
    """Keep what a program said, if there is room; on a full disk the sentence alone must do."""
    with suppress(OSError):
        LOG.parent.mkdir(exist_ok=True)
        LOG.write_text(output, encoding="utf-8")


def explain_error(error: Stop | OSError) -> str:
    """One sentence for what stopped setup."""
    if not isinstance(error, OSError):
        return str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NOT_OURS.format(where=removable(str(error.filename)))
    if error.errno == errno.ENOENT:
        return f"`{error.filename}` is missing: bring it back (`git checkout` does, for a file of the project), {AGAIN}"
    return f"Setup can't go on with `{error.filename}`: {error.strerror}."
