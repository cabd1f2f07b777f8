"""The macros that a page can call, and what each of them takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Signature:
    """A macro's parameters in order, how many are needed, an example, and which parameters are lists."""

    params: tuple[str, ...]
    needed: int
    example: str
    lists: tuple[str, ...] = ()


MACROS: Mapping[str, Signature] = {
    "checklist": Signature(("id", "tool"), 1, '{{ checklist("set-up") }}'),
    "tool_link": Signature(("id",), 1, '{{ tool_link("steering-group") }}'),
    "tool_cards": Signature(("phase", "ids"), 0, '{{ tool_cards(ids=["steering-group"]) }}', ("ids",)),
    "phase_map": Signature((), 0, "{{ phase_map() }}"),
    "determinants": Signature((), 0, "{{ determinants() }}"),
    "follow_up_loop": Signature((), 0, "{{ follow_up_loop() }}"),
    "status_table": Signature((), 0, "{{ status_table() }}"),
    "accessibility": Signature((), 0, "{{ accessibility() }}"),
    "term": Signature(("id", "form"), 1, '{{ term("terms-of-reference", form="definite") }}'),
    "contact": Signature(("role",), 1, '{{ contact("prevention") }}'),
    "site_name": Signature((), 0, "{{ site_name() }}"),
}
