"""What the translation of a page begins with: the page itself, to be written over section by section."""

from __future__ import annotations

import posixpath
import re

from macros import settings
from macros.catalogue import file_of
from macros.content import Content
from macros.links import links, src_of
from macros.overlay import patches
from macros.own import PREFIX
from macros.pages import Page
from macros.problem import nearest
from macros.starter.home import file_name
from macros.translations import origins
from macros.yaml_text import yaml_of

# What the sister says of itself, and what is the same in both languages.
KEPT = ("pair", "kind", "foot", "phase", "related", "contact", "held", "updated")


# The words of a link, up to where it leads.
WORDS = re.compile(r"\[(?P<words>[^\[\]]*)\]\(<?$")


class WrongCall(Exception):
    """The translation cannot be begun; the message says why, and what to do."""


def page(content: Content, name: str, lang: str, title: str | None) -> tuple[str, str]:
    """Return the file of a page's translation, and its text.

    The reader is shown each section as what it is, in the other language, until it is written over.

    Args:
        content: the site's content.
        name: the tool's id, the word that pairs the page, or its file.
        lang: the language to translate to.
        title: the page's title there; a tool's stands in its file.

    Raises:
        WrongCall: there is no such page, it is translated already, or it has no title.
    """
    known = origins.groups(content)
    found = [group for group in known.values() if name in _names(next(iter(group.values())))]
    if not found:
        alone = [page for pages in content.written.values() for page in pages if name == page.file and not page.key]
        if alone:
            raise WrongCall(f"`{name}` has no `pair`. Write `pair:` and a word at the top of it first.")
        names = [name for group in known.values() for name in _names(next(iter(group.values())))]
        raise WrongCall(f"No page is called `{name}`. {nearest(name, names)}")
    if lang in found[0]:
        raise WrongCall(f"`{found[0][lang].file}` is there already. Write in it.")
    source = found[0][origins.of_pages(content, found[0])]
    tool = content.tools.get(source.front.tool or "")
    title = (tool.title.root.get(lang) if tool else title) or ""
    if not title:
        wanted = _where(content, source.front.tool or "", lang) if tool else "Give it as in `--title Risikokort`."
        raise WrongCall(f"The page has no title in `{lang}` yet. {wanted}")
    top = "local/docs" if (content.root / settings.LOCAL).exists() else "docs"
    src = posixpath.join(_folder(content, source, lang), f"{file_name(title)}.md")
    return f"{top}/{lang}/{src}", f"---\n{_front(source, title)}---\n{_body(content, source, lang, src)}"


def _where(content: Content, id: str, lang: str) -> str:
    """Say in which file a tool's title is written: a municipality's own, where this is one, which may not be there."""
    own = (content.root / settings.LOCAL).exists() and not id.startswith(PREFIX)
    file = f"{patches.FOLDER}/{id}{patches.ENDING}" if own else file_of(id)
    begins = f"; `kit local edit {id} --lang {lang}` begins it"
    return f"Write it in `{file}`{begins if own and not (content.root / file).exists() else ''}."


def _names(page: Page) -> tuple[str, ...]:
    return tuple(filter(None, (page.front.tool, page.front.pair, page.file)))


def _folder(content: Content, source: Page, lang: str) -> str:
    """Where the sisters of this page's neighbours lie."""
    folder = posixpath.dirname(source.src)
    beside = [
        posixpath.dirname(group[lang].src)
        for group in origins.groups(content).values()
        if lang in group and source.lang in group and posixpath.dirname(group[source.lang].src) == folder
    ]
    tools = content.site.languages[lang].tools
    return max(set(beside), key=beside.count, default=tools if source.front.tool else "")


def _body(content: Content, source: Page, lang: str, src: str) -> str:
    """The source's text, its links led to the pages of the other language; where there is none, their words."""
    body, sisters = source.body, {one.src: _sister(content, one, lang) for one in content.written[source.lang]}
    for link in sorted(links(source), key=lambda one: -one.start):
        path, hash, anchor = link.target.partition("#")
        to = src_of(source, path)
        if not path or to not in sisters:
            continue
        at = body.index(link.target, link.start)
        end = at + len(link.target)
        if sister := sisters[to]:
            body = f"{body[:at]}{posixpath.relpath(sister, posixpath.dirname(src) or '.')}{hash}{anchor}{body[end:]}"
        elif words := WORDS.search(body[:at]):
            body = f"{body[: words.start()]}{words['words']}{body[body.index(')', end) + 1 :]}"
    return body


def _sister(content: Content, page: Page, lang: str) -> str | None:
    sister = content.written_kin.sisters(page).get(lang)
    return sister.src if sister else None


def _front(source: Page, title: str) -> str:
    if source.front.tool:
        front: dict[str, object] = {"tool": source.front.tool}
    else:
        data = source.source.data
        front = {**{key: data[key] for key in KEPT if key in data}, "title": title}
    front["translated_from"] = {"lang": source.lang}
    return yaml_of(front)
