"""Write down what a translation was made from: in the page's front matter, or in a file beside the tools."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros import settings
from macros.content import Content
from macros.decoding import decode
from macros.front import split
from macros.own import PREFIX, is_own
from macros.problem import ContentError, Problem
from macros.source import Source
from macros.translations import origins
from macros.translations.records import LOCAL, SHARED, Seen
from macros.translations.standing import Translation
from macros.yaml_reader import scan
from macros.yaml_text import yaml_of

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")
HEAD = "# Written by `kit translations`: of each part the digest of the text that it was made from, then its own.\n"


def noted(content: Content, one: Translation, fresh: Mapping[str, Seen]) -> tuple[str, str]:
    """Return a file, and its text with what is to be noted of some parts; parts that are gone fall out.

    Raises:
        ContentError: the page's front matter is written in a way that nothing can be put into.
    """
    seen = {part.unit.id: fresh.get(part.unit.id, part.seen) for part in one.parts}
    digests = {id: str(digests) for id, digests in seen.items() if digests}
    if one.page and _is_ours(content.root, one.file):
        value = {"lang": one.origin, "sections": digests}
        return one.file, _in_front(content.root, one.file, "translated_from", value)
    return _beside(content, one, digests, one.diverged)


def diverged(content: Content, one: Translation, reason: str) -> tuple[str, str]:
    """Return a file, and its text with the reason why the translation is another text on purpose.

    Raises:
        ContentError: the page's front matter is written in a way that nothing can be put into.
    """
    if one.page and _is_ours(content.root, one.file):
        return one.file, _in_front(content.root, one.file, "diverged", reason)
    return _beside(content, one, {part.unit.id: str(part.seen) for part in one.parts if part.seen}, reason)


def _is_ours(root: Path, file: str) -> bool:
    """Whether a file is written in this repository, and not one that a municipality only gets."""
    return is_own(file) or not (root / settings.LOCAL).exists()


def _beside(content: Content, one: Translation, digests: Mapping[str, str], reason: str) -> tuple[str, str]:
    """The file beside the tools; a municipality's holds only what differs from the shared one, which moves on."""
    own = (one.tool or "").startswith(PREFIX) or not _is_ours(content.root, one.file)
    if own:
        shared = origins.noted_in(one.page, one.origin) if one.page else content.records.shared_parts(one.record)
        digests = {id: noted for id, noted in digests.items() if shared.get(id) != noted}
    value = {**({"diverged": reason} if reason else {}), **({"parts": dict(digests)} if digests else {})}
    return f"{LOCAL if own else SHARED}/{one.record}.yml", HEAD + yaml_of(value)


def _in_front(root: Path, file: str, key: str, value: object) -> str:
    """A page with one key of its front matter written anew, at the end where it is not there yet.

    All other lines stay as they are, to the byte; comments within the old lines of the key move above it.
    """
    text = decode(root / file, file)
    order = "\ufeff" if (root / file).read_bytes().startswith(codecs.BOM_UTF8) else ""
    lines = LINE.findall(text)
    head, _, first_body = split(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    before = scan(head, file, 2) if head.strip() else Source(file, {}, {})
    front, rest = lines[1 : first_body - 2], lines[first_body - 2 :]
    if first_body == 1:
        lines, front, rest = ["---\n"], [], ["---\n", *lines]
    end = re.sub("[^\r\n]", "", lines[0])
    begin, behind = _lines_of(before, key, [line.strip() for line in front])
    kept = [f"{found[0].strip()}{end}" for line in front[begin:behind] if (found := COMMENT.search(line))]
    new = [f"{line}{end}" for line in yaml_of({key: value}).splitlines()]
    made = [*front[:begin], *kept, *new, *front[behind:]]
    after = scan("".join(made).replace("\r\n", "\n").replace("\r", "\n"), file, 2)
    if after.problems or after.data != {**(before.data or {}), key: scan(yaml_of(value), file).data}:
        fault = f"`{key}` cannot be written into the front matter as it stands"
        raise ContentError([Problem(file, 1, 1, fault, "Write each key on a line of its own.")])
    return "".join([order, lines[0], *made, *rest])


def _lines_of(source: Source, key: str, front: Sequence[str]) -> tuple[int, int]:
    """The lines of a key, counted from 0 within the front matter, and where what follows it begins."""
    if (key,) not in source.marks:
        return len(front), len(front)
    starts = sorted(mark.line - 2 for loc, mark in source.marks.items() if len(loc) == 1)
    begin = source.marks[(key,)].line - 2
    end = next((start for start in starts if start > begin), len(front))
    while not front[end - 1] or front[end - 1].startswith("#"):
        end -= 1
    return begin, end
