"""Write down what a translation was made from: in the page's front matter, or in a file beside the tools."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import yaml

from macros import settings
from macros.content import Content
from macros.decoding import decode
from macros.front import split
from macros.overlay.patches import OWN
from macros.problem import ContentError, Problem
from macros.source import Source, scan
from macros.translations.records import LOCAL, SHARED
from macros.translations.standing import Part, Translation, noted_in

HEAD = "# Written by `kit translations`: of each part the digest of the text that it was made from, then its own.\n"


def noted(content: Content, one: Translation, parts: Collection[Part]) -> tuple[str, str]:
    """Return a file, and its text with these parts noted as they are today; parts that are gone fall out.

    Raises:
        ContentError: the page's front matter is written in a way that nothing can be put into.
    """
    fresh = {part.unit.id for part in parts}
    seen = {part.unit.id: part.now if part.unit.id in fresh else part.seen for part in one.parts}
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
    return file.startswith("local/") or not (root / settings.LOCAL).exists()


def _beside(content: Content, one: Translation, digests: Mapping[str, str], reason: str) -> tuple[str, str]:
    """The file beside the tools; a municipality's holds only what differs from the shared one, which moves on."""
    own = (one.tool or "").startswith(OWN) or not _is_ours(content.root, one.file)
    if own:
        shared = noted_in(one.page, one.origin) if one.page else content.records.shared_parts(one.record)
        digests = {id: noted for id, noted in digests.items() if shared.get(id) != noted}
    value = {**({"diverged": reason} if reason else {}), **({"parts": dict(digests)} if digests else {})}
    return f"{LOCAL if own else SHARED}/{one.record}.yml", HEAD + _yaml(value)


def _in_front(root: Path, file: str, key: str, value: object) -> str:
    """A page with one key of its front matter written anew, at the end where it is not there yet."""
    whole = decode(root / file, file)
    ends = "\r\n" if "\r\n" in whole else "\n"
    text = whole.replace("\r\n", "\n").replace("\r", "\n")
    head, body, _ = split(text, file)
    before = scan(head, file, 2) if head.strip() else Source(file, {}, {})
    lines = head.splitlines()
    begin, end = _lines_of(before, key, len(lines))
    made = "\n".join([*lines[:begin], *_yaml({key: value}).splitlines(), *lines[end:]]) + "\n"
    after = scan(made, file, 2)
    if after.problems or after.data != {**(before.data or {}), key: scan(_yaml(value), file).data}:
        fault = f"`{key}` cannot be written into the front matter as it stands"
        raise ContentError([Problem(file, 1, 1, fault, "Write each key on a line of its own.")])
    return f"---\n{made}---\n{body}".replace("\n", ends)


def _lines_of(source: Source, key: str, count: int) -> tuple[int, int]:
    """The lines of a key, counted from 0 within the front matter, and where the next one begins."""
    starts = sorted(mark.line - 2 for loc, mark in source.marks.items() if len(loc) == 1)
    if (key,) not in source.marks:
        return count, count
    begin = source.marks[(key,)].line - 2
    return begin, next((start for start in starts if start > begin), count)


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6)


def chosen(one: Translation, ids: Iterable[str]) -> list[Part]:
    """Return the translated parts that names lead to, as `right-level` or `right-level.text`; all of them by none."""
    wanted = [f"{id}{end}" for id in ids for end in ("", ".", "/")]
    parts = [part for part in one.parts if part.state not in ("original", "missing")]
    return [part for part in parts if not wanted or any(_is(part.unit.id, id) for id in wanted)]


def _is(id: str, wanted: str) -> bool:
    return id == wanted or (wanted[-1:] in (".", "/") and id.startswith(wanted))
