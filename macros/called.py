"""Read the macro calls in a page: their names, and the literal arguments that they are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.pages import Page
from macros.pieces import Piece, pieces
from macros.problem import Problem, listed, nearest
from macros.signatures import MACROS, Signature

LONGEST = 1000
# Says a fault at a word of the call, and how to put it right.
Say = Callable[[str, str, str], Problem]
_parser = Environment(autoescape=False)


def calls(page: Page, name: str) -> list[tuple[dict[str, str], int]]:
    """Return the literal arguments and the line of each right call of `name`."""
    found: dict[str, list[tuple[dict[str, str], int]]] = page.memo.get("calls", {})
    if "calls" not in page.memo:
        for piece in pieces(page.body):
            call = read(piece)
            if call and name_of(call) in MACROS and not list(misfits(call, name_of(call), _silent)):
                one = (arguments(call, MACROS[name_of(call)]), piece.line + page.first_line)
                found.setdefault(name_of(call), []).append(one)
        page.memo["calls"] = found
    return found.get(name, [])


def read(piece: Piece) -> nodes.Call | None:
    """Return the piece as a call of a name; None when it is something else, or cannot be read."""
    return parsed(piece.text) if piece.kind == "call" and len(piece.text) <= LONGEST else None


@lru_cache(maxsize=10_000)
def parsed(text: str) -> nodes.Call | None:
    """Return a text as a call of a name; None when it is something else."""
    try:
        tree = _parser.parse(text)
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None
    output = tree.body[0] if len(tree.body) == 1 else None
    part = output.nodes[0] if isinstance(output, nodes.Output) and len(output.nodes) == 1 else None
    return part if isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name) else None


def name_of(call: nodes.Call) -> str:
    """Return the name of the macro that is called."""
    return str(call.node.name) if isinstance(call.node, nodes.Name) else ""


def arguments(call: nodes.Call, signature: Signature) -> dict[str, str]:
    """Return what a right call is given, by the names of its parameters."""
    args = {name: arg.as_const() for name, arg in zip(signature.params, call.args, strict=False)}
    return args | {kwarg.key: kwarg.value.as_const() for kwarg in call.kwargs}


def misfits(call: nodes.Call, name: str, say: Say) -> Iterator[Problem]:
    """Yield what a call is given too much, too little, or of another shape than the macro takes."""
    signature = MACROS[name]
    example = f"Write it as in `{signature.example}`."
    if call.dyn_args or call.dyn_kwargs or len(call.args) > len(signature.params):
        yield say(name, f"`{name}` is given too much", example)
        return
    given = [*signature.params[: len(call.args)], *(kwarg.key for kwarg in call.kwargs)]
    for kwarg in call.kwargs:
        if kwarg.key not in signature.params:
            yield say(
                kwarg.key, f"`{name}` has nothing called `{kwarg.key}`", nearest(kwarg.key, signature.params) or example
            )
        elif given.count(kwarg.key) > 1:
            yield say(kwarg.key, f"`{name}` is given `{kwarg.key}` twice", example)
    missing = [param for param in signature.params[: signature.needed] if param not in given]
    if missing and all(kwarg.key in signature.params for kwarg in call.kwargs):
        yield say(name, f"`{name}` needs {listed(missing)}", example)
    for param, value in zip(given, [*call.args, *(kwarg.value for kwarg in call.kwargs)], strict=True):
        if not _literal(value, param in signature.lists):
            what = "a list of words" if param in signature.lists else "a word"
            yield say(name, f"`{name}` takes {what} in quotation marks", example)


def _literal(value: nodes.Node, wants_list: bool) -> bool:
    if wants_list:
        return isinstance(value, nodes.List) and all(_literal(item, False) for item in value.items)
    return isinstance(value, nodes.Const) and isinstance(value.value, str)


def _silent(word: str, fault: str, remedy: str) -> Problem:
    return Problem("", 0, 0, fault, remedy)
