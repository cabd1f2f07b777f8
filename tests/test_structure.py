"""How the modules hang together: what a newcomer may rely on when reading one of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from tests.conftest import ROOT

MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "macros").rglob("*.py"))
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """What an import statement names, modules and what is taken out of them."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def read_with(module: str) -> tuple[str, ...]:
    """The modules of ours that are read when this one is: neither for types only, nor in the midst of a function."""
    found: list[str] = []
    for node in tree(module).body:
        names = [name for name in imported(node) if name in MODULES]
        # A package is read before what lies in it, and names nothing of it.
        found += [name for name in names if not any(other.startswith(f"{name}.") for other in names)]
    return tuple(found)


def test_only_two_doors_know_the_generator() -> None:
    knowing = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if any(name.partition(".")[0] in ("mkdocs", "mkdocs_macros") for name in imported(node))
    }

    assert knowing == {"macros.generator", "macros.hooks"}


def reached(module: str) -> set[str]:
    """All that is read with a module, and with that in turn."""
    found, ahead = set[str](), [*read_with(module)]
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += read_with(name)
    return found


def test_no_module_needs_itself() -> None:
    assert [module for module in MODULES if module in reached(module)] == []


def test_what_others_use_says_what_it_is() -> None:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    silent = [
        f"{module}: {getattr(node, 'name', '')}"
        for module in MODULES
        for node in [tree(module), *tree(module).body]
        if isinstance(node, kinds) and not getattr(node, "name", "").startswith("_") and not ast.get_docstring(node)
    ]

    assert silent == []
