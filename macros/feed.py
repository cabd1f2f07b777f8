"""What is new and changed, as an Atom feed for each language."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

from macros.addresses import page_address
from macros.news import newest
from macros.render import Renderer

ATOM = "http://www.w3.org/2005/Atom"
NAME = "feed.xml"
MOST = 30


def feed(renderer: Renderer) -> str:
    """Return the feed's XML: tools by the day they were last read through, and dated pages by theirs.

    Source: RFC 4287.
    """
    site, lang = renderer.content.site, renderer.lang
    language = site.languages[lang]
    found = [(news, news.date) for news in newest(renderer, MOST, MOST) if news.date]
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    own, home = site.root + page_address(lang, NAME), site.root + renderer.home
    _add(root, "id", home)
    _add(root, "title", language.site_name)
    _add(root, "subtitle", language.description)
    _add(root, "updated", _moment(max((date for _, date in found), default=datetime.date(1970, 1, 1))))
    _add(_add(root, "author"), "name", language.sender)
    _add(root, "link", rel="self", href=own)
    _add(root, "link", rel="alternate", href=home, hreflang=lang)
    for news, date in found:
        entry = _add(root, "entry")
        _add(entry, "id", site.root + news.address)
        _add(entry, "title", news.title.words)
        _add(entry, "updated", _moment(date))
        _add(entry, "summary", news.summary)
        _add(entry, "link", rel="alternate", href=site.root + news.address, hreflang=news.lang)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=False).join(
        ['<?xml version="1.0" encoding="UTF-8"?>\n', "\n"]
    )


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text or None
    return child


def _moment(date: datetime.date) -> str:
    return f"{date}T00:00:00Z"
