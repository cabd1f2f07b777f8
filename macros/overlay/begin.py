"""Begin a change: the file of a municipality's own, with the shared text in it to write over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from macros.decoding import decode
from macros.digest import digest
from macros.lines import said
from macros.overlay import patches, section_files, whole
from macros.overlay.body import cut
from macros.overlay.tree import Node, index, named, tree
from macros.problem import ContentError, Problem, nearest
from macros.source import Source
from macros.yaml_reader import read, scan
from macros.yaml_text import yaml_of


class NoSuchThing(ContentError):
    """Nothing in the tool has the id."""


class Begun(NamedTuple):
    """A file, its new text, and the line on which the change begins."""

    file: str
    text: str
    line: int


def tool(root: Path, id: str, target: str, lang: str, others: Sequence[str] = ()) -> Begun:
    """Return the file that changes the wording of one thing in a tool, in one language, with the change added.

    What the language lacks is left empty, so that nothing untranslated can pass; the words that it is to be translated
    from stand above it as a comment.

    Args:
        root: the project's folder.
        id: the tool's.
        target: an id in it; `.` is the tool itself.
        lang: the language whose texts are to change.
        others: the other languages, the nearest first; before all of them comes the one that the tool was written in.

    Raises:
        ContentError: there is no such thing, or it has no text.
    """
    path = f"tools/{id}.yml"
    source = read(root / path, path)
    node, origin = _node(source, target), source.data.get("origin")
    langs = dict.fromkeys((lang, *(one for one in others if one == origin), *others))
    texts = {key: said for key, part in node.value.items() if (said := _wordings(part, langs))}
    if not texts:
        raise ContentError([Problem(path, *node.mark[1:], f"`{target}` has no text in `{lang}`", "Add what is yours.")])
    value = {key: {lang: said.get(lang)} for key, said in texts.items()}
    op = {"op": "set", "id": target, "base": digest(value), "value": value}
    from_ = {key: next(iter(said.items())) for key, said in texts.items() if lang not in said}
    return added(root, f"{patches.FOLDER}/{id}{patches.ENDING}", op, from_)


def section(root: Path, id: str, target: str, lang: str) -> Begun | None:
    """Return the file that replaces a section of a tool's page, with the change added; None where there is none.

    Raises:
        ContentError: nothing can be added to the file.
    """
    found, _ = whole.load(root, lang)
    page = next((page for page in found if page.front.tool == id), None)
    one = next((one for one in cut(page) if one.heading and one.heading.id == target), None) if page else None
    if one is None:
        return None
    op = {"op": "replace", "id": target, "base": one.digest, "text": said(one.text) + "\n"}
    return added(root, f"local/docs/{lang}/{id}{section_files.ENDING}", op)


def added(root: Path, file: str, op: dict[str, Any], from_: Mapping[str, tuple[str, str]] | None = None) -> Begun:
    """Return a file of changes with one more at its end; `from_` has what to translate of its values, by key.

    Raises:
        ContentError: the file is there and cannot be read, or is written in a way that nothing can be added to.
    """
    path = root / file
    before = decode(path, file).rstrip() if path.exists() else ""
    known = scan(before, file)
    if known.data is None:
        before = f"{before}\nops:".lstrip()
    elif not isinstance(known.data, dict):
        raise ContentError([known.problem((), "the file must have keys of its own", "Begin it as in `ops:`.")])
    _refuse_second(known, op)
    before += "\n"
    block = yaml_of([op], blocks=True)
    lines = [line for one in block.splitlines() for line in (one, *_comment(one, from_ or {}))]
    text = before + "".join(f"  {line}\n" if line else "\n" for line in lines)
    ops = (known.data or {}).get("ops") or []
    if scan(text, file).data != {**(known.data or {}), "ops": [*ops, op]}:
        remedy = "Write `ops:` last, and each change below it after `  - `; `kit fmt` does so."
        raise ContentError([Problem(file, 1, 1, "nothing can be added to the changes as they are written", remedy)])
    return Begun(file, text, before.count("\n") + 1)


def _comment(line: str, from_: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """What stands below a line of a change: the words to translate, where the line begins a value without any."""
    key = line.removeprefix("    ").removesuffix(":")
    if key in from_ and line == f"    {key}:":
        lang, words = from_[key]
        first, *more = words.splitlines()
        yield from (f"      # {lang}: {first}", *(f"      # {one}".rstrip() for one in more))


def _refuse_second(known: Source, op: dict[str, Any]) -> None:
    """One text is changed in one place: a second change would hide the first."""
    ops = (known.data or {}).get("ops")
    for n, one in enumerate(ops if isinstance(ops, list) else []):
        same = isinstance(one, dict) and (one.get("id"), one.get("op")) == (op["id"], op["op"])
        if same and (op["op"] == "replace" or _languages(one) & _languages(op)):
            fault = f"`{op['id']}` is changed here already"
            raise ContentError([known.problem(("ops", n), fault, "Write your text there.")])


def _languages(op: dict[str, Any]) -> set[str]:
    """The languages that a change of a tool's texts is of."""
    value = op.get("value")
    texts = value.values() if isinstance(value, dict) else ()
    return {lang for text in texts if isinstance(text, dict) for lang in text}


def _node(source: Source, target: str) -> Node:
    node = tree(source)
    found = named(node, target)
    if len(found) != 1:
        known = [name for name in index(node) if "/" not in name]
        raise NoSuchThing([Problem(source.file, 1, 1, f"nothing here has the id `{target}`", nearest(target, known))])
    return found[0].node


def _wordings(node: Node, langs: Iterable[str]) -> dict[str, str]:
    """The texts of a wording by language, in their order; none where it is something else."""
    found = ((lang, node.get(lang)) for lang in langs)
    return {lang: one.value for lang, one in found if one and isinstance(one.value, str)}
