"""Whole pages: what each kind of page is given, and its frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from markupsafe import Markup

from macros import dated, event, facts, glossary, home, indexing, notices, questions, sample, slots, unlinking
from macros.addresses import Address, Here, page_address
from macros.assets import Bundles
from macros.called import calls
from macros.dress import Dress, dress
from macros.edits import edits
from macros.fields import Told
from macros.fillers import fillers
from macros.frame import Document, Sister
from macros.lending import copies
from macros.model import Checklist, Tool
from macros.pages import Page
from macros.render import Renderer
from macros.scripts import LATE, scripts
from macros.sections import Section, dressed, reachable, split
from macros.spoken import spoken
from macros.telling import Telling
from macros.themes import Theme, themes
from macros.translations import shown
from macros.translations.shown import Behind

# The kinds of pages with a template of their own.
TEMPLATES = {
    **{
        kind: kind
        for kind in ("home", "catalogue", "guide", "plan", "glossary", "search", "style", "style-forms", "tryout")
    },
    **dict.fromkeys(dated.KINDS, "event"),
}


@dataclass(frozen=True)
class Writer:
    """Writes the pages of one language."""

    renderer: Renderer
    bundles: Bundles
    told: Address = field(default="", kw_only=True)

    @cached_property
    def telling(self) -> Telling:
        """What the language's scripts are told."""
        return Telling(self.renderer, self.bundles)

    @property
    def words_script(self) -> Address:
        """The script that every page with a form loads first; `told` where it was made already."""
        return self.told or self.telling.words

    @cached_property
    def dress(self) -> Dress:
        """What the municipality's own look adds."""
        return dress(self.renderer.content.root, self.renderer.content.site)

    @cached_property
    def themes(self) -> list[Theme]:
        """The language's themes."""
        return themes(self.renderer)

    def page(self, page: Page, content: str) -> str:
        """Return the whole HTML of a page; `content` is what Markdown made of its body."""
        here = Here(self.renderer.address(page), self.renderer.content.site.root)
        items = self.renderer.aged(page.front.tool) if page.front.tool else frozenset[str]()
        old = shown.behind(self.renderer.content, page, items)
        filled = slots.fill(unlinking.taken_out(content), fillers(self.renderer, page, here, old.is_mixed))
        before, sections = split(filled)
        label = self.renderer.content.words(page.spoken)["table"]
        before, sections = reachable(before, label), [dressed(one, label) for one in sections]
        before = notices.in_language(page, before, old)
        sections = [notices.marked(self.renderer, page, one, old, here) for one in sections]
        if page.front.tool:
            return self._tool(page, here, before, sections, old)
        doc = self._document(page, here, self.renderer.title(page), page.front.summary, old, sections)
        name = TEMPLATES.get(page.front.kind, "page")
        return self.write(
            f"{name}.html",
            doc,
            here,
            before=before,
            sections=sections,
            summary=self.renderer.said(Told(page.front.summary or "", page.spoken)),
            reviewed=page.front.reviewed,
            **{"contents": self._contents(page, sections), **self._more(page, here, sections)},
        )

    def moved(self, old: Address, page: Page) -> str:
        """Return the page that stands at an old address and leads on."""
        here = Here(old, self.renderer.content.site.root)
        title = self.renderer.words("moved_to", title=self._title(page))
        doc = replace(self.plain(here), heading=self.renderer.words["moved_title"])
        target = self.renderer.address(page)
        return self.write("moved.html", doc, here, target=here.to(target), title=title, whole=here.whole(target))

    def plain(self, here: Here, page: Page | None = None) -> Document:
        """Return the frame that all pages of the language share."""
        renderer, site, bundle = self.renderer, self.renderer.content.site, self.bundles.addresses
        language = site.languages[renderer.lang]
        tool = renderer.content.tools.get(page.front.tool or "") if page else None
        return Document(
            lang=renderer.lang,
            kind=page.front.kind if page else "",
            title=language.site_name,
            heading=language.site_name,
            description=language.description,
            site_name=language.site_name,
            site_description=language.description,
            sender=language.sender,
            home=renderer.home,
            catalogue=renderer.catalogue,
            plan=renderer.plan,
            search=renderer.search,
            words=self.words_script,
            menu=renderer.menu(here, tool.phase if tool else page.front.phase if page else None),
            foot=renderer.foot,
            feedback=site.feedback,
            statement=language.statement,
            owner=language.owner,
            logo=self.dress.logo,
            noindex=site.unlisted or (page is not None and not page.listed),
            styles=(bundle["site.css"], *self.dress.sheets),
            scripts=(*self._scripts(page), bundle["site.js"]),
            early=(bundle["theme.js"],),
        )

    def _scripts(self, page: Page | None) -> list[Address]:
        """The scripts of a page that is more than read: what they are told comes first."""
        names = scripts(page, self.renderer.content.tools) if page else []
        more = [self.telling.more] if LATE & {*names} else []
        return [self.words_script, *more, *(self.bundles.addresses[f"{name}.js"] for name in names)] if names else []

    def write(self, template: str, doc: Document, here: Here, **context: object) -> str:
        """Return a page from its template."""
        return spoken(str(self.renderer.partial(template, doc=doc, link=here.to, **context)))

    def _document(
        self, page: Page, here: Here, heading: str, summary: str | None, old: Behind, sections: Sequence[Section]
    ) -> Document:
        plain = self.plain(here, page)
        return replace(
            plain,
            title=f"{heading} · {plain.site_name}" if page.front.kind != "home" else f"{plain.site_name}: {heading}",
            heading=heading,
            description=summary or plain.description,
            languages=tuple(self._sisters(page, here)),
            canonical=self._canonical(page, here),
            original=indexing.original(self.renderer.content, page),
            edits=edits(self.renderer, page, sections),
            lent=notices.lent(self.renderer, page),
            behind=notices.behind(self.renderer, old, here),
        )

    def _canonical(self, page: Page, here: Here) -> str:
        """The page's whole address; of a page that another language lends, that of the page there."""
        content = self.renderer.content
        own = copies(page, content.pages, content.site).get(page.borrowed)
        return here.whole(self.renderer.address(own) if own else None)

    def _contents(self, page: Page, sections: Sequence[Section]) -> list[tuple[str, str]]:
        return [(one.id, self.renderer.said(Told(one.title, page.spoken))) for one in sections]

    def _sisters(self, page: Page, here: Here) -> Iterable[Sister]:
        content = self.renderer.content
        found = {**copies(page, content.pages, content.site), **content.kin.group(page)}
        for lang, language in content.site.built.items():
            home = page_address(lang, "" if self.renderer.directories else "index.html")
            address = self.renderer.address(found[lang]) if lang in found else None
            own = address if address and not found[lang].borrowed else None
            yield Sister(lang, language.name, own, address or home, here.whole(address or home))

    def _title(self, page: Page) -> str:
        if page.front.tool:
            return self.renderer.said(self.renderer.content.tools[page.front.tool].title)
        return self.renderer.title(page)

    def _tool(self, page: Page, here: Here, before: Markup, sections: list[Section], old: Behind) -> str:
        renderer, id = self.renderer, page.front.tool or ""
        tool, words = renderer.content.tools[id], renderer.words
        related = [ref for ref in renderer.refs(tool.related) if ref.address]
        at = next((n for n, section in enumerate(sections) if section.id == "steps"), len(sections))
        contents = self._contents(page, sections)
        if tool.materials:
            contents.insert(at, ("materials", words["materials"]))
        contents += [("related", words["related"])] if related else []
        contents += [("sources", words["sources"])] if tool.sources else []
        contents.append(("contact", words["contact"]))
        return self.write(
            "tool.html",
            self._document(page, here, self._title(page), tool.summary.in_(page.lang), old, sections),
            here,
            id=id,
            tool=tool,
            facts=facts.facts(renderer, tool),
            where=facts.where(renderer, tool),
            before=before,
            sections=sections,
            materials_at=at,
            contents=contents,
            begin=_first_checklist(tool, [args["id"] for args, _ in calls(page, "checklist")]),
            related=related,
            themes=[theme for theme in self.themes if id in theme.tools],
            contact=renderer.contact(tool.contact),
            origin=renderer.words.language(tool.origin),
        )

    def _more(self, page: Page, here: Here, sections: Sequence[Section]) -> dict[str, object]:
        """What the template of the page's kind takes beside what all ordinary pages take."""
        renderer = self.renderer
        if page.front.kind == "style":
            return sample.shown(renderer, here, sections)
        if page.front.kind == "style-forms":
            return sample.forms(renderer, here)
        if page.front.kind in dated.KINDS:
            return event.shown(renderer, page, sections)
        if page.front.kind == "home":
            return {**home.shown(renderer, here), "themes": self.themes}
        if page.front.kind == "glossary":
            return glossary.shown(renderer)
        if page.front.kind == "search":
            return {"phases": renderer.phases()}
        if page.front.kind == "catalogue":
            phases = renderer.phases()
            count = sum(len(tools) for _, tools in phases)
            said = {"time": partial(facts.time, renderer), "people": partial(facts.people, renderer)}
            return {
                "phases": phases,
                "count": count,
                "guide": renderer.guide,
                "themes": self.themes,
                **said,
                **questions.filters(renderer),
            }
        if page.front.kind == "guide":
            return questions.guide(renderer)
        return {}


def _first_checklist(tool: Tool, shown: Sequence[str]) -> Checklist | None:
    """The first checklist proper that a page shows: the one to begin with."""
    return next((one for one in tool.checklists if isinstance(one, Checklist) and one.id in shown), None)
