"""The environment that a page's macro calls run in: our macros, and nothing else of mkdocs or Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment


class _Closed(Template):
    """A template that sees the environment's macros only, whatever else it is handed."""

    def render(self, *_args: Any, **_values: Any) -> str:
        return super().render()


class Sandbox(ImmutableSandboxedEnvironment):
    """For pages: no loader, no filters and tests of use, no globals but the macros."""

    template_class = _Closed

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
        self.globals = dict(macros)
        self.filters = {}
        self.tests = {}
