"""What is new and changed, as an Atom feed for each language."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

from macros.addresses import page_address
from macros.render import Renderer

ATOM = "http://www.w3.org/2005/Atom"
NAME = "feed.xml"
MOST = 30


def feed(renderer: Renderer) -> str:
    """Return the feed's XML; a tool counts as changed on the day it was last read through.

    Source: RFC 4287.
    """
    site, lang = renderer.content.site, renderer.lang
    language = site.languages[lang]
    refs = renderer.newest(MOST)
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": lang})
    own, home = site.root + page_address(lang, NAME), site.root + renderer.home
    _add(root, "id", home)
    _add(root, "title", language.site_name)
    _add(root, "subtitle", language.description)
    _add(root, "updated", _moment(max((ref.tool.reviewed for ref in refs), default=datetime.date(1970, 1, 1))))
    _add(_add(root, "author"), "name", language.sender)
    _add(root, "link", rel="self", href=own)
    _add(root, "link", rel="alternate", href=home, hreflang=lang)
    for ref in refs:
        entry = _add(root, "entry")
        _add(entry, "id", site.root + (ref.address or ""))
        _add(entry, "title", ref.title.words)
        _add(entry, "updated", _moment(ref.tool.reviewed))
        _add(entry, "summary", ref.summary.words)
        _add(entry, "link", rel="alternate", href=site.root + (ref.address or ""), hreflang=ref.lang)
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
