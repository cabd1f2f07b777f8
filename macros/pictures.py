"""Pictures on pages: whether those who do not see them are told what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from macros.files import PICTURES
from macros.pages import Page
from macros.pieces import place
from macros.problem import Problem, shown

PICTURE = re.compile(
    r"(?<!\\)!\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<target>(?:[^()<>\n]|\([^()\n]*\))*?)>?"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)(?P<attributes>\{:?[^{}\n]*\})?"
)
SAY_IT = "Say between the brackets what it shows, to somebody on the phone."


def hints(page: Page) -> Iterator[Problem]:
    """Yield the pictures that say nothing, or only the name of their file; `{: alt="" }` says that one only adorns."""
    body = "\n".join(page.lines)
    for found in PICTURE.finditer(body) if "![" in body else ():
        words = found["words"].strip()
        fault, remedy = "", SAY_IT
        if not words and "alt=" not in (found["attributes"] or ""):
            fault = "the picture has no words for those who do not see it"
            remedy = f'{SAY_IT} Behind one that only adorns, write `{{: alt="" }}`.'
        elif words and _names_file(words, found["target"]):
            fault = f"`{shown(words)}` is the name of a file, not what the picture shows"
        if fault:
            yield page.problem(*place(body, found.start("words")), fault, remedy, "hint")


def _names_file(words: str, target: str) -> bool:
    name = PurePosixPath(unquote(target))
    return words.lower().endswith(PICTURES) or (words == name.stem and re.search(r"[\d_-]", words) is not None)
