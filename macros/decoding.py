"""The text of a content file: opened, decoded, and without letters that nobody can see."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from macros.problem import ContentError, Problem

# What YAML does not allow in a file, tabs and line ends apart.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Line ends that only some programs see, and letters that turn the direction of what follows or take no room.
UNSEEN = re.compile("[\u2028\u2029\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
# What git leaves where it could not join two versions.
CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|)(?: .*)?$", re.MULTILINE)


# A long page is 20 kB.
LARGEST = 1_000_000


def decode(path: Path, file: str) -> str:
    """Return the text of a file without byte order mark; `file` is its name in problems.

    Raises:
        ContentError: it cannot be opened, is not UTF-8, or holds letters that no text needs.
    """
    text = _utf_8(_bytes(path, file), file)
    seen = _conflicts(text, file)
    if has_odd_letters(text):
        seen += _found(CONTROL, text, file, "a control character")
        seen += _found(UNSEEN, text, file, "an invisible character")
    if seen:
        raise ContentError(seen)
    return text


@lru_cache(maxsize=1)  # of each YAML file it is asked twice
def has_odd_letters(text: str) -> bool:
    """Whether a text may have letters that nobody sees, or odd spaces: looking for each takes ten times as long."""
    return not text.replace("\n", "").isprintable()


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.stat().st_size <= LARGEST:
            return path.read_bytes()
        fault, remedy = "the file is larger than a megabyte", "Look whether something was pasted into it by mistake."
    except FileNotFoundError:
        fault, remedy = "the file is missing", "Put it back; the site cannot be made without it."
    except IsADirectoryError:
        fault, remedy = "this is a folder, not a file", "Give the folder another name."
    except PermissionError:
        fault, remedy = "the file may not be read", "Give yourself the right to read it."
    except OSError as error:
        fault, remedy = f"the file cannot be read: {error.strerror}", "Check its name and its place."
    raise ContentError([Problem(file, 1, 1, fault, remedy)])


def _utf_8(raw: bytes, file: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        fault, remedy = "the file is not UTF-8", "Save it as UTF-8 (in the editor: “Save with encoding”)."
        raise ContentError([Problem(file, *_place(before, len(before)), fault, remedy)]) from error


def _found(pattern: re.Pattern[str], text: str, file: str, name: str) -> list[Problem]:
    """Return a problem for the first letter of the kind: where there is one, there are often hundreds."""
    found = pattern.search(text)
    if not found:
        return []
    fault = f"there is {name} here (U+{ord(found[0]):04X})"
    return [Problem(file, *_place(text, found.start()), fault, "Delete it; it often comes along with pasted text.")]


def _conflicts(text: str, file: str) -> list[Problem]:
    if not any(sign in text for sign in ("<<<<<<<", "|||||||", ">>>>>>>")):
        return []
    fault = "git could not join two versions here"
    remedy = "Keep what is right of the two, and delete git's lines: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`."
    return [Problem(file, *_place(text, found.start()), fault, remedy) for found in CONFLICT.finditer(text)]


def _place(text: str, start: int) -> tuple[int, int]:
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
