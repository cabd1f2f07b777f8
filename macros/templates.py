"""The templates' environment: what all of them can use, and where they are kept compiled."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, pass_context
from jinja2.runtime import Context

from macros import drawing, overrides, policy, spoken
from macros.fields import Text, Told

COMPILED = ".cache/templates"


def environment(root: Path) -> Environment:
    """Return the templates' environment: everything is escaped, and a name that is not there is an error."""
    compiled = root / COMPILED
    compiled.mkdir(parents=True, exist_ok=True)
    env = Environment(
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
    lang = context["lang"]
    return spoken.marked(text.told(lang) if isinstance(text, Text) else text, lang)
