"""The environment that a page's macro calls run in: our macros, and nothing else of mkdocs or Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros import called
from macros.pieces import cut


class _Closed(Template):
    """A template that sees the environment's macros only, whatever else it is handed."""

    def render(self, *_args: Any, **_values: Any) -> str:
        return super().render()


class _Called:
    """A page whose calls are made: most hold nothing else, and compiling a template for each takes long."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, *_args: Any, **_values: Any) -> str:
        return self.text


class Sandbox(ImmutableSandboxedEnvironment):
    """For pages: no loader, no filters and tests of use, no globals but the macros."""

    template_class = _Closed

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
        self.macros, self.globals = macros, dict(macros)
        self.filters = {}
        self.tests = {}

    def from_string(self, source: Any, *args: Any, **values: Any) -> Any:
        """Return the page with its calls made; one that holds something else is left to Jinja."""
        parts: list[str] = []
        at = 0
        for kind, start, end in cut(source):
            made = self._made(source[start:end]) if kind == "call" else None
            if made is None:
                return super().from_string(source, *args, **values)
            parts += [source[at:start], made]
            at = end
        return _Called("".join([*parts, source[at:]]))

    def _made(self, text: str) -> str | None:
        """What a macro returns for a call with literal arguments; None for anything else."""
        call = called.parsed(text)
        macro = self.macros.get(called.name_of(call)) if call else None
        if call is None or macro is None or call.dyn_args or call.dyn_kwargs:
            return None
        try:
            given = {one.key: one.value.as_const() for one in call.kwargs}
            return str(macro(*(one.as_const() for one in call.args), **given))
        except (nodes.Impossible, TypeError):
            return None
