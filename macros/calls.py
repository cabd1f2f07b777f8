"""Check the macro calls in a page before it is built.

A page may hold macro calls with literal arguments and nothing else of the template language: no variables, no loops,
no filters. So a page cannot reach anything, and every wrong call has a place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import nodes

from macros import called, half_calls
from macros.called import Say
from macros.model import Tool
from macros.pages import Page
from macros.pieces import Piece, pieces, place
from macros.problem import Problem, nearest, shown
from macros.signatures import MACROS
from macros.slots import BLOCKS
from macros.terms import FORMS, Glossary


@dataclass(frozen=True)
class Known:
    """What calls can name."""

    tools: Mapping[str, Tool]
    ids: Collection[str]
    phases: Collection[str]
    contacts: Collection[str]
    glossary: Glossary


ONLY_CALLS = (
    'Write a call as in `{{ checklist("set-up") }}`; to show braces, put them between `{% raw %}` and `{% endraw %}`.'
)
# Where each thing that can stand only once stands first, and how to say something of it.
Shows = dict[object, tuple[int, Say]]


def problems(page: Page, known: Known) -> Iterator[Problem]:
    """Yield a problem for each thing in the page's templates that is not a right macro call."""
    shows: Shows = {}
    for piece in pieces(page.body):
        yield from _piece(page, piece, known, shows)
    yield from half_calls.problems(page)


def _piece(page: Page, piece: Piece, known: Known, shows: Shows) -> Iterator[Problem]:
    def say(word: str, fault: str, remedy: str) -> Problem:
        found = re.search(rf"(?<=[\"']){re.escape(word)}(?=[\"'])|\b{re.escape(word)}\b", piece.text) if word else None
        return page.problem(*place(page.body, piece.start + (found.start() if found else 0)), fault, remedy)

    if piece.kind != "call":
        yield say("", *_not_a_call(piece))
        return
    call = called.read(piece)
    if call is None:
        yield say("", *_unreadable(piece))
        return
    name = called.name_of(call)
    if name not in MACROS:
        yield say(name, f"no macro is called `{name}`", nearest(name, MACROS))
        return
    wrong = list(called.misfits(call, name, say)) or list(_values(page, call, name, known, say))
    yield from wrong or _standing(page, piece, name, called.arguments(call, MACROS[name]), shows, say)


def _not_a_call(piece: Piece) -> tuple[str, str]:
    if piece.kind == "comment" or piece.text == "{#":
        fault = "`{#` begins a comment" + (" that never ends" if piece.kind == "open" else ", which nobody sees")
        return fault, "For a heading's id, write `{: #purpose }`; a comment is written `<!-- so -->`."
    if piece.text == "{{":
        fault = "the macro call is not closed"
        return fault, 'Write it as in `{{ checklist("set-up") }}`, with both quotation marks and both pairs of braces.'
    return "this is template code, which pages cannot have", ONLY_CALLS


def _unreadable(piece: Piece) -> tuple[str, str]:
    if re.search("[“”„’‘»«]", piece.text):
        return "the quotation marks in the call are curly", 'Use straight ones, as in `{{ checklist("set-up") }}`.'
    return "only macro calls can stand between braces here", ONLY_CALLS


def _values(page: Page, call: nodes.Call, name: str, known: Known, say: Say) -> Iterator[Problem]:
    args: Mapping[str, str | list[str]] = {**called.arguments(call, MACROS[name])}

    def check(param: str, noun: str, names: Collection[str]) -> Iterator[Problem]:
        given = args.get(param, [])
        for word in given if isinstance(given, list) else [given]:
            if word not in names:
                yield say(word, f"no {noun} is called `{shown(word)}`", nearest(word, names) or "There is none yet.")

    if name == "tool_link":
        yield from check("id", "tool", known.ids)
    elif name == "term" and known.glossary.ids is not None:
        yield from check("id", "term", known.glossary.ids)
        yield from _term(page, str(args["id"]), args.get("form"), known, say)
    elif name == "contact":
        yield from check("role", "contact", known.contacts)
    elif name == "tool_cards":
        yield from check("phase", "phase", known.phases)
        yield from check("ids", "tool", known.ids)
    elif name == "checklist":
        yield from check("tool", "tool", known.ids)
        yield from _checklist(page, str(args["id"]), args.get("tool"), known, say)


def _term(page: Page, id: str, form: str | list[str] | None, known: Known, say: Say) -> Iterator[Problem]:
    concept = known.glossary.terms.get(id)
    if concept and concept.only not in (None, page.lang):
        fault = f"`{id}` is a term in `{concept.only}` only"
        yield say(id, fault, "Write the word itself, or choose another term.")
    elif concept and isinstance(form, str) and form not in concept.forms.named:
        missing = f"Write it under `forms` of `{id}` in `tools/_terms.yml`."
        yield say(
            form, f"`{id}` has no form called `{shown(form)}`", missing if form in FORMS else nearest(form, FORMS)
        )


def _checklist(page: Page, id: str, given: str | list[str] | None, known: Known, say: Say) -> Iterator[Problem]:
    tool = given or page.front.tool
    if not tool and not page.front.title:
        return  # It lacks one of them, which is told of its front matter.
    if not tool:
        remedy = 'Name it, as in `checklist("set-up", tool="steering-group")`.'
        yield say("checklist", "this page has no tool of its own", remedy)
    elif isinstance(tool, str) and tool in known.tools:
        names = [checklist.id for checklist in known.tools[tool].checklists]
        if id not in names:
            fault = f"`{tool}` has no checklist called `{shown(id)}`"
            yield say(id, fault, nearest(id, names) or "It has none yet.")


def _standing(
    page: Page, piece: Piece, name: str, args: Mapping[str, str], shows: Shows, say: Say
) -> Iterator[Problem]:
    """A block stands alone on its line, and what has ids of its own once on its page."""
    if re.match(r"\{\{[-+]|.*[-+]\}\}$", piece.text, re.DOTALL):
        yield say("", "the hyphens glue the call to its neighbours", f"Write it as in `{MACROS[name].example}`.")
    if name not in BLOCKS:
        return
    number = page.first_line + piece.line
    rest = page.body[piece.start + len(piece.text) :].split("\n", 1)[0]
    if piece.column or rest.strip():
        yield say("", f"`{name}` makes a block of its own", "Put it alone on a line, at the line's beginning.")
    if name == "checklist":
        if again := _again(page, (args.get("tool", page.front.tool), args["id"]), number, say, shows):
            say, line = again
            yield say(args["id"], f"the checklist `{args['id']}` stands on {line} too", "Show it once on a page.")
    elif MACROS[name].shared == "once on its page" and (again := _again(page, name, number, say, shows)):
        say, line = again
        yield say(name, f"`{name}` stands on {line} too", "Show it once on a page.")


def _again(page: Page, key: object, number: int, say: Say, shows: Shows) -> tuple[Say, str] | None:
    """Where to say that something stands twice, and the other line: a municipality's own text is told before ours."""
    first, earlier = shows.setdefault(key, (number, say))
    if first == number:
        return None
    if page.mark(number).file == page.file != page.mark(first).file:
        return earlier, page.named(number, first)
    return say, page.named(first, number)
