"""The door for mkdocs-macros: what an editor can write between double braces in a page."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros: each leaves a placeholder, which is filled when Markdown is done."""
    from macros.slots import slot

    @env.macro  # type: ignore[untyped-decorator]
    def checklist(id: str, tool: str | None = None) -> str:
        """Show a checklist, of the page's tool or another: `{{ checklist("set-up") }}`."""
        return slot("checklist", id=id, tool=tool)

    @env.macro  # type: ignore[untyped-decorator]
    def tool_link(id: str) -> str:
        """Link to a tool by its title: `{{ tool_link("steering-group") }}`."""
        return slot("tool_link", id=id)

    @env.macro  # type: ignore[untyped-decorator]
    def tool_cards(phase: str | None = None, ids: list[str] | None = None) -> str:
        """List tools with their summaries: `{{ tool_cards(phase="mandate") }}`."""
        return slot("tool_cards", phase=phase, ids=ids)

    @env.macro  # type: ignore[untyped-decorator]
    def phase_map() -> str:
        """Show the thread through all phases: `{{ phase_map() }}`."""
        return slot("phase_map")

    @env.macro  # type: ignore[untyped-decorator]
    def determinants() -> str:
        """Draw the layers that health depends on: `{{ determinants() }}`."""
        return slot("determinants")

    @env.macro  # type: ignore[untyped-decorator]
    def follow_up_loop() -> str:
        """Draw the way from goal to adjustment and round again: `{{ follow_up_loop() }}`."""
        return slot("follow_up_loop")

    @env.macro  # type: ignore[untyped-decorator]
    def status_table() -> str:
        """Show which tools are written in which language, and when each was read through: `{{ status_table() }}`."""
        return slot("status_table")

    @env.macro  # type: ignore[untyped-decorator]
    def accessibility() -> str:
        """Show what the site's owner says about its accessibility, point by point: `{{ accessibility() }}`."""
        return slot("accessibility")

    @env.macro  # type: ignore[untyped-decorator]
    def term(id: str, form: str | None = None) -> str:
        """Write a term, linked to the glossary: `{{ term("terms-of-reference", form="definite") }}`."""
        return slot("term", id=id, form=form)

    @env.macro  # type: ignore[untyped-decorator]
    def contact(role: str) -> str:
        """Name a role to turn to: `{{ contact("prevention") }}`."""
        return slot("contact", role=role)

    @env.macro  # type: ignore[untyped-decorator]
    def site_name() -> str:
        """Write the site's name: `{{ site_name() }}`."""
        return slot("site_name")
