"""Check the macro calls in a page before it is built.

A page may hold macro calls with literal arguments and nothing else of the template language: no variables, no loops,
no filters. So a page cannot reach anything, and every wrong call has a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.model import Tool
from macros.pages import Page
from macros.problem import Problem, listed, nearest

# Macros that stand on a line of their own, since they make whole blocks.
BLOCKS = ("checklist", "tool_cards", "phase_map")
_parser = Environment(autoescape=False)


@dataclass(frozen=True)
class Known:
    """What calls can name."""

    tools: Mapping[str, Tool]
    ids: Collection[str]
    phases: Collection[str]
    contacts: Collection[str]


@dataclass(frozen=True)
class Signature:
    """A macro's parameters in order, which of them are needed, and an example."""

    params: tuple[str, ...]
    needed: int
    example: str


MACROS: Mapping[str, Signature] = {
    "checklist": Signature(("id", "tool"), 1, '{{ checklist("set-up") }}'),
    "tool_link": Signature(("id",), 1, '{{ tool_link("steering-group") }}'),
    "tool_cards": Signature(("phase", "ids"), 0, '{{ tool_cards(phase="mandate") }}'),
    "phase_map": Signature((), 0, "{{ phase_map() }}"),
    "contact": Signature(("role",), 1, '{{ contact("prevention") }}'),
    "site_name": Signature((), 0, "{{ site_name() }}"),
}
Say = Callable[[nodes.Node, str, str, str], Problem]


def problems(page: Page, known: Known) -> Iterator[Problem]:
    """Yield a problem for each thing in the page's templates that is not a right macro call."""
    try:
        tree = _parser.parse(page.body)
    except TemplateSyntaxError as error:
        yield _syntax(page, error)
        return
    lines = page.body.split("\n")

    def say(node: nodes.Node, word: str, fault: str, remedy: str) -> Problem:
        line = lines[node.lineno - 1] if node.lineno <= len(lines) else ""
        column = max(line.find(word), 0) + 1
        return Problem(page.file, node.lineno + page.first_line - 1, column, fault, remedy)

    for node in tree.body:
        parts = node.nodes if isinstance(node, nodes.Output) else [node]
        for part in parts:
            if not isinstance(part, nodes.TemplateData):
                yield from _part(page, part, known, say, lines)


def calls(page: Page, name: str) -> list[tuple[dict[str, str], int]]:
    """Return the literal arguments and the line of each call of `name`, for pages without problems."""
    found = []
    for call in _parser.parse(page.body).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == name:
            found.append((_arguments(call, MACROS[name]), call.lineno + page.first_line - 1))
    return found


def _arguments(call: nodes.Call, signature: Signature) -> dict[str, str]:
    args = {name: arg.as_const() for name, arg in zip(signature.params, call.args, strict=False)}
    return args | {kwarg.key: kwarg.value.as_const() for kwarg in call.kwargs}


def _part(page: Page, part: nodes.Node, known: Known, say: Say, lines: list[str]) -> Iterator[Problem]:
    if not (isinstance(part, nodes.Call) and isinstance(part.node, nodes.Name)):
        word = "{%" if not isinstance(part, nodes.Expr) else "{{"
        fault = "only macro calls can stand between braces here"
        remedy = f"Use one of {listed(MACROS)}; to show braces, put them between `{{% raw %}}` and `{{% endraw %}}`."
        yield say(part, word, fault, remedy)
        return
    name = part.node.name
    if name not in MACROS:
        yield say(part, name, f"no macro is called `{name}`", nearest(name, MACROS))
        return
    wrong = list(_signature(part, name, say)) or list(_values(page, part, name, known, say))
    yield from wrong
    if name in BLOCKS and not wrong:
        line = lines[part.lineno - 1]
        if not re.fullmatch(r"\{\{.*\}\}\s*", line):
            yield say(part, "{{", f"`{name}` makes a block of its own", "Put it alone on a line, at the line's beginning.")


def _signature(call: nodes.Call, name: str, say: Say) -> Iterator[Problem]:
    signature = MACROS[name]
    example = f"Write it as in `{signature.example}`."
    if call.dyn_args or call.dyn_kwargs or len(call.args) > len(signature.params):
        yield say(call, name, f"`{name}` is given too much", example)
        return
    given = [*signature.params[: len(call.args)], *(kwarg.key for kwarg in call.kwargs)]
    for kwarg in call.kwargs:
        if kwarg.key not in signature.params:
            yield say(call, kwarg.key, f"`{name}` has nothing called `{kwarg.key}`", nearest(kwarg.key, signature.params) or example)
        elif given.count(kwarg.key) > 1:
            yield say(call, kwarg.key, f"`{name}` is given `{kwarg.key}` twice", example)
    missing = [param for param in signature.params[: signature.needed] if param not in given]
    if missing:
        yield say(call, name, f"`{name}` needs {listed(missing)}", example)
    for value in [*call.args, *(kwarg.value for kwarg in call.kwargs)]:
        if not _literal(value):
            yield say(call, name, f"`{name}` takes words in quotation marks only", example)


def _literal(value: nodes.Node) -> bool:
    if isinstance(value, nodes.List):
        return all(_literal(item) for item in value.items)
    return isinstance(value, nodes.Const) and isinstance(value.value, str)


def _values(page: Page, call: nodes.Call, name: str, known: Known, say: Say) -> Iterator[Problem]:
    args = _arguments(call, MACROS[name])

    def check(value: object, noun: str, names: Collection[str]) -> Iterator[Problem]:
        for word in value if isinstance(value, list) else [value]:
            if not isinstance(word, str):
                yield say(call, name, f"`{name}` takes words in quotation marks only", f"Write it as in `{MACROS[name].example}`.")
            elif word not in names:
                yield say(call, word, f"no {noun} is called `{word}`", nearest(word, names))

    if name == "tool_link":
        yield from check(args["id"], "tool", known.ids)
    elif name == "contact":
        yield from check(args["role"], "contact", known.contacts)
    elif name == "tool_cards":
        yield from check(args.get("phase", []), "phase", known.phases)
        yield from check(args.get("ids", []), "tool", known.ids)
    elif name == "checklist":
        yield from _checklist(page, call, args, known, say)


def _checklist(page: Page, call: nodes.Call, args: dict[str, str], known: Known, say: Say) -> Iterator[Problem]:
    tool = args.get("tool", page.front.tool)
    if tool is None:
        yield say(call, "checklist", "this page has no tool of its own", 'Name it, as in `checklist("set-up", tool="steering-group")`.')
    elif not isinstance(tool, str) or not isinstance(args["id"], str):
        yield say(call, "checklist", "`checklist` takes one word for each", f"Write it as in `{MACROS['checklist'].example}`.")
    elif tool not in known.ids:
        yield say(call, tool, f"no tool is called `{tool}`", nearest(tool, known.ids))
    elif tool in known.tools:
        names = [checklist.id for checklist in known.tools[tool].checklists]
        if args["id"] not in names:
            fault = f"`{tool}` has no checklist called `{args['id']}`"
            yield say(call, args["id"], fault, nearest(args["id"], names))


def _syntax(page: Page, error: TemplateSyntaxError) -> Problem:
    line = (page.body.split("\n") + [""])[error.lineno - 1]
    said = error.message or ""
    opened = max(line.rfind("{{"), line.rfind("{%"), line.rfind("{#"), 0)
    if "comment" in said:
        fault, remedy = "`{#` begins a comment that never ends", "For a heading's id, write `{: #purpose }`."
    elif "Encountered unknown tag" in said or "block" in said or "{%" in line:
        fault = "this is template code, which pages cannot have"
        remedy = "Pages can have macro calls only; to show braces, put them between `{% raw %}` and `{% endraw %}`."
    else:
        fault = "the macro call cannot be read"
        remedy = 'Write it as in `{{ checklist("set-up") }}`, with both quotation marks and both pairs of braces.'
    return Problem(page.file, error.lineno + page.first_line - 1, opened + 1, fault, remedy)
