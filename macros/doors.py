"""The pages that only lead on: the site's root, and what stands where no page is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.addresses import Here
from macros.documents import Writer

# The country that wants `/was`, and what pairs the pages about accessibility.
WAS_LANGUAGE, ACCESSIBILITY = "da", "accessibility"


def landing(writers: Sequence[Writer], here: Here) -> str:
    """Return the site's root: a choice of languages, or a way on where there is only one."""
    first = writers[0]
    doc = replace(first.plain(here), canonical=here.whole())
    if len(writers) == 1:
        target = first.renderer.home
        words = first.renderer.words
        title = words("moved_to", title=doc.site_name)
        return first.write("moved.html", doc, here, target=here.to(target), title=title, whole=here.whole(target))
    heading = " · ".join(writer.plain(here).site_name for writer in writers)
    doc = replace(doc, heading=heading, title=heading)
    return first.write("landing.html", doc, here, entries=[_entry(writer, here) for writer in writers])


def statement(writers: Sequence[Writer], here: Here) -> str | None:
    """Return the page that leads to the accessibility statement; None where Danish is not built, or has none.

    Source: the Danish scheme for statements (WAS), which has every public site answer at `/was`.
    """
    writer = next((one for one in writers if one.renderer.lang == WAS_LANGUAGE), None)
    if writer is None:
        return None
    renderer, words = writer.renderer, writer.renderer.words
    plain = writer.plain(here)
    doc = replace(plain, heading=words["statement"], title=f"{words['statement']} · {plain.site_name}")
    own = next((page for page in renderer.pages if page.front.pair == ACCESSIBILITY), None)
    if doc.statement:
        target, whole, title = doc.statement, doc.statement, words["statement"]
    elif own:
        address = renderer.address(own)
        target, whole, title = here.to(address), here.whole(address), own.front.title or ""
    else:
        return None
    return writer.write("moved.html", doc, here, target=target, title=words("moved_to", title=title), whole=whole)


def not_found(writers: Sequence[Writer], here: Here) -> str:
    """Return a 404: in one language, or at the root in all of them, since some hosts serve only that one."""
    first = writers[0]
    heading = first.renderer.words["not_found_title"]
    doc = replace(first.plain(here), noindex=True, heading=heading, title=f"{heading} · {first.plain(here).site_name}")
    return first.write("404.html", doc, here, entries=[_entry(writer, here) for writer in writers])


def _entry(writer: Writer, here: Here) -> dict[str, object]:
    renderer = writer.renderer
    language = renderer.content.site.languages[renderer.lang]
    return {
        "lang": renderer.lang,
        "name": language.name,
        "site_name": language.site_name,
        "description": language.description,
        "words": renderer.words,
        "address": renderer.home,
        "catalogue": renderer.catalogue,
        "search": renderer.search,
        "whole": here.whole(renderer.home),
    }
