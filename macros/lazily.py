"""Modules that are read when something is first asked of them, which may be never."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


def later(name: str) -> None:
    """Let whoever imports a module go on at once, with one that stands in for it until it is used.

    The standard library's `LazyLoader` does not do: an `import` statement asks the module for its `__spec__`.
    """
    if name in sys.modules:
        return
    stand_in = ModuleType(name)

    def real(attribute: str) -> Any:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        return getattr(import_module(name), attribute)

    vars(stand_in)["__getattr__"] = real
    sys.modules[name] = stand_in
