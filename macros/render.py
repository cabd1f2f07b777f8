"""HTML from the catalogue: one function per partial. Choosing and sorting happen here, laying out in the partials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from textwrap import wrap
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from macros import drawing, forms, overrides, status
from macros.accessibility import Point
from macros.addresses import Here, page_address
from macros.content import Content
from macros.definitions import definition, revision
from macros.export.copies import Copies
from macros.forms import Filled
from macros.model import AnyChecklist
from macros.problem import ContentError
from macros.refs import ToolRef
from macros.signposts import Signposts
from macros.translations import shown
from macros.words import Words


class Renderer(Signposts):
    """Renders for one language of one site; `here` is the page that a part stands on."""

    def __init__(self, content: Content, lang: str, env: Environment, directories: bool = True) -> None:
        super().__init__(content.to(lang), lang, directories)
        self.words: Words = replace(self.content.words(lang), marked=True)
        self._old: dict[str, frozenset[str]] = {}
        self._menus: dict[tuple[str | None, str], str] = {}
        self._template = cache(self._environment(env).get_template)  # the environment's own cache takes longer
        self.copies = Copies(self.content, lang, self.address)

    def partial(self, name: str, /, **context: object) -> Markup:
        """Render one template with its own values, for another one; see `whole`."""
        return Markup(self.whole(name, **context))

    def whole(self, name: str, /, **context: object) -> str:
        """Render one template with its own values.

        Raises:
            ContentError: a template of the municipality's own fails.
        """
        try:
            return self._template(name).render(context)
        except Exception as error:
            if problem := overrides.fault(self.content.root, error):
                raise ContentError([problem]) from None
            raise

    def _environment(self, env: Environment) -> Environment:
        """One in which every template has the words, the language and today's date."""
        own = env.overlay()
        own.globals = {**env.globals, "t": self.words, "lang": self.lang, "today": self.content.today}
        return own

    def checklist(self, here: Here, tool_id: str, id: str) -> Markup:
        """A checklist of any kind, as a form that reads and prints without script; nothing, when its tool is hidden."""
        if tool_id in self.content.hidden_tools:
            return Markup()
        found = next(one for one in self.content.tools[tool_id].checklists if one.id == id)
        return self.partial(
            "tool/kit.html",
            form=self.form(here, tool_id, found),
            blanks=self.copies.of(here, tool_id, found),
            revision=self.revision(tool_id, found),
            aliases=self.content.tools[tool_id].aliases,
        )

    def form(
        self, here: Here, tool_id: str, checklist: AnyChecklist, given: Mapping[str, Filled] | None = None
    ) -> Markup:
        """A checklist, blank or with what is given by item or field."""
        filled = defaultdict(Filled, given or {})
        return self.partial(
            f"tool/{checklist.kind}.html",
            revision=self.revision(tool_id, checklist),
            tool=tool_id,
            checklist=checklist,
            link=here.to,
            refs=self.refs,
            answers=self.content.vocabulary.answers,
            dom=f"{tool_id}--{checklist.id}",
            filled=filled,
            old=self.old(tool_id, checklist),
            **forms.values(checklist, filled, self.words, self.content.vocabulary.answers),
        )

    def revision(self, tool_id: str, checklist: AnyChecklist) -> str:
        """The digest of a checklist's texts, by which papers and files are told apart."""
        key, known = (tool_id, checklist.id, self.lang), self.content.revisions
        if key not in known:
            known[key] = revision(checklist, self.lang)
        return known[key]

    def definition(self, tool_id: str) -> dict[str, Any]:
        """A tool as the scripts know it."""
        made = definition(tool_id, self.content.tools[tool_id], self.lang)
        self.content.revisions.update({(tool_id, one["id"], self.lang): one["rev"] for one in made["checklists"]})
        return made

    def aged(self, tool_id: str) -> frozenset[str]:
        """Ids in a tool that are older than what they were translated from."""
        if tool_id not in self._old:
            self._old[tool_id] = shown.things(self.content, tool_id, self.lang)
        return self._old[tool_id]

    def old(self, tool_id: str, checklist: AnyChecklist) -> Collection[str]:
        """Ids in a checklist that are older than what they were translated from; for what has no place, the list's."""
        found = self.aged(tool_id)
        if not found:
            return ()
        parts = [*getattr(checklist, "columns", ()), *getattr(checklist, "dimensions", ())]
        headed = found & {one.id for one in [*parts, *getattr(checklist, "examples", ())]}
        return found | {checklist.id} if headed else found

    def tool_link(self, here: Here, id: str) -> Markup:
        """A link to a tool, with its title."""
        return self.partial("tool/tool_link.html", ref=self.refs[id], link=here.to).strip()

    def tool_cards(self, here: Here, ids: Iterable[str]) -> Markup:
        """Tools with what they are for and how long they take, without the hidden ones."""
        refs = [self.refs[id] for id in ids if id in self.content.tools]
        return self.cards(here, refs) if refs else Markup()

    def cards(self, here: Here, refs: Sequence[ToolRef]) -> Markup:
        """Tools as cards, from their links."""
        return self.partial("tool/tool_cards.html", refs=refs, link=here.to)

    def phase_map(self, here: Here) -> Markup:
        """The thread through all phases, with their tools."""
        return self.partial("tool/phase_map.html", phases=self.phases(), link=here.to, about=self.about_phase)

    def determinants(self) -> Markup:
        """The layers that health depends on, as a rainbow, and what each of them is."""
        layers = self.content.vocabulary.determinants
        lines = wrap(layers[-1].text.in_(self.lang), drawing.CORE_LETTERS)
        return self.partial("tool/determinants.html", layers=layers, arcs=drawing.rainbow(len(layers)), core=lines)

    def follow_up_loop(self) -> Markup:
        """The steps of following up, as a ring, and what each of them is."""
        steps = self.content.vocabulary.follow_up
        nodes, arrows = drawing.ring(len(steps))
        return self.partial("tool/follow_up_loop.html", steps=steps, nodes=nodes, arrows=arrows)

    def status_table(self, here: Here) -> Markup:
        """How far the tools are written in each language, and when they are to be read through again."""
        found = [(self.refs[one.id], one) for one in status.statuses(self.content)]
        return self.partial(
            "tool/status_table.html",
            rows=found,
            data=page_address(self.lang, status.NAME),
            broken=any(one.broken for _, one in found),
            languages=self.content.site.built,
            contacts=self.content.site.contacts,
            address=self.address,
            link=here.to,
        )

    def accessibility(self, points: Sequence[Point]) -> Markup:
        """What the site says about its accessibility, point by point, and what is missing."""
        return self.partial("tool/accessibility.html", points=points, missing=sum(point.missing for point in points))

    def term(self, here: Here, id: str, form: str | None = None, lang: str = "") -> Markup:
        """A term in one of its forms, linked to its place in the glossary where the language has one.

        `lang` is the language of the sentence, where that is not the site's.
        """
        concept = self.content.terms[id]
        word = concept.word(lang or self.lang, form)
        address = f"{self.glossary}#{id}" if self.glossary and concept.only in (None, self.lang) else None
        return self.partial("tool/term.html", word=word, address=address, link=here.to).strip()

    def contact(self, role: str) -> Markup:
        """A role, with its address if it has one."""
        return self.partial("tool/contact.html", contact=self.content.site.contacts[role]).strip()

    def menu(self, here: Here, phase: str | None) -> Markup:
        """The phases, and the tools of the current one; made once for each phase and folder depth."""
        top = here.to("")
        if (phase, top) not in self._menus:
            values = {"phases": self.phases(), "now": phase, "about": self.about_phase}
            made = self.partial("partials/menu.html", link=lambda there: top + there, **values)
            self._menus[phase, top] = str(made)
        plain = f'<a href="{top}{here.address}"'
        return Markup(self._menus[phase, top].replace(plain, f'{plain} aria-current="page"'))
