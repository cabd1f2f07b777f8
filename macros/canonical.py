"""The one way to write a content file: block style, a line for each text, keys in the model's order, comments kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.anatomy import inside, is_text, model_of
from macros.source import Loc
from macros.yaml_builder import NULLS
from macros.yaml_comments import Comments, comments_of, words_of
from macros.yaml_reader import parse

# What YAML 1.2 takes for something else than text.
CORE = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
ODD_START = re.compile(r"[-?:](?:\s|$)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.|<<$")
# What a block of lines cannot hold, or not so that one sees it.
UNSHOWN = re.compile("[\x85\u2028\u2029\ufeff]")
ESCAPED = re.compile("[\n\t\x85\xa0\xad\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")


class Unsure(Exception):
    """The file cannot be rewritten without losing something, so it is left alone."""


def canonical(text: str, model: type[BaseModel], file: str) -> str:
    """Return the text of a YAML file in canonical form.

    Raises:
        ContentError: it is not YAML that can be read.
        Unsure: a comment stands where it cannot be kept.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = parse(text, file)
    comments = comments_of(text, source)
    first = next((loc for loc in source.marks if loc), ())
    head = comments.above.pop(first, [])
    lines = [*head, *_Emitter(comments).mapping(source.data, model, (), 0), *comments.tail]
    result = "\n".join(lines) + "\n"
    if parse(result, file).data != source.data or words_of(result) != words_of(text):
        raise Unsure("a comment stands where it cannot be kept; put it on a line of its own, above a key")
    return result


class _Emitter:
    """Writes lines, with the comments where they stood."""

    def __init__(self, comments: Comments) -> None:
        self.comments = comments

    def mapping(self, data: Any, shape: Any, loc: Loc, indent: int) -> Iterator[str]:
        for key in _order(data, shape):
            inner, value = (*loc, key), data[key]
            yield from self.above(inner, indent)
            yield from self.value(f"{_scalar(key, False)}:", value, inside(shape, data, key), inner, indent)
            yield from self.below(inner, indent, value)

    def value(self, head: str, value: Any, shape: Any, loc: Loc, indent: int) -> Iterator[str]:
        pad, trail = " " * indent, self.trail(loc)
        if isinstance(value, dict) and value:
            yield f"{pad}{head}{trail}"
            yield from self.mapping(value, shape, loc, indent + 2)
        elif isinstance(value, list) and value:
            yield f"{pad}{head}{trail}"
            yield from self.sequence(value, shape, loc, indent + 2)
        elif isinstance(value, str) and "\n" in value and not UNSHOWN.search(value):
            yield f"{pad}{head} {_block_sign(value)}{trail}"
            yield from (f"{pad}  {line}" if line else "" for line in value.removesuffix("\n").split("\n"))
        else:
            yield f"{pad}{head} {_leaf(value, shape)}".rstrip() + trail

    def sequence(self, data: list[Any], shape: Any, loc: Loc, indent: int) -> Iterator[str]:
        for n, value in enumerate(data):
            inner, within = (*loc, n), inside(shape, data, n)
            yield from self.above(inner, indent)
            if isinstance(value, dict) and value:
                lines = list(self.mapping(value, within, inner, indent + 2))
                first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
                yield from (line[2:] for line in lines[:first])
                yield " " * indent + "- " + lines[first].lstrip()
                yield from lines[first + 1 :]
            else:
                yield from self.value("-", value, within, inner, indent)
            yield from self.below(inner, indent + 2, None)

    def above(self, loc: Loc, indent: int) -> Iterator[str]:
        yield from (" " * indent + comment for comment in self.comments.above.get(loc, ()))

    def below(self, loc: Loc, indent: int, value: Any) -> Iterator[str]:
        step = 2 if value and isinstance(value, (dict, list)) else 0
        for further, comment in self.comments.below.get(loc, ()):
            yield " " * (indent + step * further) + comment

    def trail(self, loc: Loc) -> str:
        return f"  {self.comments.behind[loc]}" if loc in self.comments.behind else ""


def _leaf(value: Any, shape: Any) -> str:
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list):
        return "[]"
    return "" if value is None else _scalar(value, is_text(shape))


def _scalar(text: str, textual: bool) -> str:
    """Write a text plain if every YAML 1.2 reader takes it for that text, else in quotes."""
    if ESCAPED.search(text):
        quoted = json.dumps(text, ensure_ascii=False)
        return ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04X}", quoted)
    odd = ODD_START.match(text) or ": " in text or " #" in text or text.endswith(":") or text.strip() != text
    if odd or text in NULLS or (textual and CORE.fullmatch(text)):
        return "'" + text.replace("'", "''") + "'"
    return text


def _block_sign(text: str) -> str:
    """Say how a block of lines ends, and where it begins if that cannot be seen from its first line."""
    indent = "2" if re.match(r"\n*[ \t]", text) else ""
    ending = "" if re.search(r"[^\n]\n\Z", text) else "+" if text.endswith("\n") else "-"
    return f"|{indent}{ending}"


def quoted(text: str) -> str:
    """Return a text as it is written after a key: plain where that is safe, else in quotes."""
    return _scalar(text, True)


def _order(data: dict[str, Any], shape: Any) -> list[str]:
    model = model_of(shape, data)
    if model is None:
        return list(data)
    known = [field.alias or name for name, field in model.model_fields.items()]
    return [key for key in known if key in data] + [key for key in data if key not in known]
