"""Whole pages: the frame that all of them share, and what is written into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from macros import indexing, notices, slots, unlinking
from macros.addresses import Address, Here, page_address
from macros.assets import Bundles
from macros.dress import Dress, dress
from macros.edits import edits
from macros.fillers import fillers
from macros.frame import Document, Sister
from macros.layouts import layout
from macros.leaf import Leaf
from macros.lending import copies
from macros.pages import Page
from macros.render import Renderer
from macros.scripts import LATE, scripts
from macros.sections import dressed, reachable, split
from macros.spoken import spoken
from macros.telling import Telling
from macros.themes import Theme, themes
from macros.translations import shown
from macros.translations.shown import Behind


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
        items = self.renderer.aged(page.front.tool) if page.front.tool else frozenset[str]()
        old = shown.behind(self.renderer.content, page, items)
        here = Here(self.renderer.address(page), self.renderer.content.site.root)
        found = fillers(self.renderer, page, here, old.is_mixed)
        words = {name: filler for name, filler in found.items() if name not in slots.BLOCKS}
        leaf = self._leaf(page, here, slots.fill(unlinking.taken_out(content), words), old)
        template, more = layout(leaf)
        html = self._html(
            template,
            self._document(leaf, old),
            here,
            before=leaf.before,
            sections=leaf.sections,
            summary=leaf.said(page.front.summary),
            reviewed=page.front.reviewed,
            **{"contents": leaf.contents, **more},
        )
        # Forms and the like are most of a page: filled in last, they are not carried from hand to hand.
        return spoken(slots.fill(html, found))

    def _leaf(self, page: Page, here: Here, content: str, old: Behind) -> Leaf:
        """A page cut into its sections, with what readers are told of its language."""
        before, sections = split(content)
        label = self.renderer.content.words(page.spoken)["table"]
        before, sections = reachable(before, label), [dressed(one, label) for one in sections]
        before = notices.in_language(page, before, old)
        sections = [notices.marked(self.renderer, page, one, old, here) for one in sections]
        return Leaf(self.renderer, page, here, before, sections, self.themes)

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
        return spoken(self._html(template, doc, here, **context))

    def _html(self, template: str, doc: Document, here: Here, **context: object) -> str:
        return self.renderer.whole(template, doc=doc, link=here.to, **context)

    def _document(self, leaf: Leaf, old: Behind) -> Document:
        page, here, heading = leaf.page, leaf.here, self._title(leaf.page)
        plain = self.plain(here, page)
        return replace(
            plain,
            title=f"{heading} · {plain.site_name}" if page.front.kind != "home" else f"{plain.site_name}: {heading}",
            heading=heading,
            description=self._summary(page) or plain.description,
            languages=tuple(self._sisters(page, here)),
            canonical=self._canonical(page, here),
            original=indexing.original(self.renderer.content, page),
            edits=edits(self.renderer, page, leaf.sections),
            lent=notices.lent(self.renderer, page),
            behind=notices.behind(self.renderer, old, here),
        )

    def _canonical(self, page: Page, here: Here) -> str:
        """The page's whole address; of a page that another language lends, that of the page there."""
        content = self.renderer.content
        own = copies(page, content.pages, content.site).get(page.borrowed)
        return here.whole(self.renderer.address(own) if own else None)

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

    def _summary(self, page: Page) -> str | None:
        if page.front.tool:
            return self.renderer.content.tools[page.front.tool].summary.in_(page.lang)
        return page.front.summary
