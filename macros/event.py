"""The page of a past event, of notes or of a report: its facts, its age, and the tools that take it up."""

from __future__ import annotations

from macros import dated
from macros.addresses import Address
from macros.leaf import Leaf
from macros.pages import Page
from macros.render import Renderer


def shown(leaf: Leaf) -> dict[str, object]:
    """Return what the template of an event, notes or a report takes."""
    renderer, page, said = leaf.renderer, leaf.page, leaf.said
    front, words = page.front, renderer.words
    day, date = dated.day(page), dated.date_of(page)
    facts = [
        (words["held"], words.date(day) if day else said(front.held)),
        (words["organiser"], said(front.organiser)),
        (words["audience"], said(front.audience)),
    ]
    related = [ref for id in front.related if (ref := renderer.refs[id]).address]
    ends = [("related", related), ("contact", front.contact)]
    return {
        "kind": words[f"kind_{front.kind}"],
        "facts": [(name, value) for name, value in facts if value],
        "original": renderer.words.language(front.original) if front.original else "",
        "whole": _whole(renderer, page),
        "themes": [said(theme) for theme in front.themes],
        "date": date,
        "said": "last_updated" if front.updated or not date else "held",
        "contents": [*leaf.contents, *((id, words[id]) for id, there in ends if there)],
        "related": related,
        "contact": renderer.contact(front.contact) if front.contact else "",
    }


def _whole(renderer: Renderer, page: Page) -> tuple[str, Address, str] | None:
    """The title, address and language of the page that this one sums up; None where it is not built."""
    whole = renderer.content.kin.sisters(page).get(page.front.original or "")
    return (whole.front.title or "", renderer.address(whole), whole.spoken) if whole else None
