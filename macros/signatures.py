"""The macros that a page can call, what each of them takes, and how it stands on a page."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# Where both of two sister pages have a call, if one of them has it: in the same section, or once on the page.
Shared = Literal["in its section", "once on its page"]


@dataclass(frozen=True)
class Signature:
    """A macro: what it does, its parameters in order, how many are needed, an example, which parameters are lists.

    `block` says that it stands alone on its line; the others stand within a text.
    """

    does: str
    params: tuple[str, ...]
    needed: int
    example: str
    lists: tuple[str, ...] = ()
    block: bool = False
    shared: Shared | None = None

    @property
    def shape(self) -> inspect.Signature:
        """The parameters as Python knows them."""
        kind, empty = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.empty
        given = enumerate(self.params)
        return inspect.Signature(
            [inspect.Parameter(one, kind, default=empty if n < self.needed else None) for n, one in given]
        )


MACROS: Mapping[str, Signature] = {
    # Which checklists two sisters show is compared by tool, since a page can show those of several.
    "checklist": Signature(
        "Show a checklist, of the page's tool or another.",
        ("id", "tool"),
        1,
        '{{ checklist("set-up") }}',
        block=True,
    ),
    "tool_link": Signature(
        "Link to a tool by its title.",
        ("id",),
        1,
        '{{ tool_link("steering-group") }}',
        shared="in its section",
    ),
    "tool_cards": Signature(
        "List tools with their summaries.",
        ("phase", "ids"),
        0,
        '{{ tool_cards(ids=["steering-group"]) }}',
        lists=("ids",),
        block=True,
        shared="in its section",
    ),
    "phase_map": Signature(
        "Show the thread through all phases.",
        (),
        0,
        "{{ phase_map() }}",
        block=True,
        shared="once on its page",
    ),
    "determinants": Signature(
        "Draw the layers that health depends on.",
        (),
        0,
        "{{ determinants() }}",
        block=True,
        shared="once on its page",
    ),
    "follow_up_loop": Signature(
        "Draw the way from goal to adjustment and round again.",
        (),
        0,
        "{{ follow_up_loop() }}",
        block=True,
        shared="once on its page",
    ),
    "status_table": Signature(
        "Show which tools are written in which language, and when each was read through.",
        (),
        0,
        "{{ status_table() }}",
        block=True,
        shared="once on its page",
    ),
    # What law asks of one country is not compared.
    "accessibility": Signature(
        "Show what the site's owner says about its accessibility, point by point.",
        (),
        0,
        "{{ accessibility() }}",
        block=True,
    ),
    "term": Signature(
        "Write a term, linked to the glossary.",
        ("id", "form"),
        1,
        '{{ term("terms-of-reference", form="definite") }}',
        shared="in its section",
    ),
    "contact": Signature(
        "Name a role to turn to.",
        ("role",),
        1,
        '{{ contact("prevention") }}',
        shared="in its section",
    ),
    "site_name": Signature("Write the site's name.", (), 0, "{{ site_name() }}"),
}


def named(shared: Shared) -> list[str]:
    """Return the names of the macros that two sister pages share in this way."""
    return [name for name, macro in MACROS.items() if macro.shared == shared]
