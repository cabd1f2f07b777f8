"""The door for mkdocs-macros: what an editor can write between double braces in a page (`signatures.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.signatures import Signature


def define_env(env: Any) -> None:
    """Register the macros: each leaves a placeholder, which is filled when Markdown is done."""
    from macros.signatures import MACROS

    for name, signature in MACROS.items():
        env.macro(_macro(name, signature), name)


def _macro(name: str, signature: Signature) -> Callable[..., str]:
    from macros.slots import slot

    shape = signature.shape

    def macro(*args: Any, **values: Any) -> str:
        return slot(name, **shape.bind(*args, **values).arguments)

    macro.__doc__ = f"{signature.does} `{signature.example}`"
    return macro
