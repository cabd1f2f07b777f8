"""The templates' environment: what all of them can use, and where they are kept compiled."""

from __future__ import annotations

import operator
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, Template, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from macros import drawing, overrides, policy, spoken
from macros.fields import Text, Told

COMPILED = ".cache/templates"


class _Context(Context):
    """What a template sees while it is rendered."""

    def __init__(self, environment: _Quick, *args: Any, **kwargs: Any) -> None:
        super().__init__(environment, *args, **kwargs)
        environment.contexts.append(self)


class _Template(Template):
    """Leaves nothing behind: a context and the macros that a template imports in it keep each other alive."""

    environment: _Quick

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Render it, then part them. Else only the collector of garbage finds them, which takes 3 % of a build."""
        contexts = self.environment.contexts
        outer = len(contexts)
        try:
            return super().render(*args, **kwargs)
        finally:
            for context in contexts[outer:]:
                context.vars.clear()
            del contexts[outer:]


class _Code(CodeGenerator):
    """Writes `escaped` for `escape`, and calls at once: nothing that a template calls wants to know its context."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Write a call of something as it is."""
        self.write("environment.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Quick(Environment):
    """Renders as any environment does, in a third less time."""

    template_class = _Template
    context_class = _Context
    code_generator_class = _Code
    call: Any = staticmethod(operator.call)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contexts: list[Context] = []

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template sees beside what it is given: what all of them see, in one mapping."""
        return {**self.globals, **(d or {})}

    @staticmethod
    def escaped(value: object) -> str:
        """Return a value escaped. It goes into the page at once, so that nobody need know that it is."""
        if type(value) is str:
            return _escape_inner(value)
        return value if type(value) is Markup else escape(value)


def environment(root: Path) -> Environment:
    """Return the templates' environment: everything is escaped, and a name that is not there is an error."""
    compiled = root / COMPILED
    compiled.mkdir(parents=True, exist_ok=True)
    env = _Quick(
        bytecode_cache=FileSystemBytecodeCache(str(compiled)),
        loader=overrides.loader(root),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    env.globals = {"path": drawing.path, "policy": policy.META, "range": range}
    env.filters["told"] = told
    return env


def compile_all(root: Path) -> None:
    """Compile every template into the cache, so that the languages' processes need not each do so."""
    env = environment(root)
    for name in env.list_templates(extensions=["html"]):
        if not name.startswith(overrides.PREFIX):
            env.get_template(name)


@pass_context
def told(context: Context, text: Text | Told) -> str:
    """A template's filter: the words of a text, marked when they are in another language than the page."""
    return spoken.said(text, context["lang"])
